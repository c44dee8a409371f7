/** log(sum(exp(x))): what is recognised, in which spellings, and what is left alone. */
import { testRule } from './tester.ts'

testRule('prefer-log-sum-exp', {
  spelled: [
    ['Math.log(xs.map(x => Math.exp(x)).reduce((a, b) => a + b, 0))', 'stable.logSumExp(xs)'],
    ['Math.log(xs.reduce((s, x) => s + Math.exp(x), 0))', 'stable.logSumExp(xs)'],
    ['Math.log(xs.map(Math.exp).reduce((a, b) => a + b))', 'stable.logSumExp(xs)'],
    ['Math.log(Math.exp(a) + Math.exp(b))', 'stable.logAddExp(a, b)'],
    ['Math.log(Math.exp(a) - Math.exp(b))', 'stable.logSubExp(a, b)'],
    ['Math.log(Math.exp(a) + Math.exp(b) + Math.exp(c))', 'stable.logSumExp([a, b, c])'],
  ],
  invalid: {
    'order of terms': [
      ['Math.log(xs.reduce((s, x) => Math.exp(x) + s, 0))', 'stable.logSumExp(xs)'],
      ['Math.log(xs.map(Math.exp).reduce((a, b) => b + a))', 'stable.logSumExp(xs)'],
      ['Math.log(Math.exp(d) + Math.exp(a) + Math.exp(c) + Math.exp(b))', 'stable.logSumExp([d, a, c, b])'],
    ],
    'other spellings of exp': [
      ['Math.log(Math.E ** a + Math.pow(Math.E, b))', 'stable.logAddExp(a, b)'],
      ['Math.log(xs.map(x => Math.E ** x).reduce((a, b) => a + b))', 'stable.logSumExp(xs)'],
      ['Math.log(Math.exp(a) + 1 / Math.exp(b))', 'stable.logAddExp(a, -b)'],
    ],
    'parentheses and types': [
      [
        'Math.log((xs as number[]).map((x) => (Math.exp(x)!)).reduce((a: number, b: number): number => (a + b), 0) as number)',
        'stable.logSumExp(xs as number[])',
      ],
      ['Math.log((Math.exp(a!) + (Math.exp(b) satisfies number)))', 'stable.logAddExp(a!, b)'],
    ],
    'of something of each element': [
      ['Math.log(xs.map(x => Math.exp(x / t)).reduce((a, b) => a + b, 0))', 'stable.logSumExp(xs, x => x / t)'],
      ['Math.log(xs.reduce((s, x) => s + Math.exp(-x), 0))', 'stable.logSumExp(xs, x => -x)'],
      ['Math.log(xs.reduce((s, x, i) => s + Math.exp(x - ys[i]), 0))', 'stable.logSumExp(xs, (x, i) => x - ys[i])'],
      [
        'Math.log(items.reduce((s, item) => s + Math.exp(item.score), 0))',
        'stable.logSumExp(items, item => item.score)',
      ],
      ['Math.log([a, b].map(Math.exp).reduce((s, e) => s + e))', 'stable.logSumExp([a, b])'],
    ],
    'the mean, and multiples': [
      ['Math.log(xs.map(Math.exp).reduce((a, b) => a + b) / xs.length)', 'stable.logSumExp(xs) - Math.log(xs.length)'],
      ['Math.log(mean(xs.map(Math.exp)))', 'stable.logSumExp(xs) - Math.log(xs.length)'],
      ['Math.log(2 * sum(xs.map(Math.exp)))', 'Math.log(2) + stable.logSumExp(xs)'],
      ['-Math.log(mean(xs.map(x => Math.exp(x))))', '-(stable.logSumExp(xs) - Math.log(xs.length))'],
    ],
    variables: [
      [
        `
        function f(xs: number[]) {
          const exps = xs.map(x => Math.exp(x))
          const total = exps.reduce((a, b) => a + b, 0)
          return Math.log(total)
        }`,
        `
        function f(xs: number[]) {
          return stable.logSumExp(xs)
        }`,
      ],
      [
        `
        function f(a: number, b: number) {
          let p = Math.exp(a), q = Math.exp(b)
          return Math.log(p + q)
        }`,
        `
        function f(a: number, b: number) {
          return stable.logAddExp(a, b)
        }`,
      ],
      [
        `
        function f(xs: number[]) {
          const exps = xs.map(Math.exp)
          return { exps, log: Math.log(exps.reduce((a, b) => a + b)) }
        }`,
        `
        function f(xs: number[]) {
          const exps = xs.map(Math.exp)
          return { exps, log: stable.logSumExp(xs) }
        }`,
      ],
    ],
    helpers: [
      [
        `
        export const add = (v: number[]) => v.reduce((a, b) => a + b, 0)
        export const y = Math.log(add(xs.map(Math.exp)))`,
        `
        export const add = (v: number[]) => v.reduce((a, b) => a + b, 0)
        export const y = stable.logSumExp(xs)`,
      ],
      [
        `
        export function partition(v: number[]) {
          const weights = v.map(e => Math.exp(-e))
          return weights.reduce((a, b) => a + b)
        }
        export const free = -Math.log(partition(energies))`,
        `
        export function partition(v: number[]) {
          const weights = v.map(e => Math.exp(-e))
          return weights.reduce((a, b) => a + b)
        }
        export const free = -stable.logSumExp(energies, e => -e)`,
      ],
      [
        `
        class Model {
          total(v: number[]) { return v.reduce((a, b) => a + Math.exp(b), 0) }
          evidence(v: number[]) { return Math.log(this.total(v)) }
        }`,
        `
        class Model {
          total(v: number[]) { return v.reduce((a, b) => a + Math.exp(b), 0) }
          evidence(v: number[]) { return stable.logSumExp(v) }
        }`,
      ],
    ],
    'agreed names': [
      ['Math.log(sum(xs.map(Math.exp)))', 'stable.logSumExp(xs)'],
      ['Math.log(sum(xs, x => Math.exp(x)))', 'stable.logSumExp(xs)'],
      [
        `
        import _ from 'lodash'
        export const y = (xs: number[]) => Math.log(_.sum(xs.map(Math.exp)))`,
        `
        import _ from 'lodash'
        import * as stable from 'eslint-plugin-stable-math/runtime'
        export const y = (xs: number[]) => stable.logSumExp(xs)`,
      ],
      [
        `
        import { sum } from 'd3-array'
        export const y = Math.log(sum(xs.map(x => Math.exp(x))))`,
        `
        import { sum } from 'd3-array'
        import * as stable from 'eslint-plugin-stable-math/runtime'
        export const y = stable.logSumExp(xs)`,
      ],
    ],
  },
  valid: {
    'shifted by the maximum': [
      'const m = Math.max(...xs)\nexport const y = m + Math.log(xs.reduce((s, x) => s + Math.exp(x - m), 0))',
      'const m = Math.max.apply(null, xs)\nexport const y = m + Math.log(xs.map(x => Math.exp(x - m)).reduce((a, b) => a + b))',
      'const m = xs.reduce((a, b) => Math.max(a, b), -Infinity)\nexport const y = m + Math.log(sum(xs.map(x => Math.exp(x - m))))',
      'const m = Math.max(a, b)\nexport const y = m + Math.log(Math.exp(a - m) + Math.exp(b - m))',
      'const m = Math.max(...xs)\nexport const y = m + Math.log(xs.reduce((s, x) => s + Math.exp(x - m), 0) / xs.length)',
      'const m = Math.max(...xs)\nexport const y = m + Math.log(2 * xs.reduce((s, x) => s + Math.exp(x - m), 0))',
      'const m = Math.max(a, b)\nexport const y = m + Math.log(Math.exp(a - m) - Math.exp(b - m))',
      'const m = Math.max(a, b, c)\nexport const y = m + Math.log(Math.exp(a - m) + Math.exp(b - m) + Math.exp(c - m))',
    ],
    'another formula': [
      'Math.log(sum(xs))',
      'Math.log(sum(xs.map(x => x * x)))',
      'Math.log(Math.exp(a) - Math.expm1(b))',
      'Math.log(Math.exp(a) + b)',
      'Math.log(Math.exp(a) * Math.exp(b))',
      'sum(xs.map(Math.exp))',
    ],
    'a lying name': [
      'const sum = (v: number[]) => v.length\nMath.log(sum(xs.map(Math.exp)))',
      'const exp = (x: number) => x\nMath.log(xs.map(exp).reduce((a, b) => a + b))',
      'const m = { log: (x: number) => x }\nm.log(sum(xs.map(Math.exp)))',
    ],
    'not a sum': [
      'Math.log(xs.map(Math.exp).reduce((a, b) => a * b, 1))',
      'Math.log(xs.map(Math.exp).reduce((a, b) => a - b))',
      'Math.log(xs.reduce((s, x) => s + Math.exp(x), 1) + xs.reduce((s, x) => s * x, 0))',
    ],
  },
})
