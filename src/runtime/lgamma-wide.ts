import { stirlingFractions, zeta2, zeta3 } from './lgamma-coefficients.ts'
import { add, log1pWide, minus, over, type Pair, scaled, times, whole } from './pairs.ts'

/**
 * The gamma family where it is near 0 and its terms are not: they are computed in pairs, so that the double next to a
 * zero gets as many right digits as any other. All of it follows from one function, log(Γ(q + p) / Γ(q)), whose
 * formula has nothing that cancels as p nears 0.
 *
 * Sources: DLMF 5.5.1 (recurrence), 5.11.1 (Stirling).
 */

/** From here on Stirling's series with the fractions of the table is exact to 2^-114. */
const wideFrom = 32

/** Above this Γ(q + p) / Γ(q) is q^p, for a p that is not above 1. */
const large = 2 ** 110

/** Below this the fourth term of the series of log C(n, k) is 2^-54 of it. */
const tiny = 2 ** -27

/** Below this k products have no second parts any more, and log C(n, k) is proportional to it. */
const vanishing = 2 ** -600

/** log(Γ(q + p) / Γ(q)) for q > 0, q + p > 0 and |p| <= 1. */
export function lgammaRatioWide(q: Pair, p: Pair): Pair {
  if (q[0] > large) return times(p, log1pWide(q))
  // Γ(q + n + p) / Γ(q + n) is Γ(q + p) / Γ(q) times the product of 1 + p / (q + j); `rest` is the product less 1.
  let rest: Pair = [0, 0]
  while (q[0] < wideFrom) {
    const factor = over(p, q)
    rest = add(rest, add(factor, times(rest, factor)))
    q = add(q, whole(1))
  }
  const sum = add(q, p)
  const r = over(whole(1), sum)
  const s = over(whole(1), q)
  // 1 / (q + p)^(2k - 1) - 1 / q^(2k - 1) from the one for k - 1, as they would cancel.
  const inverses = minus(times(p, times(r, s)))
  const squares = times(inverses, add(r, s))
  let difference = inverses
  let power = s
  let value = add(
    times(add(q, whole(-0.5)), log1pWide(over(p, q))),
    times(p, add(log1pWide(add(sum, whole(-1))), whole(-1))),
  )
  for (let k = 0; k < stirlingFractions.length; k += 2) {
    const fraction = over(whole(stirlingFractions[k]!), whole(stirlingFractions[k + 1]!))
    value = add(value, times(difference, fraction))
    difference = add(times(difference, times(r, r)), times(squares, power))
    power = times(power, times(s, s))
  }
  return add(value, minus(log1pWide(rest)))
}

/** lgamma(m + t) for a whole m <= 0 and |t| <= 1/2: Γ(1 + t) / (t (t - 1) … (t + m)). */
export function lgammaWide(m: number, t: number): number {
  // For a negative t the product of 1 + t / (1 + j) nears 0, and its logarithm loses what that takes away.
  if (t < -0.25) return lgammaWide(m - 1, t + 1)
  let product = whole(t)
  for (let k = -1; k >= m; k--) product = times(product, whole(t + k))
  if (product[0] < 0) product = minus(product)
  return add(lgammaRatioWide([1, 0], whole(t)), minus(log1pWide(add(product, whole(-1)))))[0]
}

/** log B(a, b) for a <= b, from a or from a - 1, whichever is the nearer to 0. */
export function lbetaWide(a: number, b: number): number {
  const less = add(whole(a), whole(-1))
  if (a > 0.5) {
    const gammas = add(lgammaRatioWide([1, 0], less), minus(lgammaRatioWide(whole(b), less)))
    return add(gammas, minus(log1pWide(add(add(whole(b), whole(-1)), less))))[0]
  }
  const gamma = add(lgammaRatioWide([1, 0], whole(a)), minus(log1pWide(less)))
  return add(gamma, minus(lgammaRatioWide(whole(b), whole(a))))[0]
}

/** log C(n, k) for the smaller of both k: above -1, and a pair as it may be a difference. */
export function lchooseWide(n: number, k: Pair): number {
  const other = add(whole(n), minus(k))
  if (other[0] < tiny) {
    // By lgamma(1 + x) = -γ x + ζ(2) x^2 / 2 - ζ(3) x^3 / 3 + …: DLMF 5.7.3.
    const most = times(k, add(zeta2, whole(-zeta3 * n)))
    return most[0] * other[0] + most[1] * other[0]
  }
  if (Math.abs(k[0]) < vanishing) return lchooseWide(n, scaled(k, 2 ** 400)) * 2 ** -400
  return add(lgammaRatioWide(add(other, [1, 0]), k), minus(lgammaRatioWide([1, 0], k)))[0]
}
