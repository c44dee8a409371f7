/** (x + y)^2 - x^2: what is recognised, in which spellings, and what is left alone. */
import { testRule } from './tester.ts'

testRule('no-power-difference', {
  spelled: [['Math.pow(x + y, 2) - Math.pow(x, 2)', 'y * (2 * x + y)']],
  invalid: {
    'spellings of the square': [
      ['(x + y) ** 2 - x ** 2', 'y * (2 * x + y)'],
      ['(x + y) * (x + y) - x * x', 'y * (2 * x + y)'],
      ['x * x - (y + x) ** 2', '-(y * (2 * x + y))'],
    ],
    'from 1': [
      ['(1 + x) ** 2 - 1', 'x * (2 + x)'],
      ['1 - (1 - x) ** 2', 'x * (2 - x)'],
      ['(1 + x) ** 3 - 1', 'x * (3 + x * (3 + x))'],
    ],
    cubes: [['(r + h) ** 3 - r ** 3', 'h * (3 * r * (r + h) + h ** 2)']],
    'both ways': [['(a + b) ** 2 - (a - b) ** 2', '4 * a * b']],
    'powers of which nothing is known': [
      ['x ** y - 1', 'stable.powm1(x, y)'],
      ['1 - Math.pow(x, y)', '-stable.powm1(x, y)'],
      ['a * x ** y - a', 'a * stable.powm1(x, y)'],
      ['a - a * x ** y', '-(a * stable.powm1(x, y))'],
      ['(Math.pow(r, n) - 1) / (r - 1)', 'stable.powm1(r, n) / (r - 1)'],
    ],
    'among other terms': [['c + (x + y) ** 2 - x ** 2 + d', 'c + y * (2 * x + y) + d']],
  },
  valid: {
    'no difference at hand': ['x * x - y * y', 'x ** 3 - y ** 3'],
    'another power': ['(x + y) ** 2 - x ** 3', '(1 + x) ** 2 - 2'],
    'another term': ['(x + y) ** 2 - z ** 2'],
    'whole numbers': [
      '2 ** bits - 1',
      'x ** xs.length - 1',
      'xs.length ** y - 1',
      'Math.round(x) ** y - 1',
      'x ** 5 - 1',
      '1 - xs.length ** p',
      'a * xs.length ** p - a',
      'a - a * xs.length ** p',
      '1 - b ** xs.length',
      'a * b ** xs.length - a',
      'a - a * b ** xs.length',
    ],
    'rounds of a loop': ['const all = []; for (let k = 0; k < 9; k++) all.push(x ** k - 1)'],
    'a curve': ['1 - Math.pow(2, -10 * t)', '1 - Math.pow(0.5, t)'],
    'what is left after some rounds': [
      '1 - beta1 ** t',
      '1 - Math.pow(this.decay, steps)',
      'export function f(options: any, t: number) { const b = options.beta === undefined ? 0.9 : options.beta; return 1 - b ** t }',
    ],
    'not small': [
      '(1 + xs.length) ** 2 - 1',
      '1 - (1 + xs.length) ** 2',
      '(1 + xs.length) ** 3 - 1',
      '1 - (1 + xs.length) ** 3',
    ],
    'a constant exponent': ['b ** 0.3 - 1', '1 - b ** 0.3', 'a * b ** 0.3 - a', 'a - a * b ** 0.3'],
    'a constant base': ['1.5 ** p - 1', 'a - a * 1.5 ** p'],
    'what decays': ['decay ** p - 1', 'a - a * decay ** p'],
  },
})
