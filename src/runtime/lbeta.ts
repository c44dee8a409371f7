import { halfLogTwoPi } from './lgamma-coefficients.ts'
import { lgamma, stirlingCorrection, stirlingFrom } from './lgamma.ts'

/**
 * log B(a, b) = lgamma(a) + lgamma(b) - lgamma(a + b) for a, b > 0. For large arguments the three are huge and their
 * sum is not: there Stirling's formula is put in first, and what cancels is left out by hand.
 *
 * lbeta(0, b) = Infinity, lbeta(a, Infinity) = -Infinity, NaN for negative arguments.
 */
export function lbeta(a: number, b: number): number {
  const p = Math.min(a, b)
  const q = Math.max(a, b)
  if (!(p >= 0)) return NaN
  if (p === 0) return q === Infinity ? NaN : Infinity
  if (q === Infinity) return -Infinity
  if (q < stirlingFrom) return lgamma(p) + lgamma(q) - lgamma(p + q)
  const correction = stirlingCorrection(q) - stirlingCorrection(p + q)
  const ratio = p / q
  if (p < stirlingFrom) return lgamma(p) - (q - 0.5) * Math.log1p(ratio) - p * (Math.log(p + q) - 1) + correction
  return (
    (p - 0.5) * Math.log(ratio / (1 + ratio)) -
    q * Math.log1p(ratio) -
    0.5 * Math.log(q) +
    (halfLogTwoPi + stirlingCorrection(p) + correction)
  )
}

/** So many factors are multiplied rather than put through the beta function: exact to a few ulp. */
const fewFactors = 40

/**
 * log C(n, k), the logarithm of the binomial coefficient n! / (k! (n - k)!), for n >= 0 also between the integers.
 *
 * lchoose(n, 0) = lchoose(n, n) = 0; -Infinity for an integer k below 0 or above an integer n; NaN for NaN.
 */
export function lchoose(n: number, k: number): number {
  const other = n - k
  if (Number.isInteger(k) && (k < 0 || (Number.isInteger(n) && n >= 0 && other < 0))) return -Infinity
  if (k === 0 || other === 0) return 0
  const few = Math.min(k, other)
  if (Number.isInteger(few) && few <= fewFactors) {
    let product = 1
    for (let i = 1; i <= few; i++) product *= (n - few + i) / i
    if (product < Infinity) return Math.log(product)
  }
  return -Math.log1p(n) - lbeta(other + 1, k + 1)
}
