/** How much of the naive time an atomic may take. Where a scalar needs more to be right to 1 ulp, it may have more. */
const vectors = {
  logSumExp: { short: 1.1, long: 0.8 },
  softmax: { short: 1.1, long: 0.9 },
  logSoftmax: { short: 0.8, long: 0.7 },
  variance: { short: 2.2, long: 1.05 },
  norm: { short: 1.1, long: 0.65 },
}
const scalars = 'sigmoid softplus logSigmoid log1mexp logAddExp logSubExp bceWithLogits logexpm1 logit'.split(' ')

const ofScalars = 0.85
/** What accuracy may cost. */
export const accurate = 1.5

export function goalOf({ atomic, kind, n }) {
  if (scalars.includes(atomic)) return ofScalars
  // The goals are for data of the kind that numbers are kept in.
  if (kind === 'number[]') return undefined
  return vectors[atomic]?.[n < 1000 ? 'short' : 'long']
}
