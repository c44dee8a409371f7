/** cosh(x) - 1 and its relatives: what is recognised, in which spellings, and what is left alone. */
import { testRule } from './tester.ts'

testRule('no-exp-difference', {
  spelled: [
    ['Math.exp(a) - Math.exp(b)', 'stable.expDifference(a, b)'],
    ['Math.cosh(x) - 1', '2 * Math.sinh(0.5 * x) ** 2'],
    ['Math.exp(x) - 2 + Math.exp(-x)', '4 * Math.sinh(0.5 * x) ** 2'],
  ],
  invalid: {
    'exponents with a difference at hand': [
      ['Math.exp(x + h) - Math.exp(x)', 'stable.expDifference(x + h, x, h)'],
      ['Math.exp(x) - Math.exp(x + h)', '-stable.expDifference(x + h, x, h)'],
      ['Math.exp(x + a) - Math.exp(x + b)', 'stable.expDifference(x + a, x + b, a - b)'],
    ],
    'order of terms': [
      ['1 - Math.cosh(x)', '-(2 * Math.sinh(0.5 * x) ** 2)'],
      ['Math.exp(-x) + Math.exp(x) - 2', '4 * Math.sinh(0.5 * x) ** 2'],
    ],
    'a common factor': [['Math.sqrt((Math.exp(2 * x) - 1) / (Math.exp(x) - 1))', 'Math.sqrt(Math.exp(x) + 1)']],
    'a square below': [['x * x * Math.exp(x) / (Math.exp(x) - 1) ** 2', 'x * x * (0.25 / Math.sinh(0.5 * x) ** 2)']],
    quotients: [['Math.exp(x) / (Math.exp(x) - 1)', '-(1 / stable.expm1(-x))']],
  },
  valid: {
    'another number': ['Math.cosh(x) - 2', 'Math.exp(x) + Math.exp(-x) - 3'],
    'another exponent': [
      'Math.exp(x) + Math.exp(-y) - 2',
      'Math.exp(x) / (Math.exp(y) - 2)',
      '(Math.exp(3 * x) - 2) / (Math.exp(x) - 2)',
    ],
    'not small': [
      'Math.exp(x + 1) - Math.exp(x)',
      'Math.cosh(xs.length) - 1',
      'Math.exp(x) - Math.exp(x + 1)',
      '1 - Math.cosh(xs.length)',
      'Math.exp(xs.length) + Math.exp(-xs.length) - 2',
    ],
    'opposite: a hyperbolic sine': ['Math.exp(x) - Math.exp(-x)'],
  },
})
