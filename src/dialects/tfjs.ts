/**
 * TensorFlow.js. Its `norm` is the naive square root of a sum of squares, and its `logSumExp` is NaN where the largest
 * entry is infinite: measured on the CPU backend, see docs/dialects.md. `softmax` goes along the last axis and refuses
 * every other.
 */
import { elementary, type Dialect, type Vocabulary } from './tensors.ts'

// prettier-ignore
const methods = {
  ...elementary,
  div: 'divide', divNoNan: 'pure', maximum: 'largest', minimum: 'smallest', mul: 'mul', neg: 'negate', reciprocal: 'reciprocal', rsqrt: 'rsqrt', sub: 'subtract',
  logSigmoid: 'logSigmoid', logSoftmax: 'logSoftmax', logSumExp: 'logSumExp', sigmoid: 'sigmoid', softmax: 'softmax', softplus: 'softplus',
  clipByValue: 'clip', equal: 'equal', greater: 'greater', greaterEqual: 'greaterOrEqual', less: 'less', lessEqual: 'lessOrEqual', logicalNot: 'not',
  asType: 'same', cast: 'same', clone: 'same', toFloat: 'same', expandDims: 'spread', tile: 'spread',
  argMax: 'pure', asScalar: 'pure', batchNorm: 'pure', concat: 'pure', dot: 'pure', flatten: 'pure', gather: 'pure', matMul: 'pure', norm: 'pure',
  reshape: 'pure', reshapeAs: 'pure', slice: 'pure', squeeze: 'pure', stack: 'pure', transpose: 'pure',
  array: 'pure', arraySync: 'pure', data: 'pure', dataSync: 'pure', buffer: 'pure', bufferSync: 'pure',
} as const satisfies Vocabulary

/** Neither weights nor smoothed labels, and one loss for each example: what reduces them stays as it was. */
const unreduced = ['undefined', 'undefined', 'Reduction.NONE']

/** Keras holds probabilities away from 0 and 1. */
const clipped = 'minimum(0.9999999, maximum(1e-7, p))'

export const tfjs: Dialect = {
  name: 'TensorFlow.js',
  packages: { '@tensorflow/tfjs': '', danfojs: 'tensorflow' },
  globals: ['tf', 'dfd.tensorflow'],
  // prettier-ignore
  functions: {
    ...methods,
    where: 'if', scalar: 'constant', tensor: 'constant', keep: 'same', tidy: 'run', variable: 'same',
    ones: 'ones', onesLike: 'ones', zeros: 'zeros', zerosLike: 'zeros',
    fill: 'pure', linspace: 'pure', moments: 'pure', oneHot: 'pure', range: 'pure', split: 'pure', unstack: 'pure',
    tensor1d: 'pure', tensor2d: 'pure', tensor3d: 'pure', tensor4d: 'pure', 'layers.dense': 'pure',
  },
  methods,
  atomics: {
    log1p: { function: 'log1p', method: 'log1p' },
    expm1: { function: 'expm1', method: 'expm1' },
    sigmoid: { function: 'sigmoid', method: 'sigmoid' },
    // tf.logSigmoid does not keep its input: its gradient throws wherever that is not a variable itself.
    logSigmoid: { composed: '-softplus(-x)' },
    softplus: { function: 'softplus', method: 'softplus' },
    softmax: { function: 'softmax', method: 'softmax', lastAxisOnly: true },
    logSoftmax: { function: 'logSoftmax', method: 'logSoftmax', lastAxisOnly: true },
    logSumExp: {
      function: 'logSumExp',
      method: 'logSumExp',
      caution: 'is NaN where the largest entry is infinite, also where all are -Infinity',
    },
    bceWithLogits: {
      function: 'losses.sigmoidCrossEntropy',
      swapped: true,
      behind: unreduced,
      caution: 'needs labels of the shape of the logits',
    },
    crossEntropyWithLogits: {
      function: 'losses.softmaxCrossEntropy',
      swapped: true,
      behind: unreduced,
      lastAxisOnly: true,
      caution: 'needs labels of the shape of the logits, and has a gradient that is right only where they add up to 1',
    },
    variance: { function: 'moments', member: 'variance' },
    asinh: { function: 'asinh', method: 'asinh' },
    acosh: { function: 'acosh', method: 'acosh' },
    atanh: { function: 'atanh', method: 'atanh' },
    sinh: { function: 'sinh', method: 'sinh' },
    tanh: { function: 'tanh', method: 'tanh' },
  },
  inside: {
    'losses.logLoss': 'y * log(p + 1e-7) + (1 - y) * log((1 - p) + 1e-7)',
    'metrics.binaryCrossentropy': `y * log(${clipped}) + (1 - y) * log(1 - ${clipped})`,
    'metrics.categoricalCrossentropy': `log(${clipped})`,
  },
  models: {
    ofLayers: 'sequential',
    ofOutputs: 'model',
    layers: 'layers',
    activations: { sigmoid: 'sigmoid', softmax: 'softmax' },
  },
  float32: true,
  gradients: true,
  keepDims: 'true',
}
