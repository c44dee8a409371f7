import { low } from './exp.ts'
import { lgammaOfSumParts, lgammaRatioParts } from './lgamma-parts.ts'
import { lchooseWide } from './lgamma-wide.ts'
import { sumError, sumParts } from './two-parts.ts'

/** Below this k two parts are not enough: the value nears 0 and its terms do not. */
const nearZero = 1 / 16

/** For n and k above this, log C(n, k) is proportional to them: they are scaled, as their products would overflow. */
const huge = 2 ** 800

/**
 * log C(n, k), the logarithm of the binomial coefficient n! / (k! (n - k)!), for n > -1, also between the integers.
 *
 * lchoose(n, 0) = lchoose(n, n) = 0; -Infinity for a negative integer k or n - k; Infinity for an infinite n.
 * NaN for NaN, for n <= -1, and between the integers where k or n - k is below -1, as there the coefficient may be negative.
 * Measured: at most 0.5 ulp for integers, 0.8 between, and at most 1.5 ulp where n < 2^-27.
 * Source: DLMF 5.11.1, 5.7.3.
 */
export function lchoose(n: number, k: number): number {
  const other = n - k
  const few = Math.min(k, other)
  if (!(n > -1 && few > -1)) return n > -1 && Number.isInteger(few) ? -Infinity : NaN
  if (few === 0) return 0
  if (n === Infinity) return few * Infinity
  if (few > huge) return lchoose(n * 2 ** -200, k * 2 ** -200) * 2 ** 200
  const rounded = sumError(n, -k, other)
  return k < other ? unordered(n, k, 0, other, rounded) : unordered(n, other, rounded, k, 0)
}

/** log(n! / (few! many!)), where few and many are in two parts. */
function unordered(n: number, few: number, fewLow: number, many: number, manyLow: number): number {
  if (few < nearZero) return lchooseWide(n, [few, fewLow])
  // Γ(many + 1 + few) / Γ(many + 1) / Γ(few + 1)
  const q = many + 1
  const ratio = lgammaRatioParts(q, sumError(many, 1, q) + manyLow, few)
  const ratioLow = low[0]!
  const p = few + 1
  const bottom = lgammaOfSumParts(p, sumError(few, 1, p) + fewLow)
  return sumParts(ratio, ratioLow, -bottom, -low[0]!)
}
