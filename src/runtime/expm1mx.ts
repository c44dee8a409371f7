import { expParts, low } from './exp.ts'
import { plus, productError, sumError } from './two-parts.ts'

/** From here on the exponential in two parts has digits enough left after the differences. */
const apart = 0.25

/** Below this the square is the whole result, and its rounding may underflow. */
const tiny = 2 ** -300

/** Beyond this the exponential in two parts overflows, and x is nothing beside it. */
const large = 700

/**
 * exp(x) - 1 - x, about x²/2 near 0, where the differences have no digit left: Bregman divergences, the second-order
 * terms of exponential integrators.
 *
 * Near 0 its Taylor series, with x²/2 in two parts.
 *
 * expm1mx(±0) = 0, expm1mx(±Infinity) = Infinity. Measured: at most 0.8 ulp.
 */
export function expm1mx(x: number): number {
  if (x > large) return Math.exp(x)
  if (x === -Infinity) return Infinity
  if (!(x > -apart && x < apart)) {
    const e = expParts(x, 0)
    const de = low[0]!
    const others = -1 - x
    return plus(e, others, de + sumError(-1, -x, others))
  }
  const square = x * x
  if (square < tiny) return 0.5 * x * x
  const fifth = 1 / 120 + x * (1 / 720 + x * (1 / 5040 + x * (1 / 40320 + x * (1 / 362880 + x * (1 / 3628800)))))
  const third = 1 / 6 + x * (1 / 24 + x * (fifth + square * square * square * (1 / 39916800 + x * (1 / 479001600))))
  return third * x * square + 0.5 * productError(x, x, square) + 0.5 * square
}
