import { productError, quotientParts, sumError } from './two-parts.ts'

/** Beyond these nothing cancels any more. */
const largeForSin = 2.5
const largeForTan = 1.45

/** Below this the cube is the whole result, and its rounding may underflow. */
const tiny = 2 ** -300

/** As many terms leave less than 1e-18 of the first one. */
const terms = 14

/**
 * x - sin(x), which is about x³/6 near 0, where the difference has no digit left: its Taylor series there. Kepler's
 * equation, the area of a circular segment.
 *
 * xmsin(±0) = ±0, NaN for infinities. Measured: at most 2 ulp.
 */
export function xmsin(x: number): number {
  if (!(Math.abs(x) < largeForSin)) return x - Math.sin(x)
  const square = x * x
  let series = 1
  for (let k = terms; k > 0; k--) series = 1 - (square / ((2 * k + 2) * (2 * k + 3))) * series
  return (square / 6) * x * series
}

/**
 * tan(x) - x, which is about x³/3 near 0, where the difference has no digit left: the Taylor series of sin(x) - x cos(x)
 * there, divided by cos(x), with x³ and the quotient in two parts. The involute of a gear's tooth.
 *
 * tanmx(±0) = ±0, NaN for infinities. Measured: at most 1.5 ulp for |x| < 4; beyond lie its other zeros, next to which
 * nothing is gained.
 */
export function tanmx(x: number): number {
  if (!(Math.abs(x) < largeForTan)) return Math.tan(x) - x
  const square = x * x
  if (square < tiny) return (square * x) / 3
  let series = 1
  for (let k = terms; k > 1; k--) series = 1 - (square / (2 * k * (2 * k + 3))) * series
  const cube = square * x
  const less = ((cube * square) / 10) * series
  const rest = productError(square, x, cube) + productError(x, x, square) * x
  const numerator = cube - less
  const cosine = Math.cos(x)
  const denominator = 3 * cosine
  return quotientParts(
    numerator,
    sumError(cube, -less, numerator) + rest,
    denominator,
    productError(3, cosine, denominator),
  )
}
