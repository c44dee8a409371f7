/** What of `npm run ecosystem` needs no network: the list, the checked-in result, how the output of tests is read. */
import { readFileSync } from 'node:fs'
import { newFailures, outcomeOf } from '../../tools/ecosystem/outcome.ts'
import { packages } from '../../tools/ecosystem/packages.ts'
import { suites } from '../../tools/ecosystem/suites.ts'

const result = readFileSync(new URL('./result.md', import.meta.url), 'utf8')

it('is over many packages, each once and at one version', () => {
  const specs = packages.map(({ spec }) => spec)
  expect(specs.length).toBeGreaterThanOrEqual(30)
  expect(new Set(specs).size).toBe(specs.length)
  for (const spec of [...specs, ...suites.map(({ spec }) => spec)])
    expect(spec).toMatch(/^.[^@]*@\d+\.\d+\.\d+(-\S+)?$/)
})

it.each(['crashes', 'fixed files that do not parse', 'second runs that still change'])('has no %s', mistake => {
  expect(result).toContain(`| ${mistake} | 0 |`)
})

it('has a row for each package', () => {
  for (const { spec } of packages) expect(result).toContain(`| ${spec} |`)
})

describe('the output of tests', () => {
  it('is TAP, or what vows and jest print', () => {
    const output = [
      'ok 1 adds',
      'not ok 2 - subtracts # time=3.1ms',
      '  ✓ multiplies',
      '\u001b[31m  ✗ divides\u001b[39m',
      '  ✕ roots (12 ms)',
      '✗ Broken » 3 honored ∙ 1 broken (0.1s)',
    ]
    expect(outcomeOf(output.join('\n'))).toEqual({ passed: 2, failed: ['divides', 'roots', 'subtracts'] })
  })

  it('is compared name by name, as often as each fails', () => {
    const before = { passed: 1, failed: ['a', 'b'] }
    expect(newFailures(before, { passed: 1, failed: ['b'] })).toEqual([])
    expect(newFailures(before, { passed: 0, failed: ['a', 'a', 'c'] })).toEqual(['a', 'c'])
  })
})
