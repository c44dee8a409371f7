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
    'a logarithmic mean': [
      ['(x - y) / Math.log(x / y)', '(x - y) / stable.logRatio(x, y, x - y)'],
      ['Math.log(x / y) / (x - y)', 'stable.logRatio(x, y, x - y) / (x - y)'],
      [
        'export function f(a: number, b: number) { const d = a - b; return q * d / Math.log(a / b) }',
        'export function f(a: number, b: number) { const d = a - b; return q * (d / stable.logRatio(a, b, d)) }',
      ],
    ],
    'of log1p': [['Math.log1p(a) - Math.log1p(b)', 'stable.logRatio(1 + a, 1 + b, a - b)']],
    'among other terms': [['a + Math.log(x + 1) - Math.log(x) - b', 'a + stable.logRatio(x + 1, x, 1) - b']],
  },
  valid: {
    'no difference at hand': [
      'Math.log(a / b)',
      'Math.log(a) - Math.log(b)',
      'Math.log(a / (a + b))',
      'Math.log(p / (1 - p))',
      '(x - z) / Math.log(x / y)',
      '(x + y) / Math.log(x / y)',
      'Math.log((x + h) / x)',
      'Math.log((x + a) / (x + 2))',
      'Math.log((x + 2) / (x + b))',
    ],
    counts: [
      'Math.log((xs.length + 1) / xs.length)',
      'Math.log(xs.length / (xs.length + 1))',
      'Math.log((xs.length + 1) / (xs.length + 2))',
    ],
    'another formula': ['Math.log(x + 1) + Math.log(x)', 'Math.log2(x + 1) - Math.log(x)'],
    'the difference is nothing simpler': ['Math.log(x + (s + 1)) - Math.log(x + (s + 2))'],
  },
})
