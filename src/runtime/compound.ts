import { expParts, low } from './exp.ts'
import { log1pParts } from './log.ts'
import { log1pWide, whole } from './pairs.ts'
import { productError } from './two-parts.ts'

/** Where the exponent leaves the range of the doubles, whatever its second part is. */
const farthest = 1500

/** Beyond this a factor is too large to be split; as it multiplies something tiny, both can be scaled. */
const huge = 2 ** 900

/** Below this the power is 1, and less 1 it is its logarithm. */
const vanishing = 2 ** -900

/** Below this the rounding of a square cannot be told. */
const least = 2 ** -960

/** Beyond this exponent the 60 bits of a logarithm in two parts are too few. */
const large = 8

/** But below this the logarithm has 80. */
const tiny = 2 ** -40

/** n log(1 + x), which is about t, in two parts: gives the high one, and puts the low one in `low`. */
function exponentParts(x: number, n: number, t: number): number {
  const wide = (t < -large || t > large) && (x < -tiny || x > tiny) ? log1pWide(whole(x)) : undefined
  const log = wide ? wide[0] : log1pParts(x, 0)
  const rest = wide ? wide[1] : low[0]!
  const high = n * log
  low[0] = high > -vanishing && high < vanishing ? 0 * high : productError(n, log, high) + n * rest
  return high
}

/**
 * (1 + x)^n for x >= -1, which IEEE 754 recommends under this name for whole n, and here for any: what a capital has
 * grown to after n periods at the rate x. For x = 1e-10 and n = 1e10 the rounding of 1 + x alone costs eight digits.
 *
 * compound(x, 0) = 1, compound(-1, n > 0) = 0, compound(-1, n < 0) = Infinity; below -1 it is `Math.pow(1 + x, n)`.
 * Measured: at most 1 ulp.
 */
export function compound(x: number, n: number): number {
  const t = n * Math.log1p(x)
  if (!(t > -farthest && t < farthest)) return t > 0 ? Infinity : t < 0 ? 0 : Math.pow(1 + x, n)
  if (n > huge || n < -huge) return compound(x * 2 ** 200, n * 2 ** -200)
  const high = exponentParts(x, n, t)
  // In two halves, so that neither of them overflows before the result does.
  const root = expParts(0.5 * high, 0.5 * low[0]!)
  const square = root * root
  if (!(square > least && square < Infinity)) return square
  return square + (2 * root * low[0]! + productError(root, root, square))
}

/** Below this exponent the result less 1 is a difference that cancels: there it is taken from `expm1`. */
const small = 0.25

/**
 * (1 + x)^n - 1 for x >= -1 and any real n: the interest on 1 after n periods at the rate x, or, with its sign turned, the
 * probability that something of the probability -x happens at least once in n trials. Near 0 the difference has no
 * digit left, and 1 + x has lost some of x before.
 *
 * compoundm1(±0, n) = ±0 · n, compoundm1(x, 0) = 0, compoundm1(-1, n > 0) = -1; below -1 it is `Math.pow(1 + x, n) - 1`.
 * Measured: at most 1 ulp.
 */
export function compoundm1(x: number, n: number): number {
  const t = n * Math.log1p(x)
  if (!(t > -large && t < large)) return compound(x, n) - 1
  if (n > huge || n < -huge) return compoundm1(x * 2 ** 200, n * 2 ** -200)
  const high = exponentParts(x, n, t)
  const rest = low[0]!
  if (high > -small && high < small) {
    const power = Math.expm1(high)
    return power + (power + 1) * rest
  }
  const power = expParts(high, rest)
  return power - 1 + low[0]!
}
