/** The cube root as a power. */
import { testRule } from './tester.ts'

testRule('prefer-cbrt', {
  spelled: [['Math.pow(x, 1 / 3)', null, 'Math.cbrt(x)']],
  invalid: {
    'an operator': [
      ['x ** (1 / 3)', null, 'Math.cbrt(x)'],
      ['r * (a + b) ** (1 / 3)', null, 'r * Math.cbrt(a + b)'],
    ],
    'an exponent of its own': [
      [
        `
        const third = 1 / 3
        export const edge = (volume: number) => Math.pow(volume, third)`,
        null,
        `
        export const edge = (volume: number) => Math.cbrt(volume)`,
      ],
    ],
  },
  valid: {
    'another exponent': ['Math.pow(x, 1 / 4)', 'Math.pow(x, 2 / 3)', 'Math.pow(x, 3)', 'x ** (1 / n)'],
    'never negative': [
      'Math.pow(Math.abs(x), 1 / 3)',
      't > 0.008856 ? Math.pow(t, 1 / 3) : 7.787 * t + 16 / 116',
      'Math.pow(x * x, 1 / 3)',
      'xs.length ** (1 / 3)',
      'Math.sign(x) * Math.pow(Math.abs(x), 1 / 3)',
    ],
    'not Math': ['other.pow(x, 1 / 3)'],
  },
})
