/** `explain FILE:LINE`: what a person gets to see who doubts a finding, or misses one. */
import { parseHTML } from 'linkedom'
import { project, typescript } from './project.ts'

const files = {
  'loss.js': `export function loss(logits, k) {
  const e = logits.map(v => Math.exp(v))
  const s = e.reduce((a, b) => a + b, 0)
  const p = e.map(v => v / s)
  return -Math.log(p[k])
}

export const entropy = xs => Math.log(1 + xs.length)
export const shifted = x => Math.log(x.map(v => Math.exp(v - Math.max(...x))).reduce((a, b) => a + b))
export const length = (x, y) => Math.sqrt(x * x + y * y)
export const commented = x => Math.log(1 + x /* rate */)
export const underflow = z => Math.log(1e-7 + 1 / (1 + Math.exp(-z)))
console.log('nothing here')
export const long = Math.log(
  1 +
    rate
)
`,
  'helped.js': `const number = value => {
  if (value === undefined || value === null) return 0
  return typeof value === 'number' && !Number.isNaN(value) ? value : parseFloat(value)
}
export function growth(from, to, years) {
  const first = number(from)
  const last = number(to)
  return Math.pow(last / first, 1 / years) - 1
}
`,
  'plain.js': 'export const a = 1\n',
  'broken.js': 'const a = 1\nconst = 2\n',
  'typed.ts': 'export const f = (x: number): number => Math.exp(x!) - 1\n',
}

const explained = (place: string, ...options: string[]) => project(files).run('explain', place, ...options)

describe('a line with a finding', () => {
  it('is read as the source has it where what helpers make of it is long', () => {
    const { stdout } = explained('helped.js:8')
    expect(stdout).toContain('\n  read      (last / first)^(1 / years) - 1\n')
    expect(stdout).toContain('\n  where     b = last / first, t = years\n')
  })
  it('shows source, formula, rewrite, witness and fix', () => {
    const { status, stdout, stderr } = explained('loss.js:5')
    expect([status, stderr]).toEqual([0, ''])
    expect(stdout).toContain('loss.js:5\n  5 |   return -Math.log(p[k])\n')
    expect(stdout).toContain('\nprefer-log-softmax\n')
    expect(stdout).toMatch(/\n {2}read +-?log\(softmax\(logits\)\[k\]\)\n/)
    expect(stdout).toContain('\n  rewrite   log(softmax(z)[k]) -> logSoftmax(z)[k]\n  where     z = logits\n')
    expect(stdout).toContain('\n  measured  returns -Infinity at logits = [1000, 0], k = 1; exact -1000\n')
    expect(stdout).toContain("    +import * as stable from 'eslint-plugin-stable-math/runtime'\n")
    expect(stdout).toContain('    -  return -Math.log(p[k])\n    +  return -stable.logSoftmax(logits)[k]\n')
  })

  it('says why there is no fix', () => {
    expect(explained('loss.js:11').stdout).toContain(
      '  no fix    Use `log1p(x)`; it is not done for you, because a comment would be lost.\n',
    )
  })

  it('says what is only suggested', () => {
    const { stdout } = explained('loss.js:12', '--strict')
    expect(stdout).toContain('  suggests  a value changes on purpose')
    expect(stdout).toContain('    +export const underflow')
  })

  it('shows all the lines of a long expression, from any of them', () => {
    const { stdout } = explained('loss.js:16')
    expect(stdout).toContain('  14 | export const long = Math.log(\n  15 |   1 +\n  16 |     rate\n  17 | )\n')
    expect(stdout).toContain('prefer-log1p')
  })

  it("takes an editor's column, and TypeScript", () => {
    expect(project(files, typescript).run('explain', 'typed.ts:1:20').stdout).toContain('prefer-expm1')
  })
})

describe('a line without one', () => {
  it('may belong to another', () => {
    expect(explained('loss.js:3').stdout).toMatch(
      /No finding of its own: it is part of `.*softmax\(logits\)\[k\]\)` at line 5, which prefer-log-softmax reports\.\n$/,
    )
  })

  it('shows what was read, and the condition that excludes it', () => {
    expect(explained('loss.js:8').stdout).toContain(
      'No finding. What was read:\n  log(1 + count(xs))\nprefer-log1p has the pattern `log(1 + x) -> log1p(x) when small(x)`, but small(x) does not hold: x = count(xs) is at least 0 and an integer.\n',
    )
    expect(explained('loss.js:9').stdout).toMatch(
      /prefer-log-sum-exp has the pattern `.*`, but not shifted\(x\) does not hold: x = x - max\(x\) is at most 0\.\n/,
    )
  })

  it('may be for --strict', () => {
    expect(explained('loss.js:10').stdout).toContain(
      'prefer-hypot has the pattern `sqrt(x^2 + y^2) -> hypot(x, y) when wide(x, y)`, but is only on with --strict.\n',
    )
    expect(explained('loss.js:10', '--strict').stdout).toContain('\nprefer-hypot\n')
  })

  it('may say nothing', () => {
    expect(explained('loss.js:13').stdout).toContain('No finding: nothing at this line was read as mathematics.\n')
    expect(explained('plain.js:1').stdout).toContain(
      'No finding: nothing in this file is mathematics that a rule speaks of.\n',
    )
  })
})

describe('--plot', () => {
  it('draws the error of the code, and of its fix', () => {
    const { status, stdout } = explained('loss.js:5', '--plot')
    expect(status).toBe(0)
    const [naive, fixed] = stdout.split('naive: bits wrong, of 53\n')[1]!.split('  fixed\n')
    expect(naive).toMatch(/^ +53 .*╭─/)
    expect(naive).toContain('breaks at logits = 1000')
    expect(fixed!.split('\n')[0]).toMatch(/^ +53 +[┤┼] +$/)
    expect(fixed).toMatch(/\n +0 +┼─{40,}/)
    expect(fixed).toMatch(/−1200 +1200 {2}logits\n/)
  })
  it('says when there is nothing to draw', () => {
    const report = project({
      'a.js': 'export const f = (xs, k) => xs.map(x => Math.exp(x)).reduce((a, b) => a + b) / k\n',
    })
    expect(report.run('explain', 'a.js:1', '--strict', '--plot').stdout).toContain(
      'No plot: the rewrite has no input whose error could be measured.\n',
    )
  })
})

describe('--html', () => {
  const written = (...args: string[]) => {
    const report = project(files)
    return { ...report.run('explain', '--html', 'report.html', ...args), page: report.read('report.html') }
  }
  it('writes all findings of a project into one page that needs nothing else', () => {
    const { status, stdout, stderr, page } = written('loss.js')
    expect([status, stderr]).toEqual([1, ''])
    expect(stdout).toBe('3 findings in 1 file: see report.html\n')
    const { document } = parseHTML(page)
    const articles = [...document.querySelectorAll('article')]
    expect(articles.map(article => article.querySelector('h3')!.textContent)).toEqual([
      'prefer-log-softmax line 5, column 11',
      'prefer-log1p line 11, column 31',
      'prefer-log1p line 14, column 21',
    ])
    const [first] = articles
    expect(first!.querySelector('math')!.getAttribute('aria-label')).toBe('log(softmax(logits)[k])')
    expect(first!.querySelector('svg path.naive')!.getAttribute('d')).toMatch(/^M[\d.]+,[\d.]+L/)
    expect(first!.querySelector('.diff ins')!.textContent).toBe(
      "+import * as stable from 'eslint-plugin-stable-math/runtime'",
    )
    expect(first!.textContent).toContain('returns -Infinity at logits = [1000, 0], k = 1; exact -1000')
    for (const link of document.querySelectorAll('a'))
      expect(document.querySelector(`[id="${link.getAttribute('href')!.slice(1)}"]`)).not.toBeNull()
    expect(page).not.toMatch(/(?:src|href)="(?!#)|url\(|@import/)
  })
  it('leaves out what a comment has switched off, and is there without a finding', () => {
    const report = project({
      'a.js': '// eslint-disable-next-line stable-math/prefer-expm1\nexport const f = x => Math.exp(x) - 1\n',
    })
    expect(report.run('explain', '--html', 'report.html')).toMatchObject({
      status: 0,
      stdout: '0 findings in 0 files: see report.html\n',
    })
    expect(report.read('report.html')).toContain('0 findings in 0 files, of 1 linted')
  })
  it('says what it could not read, and what it cannot write', () => {
    expect(written('broken.js', 'loss.js')).toMatchObject({
      status: 2,
      stderr: 'Cannot explain "broken.js": it does not parse at line 2.\n',
    })
    expect(project(files).run('explain', '--html', 'report.pdf').stderr).toBe(
      '--html takes the file to write, such as `--html report.html`, but got "report.pdf".\n',
    )
    expect(project(files).run('explain', '--html', 'gone/report.html', 'loss.js').stderr).toMatch(
      /^Cannot write "gone\/report.html": /,
    )
  })
})

describe('what cannot be explained', () => {
  it.each([
    ['loss.js:99', '"loss.js" has 18 lines, not 99.'],
    [
      'loss.js:0',
      'explain takes one place, such as `explain src/loss.js:12`; to lint a directory of that name write `./explain`.',
    ],
    ['gone.js:1', 'There is no file "gone.js".'],
    ['broken.js:1', '"broken.js" does not parse at line 2: Unexpected token =.'],
    ['typed.ts:1', 'To read TypeScript, run `npm install --save-dev typescript-eslint typescript`.'],
  ])('%s', (place, sentence) => {
    expect(explained(place)).toEqual({ status: 2, stdout: '', stderr: `${sentence}\n` })
  })
})
