/**
 * Sums, products and quotients that keep what their rounding takes away: the second part of a number in two parts.
 *
 * Sources: two-sum, Knuth, TAOCP 2, 4.2.2, theorem B; the product, Dekker, "A floating-point technique for extending the
 * available precision", Numerische Mathematik 18, 1971.
 */
import { low } from './exp.ts'

/** What the rounding of a sum has taken away, exactly. */
export function sumError(a: number, b: number, sum: number): number {
  const part = sum - a
  return a - (sum - part) + (b - part)
}

/** a + (b + db), rounded once. */
export function plus(a: number, b: number, db: number): number {
  const sum = a + b
  return sum + (sumError(a, b, sum) + db)
}

/** Splits 53 bits into 26 and 26 (Veltkamp). */
export const splitter = 2 ** 27 + 1

/** What the rounding of a product has taken away, exactly, for factors below 2^996 and products above 2^-968. */
export function productError(a: number, b: number, product: number): number {
  const p = a * splitter
  const q = b * splitter
  const highA = p - (p - a)
  const highB = q - (q - b)
  const lowA = a - highA
  const lowB = b - highB
  return lowA * lowB - (product - highA * highB - lowA * highB - highA * lowB)
}

/** (a + da) (b + db) in two parts: gives the high one, and puts the low one in `low`. */
export function productParts(a: number, da: number, b: number, db: number): number {
  const product = a * b
  const rest = productError(a, b, product) + (a * db + da * b)
  const high = product + rest
  low[0] = product - high + rest
  return high
}

/** (a + da) / (b + db) in two parts: gives the high one, and puts the low one in `low`. */
export function quotientParts(a: number, da: number, b: number, db: number): number {
  const quotient = a / b
  const product = quotient * b
  const rest = (a - product - productError(quotient, b, product) + da - quotient * db) / b
  const high = quotient + rest
  low[0] = quotient - high + rest
  return high
}

/** (a + da) + (b + db) in two parts: gives the high one, and puts the low one in `low`. */
export function sumParts(a: number, da: number, b: number, db: number): number {
  const sum = a + b
  const rest = sumError(a, b, sum) + (da + db)
  const high = sum + rest
  low[0] = sum - high + rest
  return high
}
