/** Logarithms of gamma functions and factorials: what is recognised, and what is left alone. */
import { testRule } from './tester.ts'

testRule('prefer-lgamma', {
  spelled: [
    ['Math.log(gamma(x))', 'stable.lgamma(x)'],
    ['Math.log(factorial(n))', 'stable.lfactorial(n)'],
    ['Math.log(factorial(n) / (factorial(k) * factorial(n - k)))', 'stable.lchoose(n, k)'],
  ],
  invalid: {
    'products and quotients': [
      ['Math.log(gamma(a) * gamma(b))', 'stable.lgamma(a) + stable.lgamma(b)'],
      ['Math.log(gamma(a) / gamma(b))', 'stable.lgamma(a) - stable.lgamma(b)'],
      ['Math.log(factorial(n) / factorial(k))', 'stable.lfactorial(n) - stable.lfactorial(k)'],
      ['Math.log(factorial(n) * factorial(k))', 'stable.lfactorial(n) + stable.lfactorial(k)'],
    ],
    'order of factors': [
      ['Math.log(gamma(b) / gamma(b + a) * gamma(a))', 'stable.lbeta(b, a)'],
      ['Math.log(gamma(a) * gamma(b) / gamma(a + b))', 'stable.lbeta(a, b)'],
      ['Math.log(1 / gamma(a + b) * gamma(a) * gamma(b))', 'stable.lbeta(a, b)'],
      ['Math.log(factorial(n) / factorial(n - k) / factorial(k))', 'stable.lchoose(n, k)'],
    ],
    'around it': [
      ['2 * Math.log(gamma(a) / gamma(b))', '2 * (stable.lgamma(a) - stable.lgamma(b))'],
      ['x - Math.log(factorial(n + 1))', 'x - stable.lfactorial(n + 1)'],
    ],
    'parentheses and types': [
      ['Math.log((gamma(x as number))!)', 'stable.lgamma(x as number)'],
      ['Math.log((factorial(n) satisfies number) as number)', 'stable.lfactorial(n)'],
    ],
    variables: [
      [
        `
        function f(x: number) {
          const g = gamma(x)
          return Math.log(g)
        }`,
        `
        function f(x: number) {
          return stable.lgamma(x)
        }`,
      ],
      [
        `
        function choose(n: number, k: number) {
          let above = factorial(n)
          var below = factorial(k) * factorial(n - k)
          return Math.log(above / below)
        }`,
        `
        function choose(n: number, k: number) {
          return stable.lchoose(n, k)
        }`,
      ],
    ],
    'a helper, whatever its name': [
      [
        `
        export function bang(n: number): number { return n <= 1 ? 1 : n * bang(n - 1) }
        export const y = Math.log(bang(m))`,
        `
        export function bang(n: number): number { return n <= 1 ? 1 : n * bang(n - 1) }
        export const y = stable.lfactorial(m)`,
      ],
      [
        `
        export const bang = (n: number): number => (n === 0 ? 1 : bang(n - 1) * n)
        export const y = Math.log(bang(m) / bang(k))`,
        `
        export const bang = (n: number): number => (n === 0 ? 1 : bang(n - 1) * n)
        export const y = stable.lfactorial(m) - stable.lfactorial(k)`,
      ],
      [
        `
        export function bang(n: number): number {
          if (n < 2) return 1
          return n * bang(n - 1)
        }
        export const y = Math.log(bang(m))`,
        `
        export function bang(n: number): number {
          if (n < 2) return 1
          return n * bang(n - 1)
        }
        export const y = stable.lfactorial(m)`,
      ],
      [
        `
        class Counting {
          bang(n: number): number { return n > 1 ? n * this.bang(n - 1) : 1 }
          log(n: number) { return Math.log(this.bang(n)) }
        }`,
        `
        class Counting {
          bang(n: number): number { return n > 1 ? n * this.bang(n - 1) : 1 }
          log(n: number) { return stable.lfactorial(n) }
        }`,
      ],
    ],
    'agreed names': [
      [
        `
        import { gamma } from './special.js'
        export const y = (x: number) => Math.log(gamma(x))`,
        `
        import { gamma } from './special.js'
        import * as stable from 'eslint-plugin-stable-math/runtime'
        export const y = (x: number) => stable.lgamma(x)`,
      ],
      [
        `
        import { factorial as bang } from 'simple-statistics'
        export const y = (n: number) => Math.log(bang(n))`,
        `
        import { factorial as bang } from 'simple-statistics'
        import * as stable from 'eslint-plugin-stable-math/runtime'
        export const y = (n: number) => stable.lfactorial(n)`,
      ],
    ],
    'map and reduce': [
      ['xs.map(x => Math.log(gamma(x)))', 'xs.map(x => stable.lgamma(x))'],
      ['sum(ns.map(n => Math.log(factorial(n))))', 'sum(ns.map(n => stable.lfactorial(n)))'],
    ],
  },
  valid: {
    'another formula': ['Math.log(gamma(x) + 1)', 'Math.log(gamma)', 'lgamma(x)', 'gamma(x)', 'Math.log(zeta(x))'],
    'a number that is called gamma': ['const gamma = 0.99\nMath.log(gamma)', 'Math.log(gamma * x)'],
    'a lying name': [
      'const factorial = (n: number) => n * n\nMath.log(factorial(n))',
      'function gamma(v: number) { return v ** 2.2 }\nMath.log(gamma(x))',
    ],
    'no overflow': [
      'const a = Math.min(x, 10), b = Math.min(y, 10)\nexport const r = (gamma(a) * gamma(b)) / gamma(a + b)',
    ],
  },
})
