/** 1 - 1 / (1 + x): what is recognised, in which spellings, and what is left alone. */
import { testRule } from './tester.ts'

testRule('no-fraction-difference', {
  spelled: [],
  invalid: {
    'from 1': [
      ['1 - 1 / (1 + x)', 'x / (1 + x)'],
      ['1 / (x + 1) - 1', '-(x / (1 + x))'],
      ['1 / (1 - x) - 1', 'x / (1 - x)'],
    ],
    'the rest of a share': [
      ['1 - x / (x + y)', 'y / (x + y)'],
      ['a / (b + a) - 1', '-(b / (a + b))'],
      ['(x + y) / x - 1', 'y / x'],
    ],
    'among other terms': [['c + 1 - x / (x + y) + d', 'c + y / (x + y) + d']],
    'partial fractions': [['x / (x + 1) - (x + 1) / (x - 1)', '-(1 / (x + 1)) - 2 / (x - 1)']],
    variables: [
      [
        `
      function share(x: number) {
        const q = 1 / (1 + x)
        return 1 - q
      }`,
        `
      function share(x: number) {
        return x / (1 + x)
      }`,
      ],
    ],
  },
  valid: {
    'no sum': ['1 - x / y', '1 - 1 / x', 'x / y - 1'],
    'another number': ['2 - 1 / (1 + x)', '1 - 2 / (1 + x)'],
    'two differences': ['1 - (c - a) / (b - a)'],
    'what may overflow': [
      '1 - 1 / (1 + Math.exp(x) / 2)',
      '1 - a / (a + Math.exp(x))',
      '1 / (1 + Math.exp(x) / 2) - 1',
      'a / (a + Math.exp(x)) - 1',
    ],
    'not small': ['1 - 1 / (1 + xs.length)', '1 / (1 + xs.length) - 1'],
  },
})
