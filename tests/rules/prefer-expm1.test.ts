/** exp(x) - 1: what is recognised, in which spellings, and what is left alone. */
import { testRule } from './tester.ts'

testRule('prefer-expm1', {
  spelled: [
    ['Math.exp(x) - 1', 'stable.expm1(x)'],
    ['1 - Math.exp(x)', '-stable.expm1(x)'],
    ['a * Math.exp(x) - a', 'a * stable.expm1(x)'],
  ],
  invalid: {
    'order of terms': [
      ['-1 + Math.exp(x)', 'stable.expm1(x)'],
      ['-Math.exp(x) + 1', '-stable.expm1(x)'],
      ['a - a * Math.exp(x)', '-(a * stable.expm1(x))'],
      ['Math.exp(x) * a - a', 'a * stable.expm1(x)'],
      ['a + Math.exp(x) - 1 - b', 'a + stable.expm1(x) - b'],
      ['1 - (Math.exp(x))', '-stable.expm1(x)'],
    ],
    squares: [
      ['Math.exp(x) ** 2 - 1', 'stable.expm1(2 * x)'],
      ['1 - Math.exp(-1 / tau) ** 2', '-stable.expm1(-(2 / tau))'],
      ['1 - Math.exp(x) * Math.exp(x)', '-stable.expm1(2 * x)'],
    ],
    'other spellings of exp': [
      ['Math.E ** x - 1', 'stable.expm1(x)'],
      ['Math.pow(Math.E, x) - 1', 'stable.expm1(x)'],
      ["Math['E'] ** (-x) - 1", 'stable.expm1(-x)'],
      ['1 - 1 / Math.exp(x)', '-stable.expm1(-x)'],
    ],
    'around it': [
      ['(Math.exp(x) - 1) / x', 'stable.expm1(x) / x'],
      ['y * (1 - Math.exp(-t / tau))', 'y * -stable.expm1(-t / tau)'],
      ['2 * Math.exp(x) - 2', '2 * stable.expm1(x)'],
      ['b * Math.exp(k * t) - b', 'b * stable.expm1(k * t)'],
      ['(Math.exp(x) - 1) ** 2', 'stable.expm1(x) ** 2'],
    ],
    'parentheses and types': [
      ['const y = Math.exp(x)! - 1', 'const y = stable.expm1(x)'],
      ['const y = (Math.exp(x) as number) - 1', 'const y = stable.expm1(x)'],
      ['const y = (Math.exp(x as number) satisfies number) - 1', 'const y = stable.expm1(x as number)'],
    ],
    'a variable': [
      [
        `
        function f(x: number) {
          const e = Math.exp(x)
          return e - 1
        }`,
        `
        function f(x: number) {
          return stable.expm1(x)
        }`,
      ],
      [
        `
        function f(x: number) {
          let e = Math.exp(-x)
          return [1 - e, e]
        }`,
        `
        function f(x: number) {
          let e = Math.exp(-x)
          return [-stable.expm1(-x), e]
        }`,
      ],
    ],
    'a helper': [
      [
        `
        export const e = (t: number) => Math.E ** t
        export const y = e(x) - 1`,
        `
        export const e = (t: number) => Math.E ** t
        export const y = stable.expm1(x)`,
      ],
      [
        `
        export function anything(t: number) {
          const rate = -t
          return Math.exp(rate)
        }
        export const y = 1 - anything(x)`,
        `
        export function anything(t: number) {
          const rate = -t
          return Math.exp(rate)
        }
        export const y = -stable.expm1(-x)`,
      ],
      [
        `
        class Decay {
          left(t: number) { return Math.exp(-t) }
          gone(t: number) { return 1 - this.left(t) }
        }`,
        `
        class Decay {
          left(t: number) { return Math.exp(-t) }
          gone(t: number) { return -stable.expm1(-t) }
        }`,
      ],
    ],
    'map and reduce': [
      ['xs.map(x => Math.exp(x) - 1)', 'xs.map(x => stable.expm1(x))'],
      ['xs.reduce((s, x) => s + (Math.exp(x) - 1), 0)', 'xs.reduce((s, x) => s + stable.expm1(x), 0)'],
    ],
  },
  valid: {
    'another formula': [
      'Math.exp(x) ** 2 - 2',
      'Math.exp(x) ** y - 1',
      'Math.exp(x)',
      'Math.exp(x - 1)',
      'Math.exp(x) + 1',
      'Math.exp(x) - 2',
      'Math.expm1(x)',
      'a * Math.exp(x) - b',
      '2 ** x - 1',
    ],
    'far from 0': [
      'Math.exp(Math.max(x, 1)) - 1',
      'Math.exp(2 + x * x) - 1',
      '1 - Math.exp(-1)',
      'Math.exp(Math.max(x, 1)) ** 2 - 1',
      '1 - Math.exp(Math.max(x, 1)) ** 2',
      'a - a * Math.exp(Math.max(x, 1))',
    ],
    'exact in floating point': ['Math.exp(xs.length) - 1', 'Math.exp(-Math.floor(n)) - 1'],
    'a lying name': [
      'const exp = (x: number) => x * x\nexp(x) - 1',
      'function exp(x: number) { return 2 ** x }\n1 - exp(x)',
    ],
    'not Math': ["import { exp } from './tables'\nexp(x) - 1", 'tf.exp(x) - 1'],
    'written in between': ['let e = Math.exp(x)\ne *= 2\ne - 1'],
  },
})
