/** How the bundled runtime, and the engine where it can, spell the atomics. */
import type { Operator } from '../formula/formula.ts'

/** Operators that the runtime has under their own names. */
// prettier-ignore
export const runtimeFunctions: ReadonlySet<Operator> = new Set<Operator>([
  'log1p', 'expm1', 'sigmoid', 'logSigmoid', 'softplus', 'logexpm1', 'logit', 'log1mexp', 'logcosh', 'xlogy', 'xlog1py', 'logAddExp', 'logSubExp',
  'lgamma', 'lfactorial', 'lbeta', 'lchoose', 'hypot', 'hypotmx', 'expDifference', 'bceWithLogits', 'crossEntropyWithLogits', 'logSumExp', 'softmax', 'logSoftmax',
  'expm1mx', 'log1pmx', 'xlogx', 'powm1', 'compound', 'compoundm1', 'norm', 'sum', 'variance', 'std', 'standardize',
  'angleBetween', 'covariance', 'correlation', 'linearFit', 'discriminant', 'quadraticRoots', 'sqrt1pm1', 'versin', 'xmsin', 'tanmx',
  'sqrtDifference', 'cbrtDifference', 'logRatio', 'sinDifference', 'cosDifference', 'tanDifference', 'atanDifference', 'reciprocalDifference', 'centralAngle', 'langevin',
])

/** Those that every engine has: `builtins: true` writes them as `Math.log1p`. */
export const builtinFunctions: ReadonlySet<Operator> = new Set<Operator>(['log1p', 'expm1', 'hypot'])

export const bundledRuntime = 'eslint-plugin-stable-math/runtime'
