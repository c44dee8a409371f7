/** The inverse hyperbolic functions written out as logarithms. */
import { testRule } from './tester.ts'

testRule('prefer-inverse-hyperbolic', {
  spelled: [
    ['Math.log(x + Math.sqrt(x * x + 1))', 'Math.asinh(x)'],
    ['Math.log(x + Math.sqrt(x * x - 1))', 'Math.acosh(x)'],
    ['Math.log((1 + x) / (1 - x)) / 2', 'Math.atanh(x)'],
    ['0.5 * Math.log((1 + x) / (1 - x))', 'Math.atanh(x)'],
    ['Math.log((1 + x) / (1 - x))', '2 * Math.atanh(x)'],
    ['(Math.log(1 + x) - Math.log(1 - x)) / 2', 'Math.atanh(x)'],
  ],
  invalid: {
    'order of terms': [
      ['Math.log((x + 1) / (1 - x)) * 0.5', 'Math.atanh(x)'],
      ['Math.log(Math.sqrt(1 + x ** 2) + x)', 'Math.asinh(x)'],
      ['0.5 * Math.log(1 + x) - 0.5 * Math.log(1 - x)', 'Math.atanh(x)'],
    ],
    'the other root': [
      ['Math.log(Math.sqrt(x * x + 1) - x)', '-Math.asinh(x)'],
      ['Math.log(Math.sqrt((1 + x) / (1 - x)))', 'Math.atanh(x)'],
      ['Math.log(x + Math.sqrt((x - 1) * (x + 1)))', 'Math.acosh(x)'],
      ['Math.log(x + Math.hypot(x, 1))', 'Math.asinh(x)'],
      ['Math.sign(x) * Math.log(Math.abs(x) + Math.sqrt(x * x + 1))', 'Math.sign(x) * Math.asinh(Math.abs(x))'],
    ],
    'a quotient that is a variable': [
      [
        `
        function fisher(r: number) {
          const odds = (1 + r) / (1 - r)
          return Math.log(odds) / 2
        }`,
        `
        function fisher(r: number) {
          return Math.atanh(r)
        }`,
      ],
    ],
    'the cotangent': [['Math.log((x + 1) / (x - 1)) / 2', 'stable.logRatio(x + 1, x - 1, 2) / 2']],
    'reported, not fixed: what stands in for a missing function': [
      ['const asinh = Math.asinh || (x => Math.log(x + Math.sqrt(x * x + 1)))', null],
    ],
  },
  valid: {
    'another formula': [
      'Math.log((1 + x) / (1 - y))',
      'Math.log((2 + x) / (2 - x))',
      'Math.log(x / (3 - x))',
      'Math.log(x + Math.sqrt(x * x + 2))',
      'Math.log(x + Math.sqrt(y * y + 1))',
      'Math.log(x - Math.sqrt(x * x + 1))',
    ],
    'not small': [
      'Math.log((1 + xs.length) / (1 - xs.length))',
      'x > 1 ? Math.log(x + Math.sqrt(x * x + 1)) : 0',
      'const x = Math.max(y, 1)\nMath.log(x + Math.hypot(x, 1))',
      'const x = Math.max(y, 1)\nMath.log(Math.sqrt(x * x + 1) - x)',
      'const x = Math.max(y, 1)\nMath.log(Math.abs(x) + Math.sqrt(x * x + 1))',
      'const p = Math.max(q, 0.1)\nMath.log((1 + p) / (1 - p)) / 2',
      'const p = Math.max(q, 0.1)\nexport const r = (Math.log(1 + p) - Math.log(1 - p)) / 2',
      'const p = Math.max(q, 0.1)\nMath.log(1 + p) / 2 - Math.log(1 - p) / 2',
      'const p = Math.max(q, 0.1)\nMath.log(1 + p) - Math.log(1 - p)',
      'const p = Math.max(q, 0.1)\nMath.log(Math.sqrt((1 + p) / (1 - p)))',
    ],
    'not Math': ['maths.log((1 + x) / (1 - x)) / 2'],
    'not large': ['const z = Math.min(Math.max(x, 2), 10)\nMath.log((z + 1) / (z - 1))'],
  },
})
