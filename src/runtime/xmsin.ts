import { low } from './exp.ts'
import { cosParts, sinParts } from './trigonometry.ts'
import { plus, productError, quotientParts, sumError } from './two-parts.ts'

/** Beyond this nothing cancels that two parts do not hold: of a sine, and of a tangent. */
const large = 1.45
const largeTangent = 0.8

/** A square below this belongs to a cube that is the whole result, and whose rounding may underflow. */
const tiny = 2 ** -300

/** As many terms leave less than 1e-18 of the first one. */
const terms = 10

/**
 * x - sin(x), which is about x³/6 near 0, where the difference has no digit left: its Taylor series there, with x³ in two
 * parts. Kepler's equation, the area of a circular segment.
 *
 * xmsin(±0) = ±0, NaN for infinities. Measured: at most 1.6 ulp.
 */
export function xmsin(x: number): number {
  if (!(Math.abs(x) < large)) {
    const sine = sinParts(x, 0)
    return plus(x, -sine, -low[0]!)
  }
  const square = x * x
  if (square < tiny) return tinyCube(x, 6)
  let series = 1
  for (let k = terms; k > 1; k--) series = 1 - (square / ((2 * k + 2) * (2 * k + 3))) * series
  const cube = cubeLess(x, (square / 20) * series)
  return cube / 6 + low[0]! / 6
}

/**
 * tan(x) - x, which is about x³/3 near 0, where the difference has no digit left: the Taylor series of sin(x) - x cos(x)
 * there, divided by cos(x), with x³ and the quotient in two parts. The involute of a gear's tooth.
 *
 * tanmx(±0) = ±0, NaN for infinities. Measured over all of float64: at most 1.8 ulp, but next to its other zeros, of which
 * the first is 4.49: where the result is less than |x| / 100, its error is at most 2^-57 |x|.
 */
export function tanmx(x: number): number {
  const square = x * x
  if (square < tiny) return tinyCube(x, 3)
  const cosine = cosParts(x, 0)
  const rest = low[0]!
  if (!(Math.abs(x) < largeTangent)) {
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

/** x³ over a small number, computed far from where numbers end. */
function tinyCube(x: number, divisor: number): number {
  const scaled = x * 2 ** 300
  const square = scaled * scaled
  const cube = square * scaled
  if (cube === 0) return cube
  const error = productError(square, scaled, cube) + productError(scaled, scaled, square) * scaled
  return ((cube + error) / divisor) * 2 ** -900
}

/** x³ less so much of it: gives the high part, and puts the low one in `low`. */
function cubeLess(x: number, part: number): number {
  const square = x * x
  const cube = square * x
  const less = cube * part
  const high = cube - less
  low[0] = sumError(cube, -less, high) + productError(x, x, square) * x
  return high
}
