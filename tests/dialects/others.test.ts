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
  ]
  it.each(cases)('%s', (before, after, hazard, exact) => {
    expect(fixAll(header + before)).toBe(header + after)
    expectClose(at(after, [0.5, 0.25, 2]), at(before, [0.5, 0.25, 2]), 1e-5)
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
    expectClose(at(after, hazard), exact, 1e-12)
    expect(() => expectClose(at(before, hazard), exact, 1e-12)).toThrow()
  })
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
    ['x => math.log(math.gamma(x))', 'x => math.lgamma(x)', [200], 857.9336698258574],
  ]
  it.each(cases)('%s', (before, after, hazard, exact) => {
    expect(fixAll(header + before)).toBe(header + after)
    const at = (code: string, ...args: readonly unknown[]): unknown => run(header + code, { math }, ...args)
    for (const x of [0.5, 3]) expectClose(at(after, x), at(before, x), 1e-11)
    expectClose(at(after, ...hazard), exact, 1e-12)
    expect(() => expectClose(at(before, ...hazard), exact, 1e-12)).toThrow()
  })
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
