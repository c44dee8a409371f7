import { othersShifted } from './logSumExp.ts'
import { entries, indexOfMaximum, type Vector } from './vector.ts'

/**
 * -Σ y log softmax(z): the cross-entropy of labels y, given as weights, or as the index of the right class. Taken from
 * the logits, so that a confident mistake has the loss it deserves and not Infinity.
 *
 * A weight of 0 adds nothing, also where the logarithm is -Infinity; entries beyond the shorter of the two are left out.
 * All logits -Infinity, any Infinity, or any NaN: NaN. No logits: 0 for weights, NaN for an index.
 */
export function crossEntropyWithLogits(z: Vector, y: Vector | number): number {
  const values = entries(z)
  const at = indexOfMaximum(values)
  const m = at < 0 ? 0 : +values[at]!
  const rest = m - m === 0 && at >= 0 ? Math.log1p(othersShifted(values, at)) : NaN
  if (typeof y === 'number') return rest - (values[y]! - m)
  const weights = entries(y)
  const n = Math.min(values.length, weights.length)
  let total = 0
  for (let i = 0; i < n; i++) {
    const weight = +weights[i]!
    if (weight !== 0) total += weight * (rest - (values[i]! - m))
  }
  return total
}
