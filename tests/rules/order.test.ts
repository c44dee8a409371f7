/**
 * Re-association is never a side effect: where a pattern is a sum, what else is added keeps its order, whether it stands
 * before, between or behind. Each row was written by hand.
 */
import { describe, expect, it, test } from 'vitest'
import { rules } from '../../src/rules/index.ts'
import { fixed } from '../lint.ts'

const among: Readonly<Record<string, readonly (readonly [naive: string, fixed: string])[]>> = {
  'prefer-expm1': [
    ['p + Math.exp(x) - 1 - q + r', 'p + stable.expm1(x) - q + r'],
    ['p + Math.exp(x) - q - 1 + r', 'p + stable.expm1(x) - q + r'],
    ['p - q + a * Math.exp(x) - a + r', 'p - q + a * stable.expm1(x) + r'],
  ],
  'prefer-expm1mx': [
    ['p + Math.exp(x) - 1 - x - q + r', 'p + stable.expm1mx(x) - q + r'],
    ['p + Math.log1p(x) - q - x + r', 'p + stable.log1pmx(x) - q + r'],
  ],
  'no-exp-difference': [
    ['p + Math.exp(a) - Math.exp(b) - q + r', 'p + stable.expDifference(a, b) - q + r'],
    ['p + Math.exp(a) - q - Math.exp(b) + r', 'p + stable.expDifference(a, b) - q + r'],
    ['p - q + Math.cosh(x) - 1 + r', 'p - q + 2 * Math.sinh(0.5 * x) ** 2 + r'],
  ],
  'no-fraction-difference': [
    ['p + 1 - 1 / (1 + x) - q + r', 'p + x / (1 + x) - q + r'],
    ['p - 1 / (1 + x) - q + 1 + r', 'p + x / (1 + x) - q + r'],
  ],
  'no-hypot-difference': [
    ['p + Math.hypot(x, y) - x - q + r', 'p + stable.hypotmx(x, y) - q + r'],
    ['p + Math.hypot(x, y) - q - x + r', 'p + stable.hypotmx(x, y) - q + r'],
  ],
  'no-log-difference': [
    ['p + Math.log(x + h) - Math.log(x) - q + r', 'p + stable.logRatio(x + h, x, h) - q + r'],
    ['p + Math.log(x + h) - q - Math.log(x) + r', 'p + stable.logRatio(x + h, x, h) - q + r'],
  ],
  'no-power-difference': [
    ['p + (x + y) ** 2 - x ** 2 - q + r', 'p + y * (2 * x + y) - q + r'],
    ['p + (x + y) ** 2 - q - x ** 2 + r', 'p + y * (2 * x + y) - q + r'],
  ],
  'no-root-difference': [
    ['p + Math.cbrt(x + h) - Math.cbrt(x) - q + r', 'p + stable.cbrtDifference(x + h, x, h) - q + r'],
    ['p + 1 / (x + h) - 1 / x - q + r', 'p - h / (x + h) / x - q + r'],
    ['p + 1 / (x + h) - q - 1 / x + r', 'p - h / (x + h) / x - q + r'],
  ],
  'no-sqrt-difference': [
    ['p + Math.sqrt(x + 1) - Math.sqrt(x) - q + r', 'p + 1 / (Math.sqrt(x + 1) + Math.sqrt(x)) - q + r'],
    ['p + Math.sqrt(x + 1) - q - Math.sqrt(x) + r', 'p + 1 / (Math.sqrt(x + 1) + Math.sqrt(x)) - q + r'],
  ],
  'no-trigonometric-difference': [
    ['p + Math.sin(x + h) - Math.sin(x) - q + r', 'p + stable.sinDifference(x + h, x, h) - q + r'],
    ['p + x - Math.sin(x) - q + r', 'p + stable.xmsin(x) - q + r'],
    ['p + Math.sin(x + h) - q - Math.sin(x) + r', 'p + stable.sinDifference(x + h, x, h) - q + r'],
  ],
  'prefer-hyperbolic': [
    ['p + Math.exp(x) - Math.exp(-x) - q + r', 'p + 2 * Math.sinh(x) - q + r'],
    ['p + 2 / (1 + Math.exp(-x)) - 1 - q + r', 'p + Math.tanh(0.5 * x) - q + r'],
    ['p + 2 * sigmoid(x) - q - 1 + r', 'p + Math.tanh(0.5 * x) - q + r'],
    ['p + Math.cosh(x) - Math.sinh(x) - q + r', 'p + Math.exp(-x) - q + r'],
  ],
  'prefer-inverse-hyperbolic': [
    ['p + Math.log(1 + x) - Math.log(1 - x) - q + r', 'p + 2 * Math.atanh(x) - q + r'],
    ['p + Math.log(1 + x) - q - Math.log(1 - x) + r', 'p + 2 * Math.atanh(x) - q + r'],
  ],
  'prefer-logit': [
    ['a + Math.log(p) - Math.log(1 - p) - q + r', 'a + stable.logit(p) - q + r'],
    ['a + Math.log(p) - q - Math.log(1 - p) + r', 'a + stable.logit(p) - q + r'],
  ],
  'prefer-bce-with-logits': [
    [
      'p + y * Math.log(sigmoid(z)) + (1 - y) * Math.log(1 - sigmoid(z)) - q + r',
      'p - stable.bceWithLogits(z, y) - q + r',
    ],
  ],
  'prefer-powm1': [
    ['p + (1 + x) ** n - 1 - q + r', 'p + stable.compoundm1(x, n) - q + r'],
    ['p + (1 + x) ** n - q - 1 + r', 'p + stable.compoundm1(x, n) - q + r'],
  ],
  'prefer-quadratic-roots': [
    ['p + b * b - 4 * a * c - q + r', 'p + stable.discriminant(a, b, c) - q + r'],
    ['p + b * b - q - 4 * a * c + r', 'p + stable.discriminant(a, b, c) - q + r'],
  ],
  'prefer-versin': [
    ['p + 1 - Math.cos(x) - q + r', 'p + stable.versin(x) - q + r'],
    ['p - Math.cos(x) - q + 1 + r', 'p + stable.versin(x) - q + r'],
  ],
  'prefer-xlogy': [
    [
      'a + y * Math.log(p) + (1 - y) * Math.log(1 - p) - q + r',
      'a + (stable.xlogy(y, p) + stable.xlog1py(1 - y, -p)) - q + r',
    ],
    ['p + w * Math.log(w) - q + r', 'p + stable.xlogx(w) - q + r'],
  ],
  'prefer-stable-variance': [
    ['a + mean(xs.map(x => x * x)) - mean(xs) ** 2 - q + r', 'a + stable.variance(xs) - q + r'],
    ['a + mean(xs.map(x => x * x)) - q - mean(xs) ** 2 + r', 'a + stable.variance(xs) - q + r'],
  ],
}

/** The names that the rows speak of. */
const written = (expression: string): string =>
  `export const f = (a, b, c, h, n, p, q, r, w, x, y, z, xs) => ${expression}`

describe.each(Object.entries(among))('%s leaves the other terms of a sum in their order', (_, rows) => {
  it.each(rows)('%s', (naive, expected) => expect(fixed(written(naive))).toBe(written(expected)))
})

test('of each rule that fixes sums there is a row', () => {
  const fixingSums = rules.filter(({ lines }) => lines.some(line => line.kind === 'fix' && line.pattern.op === 'add'))
  const elsewhere = ['prefer-centered-moments'] // Its sums need a loop: its own test has the row.
  expect([...Object.keys(among), ...elsewhere].toSorted()).toEqual(fixingSums.map(({ name }) => name).toSorted())
})
