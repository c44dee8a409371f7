import { low } from './exp.ts'
import { cosParts, sinParts } from './trigonometry.ts'
import { productParts, sumError } from './two-parts.ts'

/**
 * sin(a) - sin(b), as 2 sin((a - b) / 2) cos((a + b) / 2): for close a and b, and for those that mirror each other, the
 * subtraction has no digit left. Where a and b are themselves sums, such as x + h and x, `difference` is what a - b is
 * before they are rounded.
 *
 * sinDifference(a, a) = ±0; NaN for infinities. Measured: at most 1 ulp.
 */
export function sinDifference(a: number, b: number, difference?: number): number {
  const sine = sineOfHalf(a, b, difference)
  const rest = low[0]!
  const other = ofMiddle(cosParts, a, b, difference)
  return productParts(2 * sine, 2 * rest, other, low[0]!)
}

/** cos(a) - cos(b), as -2 sin((a - b) / 2) sin((a + b) / 2), like `sinDifference`. Measured: at most 1 ulp. */
export function cosDifference(a: number, b: number, difference?: number): number {
  const sine = sineOfHalf(a, b, difference)
  const rest = low[0]!
  const other = ofMiddle(sinParts, a, b, difference)
  return productParts(-2 * sine, -2 * rest, other, low[0]!)
}

/** tan(a) - tan(b), as sin(a - b) / (cos(a) cos(b)), like `sinDifference`. Measured: at most 1.8 ulp. */
export function tanDifference(a: number, b: number, difference?: number): number {
  const apart = difference ?? a - b
  const sine = sinParts(apart, difference === undefined ? sumError(a, -b, apart) : 0)
  const rest = low[0]!
  const first = difference === undefined ? cosParts(a, 0) : ofSum(cosParts, b, difference)
  const firstRest = low[0]!
  const second = cosParts(b, 0)
  const product = first * second
  const error = first * low[0]! + firstRest * second
  const quotient = sine / product
  return quotient + (rest - quotient * error) / product
}

function sineOfHalf(a: number, b: number, difference: number | undefined): number {
  return difference === undefined ? ofSum(sinParts, a / 2, -b / 2) : sinParts(difference / 2, 0)
}

function ofMiddle(parts: typeof sinParts, a: number, b: number, difference: number | undefined): number {
  return difference === undefined ? ofSum(parts, a / 2, b / 2) : ofSum(parts, b, difference / 2)
}

/** Sine or cosine of a sum that is rounded nowhere. */
export function ofSum(parts: typeof sinParts, a: number, b: number): number {
  const sum = a + b
  return parts(sum, sumError(a, b, sum))
}
