/** Logarithms to the bases 10 and 2 as quotients of others. */
import { testRule } from './tester.ts'

testRule('prefer-log-base', {
  spelled: [
    ['Math.log(x) / Math.log(10)', 'Math.log10(x)'],
    ['Math.log(x) / Math.LN10', 'Math.log10(x)'],
    ['Math.log(x) * Math.LOG10E', 'Math.log10(x)'],
    ['Math.log(x) / Math.log(2)', 'Math.log2(x)'],
    ['Math.log(x) / Math.LN2', 'Math.log2(x)'],
    ['Math.log(x) * Math.LOG2E', 'Math.log2(x)'],
    ['Math.log2(x) / Math.log2(10)', 'Math.log10(x)'],
  ],
  invalid: {
    'cut to a whole number': [
      ['Math.floor(Math.log(x) / Math.LN10)', 'Math.floor(Math.log10(x))'],
      ['Math.ceil(Math.log(2 * n - 1) / Math.log(2))', 'Math.ceil(Math.log2(2 * n - 1))'],
      ['~~(Math.log(x > 0 ? x : -x) * Math.LOG10E)', '~~Math.log10(x > 0 ? x : -x)'],
    ],
    'digits in the place of the constant': [
      ['Math.log(x) / 2.302585092994046', 'Math.log10(x)'],
      ['1 / Math.LN2 * Math.log(x)', 'Math.log2(x)'],
    ],
    'other factors': [['a * Math.log(x) / Math.log(2) / b', 'a * Math.log2(x) / b']],
    'constants and helpers': [
      [
        `
        const LOG_OF_TWO = Math.log(2)
        export const bits = (n: number) => Math.log(n) / LOG_OF_TWO`,
        `
        export const bits = (n: number) => Math.log2(n)`,
      ],
    ],
    'reported, not fixed: what stands in for a missing function': [
      ['Math.log10 = Math.log10 || (x => Math.log(x) / Math.LN10)', null],
      ['const log2 = (x: number) => Math.log2 ? Math.log2(x) : Math.log(x) / Math.LN2', null],
    ],
  },
  valid: {
    'another base': [
      'Math.log(x) / Math.log(b)',
      'Math.log(x) / Math.log(3)',
      'Math.log(x) / Math.log(1024)',
      'Math.log(x) / 2.3',
      'Math.log(x) / Math.log2(10)',
    ],
    'not a quotient of logarithms': [
      'x / Math.LN2',
      'Math.LN2 / Math.log(x)',
      'Math.log(2) / Math.log(10 + x)',
      'Math.exp(x) / Math.LN10',
    ],
    'already right': ['Math.log10(x)', 'Math.log2(x) * Math.LN2'],
    'not Math': ['maths.log(x) / maths.log(2)'],
  },
})
