/** log(1 - exp(x)): what is recognised, in which spellings, and what is left alone. */
import { testRule } from './tester.ts'

testRule('prefer-log1mexp', {
  spelled: [
    ['Math.log(1 - Math.exp(x))', 'stable.log1mexp(x)'],
    ['Math.log(-Math.expm1(x))', 'stable.log1mexp(x)'],
    ['Math.log(Math.exp(x) - 1)', 'stable.logexpm1(x)'],
    ['Math.log(Math.expm1(x))', 'stable.logexpm1(x)'],
    ['Math.log1p(-Math.exp(x))', 'stable.log1mexp(x)'],
    ['Math.log(1 - 1 / Math.exp(x))', 'stable.log1mexp(-x)'],
  ],
  invalid: {
    'order of terms': [
      ['Math.log(-Math.exp(x) + 1)', 'stable.log1mexp(x)'],
      ['Math.log(1 + -Math.exp(x))', 'stable.log1mexp(x)'],
      ['Math.log(-1 * Math.expm1(x))', 'stable.log1mexp(x)'],
      ['Math.log1p(-1 * Math.exp(x))', 'stable.log1mexp(x)'],
    ],
    'other spellings of exp': [
      ['Math.log(1 - Math.E ** x)', 'stable.log1mexp(x)'],
      ['Math.log(1 - Math.pow(Math.E, -x))', 'stable.log1mexp(-x)'],
      ['Math.log(1 - Math.exp(-rate * t))', 'stable.log1mexp(-rate * t)'],
    ],
    'parentheses and types': [
      ['Math.log((1) - (Math.exp((x))))', 'stable.log1mexp(x)'],
      ['Math.log(1 - (Math.exp(x) as number))', 'stable.log1mexp(x)'],
      ['Math.log((1 - Math.exp(x!)!) satisfies number)', 'stable.log1mexp(x!)'],
    ],
    'a variable': [
      [
        `
        function f(x: number) {
          const e = Math.exp(x)
          const q = 1 - e
          return Math.log(q)
        }`,
        `
        function f(x: number) {
          return stable.log1mexp(x)
        }`,
      ],
      [
        `
        function f(x: number) {
          let survival = Math.exp(-x)
          return Math.log1p(-survival)
        }`,
        `
        function f(x: number) {
          return stable.log1mexp(-x)
        }`,
      ],
    ],
    'a helper': [
      [
        `
        export function cdf(t: number) { return 1 - Math.exp(-t) }
        export const y = Math.log(cdf(x))`,
        `
        export function cdf(t: number) { return 1 - Math.exp(-t) }
        export const y = stable.log1mexp(-x)`,
      ],
      [
        `
        export const survival = (rate: number, t: number) => Math.exp(-rate * t)
        export const y = Math.log(1 - survival(2, x))`,
        `
        export const survival = (rate: number, t: number) => Math.exp(-rate * t)
        export const y = stable.log1mexp(-(2 * x))`,
      ],
      [
        `
        class Exponential {
          p(t: number) { return Math.exp(-t) }
          logCdf(t: number) { return Math.log(1 - this.p(t)) }
        }`,
        `
        class Exponential {
          p(t: number) { return Math.exp(-t) }
          logCdf(t: number) { return stable.log1mexp(-t) }
        }`,
      ],
    ],
    'map and reduce': [
      ['xs.map(x => Math.log(1 - Math.exp(x)))', 'xs.map(x => stable.log1mexp(x))'],
      ['sum(xs.map(x => Math.log1p(-Math.exp(-x))))', 'sum(xs.map(x => stable.log1mexp(-x)))'],
    ],
  },
  valid: {
    'another formula': [
      'Math.log(1 + Math.exp(x))',
      'Math.log(2 - Math.exp(x))',
      'Math.log(2 + Math.expm1(x))',
      'Math.log(Math.exp(x) - 2)',
      'Math.log1p(Math.expm1(x))',
    ],
    'a lying name': [
      'const exp = (x: number) => x\nMath.log(1 - exp(x))',
      'function cdf(t: number) { return t / 2 }\nMath.log(cdf(x))',
    ],
    'not Math': ['tables.log(1 - Math.exp(x))', "import { log1p } from './tensor'\nlog(1 - exp(x))"],
    'far from 0, where nothing is lost': ['Math.log1p(-Math.exp(Math.min(x, -1)))'],
    'near 0, where nothing vanishes': ['Math.log(-Math.expm1(Math.max(x, -1)))'],
  },
})
