import { expParts, low } from './exp.ts'
import { log1pOfUnitParts } from './log.ts'
import { plus, productError } from './two-parts.ts'

/** Beyond this e^-|z| is 0. */
const tail = 746

/** Labels beyond this are not split into parts, which would overflow: their product drowns the logarithm anyway. */
const absurd = 2 ** 900

/**
 * Binary cross-entropy of a logit z and a label y in [0, 1]: -y log σ(z) - (1 - y) log(1 - σ(z)).
 *
 * For z > 0 it is z (1 - y) + log1p(exp(-z)), else log1p(exp(z)) - z y: two terms of one sign, so that soft labels do
 * not cancel as they do in max(z, 0) - z y + log1p(exp(-|z|)). A hard label takes no part of an infinite logit:
 * bceWithLogits(Infinity, 1) = 0. Measured: at most 0.6 ulp.
 */
export function bceWithLogits(z: number, y: number): number {
  const size = Math.abs(z)
  const share = z > 0 ? 1 - y : y
  const product = share === 0 ? 0 : size * share
  if (size > tail || Math.abs(share) > absurd) return product + Math.log1p(Math.exp(-size))
  const rest = productError(size, share, product) + (z > 0 ? size * (1 - share - y) : 0)
  const e = expParts(-size, 0)
  const log = log1pOfUnitParts(e, low[0]!)
  return plus(product, log, low[0]! + rest)
}
