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
    'there and back': [
      ['Math.exp(Math.log(a) + Math.log(b))', 'a * b'],
      ['Math.exp(Math.log(a) + Math.log(b)) / n', 'a * b / n'],
      ['Math.exp(Math.log(a) - Math.log(b))', 'a / b'],
    ],
    'there and back in a loop': [
      [
        `
        export function all(ps: number[]) {
          let p = 1
          for (const q of ps) p = Math.exp(Math.log(p) + Math.log(q))
          return p
        }`,
        `
        export function all(ps: number[]) {
          let p = 1
          for (const q of ps) p = p * q
          return p
        }`,
      ],
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
      'Math.log2(Math.exp(Math.sin(x)))',
      'Math.log10(Math.exp(Math.sin(x)))',
      'Math.log(a * Math.exp(Math.sin(x)))',
      'Math.log(Math.exp(Math.sin(x)) / a)',
      'Math.log(Math.exp(Math.sin(x)) * Math.exp(Math.sin(y)))',
    ],
    'another formula': [
      'Math.log(c + Math.exp(x))',
      'Math.log(x ** 2)',
      'Math.exp(Math.log(x))',
      'Math.exp(Math.log(a) + b)',
      'Math.exp(Math.log(a) + Math.log1p(b))',
      'Math.exp(Math.log(a) + Math.log(b) + c)',
      'const total = ps.map(p => Math.log(p)).reduce((a, b) => a + b, 0)\nMath.exp(total / ps.length)',
    ],
    'not Math': ["import { log, exp } from './tables'\nlog(exp(x))"],
    'a power of a number, or by one': ['Math.log(0.5 ** k)', 'Math.log(a * 0.5 ** k)', 'Math.log(a * b ** 3)'],
  },
})
