/** exp(x) / sum(exp(x)): what is recognised, in which spellings, and what is left alone. */
import { testRule } from './tester.ts'

testRule('prefer-softmax', {
  spelled: [
    ['xs.map(x => Math.exp(x) / xs.reduce((s, v) => s + Math.exp(v), 0))', 'stable.softmax(xs)'],
    ['Math.exp(xs[k]) / xs.map(Math.exp).reduce((a, b) => a + b)', 'stable.softmax(xs)[k]'],
    ['Math.exp(x) / (1 + Math.exp(x))', 'stable.sigmoid(x)'],
  ],
  invalid: {
    'order of terms': [
      ['Math.exp(x) / (Math.exp(x) + 1)', 'stable.sigmoid(x)'],
      ['1 / (1 + Math.exp(x)) * Math.exp(x)', 'stable.sigmoid(x)'],
      ['y * Math.exp(x) / (1 + Math.exp(x))', 'y * stable.sigmoid(x)'],
      ['Math.exp(-x) / (1 + Math.exp(-x))', 'stable.sigmoid(-x)'],
    ],
    'other spellings of exp': [
      ['Math.E ** x / (1 + Math.E ** x)', 'stable.sigmoid(x)'],
      ['Math.pow(Math.E, xs[0]) / sum(xs.map(x => Math.E ** x))', 'stable.softmax(xs)[0]'],
    ],
    'parentheses and types': [
      ['(Math.exp(x)!) / ((1) + (Math.exp(x) as number))', 'stable.sigmoid(x)'],
      ['xs.map(x => (Math.exp(x) as number) / (sum(xs.map(Math.exp)!) satisfies number))', 'stable.softmax(xs)'],
    ],
    'a temperature': [
      [
        `
        function choose(xs: number[], t: number) {
          const exps = xs.map(x => Math.exp(x / t))
          const total = exps.reduce((a, b) => a + b, 0)
          return exps.map(e => e / total)
        }`,
        `
        function choose(xs: number[], t: number) {
          return stable.softmax(xs, x => x / t)
        }`,
      ],
    ],
    variables: [
      [
        `
        function shares(xs: number[]) {
          const exps = xs.map(x => Math.exp(x))
          const total = exps.reduce((a, b) => a + b, 0)
          return exps.map(e => e / total)
        }`,
        `
        function shares(xs: number[]) {
          return stable.softmax(xs)
        }`,
      ],
      [
        `
        function shares(xs: number[]) {
          let exps = xs.map(Math.exp)
          var total = sum(exps)
          return exps.map(e => e / total)
        }`,
        `
        function shares(xs: number[]) {
          return stable.softmax(xs)
        }`,
      ],
      [
        `
        function logistic(x: number) {
          const e = Math.exp(x)
          return e / (1 + e)
        }`,
        `
        function logistic(x: number) {
          return stable.sigmoid(x)
        }`,
      ],
      [
        `
        function first(xs: number[]) {
          const total = xs.reduce((s, x) => s + Math.exp(x), 0)
          return Math.exp(xs[0]) / total
        }`,
        `
        function first(xs: number[]) {
          return stable.softmax(xs)[0]
        }`,
      ],
    ],
    helpers: [
      [
        `
        export const total = (v: number[]) => v.reduce((a, b) => a + b, 0)
        export const shares = (xs: number[]) => xs.map(x => Math.exp(x) / total(xs.map(Math.exp)))`,
        `
        export const total = (v: number[]) => v.reduce((a, b) => a + b, 0)
        export const shares = (xs: number[]) => stable.softmax(xs)`,
      ],
      [
        `
        class Policy {
          weights(xs: number[]) { return xs.map(x => Math.exp(x)) }
          probabilities(xs: number[]) {
            const w = this.weights(xs)
            const s = w.reduce((a, b) => a + b, 0)
            return w.map(v => v / s)
          }
        }`,
        `
        class Policy {
          weights(xs: number[]) { return xs.map(x => Math.exp(x)) }
          probabilities(xs: number[]) {
            return stable.softmax(xs)
          }
        }`,
      ],
    ],
    'agreed names': [
      [
        `
        import { sum } from './array.js'
        export const shares = (xs: number[]) => xs.map(x => Math.exp(x) / sum(xs.map(Math.exp)))`,
        `
        import { sum } from './array.js'
        import * as stable from 'eslint-plugin-stable-math/runtime'
        export const shares = (xs: number[]) => stable.softmax(xs)`,
      ],
    ],
    'a sigmoid that gradients flow through': [
      [
        "import * as tf from '@tensorflow/tfjs'\nexport const f = x => tf.div(1, tf.add(1, tf.exp(tf.neg(x))))",
        "import * as tf from '@tensorflow/tfjs'\nexport const f = x => tf.sigmoid(x)",
      ],
      [
        "import { add, exp, negative, reciprocal } from './arrays'\nimport { grad } from './autodiff'\nexport const f = x => reciprocal(add(1, exp(negative(x))))\nexport const df = grad(f)",
        null,
      ],
    ],
  },
  valid: {
    'a sigmoid without a gradient': [
      "import * as np from 'numpy-ts'\nexport const f = x => np.divide(1, np.add(1, np.exp(np.negative(x))))",
      "import { add, exp, negative, reciprocal } from './arrays'\nexport const f = x => reciprocal(add(1, exp(negative(x))))",
      "import * as tf from '@tensorflow/tfjs'\nexport const f = x => tf.div(2, tf.add(3, tf.exp(tf.neg(x))))",
    ],

    'shifted by the maximum': [
      `
      function softmax(xs: number[]) {
        const m = Math.max(...xs)
        const exps = xs.map(x => Math.exp(x - m))
        const total = exps.reduce((a, b) => a + b, 0)
        return exps.map(e => e / total)
      }`,
      `
      function softmax(xs: number[], t: number) {
        const m = xs.reduce((a, b) => Math.max(a, b))
        const exps = xs.map(x => Math.exp((x - m) / t))
        const total = exps.reduce((a, b) => a + b, 0)
        return exps.map(e => e / total)
      }`,
      'const m = Math.max(...xs)\nconst d = xs.map(x => x - m)\nexport const p = Math.exp(d[k]) / d.reduce((s, x) => s + Math.exp(x), 0)',
    ],
    'saturates as it should': [
      '1 / (1 + Math.exp(-x))',
      '1 / (1 + Math.exp(x))',
      'Math.exp(-Math.abs(x)) / (1 + Math.exp(-Math.abs(x)))',
      'const e = Math.exp(-Math.abs(x))\nexport const slope = e / (1 + e) ** 2',
    ],
    'another formula': [
      'Math.exp(x) / (2 + Math.exp(x))',
      'Math.exp(x) / (1 + Math.exp(y))',
      'Math.exp(x) / (1 - Math.exp(x))',
      'xs.map(x => Math.exp(x) / sum(ys.map(Math.exp)))',
      'xs.map(x => x / sum(xs))',
    ],
    'a lying name': [
      'const exp = (x: number) => x ** 3\nexp(x) / (1 + exp(x))',
      'const sum = (v: number[]) => Math.max(...v)\nxs.map(x => Math.exp(x) / sum(xs.map(Math.exp)))',
    ],
  },
})
