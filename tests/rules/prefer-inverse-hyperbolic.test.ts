/** The inverse hyperbolic functions written out as logarithms. */
import { testRule } from './tester.ts'

testRule('prefer-inverse-hyperbolic', {
  spelled: [
    ['Math.log((1 + x) / (1 - x)) / 2', 'Math.atanh(x)'],
    ['0.5 * Math.log((1 + x) / (1 - x))', 'Math.atanh(x)'],
    ['Math.log((1 + x) / (1 - x))', '2 * Math.atanh(x)'],
  ],
  invalid: {
    'order of terms': [['Math.log((x + 1) / (1 - x)) * 0.5', 'Math.atanh(x)']],
    'a quotient that is a variable': [
      [`
        function fisher(r: number) {
          const odds = (1 + r) / (1 - r)
          return Math.log(odds) / 2
        }`, `
        function fisher(r: number) {
          return Math.atanh(r)
        }`],
    ],
    'reported, not fixed: the cotangent': [['Math.log((x + 1) / (x - 1)) / 2', null]],
  },
  valid: {
    'another formula': ['Math.log((1 + x) / (1 - y))', 'Math.log((2 + x) / (2 - x))', 'Math.log(x / (1 - x))'],
    'not small': ['Math.log((1 + xs.length) / (1 - xs.length))'],
    'not Math': ['maths.log((1 + x) / (1 - x)) / 2'],
  },
})
