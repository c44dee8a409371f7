/** The logarithm of what a model gives whose last layer is a softmax or a sigmoid: reported, wherever the layer was put on. */
import { describe, expect, it } from 'vitest'
import { lint } from '../lint.ts'

const tf = "import * as tf from '@tensorflow/tfjs'\n"
const found = (code: string): string[] => lint(tf + code).map(({ ruleId }) => ruleId!.replace('stable-math/', ''))
const dense = (activation: string): string => `tf.layers.dense({ units: 3, activation: '${activation}' })`
const softmax = `tf.sequential({ layers: [${dense('relu')}, ${dense('softmax')}] })`
const sigmoid = `tf.sequential({ layers: [${dense('sigmoid')}] })`
const crossEntropy = 'tf.neg(tf.sum(tf.mul(y, tf.log(p)), -1))'

describe('the logarithm of a prediction', () => {
  const cases: Record<string, readonly [code: string, rule: string]> = {
    'a list of layers': [
      `const model = ${softmax}\nexport const loss = (x, y) => { const p = model.predict(x); return ${crossEntropy} }`,
      'prefer-log-softmax',
    ],
    'in a training step': [
      `const model = ${softmax}\nexport const step = (x, y) => opt.minimize(() => tf.tidy(() => y.mul(model.apply(x).log()).sum(-1).neg().mean()))`,
      'prefer-log-softmax',
    ],
    'layers put on one by one': [
      `const model = tf.sequential()\nmodel.add(${dense('relu')})\nmodel.add(${dense('softmax')})\nexport const loss = (x, y) => { const p = model.predict(x); return ${crossEntropy} }`,
      'prefer-log-softmax',
    ],
    'a layer of its own': [
      `const model = tf.sequential()\nmodel.add(tf.layers.dense({ units: 3 }))\nmodel.add(tf.layers.softmax())\nexport const loss = (x, y) => { const p = model.predict(x); return ${crossEntropy} }`,
      'prefer-log-softmax',
    ],
    'the activation as a layer': [
      `const model = tf.sequential({ layers: [tf.layers.dense({ units: 3 }), tf.layers.activation({ activation: 'sigmoid' })] })\nexport const f = x => tf.log(model.predict(x))`,
      'prefer-log-sigmoid',
    ],
    'a graph of layers': [
      `const input = tf.input({ shape: [4] })\nconst p = ${dense('softmax')}.apply(${dense('relu')}.apply(input))\nconst model = tf.model({ inputs: input, outputs: p })\nexport const f = x => model.predict(x).log()`,
      'prefer-log-softmax',
    ],
    'a field': [
      `export class Net { constructor() { this.model = ${sigmoid} } loss(x) { return this.model.predict(x).log().neg() } }`,
      'prefer-log-sigmoid',
    ],
    'one minus it': [
      `const model = ${sigmoid}\nexport const f = x => tf.log(tf.sub(1, model.predict(x)))`,
      'prefer-log-sigmoid',
    ],
    'behind an epsilon': [
      `const model = ${softmax}\nexport const f = x => model.predict(x).add(1e-8).log()`,
      'no-log-of-tiny',
    ],
    "the library's own loss on probabilities": [
      `const model = ${sigmoid}\nexport const loss = (x, y) => tf.losses.logLoss(y, model.predict(x))`,
      'no-log-of-tiny',
    ],
    'its metric, as a loss': [
      'export const loss = (z, y) => tf.metrics.binaryCrossentropy(y, tf.sigmoid(z)).mean()',
      'no-log-of-tiny',
    ],
    'its metric of several classes': [
      `const model = ${softmax}\nexport const loss = (x, y) => tf.metrics.categoricalCrossentropy(y, model.predict(x))`,
      'no-log-of-tiny',
    ],
    'behind a clamp': [
      `const model = ${softmax}\nexport const f = x => model.predict(x).clipByValue(1e-7, 1).log()`,
      'no-log-of-tiny',
    ],
    'a loss that the model is compiled with': [
      `const model = ${softmax}\nconst loss = (y, p) => ${crossEntropy}\nmodel.compile({ optimizer: 'adam', loss })`,
      'prefer-log-softmax',
    ],
    'a loss within the call': [
      `const model = ${softmax}\nmodel.compile({ optimizer: 'adam', loss: (y, p) => tf.tidy(() => ${crossEntropy}) })`,
      'prefer-log-softmax',
    ],
  }
  it.each(Object.entries(cases))('%s', (_, [code, rule]) => expect(found(code)).toEqual([rule]))

  it('says that the activation belongs outside the model', () => {
    const [message] = lint(`${tf}const model = ${softmax}\nexport const f = x => model.predict(x).log()`)
    expect(message!.fix).toBeUndefined()
    expect(message!.message).toContain('Use `logSoftmax(logits)`')
    expect(message!.message).toContain('leave it out there, and apply it where the model predicts')
  })
})

describe('silent', () => {
  it.each([
    // The model gives logits.
    `const model = tf.sequential({ layers: [${dense('softmax')}, tf.layers.dense({ units: 3 })] })\nexport const f = x => tf.logSoftmax(model.predict(x))`,
    `const model = tf.sequential({ layers: [${dense('relu')}] })\nexport const f = x => model.predict(x).log()`,
    // Which layer is the last is not seen.
    `export const f = (model, x) => model.predict(x).log()`,
    `let model = ${softmax}\nexport const use = other => { model = other }\nexport const f = x => model.predict(x).log()`,
    `const model = ${softmax}\nexport const f = (model, x) => model.predict(x).log()`,
    // No logarithm.
    `const model = ${softmax}\nexport const f = x => model.predict(x).argMax(-1)`,
    `const model = ${softmax}\nmodel.compile({ optimizer: 'adam', loss: (y, p) => tf.mean(tf.square(tf.sub(y, p))) })`,
    // Of the labels, not of the predictions.
    `const model = ${softmax}\nmodel.compile({ optimizer: 'adam', loss: (y, p) => tf.mean(tf.mul(p, tf.log(y))) })`,
    // Given probabilities, weights, or a loss on logits.
    'export const loss = (p, y) => tf.losses.logLoss(y, p)',
    'export const loss = (z, y, w) => tf.losses.logLoss(y, tf.sigmoid(z), w)',
    'export const loss = (z, y) => tf.losses.sigmoidCrossEntropy(y, z)',
    // The logarithm of something else that has a method of the name.
    `const model = { predict: x => x }\nexport const f = x => tf.log(model.predict(x))`,
  ])('%s', code => expect(found(code)).toEqual([]))
})
