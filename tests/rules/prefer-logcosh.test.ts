/** log(cosh(x)): what is recognised, in which spellings, and what is left alone. */
import { testRule } from './tester.ts'

testRule('prefer-logcosh', {
  spelled: [['Math.log(Math.cosh(x))', 'stable.logcosh(x)']],
  invalid: {
    'written out': [['Math.log((Math.exp(x) + Math.exp(-x)) / 2)', 'stable.logcosh(x)']],
    variables: [
      [
        `
      function loss(x: number) {
        const c = Math.cosh(x)
        return Math.log(c)
      }`,
        `
      function loss(x: number) {
        return stable.logcosh(x)
      }`,
      ],
    ],
  },
  valid: {
    'another function': ['Math.log(Math.sinh(x))', 'Math.cosh(Math.log(x))', 'Math.log(2 * Math.cosh(x))'],
    'another exponent': ['Math.log((Math.exp(x) + Math.exp(-x)) / 3)'],
  },
})
