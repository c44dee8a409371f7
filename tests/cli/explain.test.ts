/** `explain FILE:LINE`: what a person gets to see who doubts a finding, or misses one. */
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
export const underflow = (x, y) => Math.log(Math.exp(x) * y)
console.log('nothing here')
export const long = Math.log(
  1 +
    rate
)
`,
  'plain.js': 'export const a = 1\n',
  'broken.js': 'const a = 1\nconst = 2\n',
  'typed.ts': 'export const f = (x: number): number => Math.exp(x!) - 1\n',
}

const explained = (place: string, ...options: string[]) => project(files).run('explain', place, ...options)

describe('a line with a finding', () => {
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
    expect(explained('loss.js:11').stdout).toContain('  no fix    Use `log1p(x)`; it is not done for you, because a comment would be lost.\n')
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

  it('takes an editor\'s column, and TypeScript', () => {
    expect(project(files, typescript).run('explain', 'typed.ts:1:20').stdout).toContain('prefer-expm1')
  })
})

describe('a line without one', () => {
  it('may belong to another', () => {
    expect(explained('loss.js:3').stdout).toMatch(/No finding of its own: it is part of `.*softmax\(logits\)\[k\]\)` at line 5, which prefer-log-softmax reports\.\n$/)
  })

  it('shows what was read, and the condition that excludes it', () => {
    expect(explained('loss.js:8').stdout).toContain('No finding. What was read:\n  log(1 + count(xs))\nprefer-log1p has the pattern `log(1 + x) -> log1p(x) when small(x)`, but small(x) does not hold: x = count(xs) is at least 0 and an integer.\n')
    expect(explained('loss.js:9').stdout).toMatch(/prefer-log-sum-exp has the pattern `.*`, but not shifted\(x\) does not hold: x = x - max\(x\) is at most 0\.\n/)
  })

  it('may be for --strict', () => {
    expect(explained('loss.js:10').stdout).toContain('prefer-hypot has the pattern `sqrt(x^2 + y^2) -> hypot(x, y) when wide(x, y)`, but is only on with --strict.\n')
    expect(explained('loss.js:10', '--strict').stdout).toContain('\nprefer-hypot\n')
  })

  it('may say nothing', () => {
    expect(explained('loss.js:13').stdout).toContain('No finding: nothing at this line was read as mathematics.\n')
    expect(explained('plain.js:1').stdout).toContain('No finding: nothing in this file is mathematics that a rule speaks of.\n')
  })
})

describe('what cannot be explained', () => {
  it.each([
    ['loss.js:99', '"loss.js" has 18 lines, not 99.'],
    ['loss.js:0', 'explain takes one place, such as `explain src/loss.js:12`; to lint a directory of that name write `./explain`.'],
    ['gone.js:1', 'There is no file "gone.js".'],
    ['broken.js:1', '"broken.js" does not parse at line 2: Unexpected token =.'],
    ['typed.ts:1', 'To read TypeScript, run `npm install --save-dev typescript-eslint typescript`.'],
  ])('%s', (place, sentence) => {
    expect(explained(place)).toEqual({ status: 2, stdout: '', stderr: `${sentence}\n` })
  })
})
