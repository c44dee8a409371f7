/**
 * Naive and fixed code on the other tensor libraries, each with its real package: the same values on ordinary input, the
 * right value at the hazard, and no call that is no better.
 */
import * as jax from '@jax-js/jax'
import * as math from 'mathjs'
import * as numpyTs from 'numpy-ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { fixAll, lint } from '../lint.ts'

const run = (code: string, names: Record<string, unknown>, ...args: unknown[]): unknown => {
  const body = code.replace(/^import .*\n/gm, '').replace('export const f =', 'return')
  return (new Function(...Object.keys(names), body)(...Object.values(names)) as (...args: unknown[]) => unknown)(
    ...args,
  )
}

function expectClose(actual: unknown, wanted: unknown, digits: number): void {
  const [a, b] = [[actual].flat(9) as number[], [wanted].flat(9) as number[]]
  expect(a).toHaveLength(b.length)
  for (const [i, value] of b.entries())
    expect(Math.abs(a[i]! - value)).toBeLessThanOrEqual(digits * Math.max(1e-300, Math.abs(value)))
}

/** How long an array is in each of its dimensions. */
const shapeOf = (value: unknown): number[] =>
  Array.isArray(value) ? [value.length, ...(value.length > 0 ? shapeOf(value[0]) : [])] : []

const silent = (header: string, code: string): void =>
  expect(lint(header + code).map(({ message }) => message)).toEqual([])

type Case = readonly [naive: string, fixed: string, hazard: readonly unknown[], exact: unknown]

describe('jax-js', () => {
  const header = "import { numpy as np, nn } from '@jax-js/jax'\nexport const f = "
  const { numpy: np, nn } = jax
  beforeAll(() => void jax.defaultDevice('cpu'))
  const at = (code: string, input: number[] | number[][]): unknown =>
    (run(header + code, { np, nn }, np.array(input)) as { js(): unknown }).js()

  const cases: readonly (readonly [string, string, number[], number[]])[] = [
    ['x => np.log(np.add(1, x))', 'x => np.log1p(x)', [1e-10, 1e-5], [1e-10, Math.log1p(1e-5)]],
    ['x => np.exp(x).sub(1)', 'x => np.expm1(x)', [1e-17], [1e-17]],
    ['x => np.subtract(np.exp(x), 1)', 'x => np.expm1(x)', [1e-17], [1e-17]],
    ['x => np.log(nn.softmax(x))', 'x => nn.logSoftmax(x)', [200, 0], [0, -200]],
    ['x => np.log(nn.softmax(x, 0))', 'x => nn.logSoftmax(x, 0)', [200, 0], [0, -200]],
    ['x => np.subtract(1, np.square(np.exp(x)))', 'x => np.negative(np.expm1(np.multiply(x, 2)))', [1e-17], [-2e-17]],
  ]
  it.each(cases)('%s', (before, after, hazard, exact) => {
    expect(fixAll(header + before)).toBe(header + after)
    expectClose(at(after, [0.5, 0.25, 2]), at(before, [0.5, 0.25, 2]), 1e-5)
    const matrix = [
      [0.5, 0.25, 2],
      [1, 3, 0.125],
    ]
    expect(shapeOf(at(after, matrix))).toEqual(shapeOf(at(before, matrix)))
    expectClose(at(after, matrix), at(before, matrix), 1e-5)
    expectClose(at(after, hazard), exact, 1e-5)
    expect(() => expectClose(at(before, hazard), exact, 1e-5)).toThrow()
    const gradient = (code: string): unknown =>
      (
        jax.grad((x: jax.Array) => (run(header + code, { np, nn }, x) as jax.Array).sum())(
          np.array([0.5, 0.25]),
        ) as jax.Array
      ).js()
    const [a, b] = [gradient(after) as number[], gradient(before) as number[]]
    for (const [i, value] of b.entries()) expect(Math.abs(a[i]! - value)).toBeLessThan(1e-5)
  })

  it('the value of a sigmoid is right, and its gradient NaN', () => {
    const before = 'x => np.reciprocal(np.add(np.exp(np.negative(x)), 1))'
    const after = 'x => nn.sigmoid(x)'
    expect(fixAll(header + before)).toBe(header + after)
    expectClose(at(after, [0.5, -2]), at(before, [0.5, -2]), 1e-5)
    const gradient = (code: string): unknown =>
      (
        jax.grad((x: jax.Array) => (run(header + code, { np, nn }, x) as jax.Array).sum())(
          np.array([-1000]),
        ) as jax.Array
      ).js()
    expect(gradient(before)).toEqual([NaN])
  })
  it('logsumexp is suggested, with its axis: of infinities it is NaN', () => {
    const [before, after] = ['x => np.log(np.sum(np.exp(x), 1))', 'x => nn.logsumexp(x, 1)']
    expect(fixAll(header + before)).toBe(header + before)
    expect(lint(header + before)[0]!.suggestions!.map(({ fix }) => fix.text)).toEqual(['nn.logsumexp(x, 1)'])
    expectClose(
      at(after, [
        [0.5, 2],
        [1, 3],
      ]),
      at(before, [
        [0.5, 2],
        [1, 3],
      ]),
      1e-5,
    )
    expectClose(at(after, [[1000, 999]]), [1000 + Math.log1p(Math.exp(-1))], 1e-6)
    expect(nn.logsumexp(np.array([-Infinity, -Infinity])).js()).toEqual(NaN)
  })
  it.each([
    'x => { const e = np.exp(x.ref.sub(lax.stopGradient(x.max(-1, { keepdims: true })))); return e.ref.div(e.sum(-1, { keepdims: true })) }',
    'x => np.where(np.less(np.absolute(x.ref), 0.01), x.ref, np.exp(x).sub(1))',
    'x => nn.logSoftmax(x)',
    'x => np.log(np.absolute(x).add(2))',
  ])('silent: %s', code => silent(header.replace('nn', 'nn, lax'), code))

  it('its softplus and its logSigmoid are naive: no fix', () => {
    expect(nn.softplus(np.array([1000])).js()).toEqual([Infinity])
    expect(nn.logSigmoid(np.array([-1000])).js()).toEqual([-Infinity])
    for (const code of ['x => np.log(np.exp(x).add(1))', 'x => np.log(nn.sigmoid(x))']) {
      expect(lint(header + code)).toHaveLength(1)
      expect(fixAll(header + code)).toBe(header + code)
    }
  })
  it('a tensor is used up as often as before', () => {
    const code = `${header}x => np.exp(x.ref).div(np.exp(x).sum(-1, { keepdims: true }))`
    expect(lint(code).map(({ message }) => message)).toEqual([
      expect.stringContaining('`x` would be used up another number of times'),
    ])
  })
})

describe('numpy-ts', () => {
  const header = "import * as np from 'numpy-ts'\nexport const f = "
  const at = (code: string, input: readonly unknown[]): unknown => {
    const result = run(header + code, { np: numpyTs }, ...input.map(value => numpyTs.array(value as number[])))
    return typeof result === 'number' ? result : (result as { tolist(): unknown }).tolist()
  }
  const cases: readonly Case[] = [
    ['x => np.log(np.add(x, 1))', 'x => np.log1p(x)', [[1e-17]], [1e-17]],
    ['x => x.add(1).log()', 'x => x.log1p()', [[1e-17]], [1e-17]],
    ['x => np.exp(x).subtract(1)', 'x => np.expm1(x)', [[1e-17]], [1e-17]],
    [
      'x => np.subtract(np.mean(np.square(x), 1, true), np.square(np.mean(x, 1, true)))',
      'x => np.var(x, 1, 0, true)',
      [[[1e9 + 1, 1e9 + 2, 1e9 + 3]]],
      [[2 / 3]],
    ],
    [
      'x => np.subtract(np.mean(np.square(x), 0), np.square(np.mean(x, 0)))',
      'x => np.var(x, 0)',
      [[[1e9 + 1], [1e9 + 2], [1e9 + 3]]],
      [2 / 3],
    ],
    [
      'x => np.sqrt(np.subtract(np.mean(np.square(x), 1), np.square(np.mean(x, 1))))',
      'x => np.std(x, 1)',
      [[[1e9 + 1, 1e9 + 2, 1e9 + 3]]],
      [Math.sqrt(2 / 3)],
    ],
    ['x => np.log(np.add(x, np.sqrt(np.add(np.square(x), 1))))', 'x => np.arcsinh(x)', [[-1e10]], [-Math.asinh(1e10)]],
    ['x => np.divide(np.subtract(np.exp(x), np.exp(np.negative(x))), 2)', 'x => np.sinh(x)', [[1e-17]], [1e-17]],
    ['x => np.sqrt(np.add(np.square(x), 1))', 'x => np.hypot(x, 1)', [[1e200]], [1e200]],
  ]
  it.each(cases)('%s', (before, after, hazard, exact) => {
    expect(fixAll(header + before)).toBe(header + after)
    const ordinary = [
      [
        [0.5, 0.25, 2],
        [1, 3, 0.125],
      ],
    ]
    expectClose(at(after, ordinary), at(before, ordinary), 1e-12)
    expect(shapeOf(at(after, ordinary))).toEqual(shapeOf(at(before, ordinary)))
    expectClose(at(after, hazard), exact, 1e-12)
    expect(() => expectClose(at(before, hazard), exact, 1e-12)).toThrow()
  })
  it.each([
    'x => { const m = np.max(x, 1, true); const e = np.exp(np.subtract(x, m)); return np.divide(e, np.sum(e, 1, true)) }',
    'x => { const c = np.subtract(x, np.mean(x, 0)); return np.mean(np.square(c), 0) }',
    'x => np.where(np.less(np.abs(x), 1e-5), x, np.subtract(np.exp(x), 1))',
    'x => np.log(np.add(np.abs(x), 2))',
    'x => np.log1p(x)',
  ])('silent: %s', code => silent(header, code))
  it('logaddexp is suggested: of two infinities it is NaN', () => {
    const code = `${header}(a, b) => np.log(np.add(np.exp(a), np.exp(b)))`
    expect(fixAll(code)).toBe(code)
    expect(lint(code)[0]!.suggestions?.map(({ desc }) => desc)).toEqual([
      'Replace by `np.logaddexp(a, b)`, although it is NaN where both are -Infinity.',
    ])
    expect(numpyTs.logaddexp(numpyTs.array([-Infinity]), numpyTs.array([-Infinity])).tolist()).toEqual([NaN])
    expectClose(
      numpyTs.logaddexp(numpyTs.array([1000]), numpyTs.array([999])).tolist(),
      [1000 + Math.log1p(Math.exp(-1))],
      1e-14,
    )
  })
  it('numbers and arrays are not mixed in one fix', () => {
    const code = `${header}x => Math.log(np.sum(np.exp(x)))`
    expect(lint(code)).toHaveLength(1)
    expect(fixAll(code)).toBe(code)
  })
})

describe('mathjs', () => {
  const header = "import * as math from 'mathjs'\nexport const f = "
  const cases: readonly Case[] = [
    ['x => math.log(math.add(1, x))', 'x => math.log1p(x)', [1e-17], 1e-17],
    ['x => math.log(1 + x)', 'x => math.log1p(x)', [1e-17], 1e-17],
    ['x => math.subtract(math.exp(x), 1)', 'x => math.expm1(x)', [1e-17], 1e-17],
    ['x => math.log(math.add(x, math.sqrt(math.add(math.square(x), 1))))', 'x => math.asinh(x)', [1e-17], 1e-17],
    [
      'x => math.multiply(0.5, math.log(math.divide(math.add(1, math.divide(x, 4)), math.subtract(1, math.divide(x, 4)))))',
      'x => math.atanh(math.divide(x, 4))',
      [4e-17],
      1e-17,
    ],
    [
      'x => math.divide(math.subtract(math.exp(x), math.exp(math.unaryMinus(x))), 2)',
      'x => math.sinh(x)',
      [1e-17],
      1e-17,
    ],
    ['x => math.sqrt(math.add(math.square(x), 1))', 'x => math.hypot(x, 1)', [1e200], 1e200],
    ['x => math.log(math.gamma(x))', 'x => math.lgamma(x)', [200], 857.9336698258574],
  ]
  it.each(cases)('%s', (before, after, hazard, exact) => {
    expect(fixAll(header + before)).toBe(header + after)
    const at = (code: string, ...args: readonly unknown[]): unknown => run(header + code, { math }, ...args)
    for (const x of [0.5, 3]) expectClose(at(after, x), at(before, x), 1e-11)
    expectClose(at(after, ...hazard), exact, 1e-12)
    expect(() => expectClose(at(before, ...hazard), exact, 1e-12)).toThrow()
  })
  it('log1p and expm1 take matrices, where log and exp take none', () => {
    expect(math.log1p(math.matrix([1e-17])).toArray()).toEqual([1e-17])
    expect(() => math.log(math.matrix([1]) as never)).toThrow()
  })
  it.each([
    '(a, b) => { const m = math.max(a, b); return math.add(m, math.log(math.add(math.exp(math.subtract(a, m)), math.exp(math.subtract(b, m))))) }',
    'x => math.log1p(x)',
    'x => math.log(x, 2)',
    'x => math.log(math.add(2, math.abs(x)))',
    'xs => math.sum(math.dotMultiply(xs, xs))',
  ])('silent: %s', code => silent(header, code))
  it('what operators make of its results is reported', () => {
    const code = `${header}x => math.exp(x) - 1`
    expect(lint(code).map(({ ruleId }) => ruleId)).toEqual(['stable-math/prefer-expm1'])
    expect(fixAll(code)).toBe(code)
  })
})

describe('numjs has nothing better', () => {
  it.each([
    'x => nj.log(nj.add(x, 1))',
    'x => nj.exp(x).subtract(1)',
    'x => { const e = nj.exp(x); return e.divide(e.sum()) }',
  ])('%s', code => {
    const source = `import nj from 'numjs'\nexport const f = ${code}`
    expect(lint(source).length).toBeGreaterThan(0)
    expect(fixAll(source)).toBe(source)
  })
})
