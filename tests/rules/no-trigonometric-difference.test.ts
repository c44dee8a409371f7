/** sin(a) - sin(b), x - sin(x): what is recognised, and what is left alone. */
import { testRule } from './tester.ts'

testRule('no-trigonometric-difference', {
  spelled: [
    ['Math.sin(x + h) - Math.sin(x)', 'stable.sinDifference(x + h, x, h)'],
    ['x - Math.sin(x)', 'stable.xmsin(x)'],
  ],
  invalid: {
    'other functions': [
      ['Math.cos(x + h) - Math.cos(x)', 'stable.cosDifference(x + h, x, h)'],
      ['Math.tan(x) - Math.tan(x + h)', '-stable.tanDifference(x + h, x, h)'],
    ],
    'to both sides': [
      ['Math.sin(x + h) - Math.sin(x - h)', '2 * Math.cos(x) * Math.sin(h)'],
      ['Math.cos(x + h) - Math.cos(x - h)', '-(2 * Math.sin(x) * Math.sin(h))'],
    ],
    'values at hand': [['Math.cos(a) - Math.cos(b)', 'stable.cosDifference(a, b)']],
    'less itself': [
      ['Math.tan(x) - x', 'stable.tanmx(x)'],
      ['x - Math.tan(x)', '-stable.tanmx(x)'],
      ['Math.sin(x) / x - 1', '-(stable.xmsin(x) / x)'],
      ['1 - Math.sin(x) / x', 'stable.xmsin(x) / x'],
      ['(Math.sin(x) - x * Math.cos(x)) / (x * x)', 'Math.cos(x) * stable.tanmx(x) / (x * x)'],
      ['x * Math.cos(x) - Math.sin(x)', '-(Math.cos(x) * stable.tanmx(x))'],
      ['1 / x - 1 / Math.tan(x)', 'stable.tanmx(x) / x / Math.tan(x)'],
    ],
  },
  valid: {
    'another formula': [
      'Math.sin(x + h) + Math.sin(x)',
      'Math.sin(x + h) - Math.cos(x)',
      'y - Math.sin(x)',
      'x + Math.sin(x)',
      'Math.sin(x) / y - 1',
      'Math.sin(x) / x + 1',
      'Math.sin(x) - y * Math.cos(x)',
      'Math.sin(x) - x * Math.cos(y)',
    ],
    'rounded before': [
      'Math.sin(a * b) - Math.sin(c * d)',
      'Math.cos(a) - Math.cos(c * d)',
      'Math.tan(a * b) - Math.tan(c)',
      'Math.sin(a * b) - Math.sin(c)',
      'Math.sin(a) - Math.sin(c * d)',
      'Math.cos(a * b) - Math.cos(c)',
      'Math.tan(a) - Math.tan(c * d)',
    ],
    'not small': [
      'const x = Math.max(y, 1)\nx - Math.sin(x)',
      'const n = xs.length\nn - Math.tan(n)',
      'const x = Math.max(y, 1)\nMath.sin(x) / x - 1',
      'const n = xs.length\nMath.sin(n) - n * Math.cos(n)',
      'const x = Math.max(y, 1)\nMath.sin(x) - x',
      'const x = Math.max(y, 1)\nMath.tan(x) - x',
      'const x = Math.max(y, 1)\n1 - Math.sin(x) / x',
      'const n = xs.length\nn * Math.cos(n) - Math.sin(n)',
    ],
  },
})
