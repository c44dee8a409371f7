/**
 * Classes and modules of which only the names are known: autograd engines, matrix classes, backends. Names on which the
 * whole field agrees are enough to report what they compute, and not to write anything, except a method that the class
 * can be seen to have.
 */
import { numpy, type Dialect, type Vocabulary } from './tensors.ts'

// prettier-ignore
const methods = {
  ...numpy,
  sub: 'subtract', minus: 'subtract', div: 'divide', rdivide: 'divide', mul: 'mul', times: 'mul', mult: 'mul', plus: 'add', neg: 'negate', negated: 'negate', recip: 'reciprocal',
  pow2: 'square', power: 'pow', ln: 'log', logn: 'log', sqr: 'square', squared: 'square', average: 'mean', amax: 'max', amin: 'min', maxpool: 'pure',
  lt: 'less', lte: 'lessOrEqual', le: 'lessOrEqual', gt: 'greater', gte: 'greaterOrEqual', ge: 'greaterOrEqual', logicalNot: 'not',
  sigmoid: 'sigmoid', softmax: 'softmax', softplus: 'softplus', logSigmoid: 'logSigmoid', log_sigmoid: 'logSigmoid', logsigmoid: 'logSigmoid',
  logSoftmax: 'logSoftmax', log_softmax: 'logSoftmax', logsumexp: 'logSumExp', logSumExp: 'logSumExp',
  clamp: 'clip', clipByValue: 'clip', detach: 'same', clone: 'same', contiguous: 'same', float: 'same', unsqueeze: 'spread', expand: 'spread', repmat: 'spread', tile: 'spread',
} as const satisfies Vocabulary

export const byName: Dialect = {
  name: 'unknown',
  packages: {},
  globals: [],
  functions: {
    ...methods,
    scalar: 'constant',
    tensor: 'constant',
    constant: 'constant',
    stopGradient: 'same',
    stop_gradient: 'same',
    tidy: 'run',
    autodestruct: 'pure',
  },
  methods,
  atomics: Object.fromEntries(
    (
      [
        'log1p',
        'expm1',
        'logSigmoid',
        'softplus',
        'softmax',
        'logSoftmax',
        'atanh',
        'asinh',
        'acosh',
        'sinh',
        'tanh',
      ] as const
    ).map(name => [name, { method: name }]),
  ),
  float32: false,
  keepDims: 'true',
}

/** What turns a number or an array into a tensor, if it is none already, or keeps gradients from passing. */
export const isConversion = (name: string): boolean =>
  /^_*(as|to|ensure|convert_?to|fudge|wrap)_?(tensor|nd_?array|array|variable|value|scalar)$|^stop_?gradient$/i.test(
    name,
  )

/** Code of which gradients are taken says so somewhere. */
export const hasGradients = (text: string): boolean => /grad(?:s|ients?)?\b|\bbackward\b|\bautodiff/i.test(text)

/** Classes of numbers with more digits, or of exact ones: their differences do not cancel as these do. */
export const hasExactNumbers = (text: string): boolean =>
  /['"](?:decimal\.js(?:-light)?|big\.js|bignumber\.js|bn\.js|fraction\.js|break_\w+\.js|ethers|web3|@ethersproject\/\w+|big-integer|jsbi)['"]|\bnew (?:Decimal|BigNumber|Big|BN|Fraction)\(/.test(
    text,
  )
