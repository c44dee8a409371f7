/** Binary cross-entropy: what is recognised, in which arrangements, and what is left alone. */
import { testRule } from './tester.ts'

testRule('prefer-bce-with-logits', {
  spelled: [
    [
      '-y * Math.log(1 / (1 + Math.exp(-z))) - (1 - y) * Math.log(1 - 1 / (1 + Math.exp(-z)))',
      'stable.bceWithLogits(z, y)',
    ],
    [
      't ? -Math.log(1 / (1 + Math.exp(-z))) : -Math.log(1 - 1 / (1 + Math.exp(-z)))',
      'stable.bceWithLogits(z, t ? 1 : 0)',
    ],
  ],
  invalid: {
    'any arrangement': [
      ['-(y * Math.log(sigmoid(z)) + (1 - y) * Math.log(1 - sigmoid(z)))', 'stable.bceWithLogits(z, y)'],
      ['-(1 - y) * Math.log(1 - sigmoid(z)) - y * Math.log(sigmoid(z))', 'stable.bceWithLogits(z, y)'],
      ['(y - 1) * Math.log(1 - sigmoid(z)) - Math.log(sigmoid(z)) * y', 'stable.bceWithLogits(z, y)'],
      ['y * -Math.log(sigmoid(z)) + (1 - y) * -Math.log(1 - sigmoid(z))', 'stable.bceWithLogits(z, y)'],
      ['y * Math.log(sigmoid(z)) + (1 - y) * Math.log(1 - sigmoid(z))', '-stable.bceWithLogits(z, y)'],
      [
        'total - (y * Math.log(sigmoid(z)) + (1 - y) * Math.log(1 - sigmoid(z)))',
        'total - -stable.bceWithLogits(z, y)',
      ],
      ['-1 * (y * Math.log(sigmoid(z)) + (1 - y) * Math.log(1 - sigmoid(z)))', 'stable.bceWithLogits(z, y)'],
    ],
    'a choice by the label': [
      ['t ? -Math.log(sigmoid(z)) : -Math.log(1 - sigmoid(z))', 'stable.bceWithLogits(z, t ? 1 : 0)'],
      ['-(t ? Math.log(sigmoid(z)) : Math.log(1 - sigmoid(z)))', 'stable.bceWithLogits(z, t ? 1 : 0)'],
      ['t === 1 ? Math.log(sigmoid(z)) : Math.log(1 - sigmoid(z))', '-stable.bceWithLogits(z, t === 1 ? 1 : 0)'],
    ],
    'parentheses and types': [
      [
        '-(y as number) * Math.log(sigmoid(z)!) - (1 - y) * Math.log((1 - sigmoid(z)) satisfies number)',
        'stable.bceWithLogits(z, y)',
      ],
    ],
    variables: [
      [
        `
        function loss(z: number, y: number) {
          const p = 1 / (1 + Math.exp(-z))
          return -y * Math.log(p) - (1 - y) * Math.log(1 - p)
        }`,
        `
        function loss(z: number, y: number) {
          return stable.bceWithLogits(z, y)
        }`,
      ],
      [
        `
        function loss(z: number, y: number) {
          const e = Math.exp(z)
          const p = e / (1 + e)
          const hit = y * Math.log(p)
          let miss = (1 - y) * Math.log(1 - p)
          return -(hit + miss)
        }`,
        `
        function loss(z: number, y: number) {
          return stable.bceWithLogits(z, y)
        }`,
      ],
      [
        `
        function loss(z: number, y: boolean) {
          const p = sigmoid(z)
          return y ? -Math.log(p) : -Math.log(1 - p)
        }`,
        `
        function loss(z: number, y: boolean) {
          return stable.bceWithLogits(z, y ? 1 : 0)
        }`,
      ],
    ],
    'a helper, whatever its name': [
      [
        `
        export const act = (t: number) => 1 / (1 + Math.exp(-t))
        export function loss(z: number, y: number) {
          const p = act(z)
          return -(y * Math.log(p) + (1 - y) * Math.log(1 - p))
        }`,
        `
        export const act = (t: number) => 1 / (1 + Math.exp(-t))
        export function loss(z: number, y: number) {
          return stable.bceWithLogits(z, y)
        }`,
      ],
      [
        `
        class Model {
          predict(x: number) { return 1 / (1 + Math.exp(-x)) }
          loss(x: number, y: number) {
            const p = this.predict(x)
            return -y * Math.log(p) - (1 - y) * Math.log(1 - p)
          }
        }`,
        `
        class Model {
          predict(x: number) { return 1 / (1 + Math.exp(-x)) }
          loss(x: number, y: number) {
            return stable.bceWithLogits(x, y)
          }
        }`,
      ],
    ],
    'agreed names': [
      [
        `
        import { expit } from './special.js'
        export const loss = (z: number, y: number) => -y * Math.log(expit(z)) - (1 - y) * Math.log(1 - expit(z))`,
        `
        import { expit } from './special.js'
        import * as stable from 'eslint-plugin-stable-math/runtime'
        export const loss = (z: number, y: number) => stable.bceWithLogits(z, y)`,
      ],
    ],
    'map and reduce': [
      [
        `
        zs.map((z, i) => {
          const p = sigmoid(z)
          return -(ys[i] * Math.log(p) + (1 - ys[i]) * Math.log(1 - p))
        }).reduce((a, b) => a + b, 0)`,
        `
        zs.map((z, i) => {
          return stable.bceWithLogits(z, ys[i])
        }).reduce((a, b) => a + b, 0)`,
      ],
    ],
  },
  valid: {
    'another formula': [
      '-y * Math.log(sigmoid(z)) - (1 - t) * Math.log(1 - sigmoid(z))',
      '-y * Math.log(sigmoid(z)) - (1 - y) * Math.log(1 - sigmoid(w))',
      '-y * Math.log(p) - (1 - y) * Math.log(1 - p)',
      't ? -Math.log(p) : -Math.log(1 - p)',
      '-2 * y * Math.log(sigmoid(z)) - (1 - y) * Math.log(1 - sigmoid(z))',
    ],
    'a lying name': [
      `
      function sigmoid(z: number) { return Math.min(1, Math.max(0, z)) }
      function loss(z: number, y: number) {
        const p = sigmoid(z)
        return -y * Math.log(p) - (1 - y) * Math.log(1 - p)
      }`,
    ],
  },
})
