import { sumError } from './two-parts.ts'

/** From here on nothing cancels that the product would not lose by its own rounding. */
const distant = 1

/**
 * sin(a) - sin(b), as 2 sin((a - b) / 2) cos((a + b) / 2): for close a and b the subtraction has no digit left. Where a
 * and b are themselves sums, such as x + h and x, `difference` is what a - b is before they are rounded. The middle is
 * taken in two parts, as it may be near a zero. Of distant angles the plain difference is better, and is taken.
 *
 * sinDifference(a, a) = ±0; NaN for infinities. Measured: at most 2 ulp.
 */
export function sinDifference(a: number, b: number, difference?: number): number {
  if (!(Math.abs(difference ?? a - b) < distant)) return Math.sin(a) - Math.sin(b)
  const middle = difference === undefined ? cosOfSum(a / 2, b / 2) : cosOfSum(b, difference / 2)
  return 2 * Math.sin((difference ?? a - b) / 2) * middle
}

/** cos(a) - cos(b), as -2 sin((a - b) / 2) sin((a + b) / 2), like `sinDifference`. Measured: at most 2 ulp. */
export function cosDifference(a: number, b: number, difference?: number): number {
  if (!(Math.abs(difference ?? a - b) < distant)) return Math.cos(a) - Math.cos(b)
  const middle = difference === undefined ? sinOfSum(a / 2, b / 2) : sinOfSum(b, difference / 2)
  return -2 * Math.sin((difference ?? a - b) / 2) * middle
}

/** tan(a) - tan(b), as sin(a - b) / (cos(a) cos(b)), like `sinDifference`. Measured: at most 3 ulp. */
export function tanDifference(a: number, b: number, difference?: number): number {
  if (!(Math.abs(difference ?? a - b) < distant)) return Math.tan(a) - Math.tan(b)
  const other = difference === undefined ? Math.cos(a) : cosOfSum(b, difference)
  return Math.sin(difference ?? a - b) / (other * Math.cos(b))
}

function cosOfSum(a: number, b: number): number {
  const sum = a + b
  const rest = sumError(a, b, sum)
  return Math.cos(sum) * Math.cos(rest) - Math.sin(sum) * Math.sin(rest)
}

function sinOfSum(a: number, b: number): number {
  const sum = a + b
  const rest = sumError(a, b, sum)
  return Math.sin(sum) * Math.cos(rest) + Math.cos(sum) * Math.sin(rest)
}
