import { low } from './exp.ts'
import {
  aboutTwo,
  curveHigh,
  curveLow,
  slopeHigh,
  slopeLow,
  stirling,
  stirlingConstant,
  stirlingFrom,
} from './lgamma-coefficients.ts'
import { log1pParts, logParts } from './log.ts'
import { productError, quotientParts, splitter, sumError, sumParts } from './two-parts.ts'

/**
 * The logarithm of the gamma function in two parts, which are exact to about 2^-60: its plain formulas are sums that
 * cancel, near the zeros and in the beta function, and half a unit lost in each term would be many in the sum.
 *
 * Sources: DLMF 5.5.1 (recurrence), 5.7.3 (series about 2), 5.11.1 (Stirling).
 */

/** Even and odd powers apart are two short chains, which the processor follows at once. The length is even. */
function polynomial(coefficients: readonly number[], x: number): number {
  const square = x * x
  let even = 0
  let odd = 0
  for (let k = coefficients.length - 1; k > 0; k -= 2) {
    odd = odd * square + coefficients[k]!
    even = even * square + coefficients[k - 1]!
  }
  return even + odd * x
}

/** lgamma(2 + t) for |t| <= 1/2, relatively exact at its zero: there t is the smaller, the better. */
function aboutTwoParts(t: number): number {
  const s = t * t
  // Products of 26 bits are exact.
  const short = t * splitter - (t * splitter - t)
  const shortSquare = Math.fround(s)
  const first = slopeHigh * short
  const second = curveHigh * shortSquare
  const squareRest = short * short - shortSquare + (t - short) * (t + short)
  const rest = slopeHigh * (t - short) + slopeLow * t + (curveHigh * squareRest + curveLow * s)
  return sumParts(first, 0, second, rest + s * t * polynomial(aboutTwo, t))
}

/**
 * lgamma(m + t) for a whole m <= 3 and |t| <= 1/2, where m + t or m - 1 + t is a double. Γ(m + t) is Γ(2 + t) times or
 * divided by the numbers between, and these are doubles but for 1 + t.
 */
export function aboutInteger(m: number, t: number): number {
  const base = aboutTwoParts(t)
  const baseLow = low[0]!
  if (m === 2) return base
  if (m === 3) {
    const log = logParts(2 + t, 0)
    return sumParts(base, baseLow, log, low[0]!)
  }
  const log = m === 1 ? log1pParts(t, 0) : logOfProductParts(m, t)
  return sumParts(base, baseLow, -log, -low[0]!)
}

/** log |(1 + t) t (t - 1) … (t + m)| for m <= 0. */
function logOfProductParts(m: number, t: number): number {
  let product = 1 + t
  let error = sumError(1, t, product)
  for (let k = 0; k >= m; k--) {
    const factor = k + t
    const next = product * factor
    error = error * factor + productError(product, factor, next)
    product = next
  }
  return product < 0 ? logParts(-product, -error) : logParts(product, error)
}

/** What Stirling's formula leaves out, lgamma(x) - ((x - 1/2) log(x) - x + log(2π)/2), for x >= stirlingFrom. */
function correction(x: number): number {
  const inverse = 1 / x
  const s = inverse * inverse
  return inverse * (1 / 12 + s * polynomial(stirling, s))
}

/** Above this products would overflow, and x (log(x) - 1) is all there is of lgamma. */
const huge = 2 ** 900

/** lgamma(x) for x > 0 in two parts. */
export function lgammaParts(x: number): number {
  if (x < stirlingFrom) {
    const m = Math.round(x)
    return aboutInteger(m, x - m)
  }
  const log = logParts(x, 0)
  const logLow = low[0]!
  if (x > huge) {
    const scaled = x * 2 ** -100
    const product = scaled * (log - 1)
    low[0] = 0
    return (product + (productError(scaled, log - 1, product) + scaled * logLow)) * 2 ** 100
  }
  // As log(x) > 1/2, the difference is exact.
  const y = x - 0.5
  const product = y * (log - 1)
  const error = productError(y, log - 1, product) + y * logLow + (x - y - 0.5) * log
  return sumParts(product, error, stirlingConstant[0], stirlingConstant[1] + correction(x))
}

/** lgamma(x + dx) for x > 0 and a dx that is the rounding of x. */
export function lgammaOfSumParts(x: number, dx: number): number {
  const value = lgammaParts(x)
  if (dx === 0) return value
  const valueLow = low[0]!
  // The derivative to 1 in 100, as ψ(x) = ψ(x + 1) - 1/x, and DLMF 5.11.2.
  const y = x + 1
  const slope = Math.log(y) - 1 / (2 * y) - 1 / (12 * y * y) - 1 / x
  return sumParts(value, valueLow, dx * slope, 0)
}

/** log(Γ(q + dq + p) / Γ(q + dq)) for 0 <= p <= q. */
export function lgammaRatioParts(q: number, dq: number, p: number): number {
  const sum = q + p
  const dsum = sumError(q, p, sum) + dq
  if (q < stirlingFrom) {
    const bottom = lgammaOfSumParts(q, dq)
    const bottomLow = low[0]!
    const top = lgammaOfSumParts(sum, dsum)
    return sumParts(top, low[0]!, -bottom, -bottomLow)
  }
  // Stirling's formula for both, without what cancels: (q - 1/2) log(1 + p / q) + p (log(q + p) - 1).
  let first = p
  let firstLow = 0
  if (p > q * 2 ** -60) {
    const ratio = quotientParts(p, 0, q, dq)
    const log1p = log1pParts(ratio, low[0]!)
    const y = q - 0.5
    first = y * log1p
    firstLow = productError(y, log1p, first) + y * low[0]! + (q - y - 0.5 + dq) * log1p
  }
  const log = logParts(sum, dsum)
  const logLow = low[0]!
  const second = p * (log - 1)
  const secondLow = productError(p, log - 1, second) + p * logLow
  return sumParts(first, firstLow, second, secondLow + (correction(sum) - correction(q)))
}
