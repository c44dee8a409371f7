/** sqrt(x² + y²) - x: what is recognised, in which spellings, and what is left alone. */
import { testRule } from './tester.ts'

testRule('no-hypot-difference', {
  spelled: [
    ['Math.sqrt(x * x + y * y) - x', 'stable.hypotmx(x, y)'],
    ['Math.hypot(x, y) - x', 'stable.hypotmx(x, y)'],
  ],
  invalid: {
    'order of terms': [
      ['x - Math.sqrt(y ** 2 + x ** 2)', '-stable.hypotmx(x, y)'],
      ['y - Math.hypot(x, y)', '-stable.hypotmx(y, x)'],
    ],
    'a side that may be negative': [['Math.sqrt(x * x + y * y) + x', 'stable.hypotmx(-x, y)']],
    'a 1 as a side': [
      ['Math.sqrt(x * x + 1) - x', 'stable.hypotmx(x, 1)'],
      ['Math.sqrt(1 + x * x) - 1', 'stable.hypotmx(1, x)'],
    ],
    'a cosine near 1': [
      ['1 - x / Math.sqrt(x * x + y * y)', 'stable.versin(Math.atan2(y, x))'],
      ['x / Math.hypot(x, y) - 1', '-stable.versin(Math.atan2(y, x))'],
      ['1 - d / Math.sqrt(d * d + 1)', 'stable.versin(Math.atan2(1, d))'],
    ],
    'a length that a fix has written': [
      [
        "import * as stable from 'eslint-plugin-stable-math/runtime'\nexport const d = stable.hypot(x, y) - x",
        "import * as stable from 'eslint-plugin-stable-math/runtime'\nexport const d = stable.hypotmx(x, y)",
      ],
    ],
    variables: [
      [
        `
      function imaginary(re: number, im: number) {
        const length = Math.sqrt(re * re + im * im)
        return Math.sqrt((length - re) / 2)
      }`,
        `
      function imaginary(re: number, im: number) {
        return Math.sqrt(stable.hypotmx(re, im) / 2)
      }`,
      ],
    ],
  },
  valid: {
    'another term': [
      'Math.hypot(x, y) - z',
      'Math.hypot(x, y) - 1',
      'Math.sqrt(x * x + y) - x',
      'x - Math.sqrt(x * x + y)',
    ],
    'a sum of positive terms': [
      'Math.hypot(x, y) + Math.abs(x)',
      'Math.sqrt(x * x + 1) + 1',
      'x > 0 ? Math.hypot(x, y) + x : 0',
      'x > 0 ? Math.sqrt(x * x + y * y) + x : 0',
      'x > 0 ? Math.sqrt(x * x + 1) + x : 0',
    ],
    'no length': [
      'Math.sqrt(x * x - 4) - x',
      'Math.sqrt(x * x - y * y) - x',
      'x - Math.sqrt(x * x - 4)',
      'Math.sqrt(x * x + xs.length) - x',
      'x - Math.sqrt(x * x + xs.length)',
    ],
    'not small': ['Math.sqrt(xs.length ** 2 + 1) - 1', '1 - Math.sqrt(xs.length ** 2 + 1)'],
    'no cosine': ['1 + x / Math.hypot(x, y)', '1 - z / Math.hypot(x, y)', '2 - x / Math.hypot(x, y)'],
  },
})
