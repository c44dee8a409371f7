/** log(sigmoid(z)): what is recognised, in which spellings, and what is left alone. */
import { testRule } from './tester.ts'

testRule('prefer-log-sigmoid', {
  spelled: [
    ['Math.log(1 / (1 + Math.exp(-z)))', 'stable.logSigmoid(z)'],
    ['Math.log(1 - 1 / (1 + Math.exp(-z)))', 'stable.logSigmoid(-z)'],
    ['Math.log(Math.exp(z) / (1 + Math.exp(z)))', 'stable.logSigmoid(z)'],
    ['Math.log(1 / (1 + Math.exp(z)))', 'stable.logSigmoid(-z)'],
  ],
  invalid: {
    'order of terms': [
      ['Math.log(1 / (Math.exp(-z) + 1))', 'stable.logSigmoid(z)'],
      ['Math.log(-1 / (1 + Math.exp(-z)) + 1)', 'stable.logSigmoid(-z)'],
      ['Math.log(1 - Math.exp(z) / (Math.exp(z) + 1))', 'stable.logSigmoid(-z)'],
      ['Math.log((1 + Math.exp(-z)) ** -1)', 'stable.logSigmoid(z)'],
    ],
    'other spellings of exp': [
      ['Math.log(1 / (1 + Math.E ** -z))', 'stable.logSigmoid(z)'],
      ['Math.log(1 / (1 + Math.pow(Math.E, -z)))', 'stable.logSigmoid(z)'],
      ['Math.log(1 / (1 + 1 / Math.exp(z)))', 'stable.logSigmoid(z)'],
    ],
    'parentheses and types': [
      ['Math.log((1 / (1 + Math.exp(-z))) as number)', 'stable.logSigmoid(z)'],
      ['Math.log((1 / (1 + (Math.exp(-(z))!)))! satisfies number)', 'stable.logSigmoid(z)'],
    ],
    'a variable': [
      [
        `
        function loss(z: number) {
          const p = 1 / (1 + Math.exp(-z))
          return -Math.log(p)
        }`,
        `
        function loss(z: number) {
          return -stable.logSigmoid(z)
        }`,
      ],
      [
        `
        function loss(z: number) {
          let e = Math.exp(-z)
          let p = 1 / (1 + e)
          return Math.log(1 - p)
        }`,
        `
        function loss(z: number) {
          return stable.logSigmoid(-z)
        }`,
      ],
      [
        `
        function loss(w: number, x: number, b: number) {
          const z = w * x + b
          const p = 1 / (1 + Math.exp(-z))
          return [p, -Math.log(p)]
        }`,
        `
        function loss(w: number, x: number, b: number) {
          const z = w * x + b
          const p = 1 / (1 + Math.exp(-z))
          return [p, -stable.logSigmoid(z)]
        }`,
      ],
    ],
    'a helper, whatever its name': [
      [
        `
        export const squash = (t: number) => 1 / (1 + Math.exp(-t))
        export const y = Math.log(squash(z))`,
        `
        export const squash = (t: number) => 1 / (1 + Math.exp(-t))
        export const y = stable.logSigmoid(z)`,
      ],
      [
        `
        export function squash(t: number) {
          const e = Math.exp(t)
          return e / (1 + e)
        }
        export const y = Math.log(1 - squash(z))`,
        `
        export function squash(t: number) {
          const e = Math.exp(t)
          return e / (1 + e)
        }
        export const y = stable.logSigmoid(-z)`,
      ],
      [
        `
        class Unit {
          activate(t: number) { return 1 / (1 + Math.exp(-t)) }
          loss(t: number) { return Math.log(this.activate(t)) }
        }`,
        `
        class Unit {
          activate(t: number) { return 1 / (1 + Math.exp(-t)) }
          loss(t: number) { return stable.logSigmoid(t) }
        }`,
      ],
      [
        `
        export const unit = {
          activate(t: number) { return 1 / (1 + Math.exp(-t)) },
          loss(t: number) { return Math.log(this.activate(t)) },
        }`,
        `
        export const unit = {
          activate(t: number) { return 1 / (1 + Math.exp(-t)) },
          loss(t: number) { return stable.logSigmoid(t) },
        }`,
      ],
    ],
    'agreed names': [
      ['Math.log(sigmoid(z))', 'stable.logSigmoid(z)'],
      ['Math.log(1 - logistic(z))', 'stable.logSigmoid(-z)'],
      ['Math.log(expit(z))', 'stable.logSigmoid(z)'],
      [
        `
        import { sigmoid as activate } from './activations.js'
        export const y = Math.log(activate(z))`,
        `
        import { sigmoid as activate } from './activations.js'
        import * as stable from 'eslint-plugin-stable-math/runtime'
        export const y = stable.logSigmoid(z)`,
      ],
      [
        `
        import * as activations from './activations.js'
        export const y = Math.log(activations.sigmoid(z))`,
        `
        import * as activations from './activations.js'
        import * as stable from 'eslint-plugin-stable-math/runtime'
        export const y = stable.logSigmoid(z)`,
      ],
    ],
    'map and reduce': [
      ['zs.map(z => Math.log(sigmoid(z)))', 'zs.map(z => stable.logSigmoid(z))'],
      ['-sum(zs.map(z => Math.log(1 - sigmoid(z))))', '-sum(zs.map(z => stable.logSigmoid(-z)))'],
    ],
    'what cannot be moved gets a name': [
      [
        'const p = sigmoid(next())\nexport const y = [p, Math.log(1 - p)]',
        'const pInput = next()\nconst p = sigmoid(pInput)\nexport const y = [p, stable.logSigmoid(-pInput)]',
      ],
      [
        'export function f(z: number) {\n  const p = sigmoid(z)\n  z += 1\n  return Math.log(p)\n}',
        'export function f(z: number) {\n  const pInput = z\n  z += 1\n  return stable.logSigmoid(pInput)\n}',
      ],
    ],
    'a report alone, where a fix would change what runs': [['Math.log(/* why */ sigmoid(z) /* not */)', null]],
  },
  valid: {
    'another formula': [
      'Math.log(1 / (2 + Math.exp(-z)))',
      'Math.log(Math.tanh(z))',
      '1 / (1 + Math.exp(-z))',
      'sigmoid(z)',
      'Math.log(2 * sigmoid(z))',
      'Math.log(p / (1 - p))',
    ],
    'a lying name': [
      'function sigmoid(z: number) { return Math.tanh(z) }\nMath.log(sigmoid(z))',
      'const sigmoid = (z: number) => z > 0 ? 1 : 0\nMath.log(1 - sigmoid(z))',
      'class Unit { sigmoid(z: number) { return z / 2 } loss(z: number) { return Math.log(this.sigmoid(z)) } }',
      'function f(sigmoid: (z: number) => number) { return Math.log(sigmoid(z)) }',
    ],
    'a tensor': ["import { sigmoid } from '@tensorflow/tfjs'\nMath.log(sigmoid(z))"],
    'written in between': ['let p = sigmoid(z)\np = 0.5\nMath.log(p)'],
  },
})
