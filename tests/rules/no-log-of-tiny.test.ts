/** The logarithm of what may have underflowed, and the hacks that hide it: what is reported, and what is left alone. */
import { testRule } from './tester.ts'

const tf = "import * as tf from '@tensorflow/tfjs'\n"

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
    'a loss of tensors that takes probabilities': [
      [`${tf}export const loss = (y, p) => tf.neg(tf.sum(tf.mul(y, tf.log(p))))`, null],
      [`${tf}export const loss = (y, p) => y.mul(p.log()).mean().mul(-1)`, null],
      [`${tf}export const loss = (y, p) => tf.mean(y.mul(tf.log(tf.maximum(p, 1e-7)))).neg()`, null],
      [`${tf}export const loss = (y, p) => y.mul(p.clipByValue(1e-7, 1 - 1e-7).log()).sum(-1).neg()`, null],
      [`${tf}export const loss = (y, p) => tf.neg(tf.sum(tf.mul(y, tf.maximum(tf.log(p), -100))))`, null],
      [
        `${tf}export const loss = (y, p) => y.mul(p.add(1e-7).log()).add(tf.sub(1, y).mul(tf.sub(1, p).add(1e-7).log()))`,
        null,
      ],
      [
        `
        ${tf}
        export function loss(y, p) {
          const q = tf.clipByValue(p, 1e-7, 1 - 1e-7)
          return tf.neg(tf.mean(tf.add(tf.mul(y, tf.log(q)), tf.mul(tf.sub(1, y), tf.log(tf.sub(1, q))))))
        }`,
        null,
      ],
      [
        `
        import * as sm from '../tensor'
        const clipped = x => sm.maximum(sm.log(x), sm.scalar(-100))
        export const loss = (y, p) => sm.add(sm.mul(y, clipped(p)), sm.mul(sm.scalar(1).sub(y), clipped(sm.scalar(1).sub(p))))`,
        null,
      ],
    ],
  },
  valid: {
    'a loss of plain numbers': [
      'export const loss = (y: number[], p: number[]) => -y.reduce((sum, v, i) => sum + v * Math.log(p[i] + 1e-7), 0)',
      'export const loss = (y: number, p: number) => -y * Math.log(p + 1e-7) - (1 - y) * Math.log(1 - p + 1e-7)',
      'export const loss = (y: number[], p: number[]) => -y.reduce((sum, v, i) => sum + v * Math.max(Math.log(p[i]), -100), 0)',
      'export const gain = (y: number, p: number) => y * Math.log(p + 1e-7) + (1 - y) * Math.log(1 - p + 1e-7)',
      'export const gain = (y: number, p: number) => y * Math.max(Math.log(p), -100) + (1 - y) * Math.max(Math.log(1 - p), -100)',
    ],
    'tensors, and no loss': [
      // A geometric mean, the logarithm of a determinant, an entropy, a Poisson loss, a constant weight.
      `${tf}export const mean = (w, x) => tf.exp(tf.sum(tf.mul(w, tf.log(x))))`,
      `${tf}export const f = s => tf.neg(tf.sum(tf.log(s)))`,
      `${tf}export const entropy = p => tf.neg(tf.sum(tf.mul(p, tf.log(tf.add(p, 1e-7)))))`,
      `${tf}export const poisson = (y, rate) => tf.sum(tf.sub(rate, tf.mul(y, tf.log(rate))))`,
      `${tf}export const f = s => tf.neg(tf.sum(tf.mul(0.5, tf.log(s))))`,
      // Computed here: other rules know of what.
      `${tf}export const f = (y, p, q) => tf.neg(tf.sum(y.mul(p.div(q).log())))`,
      `${tf}export const f = (y, p, q) => y.mul(p.add(1e-7).log()).add(tf.sub(1, y).mul(tf.sub(1, q).add(1e-7).log()))`,
      `${tf}export const f = (y, p) => y.mul(p.add(0.5).log()).add(tf.sub(1, y).mul(tf.sub(1, p).add(0.5).log()))`,
      `${tf}export const f = (y, p, m) => tf.neg(tf.sum(tf.mul(y, tf.maximum(tf.log(p), m))))`,
      `${tf}export const f = s => tf.neg(tf.sum(tf.mul(tf.scalar(0.5), tf.log(s))))`,
      `${tf}export const f = s => tf.neg(tf.sum(tf.mul(tf.scalar(0.5), tf.maximum(tf.log(s), -100))))`,
      `${tf}export const f = (y, p, q) => tf.neg(tf.sum(y.mul(tf.maximum(p.div(q).log(), -100))))`,
      `${tf}export const f = (y, p) => y.mul(p.tanh().log()).add(tf.sub(1, y).mul(tf.sub(1, p.tanh()).log()))`,
      `${tf}export const f = (y, p) => y.mul(tf.maximum(p.tanh().log(), -100)).add(tf.sub(1, y).mul(tf.maximum(tf.sub(1, p.tanh()).log(), -100)))`,
      `${tf}export const f = (y, p, q) => y.mul(tf.maximum(p.log(), -100)).add(tf.sub(1, y).mul(tf.maximum(tf.sub(1, q).log(), -100)))`,
      `${tf}export const f = (y, p, m) => y.mul(tf.maximum(p.log(), m)).add(tf.sub(1, y).mul(tf.maximum(tf.sub(1, p).log(), m)))`,
    ],
    'no logits at hand': ['Math.log(p + 1e-7)', 'Math.log(Math.max(p, 1e-7))', 'Math.log(x)'],
    'not tiny': [
      'Math.log(1 + sigmoid(z))',
      'Math.log(0.5 + softmax(z)[k])',
      'Math.log(Math.max(sigmoid(z), 0.5))',
      'Math.log(sigmoid(z) - 1e-7)',
      'softmax(z).map(p => Math.log(p + 0.5))',
      'Math.log(Math.max(softmax(z)[k], 0.5))',
      'softmax(z).map(p => Math.log(Math.max(p, 0.5)))',
      'Math.log(Math.min(Math.max(sigmoid(z), 0.2), 0.9))',
      'softmax(z).map(p => Math.log(Math.min(Math.max(p, 0.2), 0.9)))',
      'Math.log(Math.min(Math.max(softmax(z)[k], 0.2), 0.9))',
      'Math.log(Math.max(Math.min(sigmoid(z), 0.9), 0.2))',
      'softmax(z).map(p => Math.log(Math.max(Math.min(p, 0.9), 0.2)))',
      'Math.log(Math.max(Math.min(softmax(z)[k], 0.9), 0.2))',
      'const p = Math.min(Math.max(sigmoid(z), 0.2), 0.9)\ny * Math.log(p) + (1 - y) * Math.log(1 - p)',
      'const p = Math.max(Math.min(sigmoid(z), 0.9), 0.2)\ny * Math.log(p) + (1 - y) * Math.log(1 - p)',
      'const p = sigmoid(z)\ny * Math.log(p + 0.5) + (1 - y) * Math.log(1 - p + 0.5)',
      'y * Math.log(sigmoid(z) + 0.5) + (1 - y) * Math.log(sigmoid(-z) + 0.5)',
      'y * Math.log(0.5 + sigmoid(z)) + (1 - y) * Math.log(1 + 0.5 - sigmoid(z))',
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
