/** Formulas in strings that mathjs evaluates: what is read of them, and that what is said of them is so on mathjs itself. */
import * as math from 'mathjs'
import { describe, expect, it } from 'vitest'
import { fixAll, lint } from '../lint.ts'

const header = "import * as math from 'mathjs'\n"
const said = (code: string): string[] => lint(header + code).map(({ message }) => message)

describe('reported, with what to write', () => {
  it.each([
    ['log(1 + x)', 'log1p(x)', { x: 1e-17 }, 1e-17],
    ['exp(x) - 1', 'expm1(x)', { x: 1e-17 }, 1e-17],
    ['e^x - 1', 'expm1(x)', { x: 1e-17 }, 1e-17],
    ['1 - exp(-t / tau)', '-expm1(-t / tau)', { t: 1e-17, tau: 1 }, 1e-17],
    ['sqrt(x^2 + y^2)', 'hypot(x, y)', { x: 3e200, y: 4e200 }, 5e200],
    ['(exp(x) - exp(-x)) / 2', 'sinh(x)', { x: 1e-17 }, 1e-17],
    ['log(gamma(x))', 'lgamma(x)', { x: 200 }, 857.9336698258574],
  ])('%s', (naive, stable, scope, exact) => {
    const code = `export const f = scope => math.evaluate('${naive}', scope)`
    expect(said(code)).toEqual([
      expect.stringContaining(`Use \`${stable}\`; it is not done for you, because it is written in a string.`),
    ])
    expect(fixAll(header + code)).toBe(header + code)
    const value = (text: string): number => math.evaluate(text, { ...scope }) as number
    expect(Math.abs(value(stable) / exact - 1)).toBeLessThan(1e-12)
    expect(Math.abs(value(naive) / exact - 1)).not.toBeLessThan(0.1)
  })
  it.each([
    ['a part of it', "math.evaluate('2 * log(1 + rate / 12) + a', scope)"],
    ['compiled', "math.compile('log(1 + x)')"],
    ['parsed', "math.parse('log(1 + x)')"],
    ['a template without holes', 'math.evaluate(`log(1 + x)`)'],
    ['beside a function that is not known', "math.evaluate('log(1 + f(x))')"],
  ])('%s', (_, expression) => expect(said(`export const f = scope => ${expression}`)).toHaveLength(1))
  it('what mathjs has no function for', () =>
    expect(said("export const f = math.evaluate('log(1 + exp(x))')")).toEqual([
      expect.stringContaining('because mathjs has no softplus that is better'),
    ]))
  it('the code around is read as ever', () => {
    const code = "export const f = x => math.evaluate('log(1 + y)', { y: Math.exp(x) - 1 })"
    expect(fixAll(header + code)).toContain("math.evaluate('log(1 + y)', { y: stable.expm1(x) })")
  })
})

describe('silent', () => {
  it.each([
    // Stable, or another formula.
    "math.evaluate('log1p(x)')",
    "math.evaluate('log(2 + x)')",
    "math.evaluate('log(1 + n, 2)')",
    // Beyond the grammar: a statement, units, a matrix, an implicit product, a hole.
    "math.evaluate('y = log(1 + x)')",
    "math.evaluate('5 cm + log(1 + x)')",
    "math.evaluate('[log(1 + x), 2]')",
    "math.evaluate('2 log(1 + x)')",
    'math.evaluate(`log(1 + ${name})`)',
    'math.evaluate(text)',
    // Names of a scope of their own.
    "Math.log(math.evaluate('1 + x', { x: 3 }))",
    // Not mathjs.
    "parser.evaluate('log(1 + x)')",
    "math.format('log(1 + x)')",
  ])('%s', code => expect(said(`export const f = (text, name, parser) => ${code}`)).toEqual([]))
  it('a longer text is data', () =>
    expect(said(`export const f = math.evaluate('log(1 + x) + ${'x + '.repeat(200)}1')`)).toEqual([]))
})
