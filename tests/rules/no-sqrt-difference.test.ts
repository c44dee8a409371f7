/** sqrt(a) - sqrt(b): what is recognised, in which spellings, and what is left alone. */
import { testRule } from './tester.ts'

testRule('no-sqrt-difference', {
  spelled: [
    ['Math.sqrt(1 + x) - 1', 'stable.sqrt1pm1(x)'],
    ['Math.sqrt(x + h) - Math.sqrt(x)', 'stable.sqrtDifference(x + h, x, h)'],
  ],
  invalid: {
    'next to each other': [
      ['Math.sqrt(x + 1) - Math.sqrt(x)', '1 / (Math.sqrt(x + 1) + Math.sqrt(x))'],
      ['-Math.sqrt(x) + Math.sqrt(1 + x)', '1 / (Math.sqrt(x + 1) + Math.sqrt(x))'],
      ['x * (Math.sqrt(x + 1) - Math.sqrt(x))', 'x * (1 / (Math.sqrt(x + 1) + Math.sqrt(x)))'],
      ['1 / Math.sqrt(x) - 1 / Math.sqrt(x + 1)', '1 / Math.sqrt(x + 1) / (x + Math.sqrt(x) * Math.sqrt(x + 1))'],
    ],
    'around 1': [
      ['1 - Math.sqrt(1 - x)', '-stable.sqrt1pm1(-x)'],
      ['a + Math.sqrt(1 + x * x) - 1 - b', 'a + stable.sqrt1pm1(x * x) - b'],
    ],
    'one over a root': [
      ['1 / Math.sqrt(1 + v) - 1', '-(stable.sqrt1pm1(v) / Math.sqrt(1 + v))'],
      ['m * (1 - 1 / Math.sqrt(1 - v * v))', 'm * (stable.sqrt1pm1(-(v * v)) / Math.sqrt(1 - v * v))'],
    ],
    'a quotient near 1': [['Math.sqrt((1 + v) / (1 - v)) - 1', 'stable.sqrt1pm1(2 * v / (1 - v))']],
    'a term in common': [
      ['Math.sqrt(x - 1) - Math.sqrt(x + 1)', 'stable.sqrtDifference(x - 1, x + 1, -2)'],
      ['Math.sqrt(a + b + h) - Math.sqrt(a + b)', 'stable.sqrtDifference(a + b + h, a + b, h)'],
    ],
    'values at hand': [['Math.sqrt(a) - Math.sqrt(b)', 'stable.sqrtDifference(a, b)']],
    'less what was squared': [
      ['x - Math.sqrt(x * x - 1)', '-stable.quadraticRoots(1, 2 * x, 1)[1]'],
      ['Math.sqrt(x ** 2 + c) - x', 'stable.quadraticRoots(1, 2 * x, -c)[1]'],
      ['r - Math.sqrt(r * r - c * c)', '-stable.quadraticRoots(1, 2 * r, c * c)[1]'],
      ['(t + Math.sqrt(t * t - 4 * d)) / 3', '-stable.quadraticRoots(1, 2 * t, 4 * d)[0] / 3'],
    ],
    squares: [['Math.sqrt(a * a - b ** 2)', 'Math.sqrt((a - b) * (a + b))']],
  },
  valid: {
    'another formula': [
      'Math.sqrt(x + 1) + Math.sqrt(x)',
      'Math.sqrt(x + 1) - Math.cbrt(x)',
      'Math.sqrt(2 + x) - 1',
      '1 / Math.sqrt(1 + v) - 2',
      '1 / Math.sqrt(1 + Math.exp(x)) - 1',
      'Math.sqrt(a * a + b * b)',
      '1 - 1 / Math.sqrt(1 + Math.exp(x))',
    ],
    'nothing that cancels': [
      'Math.abs(x) + Math.sqrt(x * x + c)',
      '-Math.abs(x) - Math.sqrt(x * x + c)',
      'y - Math.sqrt(x * x + c)',
    ],
    'not small': [
      'Math.sqrt((1 + xs.length) / (1 - xs.length)) - 1',
      'Math.sqrt((1 + Math.exp(v)) / (1 - Math.exp(v))) - 1',
      '1 / Math.sqrt(1 + xs.length) - 1',
      'Math.sqrt(1 + xs.length) - 1',
      '1 - Math.sqrt(1 + Math.max(x, 3))',
      '1 - 1 / Math.sqrt(1 + xs.length)',
      '1 - 1 / Math.sqrt(1 + Math.max(v, 3))',
    ],
    'rounded before': [
      'Math.sqrt(a * b) - Math.sqrt(c * d)',
      'Math.sqrt(a) - Math.sqrt(c * d)',
      'Math.sqrt(r * r - (x - a) ** 2)',
      'Math.sqrt((x - a) ** 2 - r * r)',
      'Math.sqrt(a * b) - Math.sqrt(c)',
    ],
    'two terms of one sign': [
      'x < 0 ? Math.sqrt(x * x + c) - x : 0',
      'x < 0 ? x - Math.sqrt(x * x + c) : 0',
      'x > 0 ? x + Math.sqrt(x * x + c) : 0',
    ],
  },
})
