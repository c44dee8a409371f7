/** x / softmax(z)[k]: what is recognised, in which spellings, and what is left alone. */
import { testRule } from './tester.ts'

testRule('no-softmax-division', {
  spelled: [['x / (Math.exp(z[k]) / sum(z.map(v => Math.exp(v))))', 'x * Math.exp(-stable.logSoftmax(z)[k])']],
  invalid: {
    'order of factors': [
      ['x / softmax(z)[k]', 'x * Math.exp(-stable.logSoftmax(z)[k])'],
      ['1 / softmax(z)[k]', 'Math.exp(-stable.logSoftmax(z)[k])'],
      ['a * x / softmax(z)[k]', 'a * x * Math.exp(-stable.logSoftmax(z)[k])'],
      ['1 / softmax(z)[k] * x', 'Math.exp(-stable.logSoftmax(z)[k]) * x'],
      ['(a - b) / softmax(z)[0]', '(a - b) * Math.exp(-stable.logSoftmax(z)[0])'],
    ],
    'parentheses and types': [['x / ((softmax(z) as number[])[k]!)', 'x * Math.exp(-stable.logSoftmax(z)[k])']],
    variables: [
      [
        `
        function importance(reward: number, z: number[], k: number) {
          const p = softmax(z)
          return reward / p[k]
        }`,
        `
        function importance(reward: number, z: number[], k: number) {
          return reward * Math.exp(-stable.logSoftmax(z)[k])
        }`,
      ],
      [
        `
        function importance(reward: number, z: number[], k: number) {
          let p = softmax(z)
          const chosen = p[k]
          return [p, reward / chosen]
        }`,
        `
        function importance(reward: number, z: number[], k: number) {
          let p = softmax(z)
          return [p, reward * Math.exp(-stable.logSoftmax(z)[k])]
        }`,
      ],
    ],
    'a helper, whatever its name': [
      [
        `
        export function policy(v: number[]) {
          const m = Math.max(...v)
          const exps = v.map(x => Math.exp(x - m))
          const total = exps.reduce((a, b) => a + b, 0)
          return exps.map(e => e / total)
        }
        export const weigh = (reward: number, z: number[], k: number) => reward / policy(z)[k]`,
        `
        export function policy(v: number[]) {
          const m = Math.max(...v)
          const exps = v.map(x => Math.exp(x - m))
          const total = exps.reduce((a, b) => a + b, 0)
          return exps.map(e => e / total)
        }
        export const weigh = (reward: number, z: number[], k: number) => reward * Math.exp(-stable.logSoftmax(z)[k])`,
      ],
      [
        `
        class Agent {
          policy(v: number[]) {
            const exps = v.map(x => Math.exp(x))
            const total = exps.reduce((a, b) => a + b, 0)
            return exps.map(e => e / total)
          }
          weigh(reward: number, z: number[], k: number) { return reward / this.policy(z)[k] }
        }`,
        `
        class Agent {
          policy(v: number[]) {
            const exps = v.map(x => Math.exp(x))
            const total = exps.reduce((a, b) => a + b, 0)
            return exps.map(e => e / total)
          }
          weigh(reward: number, z: number[], k: number) { return reward * Math.exp(-stable.logSoftmax(z)[k]) }
        }`,
      ],
    ],
    'agreed names': [
      [
        `
        import { softmax } from './policy.js'
        export const weigh = (reward: number, z: number[], k: number) => reward / softmax(z)[k]`,
        `
        import { softmax } from './policy.js'
        import * as stable from 'eslint-plugin-stable-math/runtime'
        export const weigh = (reward: number, z: number[], k: number) => reward * Math.exp(-stable.logSoftmax(z)[k])`,
      ],
    ],
    'a loop reads a vector that is made once': [
      [
        'function f(rs: number[], z: number[]) {\n  const p = softmax(z)\n  return rs.map((r, i) => r / p[i])\n}',
        'function f(rs: number[], z: number[]) {\n  const logP = stable.logSoftmax(z)\n  return rs.map((r, i) => r * Math.exp(-logP[i]))\n}',
      ],
    ],
  },
  valid: {
    'another formula': [
      'x / p[k]',
      'x * softmax(z)[k]',
      'softmax(z)[k] / x',
      'x / sigmoid(z)',
      'x / (softmax(z)[k] + 0.01)',
    ],
    'a lying name': ['const softmax = (z: number[]) => z.map(v => v + 1)\nx / softmax(z)[k]'],
    'a tensor': ["import { softmax } from '@tensorflow/tfjs'\nx / softmax(z)[k]"],
    'no clip of a probability': [
      '1 / Math.max(0.5, Math.min(20, 1e-3 * zoom))',
      '1 / Math.min(20, Math.max(0.5, 1e-3 * zoom))',
    ],
  },
})
