/** Logarithms of exponentials, and quotients of them. */
import { testRule } from './tester.ts'

testRule('no-log-exp-round-trip', {
  spelled: [
    ['Math.log(Math.exp(x))', 'x'],
    ['Math.log(c * Math.exp(-q))', 'Math.log(c) - q'],
    ['Math.exp(a) / Math.exp(b)', null, 'Math.exp(a - b)'],
  ],
  invalid: {
    'sums of logarithms': [
      ['Math.log(Math.exp(a) * Math.exp(b))', 'a + b'],
      ['Math.log(Math.exp(a) / Math.exp(b))', 'a - b'],
      ['Math.log(Math.exp(-q) / s)', '-q - Math.log(s)'],
      ['Math.log(w * Math.exp(-q) / s)', 'Math.log(w / s) - q'],
    ],
    'other bases': [
      ['Math.log2(Math.exp(x))', 'x / Math.LN2'],
      ['Math.log10(Math.exp(x))', 'x / Math.LN10'],
    ],
    'a density': [
      [
        `
        export function logDensity(x: number, mean: number, sigma: number) {
          const z = (x - mean) / sigma
          const density = Math.exp(-z * z / 2) / sigma
          return Math.log(density)
        }`,
        `
        export function logDensity(x: number, mean: number, sigma: number) {
          const z = (x - mean) / sigma
          return -(z * z / 2) - Math.log(sigma)
        }`,
      ],
    ],
    'suggested, as a negative base has powers': [
      ['Math.log(x ** n)', null, 'n * Math.log(x)'],
      ['Math.log(shape * Math.pow(x, n))', null, 'Math.log(shape) + n * Math.log(x)'],
    ],
  },
  valid: {
    bounded: [
      'Math.log(Math.exp(Math.sin(x)))',
      'Math.exp(-x * x) * Math.exp(-y * y)',
      'Math.exp(-x * x) / Math.exp(y)',
    ],
    'another formula': ['Math.log(c + Math.exp(x))', 'Math.log(x ** 2)', 'Math.exp(Math.log(x))'],
    'not Math': ["import { log, exp } from './tables'\nlog(exp(x))"],
  },
})
