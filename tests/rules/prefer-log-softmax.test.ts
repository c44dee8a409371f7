/** log(softmax(z)): what is recognised, in which spellings, and what is left alone. */
import { testRule } from './tester.ts'

testRule('prefer-log-softmax', {
  spelled: [
    ['Math.log(softmax(z)[k])', 'stable.logSoftmax(z)[k]'],
    ['softmax(z).map(p => Math.log(p))', 'stable.logSoftmax(z)'],
    ['softmax(z).map(Math.log)', 'stable.logSoftmax(z)'],
    ['Math.log(Math.exp(z[k]) / sum(z.map(Math.exp)))', 'stable.logSoftmax(z)[k]'],
  ],
  invalid: {
    'cross-entropy': [
      ['-sum(y.map((t, i) => t * Math.log(softmax(z)[i])))', 'stable.crossEntropyWithLogits(z, y)'],
      ['-y.reduce((s, t, i) => s + t * Math.log(softmax(z)[i]), 0)', 'stable.crossEntropyWithLogits(z, y)'],
      ['y.reduce((s, t, i) => s - t * Math.log(softmax(z)[i]), 0)', 'stable.crossEntropyWithLogits(z, y)'],
      ['sum(y.map((t, i) => Math.log(softmax(z)[i]) * t))', '-stable.crossEntropyWithLogits(z, y)'],
      [
        `
        function loss(z: number[], y: number[]) {
          const p = softmax(z)
          return -sum(y.map((t, i) => t * Math.log(p[i])))
        }`,
        `
        function loss(z: number[], y: number[]) {
          return stable.crossEntropyWithLogits(z, y)
        }`,
      ],
      [
        `
        function loss(z: number[], y: number[]) {
          const p = softmax(z)
          return -p.map(Math.log).map((l, i) => y[i] * l).reduce((a, b) => a + b, 0)
        }`,
        `
        function loss(z: number[], y: number[]) {
          return stable.crossEntropyWithLogits(z, y)
        }`,
      ],
    ],
    'other spellings of exp': [
      ['Math.log(Math.E ** z[k] / sum(z.map(v => Math.pow(Math.E, v))))', 'stable.logSoftmax(z)[k]'],
    ],
    'parentheses and types': [
      ['Math.log((softmax(z)!)[k] as number)', 'stable.logSoftmax(z)[k]'],
      ['Math.log((softmax(z) as number[])[k]!)', 'stable.logSoftmax(z)[k]'],
      ['(softmax(z) satisfies number[]).map((p: number): number => (Math.log(p)))', 'stable.logSoftmax(z)'],
    ],
    'a temperature': [['Math.log(softmax(z.map(v => v / t))[k])', 'stable.logSoftmax(z, v => v / t)[k]']],
    variables: [
      [
        `
        function loss(z: number[], k: number) {
          const p = softmax(z)
          return -Math.log(p[k])
        }`,
        `
        function loss(z: number[], k: number) {
          return -stable.logSoftmax(z)[k]
        }`,
      ],
      [
        `
        function loss(z: number[], k: number) {
          const p = softmax(z)
          let q = p[k]
          return [p, -Math.log(q)]
        }`,
        `
        function loss(z: number[], k: number) {
          const p = softmax(z)
          return [p, -stable.logSoftmax(z)[k]]
        }`,
      ],
      [
        `
        function loss(z: number[], k: number) {
          const exps = z.map(Math.exp)
          const total = exps.reduce((a, b) => a + b)
          const p = exps.map(e => e / total)
          return -Math.log(p[k])
        }`,
        `
        function loss(z: number[], k: number) {
          return -stable.logSoftmax(z)[k]
        }`,
      ],
    ],
    'a helper, whatever its name': [
      [
        `
        export function share(v: number[]) {
          const m = Math.max(...v)
          const exps = v.map(x => Math.exp(x - m))
          const total = exps.reduce((a, b) => a + b, 0)
          return exps.map(e => e / total)
        }
        export const loss = (z: number[], k: number) => -Math.log(share(z)[k])`,
        `
        export function share(v: number[]) {
          const m = Math.max(...v)
          const exps = v.map(x => Math.exp(x - m))
          const total = exps.reduce((a, b) => a + b, 0)
          return exps.map(e => e / total)
        }
        export const loss = (z: number[], k: number) => -stable.logSoftmax(z)[k]`,
      ],
      [
        `
        class Net {
          share(v: number[]) {
            const exps = v.map(x => Math.exp(x))
            const total = exps.reduce((a, b) => a + b, 0)
            return exps.map(e => e / total)
          }
          loss(z: number[], k: number) {
            const p = this.share(z)
            return -Math.log(p[k])
          }
        }`,
        `
        class Net {
          share(v: number[]) {
            const exps = v.map(x => Math.exp(x))
            const total = exps.reduce((a, b) => a + b, 0)
            return exps.map(e => e / total)
          }
          loss(z: number[], k: number) {
            return -stable.logSoftmax(z)[k]
          }
        }`,
      ],
    ],
    'agreed names': [
      [
        `
        import { softmax as probabilities } from './nn.js'
        export const loss = (z: number[], k: number) => -Math.log(probabilities(z)[k])`,
        `
        import { softmax as probabilities } from './nn.js'
        import * as stable from 'eslint-plugin-stable-math/runtime'
        export const loss = (z: number[], k: number) => -stable.logSoftmax(z)[k]`,
      ],
      ['Math.log(softmax(z))', 'stable.logSoftmax(z)'],
      [
        `
        const { softmax } = require('./nn')
        exports.loss = (z, k) => -Math.log(softmax(z)[k])`,
        `
        const stable = require('eslint-plugin-stable-math/runtime')
        const { softmax } = require('./nn')
        exports.loss = (z, k) => -stable.logSoftmax(z)[k]`,
      ],
    ],
    'a report alone, where the array may be another by then': [
      ['function f(z: number[], k: number) { const p = softmax(z); z[0] = 3; return Math.log(p[k]) }', null],
      ['function f(z: number[], k: number) { const p = softmax(z); change(z); return Math.log(p[k]) }', null],
    ],
  },
  valid: {
    'another formula': [
      'Math.log(p[k])',
      'Math.log(2 * softmax(z)[k])',
      'softmax(z)[k]',
      'logSoftmax(z)[k]',
      'Math.log(softmax(z)[k] / prior[k])',
    ],
    'a lying name': [
      'const softmax = (z: number[]) => z.map(v => v / 2)\nMath.log(softmax(z)[k])',
      'class Net { softmax(z: number[]) { return z } loss(z: number[]) { return Math.log(this.softmax(z)[0]) } }',
    ],
    'a tensor': ["import { softmax } from '@tensorflow/tfjs'\nMath.log(softmax(z)[k])", 'Math.log(nn.softmax(z)[k])'],
    'written in between': [
      'const p = softmax(z)\np[0] = 1\nMath.log(p[0])',
      'const p = softmax(z)\nclamp(p)\nMath.log(p[0])',
    ],
  },
})
