import { entries, indexOfMaximum, shiftedExp, type Mapping, type Vector } from './vector.ts'

/**
 * log Σ exp(x), or of a mapping of x: m + log1p(Σ' exp(x - m)), where m is the maximum and Σ' leaves it out. Nothing
 * overflows, and a dominant entry does not swallow the others.
 *
 * logSumExp([]) = -Infinity, as is that of entries which are all -Infinity. Any NaN gives NaN, else any Infinity gives
 * Infinity. Near 0 the error is absolute, 2e-16; elsewhere at most 2 ulp.
 */
export function logSumExp(x: Vector, mapping?: Mapping): number {
  const values = entries(x, mapping)
  const at = indexOfMaximum(values)
  const m = at < 0 ? -Infinity : +values[at]!
  if (m - m !== 0) return m
  return m + Math.log1p(othersShifted(values, at))
}

/** Σ exp(x - m) over all but the maximum m, which is at a known place. */
export function othersShifted(values: ArrayLike<number>, at: number): number {
  const m = values[at]!
  let total = 0
  let carried = 0
  for (let i = 0; i < values.length; i++) {
    if (i === at) continue
    const value = shiftedExp(values[i]!, m)
    const next = total + value
    carried += total >= value ? total - next + value : value - next + total
    total = next
  }
  return total + carried
}
