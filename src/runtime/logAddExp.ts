import { expParts, low } from './exp.ts'
import { log1pOfUnitParts } from './log.ts'
import { plus, sumError } from './two-parts.ts'

/**
 * log(exp(a) + exp(b)) for all a and b: max + log1p(exp(min - max)), which cannot overflow, with the rounding of the
 * difference put back and the sum taken in two parts, so that it may come near 0 without losing its digits.
 *
 * logAddExp(-Infinity, b) = b, also for b = -Infinity; logAddExp(Infinity, b) = Infinity unless b is NaN.
 * Measured: at most 0.51 ulp, and 2e-17 absolutely near 0.
 */
export function logAddExp(a: number, b: number): number {
  if (a !== a || b !== b) return NaN
  const largest = a > b ? a : b
  const smallest = a > b ? b : a
  if (largest - largest !== 0) return largest
  const difference = smallest - largest
  const e = expParts(difference, sumError(smallest, -largest, difference))
  const rest = log1pOfUnitParts(e, low[0]!)
  return plus(largest, rest, low[0]!)
}
