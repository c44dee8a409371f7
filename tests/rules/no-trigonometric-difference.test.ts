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
      ['1 / x - 1 / Math.tan(x)', 'Math.abs(x) < 1e-8 ? x / 3 : stable.tanmx(x) / x / Math.tan(x)'],
      ['(x - Math.sin(x)) / (x - Math.tan(x))', 'Math.abs(x) < 1e-8 ? -0.5 : -(stable.xmsin(x) / stable.tanmx(x))'],
    ],
    'less a quarter turn': [
      ['Math.PI / 2 - Math.atan(x)', 'Math.atan2(1, x)'],
      ['Math.atan(x) - 0.5 * Math.PI', '-Math.atan2(1, x)'],
      ['Math.PI / 2 - Math.acos(x)', 'Math.asin(x)'],
      ['c + Math.PI / 2 - Math.atan(x)', 'c + Math.atan2(1, x)'],
    ],
    'Mercator, and back': [
      ['Math.log(Math.tan(Math.PI / 4 + lat / 2))', 'Math.asinh(Math.tan(lat))'],
      ['Math.log(Math.tan(Math.PI * 0.25 + 0.5 * lat))', 'Math.asinh(Math.tan(lat))'],
      ['Math.log(Math.tan(lat) + 1 / Math.cos(lat))', 'Math.asinh(Math.tan(lat))'],
      ['Math.log(Math.tan((90 + lat) * Math.PI / 360))', 'Math.asinh(Math.tan(Math.PI * lat / 180))'],
      ['Math.log(Math.tan(Math.PI / 4 + lat * Math.PI / 360))', 'Math.asinh(Math.tan(Math.PI * lat / 180))'],
      [
        `
        export function mercator(lat: number) {
          const rad = lat * (Math.PI / 180)
          return Math.log(Math.tan(Math.PI / 4 + rad / 2))
        }`,
        `
        export function mercator(lat: number) {
          const rad = lat * (Math.PI / 180)
          return Math.asinh(Math.tan(rad))
        }`,
      ],
      ['2 * Math.atan(Math.exp(y)) - Math.PI / 2', 'Math.atan(Math.sinh(y))'],
      ['Math.PI / 2 - 2 * Math.atan(Math.exp(-y))', 'Math.atan(Math.sinh(y))'],
      ['2 * (Math.atan(Math.exp(y)) - Math.PI / 4)', '2 * Math.atan(Math.tanh(0.5 * y))'],
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
      'const x = Math.max(y, 1)\nexport const r = (x - Math.sin(x)) / (x - Math.tan(x))',
    ],
  },
})
