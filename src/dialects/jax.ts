/**
 * jax-js. Its `softplus` is the naive formula, `logSigmoid` is made of it, and `arcsinh`, `arccosh` and `arctanh` are
 * naive too: there is nothing to fix such code to. A tensor is used up by each operation, unless `.ref` is written.
 */
import { numpy, type Dialect, type Vocabulary } from './tensors.ts'

// prettier-ignore
const nn = {
  logSigmoid: 'logSigmoid', logSoftmax: 'logSoftmax', logsumexp: 'logSumExp', sigmoid: 'sigmoid', softmax: 'softmax', softplus: 'softplus',
} as const satisfies Vocabulary

const below = (root: string, words: Vocabulary): Vocabulary =>
  Object.fromEntries(Object.entries(words).map(([name, meaning]) => [`${root}.${name}`, meaning]))

export const jax: Dialect = {
  name: 'jax-js',
  packages: { '@jax-js/jax': '' },
  globals: [],
  functions: {
    ...below('numpy', numpy),
    ...below('nn', nn),
    'lax.stopGradient': 'same',
    'numpy.var_': 'variance',
    'numpy.std': 'std',
  },
  // prettier-ignore
  methods: {
    add: 'add', sub: 'subtract', mul: 'mul', div: 'divide', neg: 'negate', pow: 'pow', greater: 'greater', greaterEqual: 'greaterOrEqual',
    less: 'less', lessEqual: 'lessOrEqual', equal: 'equal', sum: 'sum', prod: 'product', mean: 'mean', max: 'max', min: 'min',
    astype: 'same', reshape: 'pure', transpose: 'pure', flatten: 'pure', ravel: 'pure', js: 'pure', item: 'pure', dataSync: 'pure',
  },
  atomics: {
    log1p: { function: 'numpy.log1p' },
    expm1: { function: 'numpy.expm1' },
    sigmoid: { function: 'nn.sigmoid' },
    softmax: { function: 'nn.softmax' },
    logSoftmax: { function: 'nn.logSoftmax' },
    logSumExp: {
      function: 'nn.logsumexp',
      caution: 'is NaN where the largest entry is infinite, also where all are -Infinity',
    },
    variance: { function: 'numpy.var_' },
    std: { function: 'numpy.std' },
    hypot: { function: 'numpy.hypot' },
  },
  float32: true,
  gradients: true,
  keepDims: '{ keepdims: true }',
  consumes: true,
}
