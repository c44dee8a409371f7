/** sqrt(sum(x²)): what is recognised, in which spellings, and what is left alone. */
import { testRule } from './tester.ts'

testRule('prefer-scaled-norm', {
  spelled: [
    ['Math.sqrt(xs.reduce((s, x) => s + x * x, 0))', 'stable.norm(xs)'],
    ['Math.sqrt(xs.map(x => Math.pow(x, 2)).reduce((a, b) => a + b))', 'stable.norm(xs)'],
    ['Math.pow(sum(xs.map(x => x ** 2)), 0.5)', 'stable.norm(xs)'],
    ['Math.pow(sum(xs.map(x => x ** 2)), 1 / 2)', 'stable.norm(xs)'],
  ],
  invalid: {
    'order of terms, spellings of the square and the root': [
      ['Math.sqrt(xs.reduce((s, x) => x ** 2 + s, 0))', 'stable.norm(xs)'],
      ['xs.reduce((s, x) => s + x ** 2, 0) ** 0.5', 'stable.norm(xs)'],
      ['sum(xs.map(x => x * x)) ** (1 / 2)', 'stable.norm(xs)'],
      ['Math.sqrt(sum(xs.map(x => x ** 2)))', 'stable.norm(xs)'],
    ],
    'a distance': [
      ['Math.sqrt(a.reduce((s, v, i) => s + (v - b[i]) ** 2, 0))', 'stable.norm(a, (v, i) => v - b[i])'],
      [
        'Math.sqrt(a.map((v, i) => Math.pow(v - b[i], 2)).reduce((p, q) => p + q, 0))',
        'stable.norm(a, (v, i) => v - b[i])',
      ],
      [
        'Math.sqrt(a.map((v, i) => (v - b[i]) * (v - b[i])).reduce((p, q) => p + q, 0))',
        'stable.norm(a, (v, i) => v - b[i])',
      ],
      ['Math.sqrt(xs.reduce((s, x) => s + (x - c) ** 2, 0))', 'stable.norm(xs, x => x - c)'],
    ],
    'of something of each element': [
      ['Math.sqrt(points.reduce((s, p) => s + p.x ** 2, 0))', 'stable.norm(points, p => p.x)'],
    ],
    'around it': [
      ['x / Math.sqrt(xs.reduce((s, v) => s + v * v, 0))', 'x / stable.norm(xs)'],
      ['xs.map(x => x / Math.sqrt(sum(xs.map(v => v * v))))', 'xs.map(x => x / stable.norm(xs))'],
    ],
    'parentheses and types': [
      [
        'Math.sqrt((xs as number[]).reduce((s: number, x: number): number => (s + (x! * x)), 0)!)',
        'stable.norm(xs as number[])',
      ],
      ['Math.sqrt((sum(xs.map(x => x * x)) satisfies number) as number)', 'stable.norm(xs)'],
    ],
    variables: [
      [
        `
        function length(xs: number[]) {
          const squares = xs.map(x => x * x)
          const total = squares.reduce((a, b) => a + b, 0)
          return Math.sqrt(total)
        }`,
        `
        function length(xs: number[]) {
          return stable.norm(xs)
        }`,
      ],
      [
        `
        function unit(xs: number[]) {
          let length = Math.sqrt(xs.reduce((s, x) => s + x * x, 0))
          return xs.map(x => x / length)
        }`,
        `
        function unit(xs: number[]) {
          let length = stable.norm(xs)
          return xs.map(x => x / length)
        }`,
      ],
    ],
    'a helper, whatever its name': [
      [
        `
        export const energy = (v: number[]) => v.reduce((a, b) => a + b * b, 0)
        export const length = (xs: number[]) => Math.sqrt(energy(xs))`,
        `
        export const energy = (v: number[]) => v.reduce((a, b) => a + b * b, 0)
        export const length = (xs: number[]) => stable.norm(xs)`,
      ],
      [
        `
        export function square(x: number) { return x * x }
        export const length = (xs: number[]) => Math.sqrt(xs.map(square).reduce((a, b) => a + b))`,
        `
        export function square(x: number) { return x * x }
        export const length = (xs: number[]) => stable.norm(xs)`,
      ],
      [
        `
        class Vector {
          dot(a: number[], b: number[]) { return a.reduce((s, v, i) => s + v * b[i], 0) }
          length(a: number[]) { return Math.sqrt(this.dot(a, a)) }
        }`,
        `
        class Vector {
          dot(a: number[], b: number[]) { return a.reduce((s, v, i) => s + v * b[i], 0) }
          length(a: number[]) { return stable.norm(a) }
        }`,
      ],
    ],
    'agreed names': [
      [
        `
        import { sum } from 'd3-array'
        export const length = (xs: number[]) => Math.sqrt(sum(xs.map(x => x ** 2)))`,
        `
        import { sum } from 'd3-array'
        import * as stable from 'eslint-plugin-stable-math/runtime'
        export const length = (xs: number[]) => stable.norm(xs)`,
      ],
    ],
  },
  valid: {
    'another formula': [
      'Math.sqrt(sum(xs))',
      'Math.sqrt(xs.reduce((s, x) => s + x ** 3, 0))',
      'Math.sqrt(xs.reduce((s, x) => s + x * y, 0))',
      'sum(xs.map(x => x * x))',
      'Math.sqrt(a.reduce((s, v, i) => s + v * b[i], 0))',
      'Math.cbrt(sum(xs.map(x => x ** 2)))',
    ],
    'another start': ['Math.sqrt(xs.reduce((s, x) => s + x * x, 1))'],
    'a lying name': ['const sum = (v: number[]) => v[0]\nMath.sqrt(sum(xs.map(x => x * x)))'],
    'the runtime itself': ["import { norm } from 'eslint-plugin-stable-math/runtime'\nnorm(xs)"],
    'deviations, which are as large as the data at most': [
      'const m = sum(xs) / xs.length\nMath.sqrt(sum(xs.map(x => (x - m) ** 2)) / xs.length)',
    ],
  },
})
