/** Differences of cube roots, arctangents and reciprocals: what is recognised, and what is left alone. */
import { testRule } from './tester.ts'

testRule('no-root-difference', {
  spelled: [
    ['Math.cbrt(x + h) - Math.cbrt(x)', 'stable.cbrtDifference(x + h, x, h)'],
    ['Math.atan(x + 1) - Math.atan(x)', 'stable.atanDifference(x + 1, x, 1)'],
  ],
  invalid: {
    'the other way round': [
      ['Math.atan(n) - Math.atan(n + h)', '-stable.atanDifference(n + h, n, h)'],
      ['Math.cbrt(x) - Math.cbrt(x + h)', '-stable.cbrtDifference(x + h, x, h)'],
    ],
    'values at hand': [
      ['Math.cbrt(a) - Math.cbrt(b)', 'stable.cbrtDifference(a, b)'],
      ['Math.atan(a) - Math.atan(b)', 'stable.atanDifference(a, b)'],
    ],
    reciprocals: [
      ['1 / (x + 1) - 1 / x', '-(1 / (x + 1) / x)'],
      ['1 / x - 1 / (1 + x)', '1 / (x + 1) / x'],
      ['1 / (x + h) - 1 / x', '-(h / (x + h) / x)'],
      ['1 / r - 1 / (r + height)', 'height / (r + height) / r'],
      ['1 / (x - 1) - 1 / x', '1 / (x - 1) / x'],
      ['1 / (x - 1) - 1 / (x + 1)', '2 / (x + 1) / (x - 1)'],
      ['1 / f - 1 / g', 'stable.reciprocalDifference(f, g)'],
      ['R * (1 / this.near - 1 / this.far)', 'R * stable.reciprocalDifference(this.near, this.far)'],
      ['1 / (x + a) - 1 / (x + b)', 'stable.reciprocalDifference(x + a, x + b, a - b)'],
      ['1 / (x + 1) - 2 / x + 1 / (x - 1)', '2 / (x + 1) / x / (x - 1)'],
    ],
  },
  valid: {
    'another formula': [
      '1 / (x + 1) + 1 / x',
      '1 / (x + h) - 1 / y',
      '2 / (x + h) - 1 / x',
      '1 / (1 + xs.length) - 1',
      'Math.cbrt(x + 1) + Math.cbrt(x)',
      'Math.atan(x) - Math.cbrt(x)',
    ],
    'whole numbers': ['1 / xs.length - 1 / ys.length', '1 / Math.round(a) - 1 / b'],
    'rounded before': [
      '1 / (a * b) - 1 / c',
      'Math.cbrt(a * b) - Math.cbrt(c)',
      'Math.cbrt(a) - Math.cbrt(c * d)',
      'Math.atan(a * b) - Math.atan(c)',
      'Math.atan(a) - Math.atan(c * d)',
      '1 / a - 1 / (c * d)',
    ],
    'the difference is nothing simpler': [
      'Math.cbrt(x + (s + 1)) - Math.cbrt(x + (s + 2))',
      'Math.atan(x + (s + 1)) - Math.atan(x + (s + 2))',
      '1 / (x + (s + 1)) - 1 / (x + (s + 2))',
    ],
    'a number less a fraction': ['1 / (0.3 + h) - 1 / 0.3', '1 / 0.3 - 1 / (0.3 + h)'],
    counts: ['1 / xs.length - 1 / b', '1 / a - 1 / xs.length'],
  },
})
