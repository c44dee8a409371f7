/** That the benchmark of linting measures what it says: how much code there is, and of what kind. Never how fast it is. */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { Linter } from 'eslint'
import { lint } from '../lint.ts'

// Plain JavaScript, so that nothing is transpiled while it measures.
const bench = new URL('../../bench/lint/', import.meta.url)
const { countLines, realCode } = await import(new URL('corpus.mjs', bench).href)
const { generated, generatedKinds } = await import(new URL('generated.mjs', bench).href)
const { table } = await import(new URL('table.mjs', bench).href)

it('has at least 300,000 lines of real code, with and without mathematics', () => {
  const files: { lines: number; kind: string }[] = realCode()
  expect(files.reduce((sum, { lines }) => sum + lines, 0)).toBeGreaterThan(300_000)
  for (const kind of ['none', 'few', 'some']) expect(files.some(file => file.kind === kind)).toBe(true)
})

describe.each(Object.keys(generatedKinds))('%s', kind => {
  it('has as many lines as asked for', () => {
    for (const lines of [1000, 10_000]) expect(countLines(generated(kind, lines))).toBe(lines)
  })

  it('can be parsed', () =>
    expect(new Linter().verify(generated(kind, 1000), []).filter(message => message.fatal)).toEqual([]))

  it('is unstable where it says so', () => {
    const findings = lint(generated(kind, 200)).length
    if (kind === 'dense' || kind === 'flat') expect(findings).toBeGreaterThan(20)
    else expect(findings).toBe(0)
  })
})

it('prints a table that is aligned and Markdown', () =>
  expect(table(['', 'lines'], [['some', '1,000']])).toBe('|      | lines |\n| ---- | ----: |\n| some | 1,000 |'))

it.each([
  ['--only nothing', '--only takes real or generated, but got "nothing".'],
  ['--fast', "Unknown option '--fast'"],
])('says in one line what is wrong with %s', (words, sentence) => {
  const { status, stderr } = spawnSync(process.execPath, [
    fileURLToPath(new URL('index.mjs', bench)),
    ...words.split(' '),
  ])
  expect(status).toBe(2)
  expect(String(stderr)).toContain(sentence)
})
