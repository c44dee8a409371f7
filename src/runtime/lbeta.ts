import { low } from './exp.ts'
import { lgammaParts, lgammaRatioParts } from './lgamma-parts.ts'
import { lbetaWide } from './lgamma-wide.ts'
import { sumParts } from './two-parts.ts'

/** Where the value is less than this, two parts do not hold enough of what its terms leave, which are about 1. */
const nearZero = 2 ** -6

/** For a and b above this, log B(a, b) is proportional to them: they are scaled, as their products would overflow. */
const huge = 2 ** 800

/**
 * log B(a, b) = lgamma(a) + lgamma(b) - lgamma(a + b) for a, b >= 0. For large arguments the three are huge and their
 * sum is not: the difference of the last two is one formula, in which nothing cancels.
 *
 * lbeta(0, b) = Infinity, lbeta(a, Infinity) = -Infinity, NaN for both and for negative arguments.
 * Measured: at most 3.3 ulp where the value is above 2^-50. It is 0 along a curve through (1, 1): next to it, away from
 * (1, 1) itself, the error is 2^-102, which is 8 ulp of 2^-53.
 * Source: DLMF 5.12.1, 5.11.1.
 */
export function lbeta(a: number, b: number): number {
  const p = Math.min(a, b)
  const q = Math.max(a, b)
  if (!(p >= 0)) return NaN
  if (p === 0) return q === Infinity ? NaN : Infinity
  if (q === Infinity) return -Infinity
  if (p > huge) return lbeta(p * 2 ** -200, q * 2 ** -200) * 2 ** 200
  const first = lgammaParts(p)
  const firstLow = low[0]!
  const ratio = lgammaRatioParts(q, 0, p)
  const value = sumParts(first, firstLow, -ratio, -low[0]!)
  return Math.abs(value) < nearZero ? lbetaWide(p, q) : value
}
