import { expParts, low } from './exp.ts'
import { quotientParts } from './two-parts.ts'

/** Below this 1 + e^x is 1 to 4e-18. */
const tail = -40

/**
 * 1 / (1 + exp(-x)), for every x. Below 0 it is exp(x) / (1 + exp(x)): down to the smallest number there is, where
 * exp(-x) has overflowed and the naive form is 0. Both in twice the precision.
 *
 * sigmoid(-Infinity) = 0, sigmoid(Infinity) = 1, sigmoid(NaN) = NaN. Measured: at most 0.51 ulp, and at most 0.75 ulp
 * where it is subnormal. The price of the last digit: 1.4 times the time of the naive form.
 */
export function sigmoid(x: number): number {
  const e = expParts(-Math.abs(x), 0)
  if (x < tail) return e
  const de = low[0]!
  const sum = 1 + e
  const rest = 1 - sum + e + de
  return quotientParts(x < 0 ? e : 1, x < 0 ? de : 0, sum, rest)
}
