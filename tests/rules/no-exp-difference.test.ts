/** cosh(x) - 1 and its relatives: what is recognised, in which spellings, and what is left alone. */
import { testRule } from './tester.ts'

testRule('no-exp-difference', {
  spelled: [
    ['Math.cosh(x) - 1', '2 * Math.sinh(0.5 * x) ** 2'],
    ['Math.exp(x) - 2 + Math.exp(-x)', '4 * Math.sinh(0.5 * x) ** 2'],
  ],
  invalid: {
    'order of terms': [
      ['1 - Math.cosh(x)', '-(2 * Math.sinh(0.5 * x) ** 2)'],
      ['Math.exp(-x) + Math.exp(x) - 2', '4 * Math.sinh(0.5 * x) ** 2'],
    ],
    'quotients': [['Math.exp(x) / (Math.exp(x) - 1)', '-(1 / stable.expm1(-x))']],
  },
  valid: {
    'another number': ['Math.cosh(x) - 2', 'Math.exp(x) + Math.exp(-x) - 3'],
    'another exponent': ['Math.exp(x) + Math.exp(-y) - 2', 'Math.exp(x) / (Math.exp(y) - 2)'],
    'not small': ['Math.cosh(xs.length) - 1'],
  },
})
