import { productError, sumError } from './two-parts.ts'

/** Roots further apart do not cancel. */
const distant = 2

/** Outside of these cubes overflow, or lose digits to underflow, and one scaling brings them back. */
const smallest = 2 ** -300
const largest = 2 ** 900
const scale = 2 ** 600

/**
 * cbrt(a) - cbrt(b), as difference / (cbrt(a)^2 + cbrt(a) cbrt(b) + cbrt(b)^2) where they are close: there the subtraction
 * has no digit left. `difference` is what a - b is before a and b are rounded. The denominator is taken with what the
 * rounding of its roots and products leaves, as each root counts in it twice.
 *
 * Infinities and NaN come out as from the plain subtraction. Measured: at most 1.4 ulp.
 */
export function cbrtDifference(a: number, b: number, difference: number = a - b): number {
  const p = Math.cbrt(a)
  const q = Math.cbrt(b)
  const ratio = p / q
  if (!(ratio > 1 / distant && ratio < distant)) return p - q
  const size = Math.abs(a)
  if (size < smallest) return cbrtDifference(a * scale, b * scale, difference * scale) / 2 ** 200
  if (size > largest) return cbrtDifference(a / scale, b / scale, difference / scale) * 2 ** 200
  const squareP = p * p
  const product = p * q
  const squareQ = q * q
  const restP = productError(p, p, squareP)
  const restQ = productError(q, q, squareQ)
  const squares = squareP + squareQ
  const sum = squares + product
  const rest =
    (2 * p + q) * rootError(a, p, squareP, restP) +
    (2 * q + p) * rootError(b, q, squareQ, restQ) +
    (restP + restQ + productError(p, q, product)) +
    (sumError(squareP, squareQ, squares) + sumError(squares, product, sum))
  return difference / (sum + rest)
}

/** What the rounding of a cube root has taken away, given its square and what the rounding of that has: Newton's step. */
function rootError(x: number, root: number, square: number, rest: number): number {
  const cube = square * root
  return (x - cube - productError(square, root, cube) - rest * root) / (3 * square)
}
