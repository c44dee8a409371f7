import { expParts, low } from './exp.ts'
import { log1pOfUnitParts } from './log.ts'
import { coefficients } from './logcosh-coefficients.ts'
import { ln2High, ln2Low } from './tables.ts'
import { plus, productError, sumParts } from './two-parts.ts'

/** From here on the terms in two parts have digits enough left after they cancel. */
const apart = 0.25

/** Below this the square is the whole result, and its rounding may underflow. */
const tiny = 2 ** -300

/**
 * log(cosh(x)) for every x, the loss of that name: |x| - log(2) + log1p(exp(-2 |x|)) in twice the precision, which cannot
 * overflow; near 0, where it is about x²/2, its Taylor series, with x²/2 in two parts.
 *
 * logcosh(±0) = 0, logcosh(±Infinity) = Infinity. Measured: at most 0.51 ulp.
 */
export function logcosh(x: number): number {
  const size = Math.abs(x)
  if (size < apart) {
    const square = x * x
    if (square < tiny) return 0.5 * x * x
    let series = 0
    for (let n = coefficients.length - 1; n >= 0; n--) series = series * square + coefficients[n]!
    return series * square * square + 0.5 * productError(x, x, square) + 0.5 * square
  }
  if (size === Infinity) return size
  const first = sumParts(size, 0, -ln2High, -ln2Low)
  const firstLow = low[0]!
  const e = expParts(-2 * size, 0)
  const log = log1pOfUnitParts(e, low[0]!)
  return plus(first, log, low[0]! + firstLow)
}
