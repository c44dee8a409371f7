/** log(1 + exp(x)): what is recognised, in which spellings, and what is left alone. */
import { testRule } from './tester.ts'

testRule('prefer-softplus', {
  spelled: [
    ['Math.log(1 + Math.exp(x))', 'stable.softplus(x)'],
    ['Math.log(1 + Math.exp(-x))', 'stable.softplus(-x)'],
    ['Math.log1p(Math.exp(x))', 'stable.softplus(x)'],
    ['Math.log(1 + 1 / Math.exp(x))', 'stable.softplus(-x)'],
  ],
  invalid: {
    'order of terms': [
      ['Math.log(Math.exp(x) + 1)', 'stable.softplus(x)'],
      ['y - Math.log(1 + Math.exp(a - b))', 'y - stable.softplus(a - b)'],
    ],
    'other spellings of exp': [
      ['Math.log(1 + Math.E ** x)', 'stable.softplus(x)'],
      ['Math.log1p(Math.pow(Math.E, -x))', 'stable.softplus(-x)'],
    ],
    'parentheses and types': [
      ['Math.log((1 + Math.exp((x))))', 'stable.softplus(x)'],
      ['Math.log(1 + (Math.exp(x as number) as number))', 'stable.softplus(x as number)'],
      ['Math.log((1 + Math.exp(x)!) satisfies number)', 'stable.softplus(x)'],
    ],
    'a variable': [
      [
        `
        function f(x: number) {
          const e = Math.exp(x)
          return Math.log(e + 1)
        }`,
        `
        function f(x: number) {
          return stable.softplus(x)
        }`,
      ],
      [
        `
        function f(margin: number) {
          let e = Math.exp(-margin)
          var denominator = 1 + e
          return Math.log(denominator)
        }`,
        `
        function f(margin: number) {
          return stable.softplus(-margin)
        }`,
      ],
    ],
    'a helper': [
      [
        `
        export const e = (t: number) => Math.exp(t)
        export const y = Math.log(1 + e(x))`,
        `
        export const e = (t: number) => Math.exp(t)
        export const y = stable.softplus(x)`,
      ],
      [
        `
        export function odds(t: number) { return 1 + Math.exp(-t) }
        export const y = Math.log(odds(x))`,
        `
        export function odds(t: number) { return 1 + Math.exp(-t) }
        export const y = stable.softplus(-x)`,
      ],
      [
        `
        class Unit {
          odds(t: number) { return Math.exp(t) }
          loss(t: number) { return Math.log1p(this.odds(t)) }
        }`,
        `
        class Unit {
          odds(t: number) { return Math.exp(t) }
          loss(t: number) { return stable.softplus(t) }
        }`,
      ],
    ],
    'map and reduce': [
      ['xs.map(x => Math.log(1 + Math.exp(x)))', 'xs.map(x => stable.softplus(x))'],
      [
        'xs.map(x => Math.log(1 + Math.exp(-x))).reduce((a, b) => a + b, 0)',
        'xs.map(x => stable.softplus(-x)).reduce((a, b) => a + b, 0)',
      ],
    ],
  },
  valid: {
    'another formula': [
      'Math.log(1 - Math.exp(x))',
      'Math.log(2 + Math.exp(x))',
      'Math.log(Math.exp(x))',
      'Math.log1p(2 * Math.exp(x))',
    ],
    'bounded: the exponential neither overflows nor vanishes': [
      'Math.log(1 + Math.exp(Math.sin(x)))',
      'Math.log(1 + Math.exp(Math.max(-5, Math.min(5, x))))',
      'Math.log1p(Math.exp(-Math.abs(x)))',
      'Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)))',
      'Math.log1p(Math.exp(-x * x))',
    ],
    'a lying name': ['function exp(x: number) { return x + 1 }\nMath.log(1 + exp(x))'],
    'not Math': ['maths.log(1 + Math.exp(x))', "import { exp } from '@tensorflow/tfjs'\nMath.log(1 + exp(x))"],
  },
})
