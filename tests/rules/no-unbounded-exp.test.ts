/** Sums and quotients of exponentials without a bound: what is reported, and what is left alone. */
import { testRule } from './tester.ts'

testRule('no-unbounded-exp', {
  spelled: [
    ['xs.map(x => Math.exp(x)).reduce((a, b) => a + b, 0)', null],
    ['Math.exp(x) / (c + Math.exp(x))', null, '1 / (1 + c * Math.exp(-x))'],
    ['Math.exp(a) / (c + Math.exp(b))', null],
    ['Math.exp(a) + Math.exp(b)', null],
  ],
  invalid: {
    'order of terms': [
      ['Math.exp(x) / (Math.exp(x) + 2)', null, '1 / (1 + 2 * Math.exp(-x))'],
      ['xs.reduce((s, x) => Math.exp(x) + s, 0)', null],
    ],
    'other spellings of exp': [
      ['Math.E ** x / (2 + Math.pow(Math.E, x))', null, '1 / (1 + 2 * Math.exp(-x))'],
      ['sum(xs.map(x => Math.E ** x))', null],
    ],
    'parentheses and types': [
      ['(Math.exp(x) as number) / ((c!) + (Math.exp(x) satisfies number))', null, '1 / (1 + c! * Math.exp(-x))'],
    ],
    variables: [
      [
        `
        function hill(x: number, c: number) {
          const e = Math.exp(x)
          return e / (c + e)
        }`,
        null,
        `
        function hill(x: number, c: number) {
          return 1 / (1 + c * Math.exp(-x))
        }`,
      ],
      [
        `
        function partition(xs: number[]) {
          const weights = xs.map(Math.exp)
          return weights.reduce((a, b) => a + b)
        }`,
        null,
      ],
    ],
    helpers: [
      [
        `
        export const e = (t: number) => Math.exp(t)
        export const f = (x: number) => e(x) / (3 + e(x))`,
        null,
        `
        export const e = (t: number) => Math.exp(t)
        export const f = (x: number) => 1 / (1 + 3 * Math.exp(-x))`,
      ],
      [
        `
        class Growth {
          e(t: number) { return Math.exp(t) }
          share(x: number) { return this.e(x) / (3 + this.e(x)) }
        }`,
        null,
        `
        class Growth {
          e(t: number) { return Math.exp(t) }
          share(x: number) { return 1 / (1 + 3 * Math.exp(-x)) }
        }`,
      ],
    ],
    'agreed names': [["import { sum } from 'd3-array'\nexport const z = sum(xs.map(Math.exp))", null]],
  },
  valid: {
    'shifted by the maximum': [
      'const m = Math.max(...xs)\nexport const s = xs.map(x => Math.exp(x - m)).reduce((a, b) => a + b, 0)',
      'const m = Math.max(a, b)\nexport const s = Math.exp(a - m) + Math.exp(b - m)',
    ],
    bounded: [
      'xs.map(x => Math.exp(-x * x)).reduce((a, b) => a + b, 0)',
      'sum(xs.map(x => Math.exp(-Math.abs(x))))',
      'sum(xs.map(x => Math.exp(Math.min(x, 50))))',
      'Math.exp(-(x ** 2)) / (1 + Math.exp(-(x ** 2)))',
      'sum(xs.map(x => Math.exp(Math.tanh(x))))',
      'xs.map((x, i) => ws[i] * Math.exp(-x * x)).reduce((a, b) => a + b, 0)',
    ],
    alone: ['Math.exp(x)', 'a * Math.exp(x)', '1 / (1 + Math.exp(-x))'],
    'opposite: a hyperbolic cosine': ['Math.exp(x) + Math.exp(-x)', '(Math.exp(-x) + Math.exp(x)) / 2'],
    'a lying name': ['const exp = (x: number) => x\nsum(xs.map(x => exp(x)))'],
  },
})
