/** mean(x²) - mean(x)²: what is recognised, in which spellings, and what is left alone. */
import { testRule } from './tester.ts'

testRule('prefer-stable-variance', {
  spelled: [
    ['Math.sqrt(mean(xs.map(x => Math.pow(x, 2))) - Math.pow(mean(xs), 2))', 'stable.std(xs)'],
    ['mean(xs.map(x => Math.pow(x, 2))) - Math.pow(mean(xs), 2)', 'stable.variance(xs)'],
    [
      'Math.pow(sum(xs.map(x => Math.pow(x, 2))) / xs.length - Math.pow(sum(xs) / xs.length, 2), 0.5)',
      'stable.std(xs)',
    ],
  ],
  invalid: {
    'order of terms, spellings of the square': [
      ['-(mean(xs) ** 2) + mean(xs.map(x => x ** 2))', 'stable.variance(xs)'],
      ['mean(xs.map(x => x * x)) - mean(xs) * mean(xs)', 'stable.variance(xs)'],
      ['(mean(xs.map(x => x ** 2)) - mean(xs) ** 2) ** 0.5', 'stable.std(xs)'],
      ['Math.sqrt(mean(xs.map(x => x * x)) - mean(xs) ** 2)', 'stable.std(xs)'],
      [
        'xs.reduce((s, x) => x * x + s, 0) / xs.length - (xs.reduce((s, x) => s + x, 0) / xs.length) ** 2',
        'stable.variance(xs)',
      ],
    ],
    'of a sample': [
      ['(sum(xs.map(x => x * x)) - sum(xs) ** 2 / xs.length) / (xs.length - 1)', 'stable.variance(xs, 1)'],
      ['Math.sqrt((sum(xs.map(x => x * x)) - sum(xs) ** 2 / xs.length) / (xs.length - 1))', 'stable.std(xs, 1)'],
      ['(sum(xs.map(x => x * x)) - xs.length * mean(xs) ** 2) / (xs.length - 1)', 'stable.variance(xs, 1)'],
      ['(mean(xs.map(x => x * x)) - mean(xs) ** 2) * xs.length / (xs.length - 1)', 'stable.variance(xs, 1)'],
      ['(sum(xs.map(x => x * x)) - sum(xs) ** 2 / xs.length) / xs.length', 'stable.variance(xs)'],
    ],
    'of something of each element': [
      [
        'mean(items.map(item => item.price ** 2)) - mean(items.map(item => item.price)) ** 2',
        'stable.variance(items, 0, item => item.price)',
      ],
    ],
    'parentheses and types': [
      [
        '(mean((xs as number[]).map((x: number): number => x! * x)) as number) - (mean(xs) satisfies number) ** 2',
        'stable.variance(xs)',
      ],
    ],
    variables: [
      [
        `
        function deviation(xs: number[]) {
          const n = xs.length
          const m = xs.reduce((a, b) => a + b, 0) / n
          const q = xs.map(x => x * x).reduce((a, b) => a + b, 0) / n
          return Math.sqrt(q - m * m)
        }`,
        `
        function deviation(xs: number[]) {
          return stable.std(xs)
        }`,
      ],
      [
        `
        function moments(xs: number[]) {
          let n = xs.length
          let m = sum(xs) / n
          var v = (sum(xs.map(x => x ** 2)) - n * m * m) / (n - 1)
          return { m, v }
        }`,
        `
        function moments(xs: number[]) {
          let n = xs.length
          let m = sum(xs) / n
          var v = stable.variance(xs, 1)
          return { m, v }
        }`,
      ],
    ],
    'a helper, whatever its name': [
      [
        `
        export const centre = (v: number[]) => v.reduce((a, b) => a + b, 0) / v.length
        export const spread = (xs: number[]) => centre(xs.map(x => x * x)) - centre(xs) ** 2`,
        `
        export const centre = (v: number[]) => v.reduce((a, b) => a + b, 0) / v.length
        export const spread = (xs: number[]) => stable.variance(xs)`,
      ],
      [
        `
        export function total(v: number[]) { return v.reduce((a, b) => a + b) }
        export const square = (x: number) => x * x
        export const spread = (xs: number[]) => Math.sqrt(total(xs.map(square)) / xs.length - square(total(xs) / xs.length))`,
        `
        export function total(v: number[]) { return v.reduce((a, b) => a + b) }
        export const square = (x: number) => x * x
        export const spread = (xs: number[]) => stable.std(xs)`,
      ],
      [
        `
        class Series {
          centre(v: number[]) { return v.reduce((a, b) => a + b, 0) / v.length }
          spread(xs: number[]) { return this.centre(xs.map(x => x * x)) - this.centre(xs) ** 2 }
        }`,
        `
        class Series {
          centre(v: number[]) { return v.reduce((a, b) => a + b, 0) / v.length }
          spread(xs: number[]) { return stable.variance(xs) }
        }`,
      ],
    ],
    'agreed names': [
      [
        `
        import * as d3 from 'd3-array'
        export const spread = (xs: number[]) => d3.mean(xs.map(x => x * x)) - d3.mean(xs) ** 2`,
        `
        import * as d3 from 'd3-array'
        import * as stable from 'eslint-plugin-stable-math/runtime'
        export const spread = (xs: number[]) => stable.variance(xs)`,
      ],
      [
        `
        import { mean } from 'simple-statistics'
        export const spread = (xs: number[]) => mean(xs.map(x => x ** 2)) - mean(xs) ** 2`,
        `
        import { mean } from 'simple-statistics'
        import * as stable from 'eslint-plugin-stable-math/runtime'
        export const spread = (xs: number[]) => stable.variance(xs)`,
      ],
    ],
  },
  valid: {
    'two passes': [
      'const m = mean(xs)\nexport const v = mean(xs.map(x => (x - m) ** 2))',
      'const m = mean(xs)\nconst d = xs.map(x => x - m)\nexport const v = mean(d.map(x => x * x)) - mean(d) ** 2',
      'const m = mean(xs)\nconst d = xs.map(x => x - m)\nexport const v = Math.sqrt(mean(d.map(x => x * x)) - mean(d) ** 2)',
      'const m = mean(xs)\nconst d = xs.map(x => x - m)\nexport const v = (sum(d.map(x => x * x)) - sum(d) ** 2 / d.length) / d.length',
      'const m = mean(xs)\nconst d = xs.map(x => x - m)\nexport const v = Math.sqrt((sum(d.map(x => x * x)) - sum(d) ** 2 / d.length) / d.length)',
      'const m = mean(xs)\nconst d = xs.map(x => x - m)\nexport const v = (sum(d.map(x => x * x)) - sum(d) ** 2 / d.length) / (d.length - 1)',
      'const m = mean(xs)\nconst d = xs.map(x => x - m)\nexport const v = Math.sqrt((sum(d.map(x => x * x)) - sum(d) ** 2 / d.length) / (d.length - 1))',
      'const m = mean(xs)\nconst d = xs.map(x => x - m)\nexport const v = ((mean(d.map(x => x * x)) - mean(d) ** 2) * d.length) / (d.length - 1)',
      'const m = mean(xs)\nconst d = xs.map(x => x - m)\nexport const v = Math.sqrt(((mean(d.map(x => x * x)) - mean(d) ** 2) * d.length) / (d.length - 1))',
      'const m = mean(xs)\nconst d = xs.map(x => x - m)\nexport const v = d.length * sum(d.map(x => x * x)) - sum(d) ** 2',
      'const m = mean(xs)\nconst d = xs.map(x => x - m)\nexport const v = sum(d.map(x => x * x)) - sum(d) ** 2 / d.length',
      'const m = mean(xs)\nconst d = xs.map(x => x - m)\nexport const v = mean(d.map(x => x * x)) - meanOfRest ** 2',
      'const d = xs.map(x => x - mean(xs))\nexport const v = mean(d.map(x => x * x)) - mu ** 2',
    ],
    'another formula': [
      'mean(xs.map(x => x * x)) - mean(ys) ** 2',
      'mean(xs.map(x => x * x)) + mean(xs) ** 2',
      'mean(xs.map(x => x * x)) - mean(xs)',
      'sum(xs.map(x => x * x)) / 7 - (sum(xs) / xs.length) ** 2',
      'mean(xs.map((x, i) => x * ys[i])) - mean(xs) * mean(ys)',
    ],
    'a lying name': ['const mean = (v: number[]) => Math.max(...v)\nmean(xs.map(x => x * x)) - mean(xs) ** 2'],
    'a tensor': ["import { mean } from '@tensorflow/tfjs'\nmean(xs.map(x => x * x)) - mean(xs) ** 2"],
    'no sum of squares by its name': [
      'energy - total ** 2 / n',
      'energy / n - mean ** 2',
      'energy / n - total ** 2 / n ** 2',
      'energy - mean ** 2',
      'energy - meanSquared',
    ],
    'no mean by its name': [
      'sumOfSquares - offset ** 2',
      'sumOfSquares - threshold',
      'mean(xs.map(x => x * x)) - offset ** 2',
    ],
  },
})
