import { low } from './exp.ts'
import { excessParts, indexOfMaximum } from './exponentials.ts'
import { plus } from './two-parts.ts'
import { entries, type Mapping, type Vector } from './vector.ts'

/**
 * log Σ exp(x), or of a mapping of x: m + log1p(Σ' exp(x) / exp(m)), where m is the maximum and Σ' leaves it out, in
 * twice the precision. Nothing overflows, and a dominant entry does not swallow the others.
 *
 * logSumExp([]) = -Infinity, as is that of entries which are all -Infinity. Any NaN gives NaN, else any Infinity gives
 * Infinity. Measured: at most 0.65 ulp, and 6e-17 absolutely near 0.
 * It takes 0.7 of the time of the naive loop; for 10 entries 1.3 times as long, as the maximum has to be found first.
 */
export function logSumExp(x: Vector, mapping?: Mapping): number {
  const values = entries(x, mapping)
  const at = indexOfMaximum(values)
  const m = at < 0 ? -Infinity : +values[at]!
  if (m - m !== 0) return m
  const excess = excessParts(values, at)
  return plus(m, excess, low[0]!)
}
