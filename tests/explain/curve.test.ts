/** The error curve of every rewrite: the naive side breaks where its rule says it does, and the new one does not. */
import { Notation } from '../../src/formula/notation.ts'
import { compare, curveOf, pointsAlong } from '../../src/explain/curve.ts'
import { nearest } from '../../src/explain/plot.ts'
import { placesOf, sweepOf } from '../../src/explain/sweep.ts'
import { errorInUlps, exact } from '../../src/oracle/index.ts'
import { float32, float64, spacing } from '../../src/oracle/formats.ts'
import type { Interval } from '../../src/oracle/interval.ts'
import { defineRule } from '../../src/rules/define-rule.ts'
import { rules } from '../../src/rules/index.ts'

const rule = (rewrite: string, hazard: Record<string, number | number[]>, sample = {}) =>
  defineRule({ name: 'test', why: '', rewrites: [rewrite], hazard, sample })
const swept = (...args: Parameters<typeof rule>) => {
  const made = rule(...args)
  return sweepOf(made, made.lines[0]!, made.lines[0]!.hazard)!
}

describe('what is varied', () => {
  it('is the magnitude of an input that is tiny or huge, and the value of any other', () => {
    expect(swept('log(1 + x) -> log1p(x)', { x: 1e-17 })).toMatchObject({
      variable: 'x',
      scale: 'log',
      breaks: 1e-17,
      to: 10,
    })
    expect(swept('sqrt(x^2) -> abs(x)', { x: -1e200 })).toMatchObject({ scale: 'log', to: -1 })
    expect(swept('log(1 + exp(x)) -> softplus(x)', { x: 1000 })).toMatchObject({
      scale: 'linear',
      from: -1200,
      to: 1200,
    })
  })
  it('is scaled together with what is of like size, and with the entries of its vector', () => {
    expect(swept('sqrt(x^2 + y^2) -> hypot(x, y)', { x: 3e200, y: 4e200 }).at(3)).toEqual({ x: 3, y: 4 })
    expect(swept('log(softmax(z)[k]) -> logSoftmax(z)[k]', { z: [1000, 0], k: 1 }, { k: 'index' }).at(10)).toEqual({
      z: [10, 0],
      k: 1,
    })
  })
  it('is moved where the entries of a vector are close together', () => {
    expect(swept('sum(x^2) -> sum(x)^2', { x: [1e9, 1e9 + 1] }).at(5)).toEqual({ x: [4, 5] })
  })
  it('stays where its formula can be', () => {
    const made = rule('log(1 + exp(x)) -> softplus(x)', { x: 1000 })
    expect(sweepOf(made, made.lines[0]!, { x: 1000 }, { x: { low: 0, high: Infinity } })).toMatchObject({
      from: 0,
      to: 1200,
    })
    expect(swept('log(factorial(n)) -> lfactorial(n)', { n: 200 }, { n: 'count' }).at(17.3)).toEqual({ n: 17 })
  })
  it('is what is tiny or huge rather than what comes first, and never a constant of the source', () => {
    const powers = rule('a * b^(1 / t) - a -> a * powm1(b, 1 / t)', { a: 2, b: 1.5, t: 1e17 })
    const inputs = { a: -1, b: 1.5, t: 1e17 }
    expect(sweepOf(powers, powers.lines[0]!, inputs)!.variable).toBe('t')
    const fixed = { t: { low: 1e17, high: 1e17 }, a: { low: -1, high: -1 } }
    expect(sweepOf(powers, powers.lines[0]!, inputs, fixed)!.variable).toBe('b')
  })
  it('has places in order on both sides of 0', () => {
    for (const x of [1e-17, -1e-17, 1e200, -1e200, 1000]) {
      const places = placesOf(swept('log(1 + x) -> log1p(x)', { x }), 9)
      expect(places).toEqual([...places].sort((a, b) => a - b))
      expect(places.every(Number.isFinite)).toBe(true)
    }
  })
})

describe('the error', () => {
  const { lines } = rule('exp(x) - 1 -> expm1(x)', { x: 1e-17 })
  it('is counted in bits: half of them are gone where half of the digits cancel', () => {
    // Next to a number of size 2^-26, the 1 leaves 27 of 53 bits, and rounds away up to half a unit of the last of them.
    const compared = [1.1, 1.3, 1.5, 1.7].map(share => compare(lines[0]!, { x: share * 2 ** -26 }))
    const worst = Math.max(...compared.map(({ naiveBits }) => naiveBits!))
    expect(worst).toBeGreaterThan(22)
    expect(worst).toBeLessThan(27)
    for (const { fixedBits } of compared) expect(fixedBits).toBeLessThan(1)
  })
  it('is larger in float32, where every operation is rounded to it', () => {
    const { naive, naiveBits, fixedBits } = compare(lines[0]!, { x: 1e-5 }, float32)
    // exp(x) is one of 1 + k * 2^-23: what is left of it is a multiple of 2^-23.
    expect((naive as number) * 2 ** 23).toBe(Math.round((naive as number) * 2 ** 23))
    expect(naiveBits).toBeGreaterThan(8)
    expect(fixedBits).toBeLessThan(1)
  })
  it('is all bits where the result is no number', () => {
    expect(compare(rule('log(exp(x)) -> x', { x: 1 }).lines[0]!, { x: 1000 })).toEqual({
      naive: Infinity,
      fixed: 1000,
      exact: ['1000'],
      naiveBits: 53,
      fixedBits: 0,
    })
  })
  it('is unknown where mathematics has no value', () => {
    expect(compare(rule('log(exp(x) - 1) -> logexpm1(x)', { x: 1 }).lines[0]!, { x: -1 })).toMatchObject({
      exact: undefined,
      naiveBits: undefined,
    })
  })
})

describe('formats', () => {
  it.each([
    [float64, 1, 2 ** -52],
    [float64, 2 - 2 ** -52, 2 ** -52],
    [float64, 0, 5e-324],
    [float64, Number.MAX_VALUE, 2 ** 971],
    [float32, 1, 2 ** -23],
    [float32, 0, 2 ** -149],
    [float32, 2 ** -126, 2 ** -149],
  ])('$0.name: the number next to $1', (format, x, distance) => expect(spacing(x, format)).toBe(distance))

  it('measure the same error in units of their own', () => {
    const third = exact(new Notation().formula('1 / x'), { x: 3 }) as Interval
    expect(errorInUlps(Math.fround(1 / 3), third, float32)).toBeLessThan(0.5)
    expect(errorInUlps(Math.fround(1 / 3), third, float64)).toBeGreaterThan(1e8)
  })
})

const replacing = rules.map(rule => ({
  ...rule,
  lines: rule.lines.flatMap(line => [line, ...line.alternatives]).filter(({ result }) => result),
}))

describe.each(replacing.filter(({ lines }) => lines.length > 0))('$name', rule => {
  it.each(rule.lines)('$text', line => {
    const sweep = sweepOf(rule, line, line.hazard)
    if (!sweep) return
    expect(sweep.at(sweep.breaks)).toEqual(line.hazard)
    const { naiveBits, fixedBits } = compare(line, line.hazard)
    if (naiveBits === undefined) return
    expect(naiveBits).toBeGreaterThan(fixedBits!)
    expect(nearest(curveOf(sweep, pointsAlong(line, sweep, float64, 5)).points, sweep.breaks)).toBeDefined()
  })
})
