/** 1 - cos(x): what is recognised, in which spellings, and what is left alone. */
import { testRule } from './tester.ts'

testRule('prefer-versin', {
  spelled: [
    ['1 - Math.cos(x)', 'stable.versin(x)'],
    ['Math.cos(x) - 1', '-stable.versin(x)'],
  ],
  invalid: {
    'a factor': [
      ['(1 - Math.cos(x)) / 2', 'stable.versin(x) / 2'],
      ['r - r * Math.cos(x)', 'r * stable.versin(x)'],
      ['r * Math.cos(x) - r', '-(r * stable.versin(x))'],
      ['0.5 - 0.5 * Math.cos(x)', '0.5 * stable.versin(x)'],
    ],
    quotients: [
      ['(1 - Math.cos(x)) / Math.sin(x)', 'Math.tan(0.5 * x)'],
      ['(1 - Math.cos(x)) / (x * x)', 'Math.abs(x) < 1e-8 ? 0.5 : stable.versin(x) / x ** 2'],
    ],
    'from one to the other': [
      ['1 - Math.cos(x) ** 2', 'Math.sin(x) ** 2'],
      ['Math.cos(x) * Math.cos(x) - 1', '-(Math.sin(x) ** 2)'],
      ['Math.sqrt(1 - Math.cos(x) ** 2)', 'Math.abs(Math.sin(x))'],
      ['Math.sqrt(1 - Math.sin(x) ** 2)', 'Math.abs(Math.cos(x))'],
    ],
    secants: [
      ['1 / Math.cos(x) - 1', 'stable.versin(x) / Math.cos(x)'],
      ['r * (1 - 1 / Math.cos(x))', 'r * -(stable.versin(x) / Math.cos(x))'],
    ],
    'a chord, and half an angle': [
      ['Math.sqrt(2 - 2 * Math.cos(x))', '2 * Math.abs(Math.sin(0.5 * x))'],
      ['r * Math.sqrt((1 - Math.cos(x)) / 2)', 'r * Math.abs(Math.sin(0.5 * x))'],
    ],
    degrees: [['1 - Math.cos(x * Math.PI / 180)', 'stable.versin(x * Math.PI / 180)']],
    'a variable': [
      [
        `
        function f(x: number) {
          const c = Math.cos(x)
          return 1 - c
        }`,
        `
        function f(x: number) {
          return stable.versin(x)
        }`,
      ],
    ],
  },
  valid: {
    'another formula': [
      '1 + Math.cos(x)',
      '2 - Math.cos(x)',
      '1 - Math.sin(x)',
      '1 - a * Math.cos(x)',
      'Math.sqrt(2 - Math.cos(x))',
      'Math.sqrt((1 + Math.cos(x)) / 2)',
      '1 / Math.cos(x) + 1',
    ],
    'windows and easings': [
      '1 - Math.cos(2 * Math.PI * i / n)',
      '0.5 * (1 - Math.cos(Math.PI * t))',
      '0.5 - 0.5 * Math.cos(t * Math.PI)',
      '1 / Math.cos(Math.PI * t) - 1',
      'Math.cos(Math.PI * t) - 1',
      '1 - 1 / Math.cos(Math.PI * t)',
      'r - r * Math.cos(Math.PI * t)',
      'r * Math.cos(Math.PI * t) - r',
      '1 - Math.cos(Math.PI * t) ** 2',
      'Math.cos(Math.PI * t) ** 2 - 1',
    ],
    'far from 0': [
      '1 / Math.cos(Math.max(x, 1)) - 1',
      '1 - Math.cos(Math.max(x, 1))',
      'export const f = (x: number) => (x < -1 || x > 1 ? Math.cos(x) - 1 : 0)',
      'r - r * Math.cos(Math.max(x, 1))',
      'r * Math.cos(Math.max(x, 1)) - r',
      '1 - 1 / Math.cos(Math.max(x, 1))',
      '1 - Math.cos(Math.max(x, 1)) ** 2',
      'Math.cos(Math.max(x, 1)) ** 2 - 1',
    ],
    'a haversine': [
      'const s = Math.sin(x / 2) ** 2 + Math.cos(x) * Math.sin(y) ** 2\nMath.atan2(Math.sqrt(s), Math.sqrt(1 - s))',
    ],
  },
})
