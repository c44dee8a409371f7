import { low } from './exp.ts'
import { cosParts, sinParts } from './trigonometry.ts'
import { plus, productError, quotientParts, sumError } from './two-parts.ts'

/** Beyond this nothing cancels that two parts do not hold. */
const large = 1.45

/** Below this the cube is the whole result, and its rounding may underflow. */
const tiny = 2 ** -300

/** As many terms leave less than 1e-18 of the first one. */
const terms = 10

/**
 * x - sin(x), which is about x³/6 near 0, where the difference has no digit left: its Taylor series there, with x³ in two
 * parts. Kepler's equation, the area of a circular segment.
 *
 * xmsin(±0) = ±0, NaN for infinities. Measured: at most 1.5 ulp.
 */
export function xmsin(x: number): number {
  if (!(Math.abs(x) < large)) {
    const sine = sinParts(x, 0)
    return plus(x, -sine, -low[0]!)
  }
  const square = x * x
  if (square < tiny) return (square * x) / 6
  let series = 1
  for (let k = terms; k > 1; k--) series = 1 - (square / ((2 * k + 2) * (2 * k + 3))) * series
  const cube = cubeLess(x, (square / 20) * series)
  return cube / 6 + low[0]! / 6
}

/**
 * tan(x) - x, which is about x³/3 near 0, where the difference has no digit left: the Taylor series of sin(x) - x cos(x)
 * there, divided by cos(x), with x³ and the quotient in two parts. The involute of a gear's tooth.
 *
 * tanmx(±0) = ±0, NaN for infinities. Measured: at most 1.6 ulp for |x| < 4; beyond lie its other zeros, next to which the
 * two parts of a tangent are not enough.
 */
export function tanmx(x: number): number {
  const square = x * x
  if (square < tiny) return (square * x) / 3
  const cosine = cosParts(x, 0)
  const rest = low[0]!
  if (!(Math.abs(x) < large)) {
    const tangent = quotientParts(sinParts(x, 0), low[0]!, cosine, rest)
    return plus(tangent, -x, low[0]!)
  }
  let series = 1
  for (let k = terms; k > 1; k--) series = 1 - (square / (2 * k * (2 * k + 3))) * series
  const cube = cubeLess(x, (square / 10) * series)
  const cubeRest = low[0]!
  const denominator = 3 * cosine
  const quotient = cube / denominator
  return quotient + (cubeRest - quotient * (productError(3, cosine, denominator) + 3 * rest)) / denominator
}

/** x³ less so much of it: gives the high part, and puts the low one in `low`. */
function cubeLess(x: number, part: number): number {
  const square = x * x
  const cube = square * x
  const less = cube * part
  const high = cube - less
  // The square of the short part is exact.
  const short = Math.fround(x)
  const squareError = short * short - square + (x - short) * (x + short)
  low[0] = sumError(cube, -less, high) + squareError * x
  return high
}
