/**
 * Names on which the whole field agrees. They count only where the body cannot be seen: an import, a global. Compared
 * without case and underscores, so that `log_softmax` and `logSoftmax` are one.
 */
import type { Operator } from '../formula/formula.ts'

export type Agreed = Operator | 'mean'

// prettier-ignore
const agreed: Readonly<Record<string, Agreed>> = {
  sigmoid: 'sigmoid', logistic: 'sigmoid', expit: 'sigmoid', invlogit: 'sigmoid',
  logsigmoid: 'logSigmoid', softplus: 'softplus',
  softmax: 'softmax', logsoftmax: 'logSoftmax', logsumexp: 'logSumExp',
  sum: 'sum', mean: 'mean', average: 'mean',
  gamma: 'gamma', gammafn: 'gamma', factorial: 'factorial',
  lgamma: 'lgamma', loggamma: 'lgamma', gammaln: 'lgamma', lngamma: 'lgamma', lfactorial: 'lfactorial', logfactorial: 'lfactorial', factorialln: 'lfactorial',
  log1p: 'log1p', expm1: 'expm1',
}

export const agreedOperator = (name: string): Agreed | undefined => {
  const plain = name.replaceAll('_', '').toLowerCase()
  return Object.hasOwn(agreed, plain) ? agreed[plain] : undefined
}

/** `softmax(z)`, and `jStat.factorial(n)` of a library that came by a script tag; not the methods of tensors. */
export const agreedGlobal = (path: readonly string[]): Agreed | undefined =>
  path.length === 1 || (path.length === 2 && !tensorGlobals.has(path[0]!)) ? agreedOperator(path.at(-1)!) : undefined

const tensorGlobals = new Set(['tf', 'np', 'nj', 'nn', 'math', 'mathjs', 'torch', 'ort', 'dfd', 'lax', 'jax'])

/** Their functions take tensors, not numbers: an agreed name from one of these is not a function of arrays. */
const tensorPackages =
  /^(@tensorflow\/|@jax-js\/|danfojs|numjs|numpy-ts|mathjs|onnxruntime|@xenova\/|@huggingface\/|torch|@stdlib\/ndarray|ndarray)/

export const isTensorPackage = (source: string): boolean => tensorPackages.test(source)
