import { low } from './exp.ts'
import { excessParts, indexOfMaximum } from './exponentials.ts'
import { sumError } from './two-parts.ts'
import { entries, type Vector } from './vector.ts'

/**
 * -Σ y log softmax(z): the cross-entropy of labels y, given as weights, or as the index of the right class. Taken from
 * the logits, so that a confident mistake has the loss it deserves and not Infinity; with a log Σ exp(z) in two parts, so
 * that a confident right answer keeps its digits.
 *
 * A weight of 0 adds nothing, also where the logarithm is -Infinity; entries beyond the shorter of the two are left out.
 * All logits -Infinity, any Infinity, or any NaN: NaN. No logits: 0 for weights, NaN for an index.
 */
export function crossEntropyWithLogits(z: Vector, y: Vector | number): number {
  const values = entries(z)
  const at = indexOfMaximum(values)
  const largest = +values[at]!
  const excess = isFinite(largest) ? excessParts(values, at) : NaN
  const total = largest + excess
  const rest = sumError(largest, excess, total) + low[0]!
  if (typeof y === 'number') return total - values[y]! + rest
  const weights = entries(y)
  const n = Math.min(values.length, weights.length)
  let loss = 0
  for (let i = 0; i < n; i++) {
    const weight = +weights[i]!
    if (weight !== 0) loss += weight * (total - values[i]! + rest)
  }
  return loss
}
