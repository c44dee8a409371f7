/**
 * Naive and fixed code on the real TensorFlow.js: the same values, shapes and gradients on ordinary input, and the right
 * value where the naive code has none.
 */
import type * as Core from '@tensorflow/tfjs-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { fixAll, lint } from '../lint.ts'
import { loadTensorFlow } from './tensorflow.ts'

type Function = (x: Core.Tensor, y?: Core.Tensor) => Core.Tensor

let tf: typeof Core
beforeAll(async () => {
  tf = await loadTensorFlow()
}, 60_000)

const header = "import * as tf from '@tensorflow/tfjs'\n"
const functionOf = (code: string): Function =>
  new Function('tf', `${code.replace(header, '').replace('export const f =', 'return')}`)(tf) as Function
const fixed = (naive: string): string =>
  fixAll(`${header}export const f = ${naive}`).replace(`${header}export const f = `, '')
const suggested = (naive: string): string[] => {
  const code = `${header}export const f = ${naive}`
  return lint(code).flatMap(({ suggestions = [] }) =>
    suggestions.map(({ fix }) =>
      (code.slice(0, fix.range[0]) + fix.text + code.slice(fix.range[1])).replace(`${header}export const f = `, ''),
    ),
  )
}
const numbers = (t: Core.Tensor): number[] => Array.from(t.dataSync())

/** float32 has seven digits; the naive side has lost one or two on the way. */
const digits = 1e-5
function expectClose(actual: readonly number[], wanted: readonly number[], floor = 0): void {
  expect(actual).toHaveLength(wanted.length)
  for (const [i, value] of wanted.entries()) {
    if (Number.isFinite(value))
      expect(Math.abs(actual[i]! - value)).toBeLessThanOrEqual(Math.max(floor, digits * Math.abs(value)))
    else expect(actual[i]).toBe(value)
  }
}

const matrix = [
  [0.5, -1, 2],
  [3, 0.25, -2],
]
const labels = [
  [1, 0, 0.5],
  [0, 1, 1],
]

function agrees(before: string, after: string, input: number[] | number[][] = matrix): void {
  const [naive, stable] = [functionOf(`export const f = ${before}`), functionOf(`export const f = ${after}`)]
  const x = tf.tensor(input)
  const y = tf.tensor(labels)
  const [a, b] = [naive(x, y), stable(x, y)]
  expect(b.shape).toEqual(a.shape)
  expect(b.dtype).toBe(a.dtype)
  expectClose(numbers(b), numbers(a), 1e-6)
  // What comes in is mostly computed itself, as the output of a layer is.
  const gradient = (f: Function): number[] => numbers(tf.grad((v: Core.Tensor) => f(tf.mul(v, 1), y))(x))
  expectClose(gradient(stable), gradient(naive), 1e-6)
}

/** Naive code, the code that it is fixed to, an input at which it goes wrong, and what is right there. */
type Case = readonly [naive: string, fixed: string, hazard: number[] | number[][], exact: readonly number[]]

const lse = 1000 + Math.log(1 + Math.exp(-1))
const fixes: Record<string, readonly Case[]> = {
  log1p: [
    ['x => tf.log(tf.add(1, tf.square(x)))', 'x => tf.log1p(tf.square(x))', [1e-5, 0.5], [1e-10, Math.log(1.25)]],
    ['x => x.square().add(1).log()', 'x => x.square().log1p()', [1e-5], [1e-10]],
    ['x => tf.log(tf.scalar(1).add(x.square()))', 'x => tf.log1p(x.square())', [1e-5], [1e-10]],
    [
      'x => { const y = x.square(); const z = y.add(1); return z.log() }',
      'x => { const y = x.square(); return y.log1p() }',
      [1e-5],
      [1e-10],
    ],
    [
      'x => tf.log(tf.sub(1, tf.tanh(x).square()).add(1e-6))',
      'x => tf.log1p(tf.sub(1e-6, tf.tanh(x).square()))',
      [0],
      [Math.log1p(1e-6)],
    ],
  ],
  expm1: [
    ['x => tf.sub(tf.exp(x), 1)', 'x => tf.expm1(x)', [1e-10], [1e-10]],
    ['x => x.exp().sub(tf.scalar(1))', 'x => x.expm1()', [1e-10], [1e-10]],
    [
      'x => { const r = x.exp(); return r.sub(1).sub(x.mul(0.5)).mean() }',
      'x => { return x.expm1().sub(x.mul(0.5)).mean() }',
      [1e-10],
      [5e-11],
    ],
    [
      'x => { const a = tf.exp(tf.neg(x)); return tf.sub(1, tf.square(a)) }',
      'x => { return tf.neg(tf.expm1(tf.neg(tf.mul(x, 2)))) }',
      [1e-10],
      [2e-10],
    ],
    ['x => tf.sub(1, tf.exp(x))', 'x => tf.neg(tf.expm1(x))', [1e-10], [-1e-10]],
  ],
  softplus: [
    ['x => tf.log(tf.add(1, tf.exp(x)))', 'x => tf.softplus(x)', [1000, -50], [1000, Math.exp(-50)]],
    ['x => x.exp().add(1).log()', 'x => x.softplus()', [1000], [1000]],
  ],
  logSigmoid: [
    ['x => tf.log(tf.sigmoid(x))', 'x => tf.neg(tf.softplus(tf.neg(x)))', [-200, 20], [-200, -Math.exp(-20)]],
    ['x => x.sigmoid().mul(-1).add(1).log()', 'x => x.softplus().neg()', [200], [-200]],
    [
      'x => tf.tidy(() => { const p = tf.sigmoid(x); return tf.log(p) })',
      'x => tf.tidy(() => { return tf.neg(tf.softplus(tf.neg(x))) })',
      [-200],
      [-200],
    ],
  ],
  'binary cross-entropy': [
    [
      '(x, y) => tf.tidy(() => { const p = x.sigmoid(); const one = y.mul(p.log()); const two = y.mul(-1).add(1).mul(p.mul(-1).add(1).log()); return one.add(two).mul(-1).mean() })',
      '(x, y) => tf.tidy(() => { const one = y.mul(x.neg().softplus().neg()); const two = y.mul(-1).add(1).mul(x.softplus().neg()); return one.add(two).mul(-1).mean() })',
      [
        [-200, 200, 0],
        [0, 0, 0],
      ],
      // Of the labels 1, 0, 0.5; 0, 1, 1.
      [(200 + 200 + 4 * Math.LN2) / 6],
    ],
  ],
  softmax: [
    [
      'x => tf.div(tf.exp(x), tf.sum(tf.exp(x), -1, true))',
      'x => tf.softmax(x)',
      [[1000, 999]],
      [1 / (1 + Math.exp(-1)), 1 / (1 + Math.E)],
    ],
    [
      'x => { const e = x.exp(); return e.div(e.sum(-1, true)) }',
      'x => { return x.softmax() }',
      [[1000, 1000]],
      [0.5, 0.5],
    ],
    [
      'x => { const e = tf.exp(x); const s = tf.sum(e, -1).expandDims(-1); return e.div(s) }',
      'x => { return tf.softmax(x) }',
      [[1000, 1000]],
      [0.5, 0.5],
    ],
  ],
  logSoftmax: [
    ['x => tf.log(tf.softmax(x))', 'x => tf.logSoftmax(x)', [[200, 0]], [0, -200]],
    ['x => x.softmax().log()', 'x => x.logSoftmax()', [[200, 0]], [0, -200]],
    [
      '(x, y) => y.mul(x.softmax().log()).sum(-1).neg()',
      '(x, y) => y.mul(x.logSoftmax()).sum(-1).neg()',
      [
        [200, 0, 0],
        [0, 200, 0],
      ],
      [100, 200],
    ],
  ],
  variance: [
    [
      'x => tf.sub(tf.mean(tf.square(x)), tf.square(tf.mean(x)))',
      'x => tf.moments(x).variance',
      [10001, 10002, 10003],
      [2 / 3],
    ],
    [
      'x => x.square().mean(0).sub(x.mean(0).square())',
      'x => tf.moments(x, 0).variance',
      [[10001], [10002], [10003]],
      [2 / 3],
    ],
    [
      'x => x.square().mean(1, true).sub(x.mean(1, true).square())',
      'x => tf.moments(x, 1, true).variance',
      [[10001, 10002, 10003]],
      [2 / 3],
    ],
    [
      'x => tf.sqrt(x.square().mean([1]).sub(x.mean([1]).square()))',
      'x => tf.sqrt(tf.moments(x, [1]).variance)',
      [[10001, 10002, 10003]],
      [Math.sqrt(2 / 3)],
    ],
  ],
}

describe.each(Object.entries(fixes))('%s', (_, cases) => {
  it.each(cases)('%s', (before, after, hazard, exact) => {
    expect(fixed(before)).toBe(after)
    agrees(before, after)
    const at = (code: string): number[] =>
      numbers(functionOf(`export const f = ${code}`)(tf.tensor(hazard), tf.tensor(labels)))
    expectClose(at(after), exact)
    expect(() => expectClose(at(before), exact)).toThrow()
  })
})

describe('the value is right, and its gradient NaN', () => {
  it.each([
    ['x => tf.div(1, tf.add(1, tf.exp(tf.neg(x))))', 'x => tf.sigmoid(x)'],
    ['x => x.neg().exp().add(1).reciprocal()', 'x => x.sigmoid()'],
    ['x => tf.scalar(1).div(x.neg().exp().add(1))', 'x => x.sigmoid()'],
  ])('%s', (before, after) => {
    expect(fixed(before)).toBe(after)
    agrees(before, after)
    const gradient = (code: string): number[] =>
      numbers(tf.grad(functionOf(`export const f = ${code}`) as (x: Core.Tensor) => Core.Tensor)(tf.tensor([-100])))
    expect(gradient(before)).toEqual([NaN])
    expectClose(gradient(after), [Math.exp(-100)], 1e-45)
  })
})

describe('a call that is worse somewhere is suggested, not written', () => {
  it.each([
    ['x => tf.log(tf.sum(tf.exp(x), 1, true))', 'x => tf.logSumExp(x, 1, true)', [[1000, 999]], [lse]],
    ['x => x.exp().sum(1).log()', 'x => x.logSumExp(1)', [[1000, 999]], [lse]],
    ['x => tf.log(tf.sum(tf.exp(x)))', 'x => tf.logSumExp(x)', [1000, 999], [lse]],
  ])('%s', (before, after, hazard, exact) => {
    expect(fixed(before)).toBe(before)
    expect(suggested(before)).toEqual([after])
    agrees(before, after)
    expectClose(numbers(functionOf(`export const f = ${after}`)(tf.tensor(hazard))), exact)
  })
  it('logSumExp of infinities is NaN, where the naive code is right', () => {
    expect(numbers(tf.logSumExp(tf.tensor([-Infinity, -Infinity])))).toEqual([NaN])
    expect(numbers(tf.log(tf.sum(tf.exp(tf.tensor([-Infinity, -Infinity])))))).toEqual([-Infinity])
  })
  it('logSigmoid has no gradient for what was computed', () => {
    const gradient = (f: (x: Core.Tensor) => Core.Tensor) => (): number[] =>
      numbers(tf.grad((x: Core.Tensor) => f(tf.mul(x, 2)))(tf.tensor([1])))
    expect(gradient(x => tf.logSigmoid(x))).toThrow()
    expect(gradient(x => tf.neg(tf.softplus(tf.neg(x))))).not.toThrow()
  })
  it('softmax goes along the last axis alone', () => {
    const before = 'x => { const e = x.exp(); return e.div(e.sum(0)) }'
    expect(fixed(before)).toBe(before)
    expect(suggested(before)).toEqual(['x => { return x.softmax() }'])
    expect(() => tf.softmax(tf.tensor(matrix), 0)).toThrow()
  })
  it('norm is the naive formula', () => {
    expect(numbers(tf.norm(tf.tensor([3e30, 4e30])))).toEqual([Infinity])
    expect(fixed('x => x.square().sum().sqrt()')).toBe('x => x.square().sum().sqrt()')
  })
})

describe('the loss of the library in place of a whole', () => {
  const shares = [
    [0.5, 0, 0.5],
    [0, 1, 0],
  ]
  const none = 'undefined, undefined, tf.Reduction.NONE'
  const gradients = (code: string, z: number[][], y: number[][]): number[] =>
    numbers(
      tf.grad((x: Core.Tensor) => functionOf(`export const f = ${code}`)(tf.mul(x, 1), tf.tensor(y)))(tf.tensor(z)),
    )
  const losses: readonly (readonly [naive: string, library: string, logit: number[][], exact: number])[] = [
    [
      '(z, y) => tf.mean(tf.neg(tf.sum(tf.mul(y, tf.log(tf.softmax(z))), -1)))',
      `(z, y) => tf.mean(tf.losses.softmaxCrossEntropy(y, z, ${none}))`,
      [
        [200, 0, 0],
        [0, 200, 0],
      ],
      50,
    ],
    [
      '(z, y) => y.mul(z.softmax().log()).sum(-1).neg()',
      `(z, y) => tf.losses.softmaxCrossEntropy(y, z, ${none})`,
      [
        [200, 0, 0],
        [0, 200, 0],
      ],
      100,
    ],
    [
      '(z, y) => { const p = z.sigmoid(); return y.mul(p.log()).add(tf.sub(1, y).mul(tf.sub(1, p).log())).neg().mean() }',
      `(z, y) => { return tf.losses.sigmoidCrossEntropy(y, z, ${none}).mean() }`,
      [
        [-200, 200, 200],
        [200, 200, -200],
      ],
      (100 + 200 + 100 + 200) / 6,
    ],
  ]
  it.each(losses)('%s', (before, after, hazard, exact) => {
    expect(suggested(before)).toContain(after)
    const [naive, stable] = [before, after].map(code => functionOf(`export const f = ${code}`))
    const at = (f: Function, z: number[][]): Core.Tensor => f(tf.tensor(z), tf.tensor(shares))
    expect(at(stable!, matrix).shape).toEqual(at(naive!, matrix).shape)
    expectClose(numbers(at(stable!, matrix)), numbers(at(naive!, matrix)), 1e-6)
    expectClose(gradients(after, matrix, shares), gradients(before, matrix, shares), 1e-6)
    expectClose(numbers(at(stable!, hazard)).slice(0, 1), [exact])
  })
  it('the gradient of softmaxCrossEntropy is right where the labels add up to 1, and nowhere else', () => {
    const [[before, after]] = losses as readonly [(typeof losses)[number]]
    const twice = shares.map(row => row.map(share => 2 * share))
    expect(() => expectClose(gradients(after, matrix, twice), gradients(before, matrix, twice), 1e-3)).toThrow()
  })
  it('the gradient of sigmoidCrossEntropy is right at 0 too, where it is made of two kinks', () => {
    const [before, after] = losses[2]!
    const zeros = shares.map(row => row.map(() => 0))
    const exact = shares.flat().map(y => (0.5 - y) / 6)
    for (const code of [before, after]) expectClose(gradients(code, zeros, shares), exact, 1e-6)
  })
  it('both insist on labels of the shape of the logits', () => {
    const [z, y] = [tf.tensor(matrix), tf.tensor([1, 0, 0])]
    expect(() => tf.losses.sigmoidCrossEntropy(y, z)).toThrow()
    expect(() => tf.losses.softmaxCrossEntropy(y, z)).toThrow()
  })
  it.each([
    // The axis is kept, or another one; the labels are those of one class.
    '(z, y) => y.mul(z.softmax().log()).sum(-1, true).neg()',
    '(z, y) => y.mul(z.softmax().log()).sum().neg()',
    '(z, y) => y.mul(z.softmax().log()).sum(0).neg()',
    '(z, y) => tf.gather(z.softmax().log(), y)',
  ])('no suggestion: %s', code => {
    expect(suggested(code).filter(text => text.includes('losses'))).toEqual([])
  })
})

describe('silent', () => {
  it.each([
    'x => { const m = x.max(-1, true); const e = x.sub(m).exp(); return e.div(e.sum(-1, true)) }',
    'x => tf.log(tf.sum(tf.exp(tf.sub(x, tf.max(x, 1, true))), 1, true)).add(tf.max(x, 1, true))',
    'x => tf.logSoftmax(x)',
    'x => tf.losses.sigmoidCrossEntropy(tf.ones([2, 3]), x)',
    'x => tf.where(tf.less(tf.abs(x), 0.01), x, tf.sub(tf.exp(x), 1))',
    'x => x.abs().add(1.5).log()',
    'x => x.square().mean(0).sub(x.mean(1).square())',
    'x => { const c = x.sub(x.mean(0)); return c.square().mean(0) }',
    'x => tf.exp(x).div(tf.sum(tf.exp(x.mul(2)), -1, true).add(1e9))',
    'x => x.sigmoid()',
  ])('%s', code => {
    expect(
      lint(`${header}export const f = ${code}`)
        .map(({ ruleId }) => ruleId)
        .filter(rule => rule !== 'stable-math/no-unbounded-exp'),
    ).toEqual([])
  })
})
