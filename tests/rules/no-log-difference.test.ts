/** log(a) - log(b) of close numbers: what is recognised, and what is left alone. */
import { testRule } from './tester.ts'

testRule('no-log-difference', {
  spelled: [
    ['Math.log(x + h) - Math.log(x)', 'stable.logRatio(x + h, x, h)'],
    ['Math.log((x + 1) / x)', 'stable.logRatio(x + 1, x, 1)'],
  ],
  invalid: {
    'the other way round': [
      ['Math.log(x) - Math.log(x + h)', '-stable.logRatio(x + h, x, h)'],
      ['Math.log(x / (x - 1))', '-stable.logRatio(x - 1, x, -1)'],
    ],
    'a term in common': [
      ['Math.log(x + 1) - Math.log(x - 1)', 'stable.logRatio(x + 1, x - 1, 2)'],
      ['Math.log((x + 3) / (x + 1))', 'stable.logRatio(x + 3, x + 1, 2)'],
    ],
    'beside the difference': [
      ['(a - b) / Math.log(a / b)', '(a - b) / stable.logRatio(a, b)'],
      ['(a - b) / (Math.log(a) - Math.log(b))', '(a - b) / stable.logRatio(a, b)'],
      ['Math.log(a / b) / (a - b)', 'stable.logRatio(a, b) / (a - b)'],
      [
        `
        export function meanDifference(hot: number, cold: number) {
          const difference = hot - cold
          return difference / Math.log(hot / cold)
        }`,
        `
        export function meanDifference(hot: number, cold: number) {
          const difference = hot - cold
          return difference / stable.logRatio(hot, cold)
        }`,
      ],
    ],
    'entropies of bosons': [
      ['(n + 1) * Math.log(n + 1) - n * Math.log(n)', 'stable.log1p(n) + n * stable.logRatio(n + 1, n, 1)'],
      ['c + n * Math.log(n) - (1 + n) * Math.log(1 + n)', 'c + (-stable.log1p(n) - n * stable.logRatio(n + 1, n, 1))'],
    ],
    'around the same': [['0.5 * Math.log((e + p) / (e - p))', '0.5 * stable.logRatio(e + p, e - p, 2 * p)']],
    'of log1p': [['Math.log1p(a) - Math.log1p(b)', 'stable.logRatio(1 + a, 1 + b, a - b)']],
    'among other terms': [['a + Math.log(x + 1) - Math.log(x) - b', 'a + stable.logRatio(x + 1, x, 1) - b']],
  },
  valid: {
    'no difference at hand': [
      'Math.log(a / b)',
      'Math.log(a) - Math.log(b)',
      '(a + b) / Math.log(a / b)',
      '(a - c) / Math.log(a / b)',
      '(n + 2) * Math.log(n + 2) - n * Math.log(n)',
      'Math.log(a / (a + b))',
      'Math.log(p / (1 - p))',
      '(x - z) / Math.log(x / y)',
      '(x + y) / Math.log(x / y)',
      'Math.log((x + h) / x)',
      'Math.log((x + a) / (x + 2))',
      'Math.log((x + 2) / (x + b))',
    ],
    counts: [
      'Math.log((xs.length + y) / (xs.length - y))',
      'Math.log((y + xs.length) / (y - xs.length))',
      'Math.log((xs.length + 1) / xs.length)',
      'Math.log(xs.length / (xs.length + 1))',
      'Math.log((xs.length + 1) / (xs.length + 2))',
    ],
    'another formula': ['Math.log(x + 1) + Math.log(x)', 'Math.log2(x + 1) - Math.log(x)'],
    'the difference is nothing simpler': ['Math.log(x + (s + 1)) - Math.log(x + (s + 2))'],
  },
})
