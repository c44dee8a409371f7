/** The logarithm of what may have underflowed, and the hacks that hide it: what is reported, and what is left alone. */
import { testRule } from './tester.ts'

testRule('no-log-of-tiny', {
  spelled: [
    ['Math.log(1 / (1 + Math.exp(-z)) + 1e-7)', null, 'stable.logSigmoid(z)'],
    ['Math.log(Math.max(1e-7, 1 / (1 + Math.exp(-z))))', null, 'stable.logSigmoid(z)'],
  ],
  invalid: {
    'behind an epsilon': [
      ['Math.log(1e-12 + sigmoid(z))', null, 'stable.logSigmoid(z)'],
      ['Math.log(sigmoid(z) + Number.EPSILON)', null, 'stable.logSigmoid(z)'],
      ['Math.log(1 - sigmoid(z) + 1e-7)', null, 'stable.logSigmoid(-z)'],
      ['Math.log(softmax(z)[k] + 1e-9)', null, 'stable.logSoftmax(z)[k]'],
      ['softmax(z).map(p => Math.log(p + 1e-9))', null, 'stable.logSoftmax(z)'],
    ],
    'behind a clamp': [
      ['Math.log(Math.max(sigmoid(z), 1e-7))', null, 'stable.logSigmoid(z)'],
      ['Math.log(Math.max(softmax(z)[k], 1e-7))', null, 'stable.logSoftmax(z)[k]'],
      ['softmax(z).map(p => Math.log(Math.max(p, 1e-7)))', null, 'stable.logSoftmax(z)'],
      ['Math.log(sigmoid(z) < 1e-7 ? 1e-7 : sigmoid(z))', null, 'stable.logSigmoid(z)'],
    ],
    'parentheses and types': [
      ['Math.log((sigmoid(z) as number) + (1e-7 satisfies number))', null, 'stable.logSigmoid(z)'],
    ],
    variables: [
      [
        `
        const epsilon = 1e-7
        function loss(z: number) {
          const p = sigmoid(z)
          return -Math.log(p + epsilon)
        }`,
        null,
        `
        function loss(z: number) {
          return -stable.logSigmoid(z)
        }`,
      ],
      [
        `
        function loss(z: number[], k: number) {
          const p = softmax(z)
          return -Math.log(p[k] + 1e-12)
        }`,
        null,
        `
        function loss(z: number[], k: number) {
          return -stable.logSoftmax(z)[k]
        }`,
      ],
    ],
    'a helper, whatever its name': [
      [
        `
        export const act = (t: number) => 1 / (1 + Math.exp(-t))
        export const loss = (z: number) => -Math.log(act(z) + 1e-7)`,
        null,
        `
        export const act = (t: number) => 1 / (1 + Math.exp(-t))
        export const loss = (z: number) => -stable.logSigmoid(z)`,
      ],
      [
        `
        export const safeLog = (p: number) => Math.log(Math.max(p, 1e-7))
        export const loss = (z: number) => -safeLog(sigmoid(z))`,
        null,
        `
        export const safeLog = (p: number) => Math.log(Math.max(p, 1e-7))
        export const loss = (z: number) => -stable.logSigmoid(z)`,
      ],
      [
        `
        class Unit {
          act(t: number) { return 1 / (1 + Math.exp(-t)) }
          loss(z: number) { return Math.log(this.act(z) + 1e-7) }
        }`,
        null,
        `
        class Unit {
          act(t: number) { return 1 / (1 + Math.exp(-t)) }
          loss(z: number) { return stable.logSigmoid(z) }
        }`,
      ],
    ],
    'agreed names': [
      [
        `
        import { sigmoid } from './nn.js'
        export const loss = (z: number) => -Math.log(sigmoid(z) + 1e-7)`,
        null,
        `
        import { sigmoid } from './nn.js'
        import * as stable from 'eslint-plugin-stable-math/runtime'
        export const loss = (z: number) => -stable.logSigmoid(z)`,
      ],
    ],
  },
  valid: {
    'no logits at hand': ['Math.log(p + 1e-7)', 'Math.log(Math.max(p, 1e-7))', 'Math.log(x)'],
    'not tiny': [
      'Math.log(1 + sigmoid(z))',
      'Math.log(0.5 + softmax(z)[k])',
      'Math.log(Math.max(sigmoid(z), 0.5))',
      'Math.log(sigmoid(z) - 1e-7)',
    ],
    'another formula': [
      'Math.log(ps.reduce((a, b) => a + b, 0))',
      'Math.exp(Math.log(x))',
      'Math.log(Math.exp(x) + c)',
    ],
    'a lying name': [
      'const sigmoid = (z: number) => z / 2\nMath.log(sigmoid(z) + 1e-7)',
      'const softmax = (z: number[]) => z\nMath.log(softmax(z)[k] + 1e-7)',
    ],
  },
})
