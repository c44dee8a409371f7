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
    'among other terms': [['c + (x + y) ** 2 - x ** 2 + d', 'c + y * (2 * x + y) + d']],
  },
  valid: {
    'no difference at hand': ['x * x - y * y', 'x ** 3 - y ** 3'],
    'another power': ['(x + y) ** 2 - x ** 3', '(1 + x) ** 2 - 2'],
    'another term': ['(x + y) ** 2 - z ** 2'],
    'not small': [
      '(1 + xs.length) ** 2 - 1',
      '1 - (1 + xs.length) ** 2',
      '(1 + xs.length) ** 3 - 1',
      '1 - (1 + xs.length) ** 3',
    ],
  },
})
