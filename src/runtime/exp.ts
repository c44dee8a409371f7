import { powers, stepHigh, stepLow, stepsPerUnit } from './tables.ts'

/**
 * The exponential in two parts, which together hold about 65 bits. With it, and with the logarithm of log.ts, most
 * atomics are their plain formula, computed so exactly that its cancellation does no harm: log(1 + e^x) is softplus.
 *
 * Source: reduction by a table, Tang, "Table-driven implementation of the exponential function in IEEE floating-point
 * arithmetic", ACM TOMS 15, 1989; the polynomial is Taylor's, as |r| <= log(2)/64 is so small.
 */

/** The second part of the value that a function named `…Parts` has just given: read it before calling another. */
export const low = /* @__PURE__ */ new Float64Array(1)

/** Adding and taking away 1.5 * 2^52 rounds to a whole number: the sum's last place is 1. */
const rounder = 1.5 * 2 ** 52

/** Below this e^x is less than half the smallest double, 2^-1074 = e^-744.4. */
const vanishing = -746

/** The least exponent of a normal double. */
const leastExponent = -1022

/** 2^k at k + 1022, for -1022 <= k <= 1023: a look-up is faster than making the bits of each. */
const scales = /* @__PURE__ */ new Float64Array(2046).map((_, i) => 2 ** (i + leastExponent))

export const powerOfTwo = (k: number): number => scales[k - leastExponent]!

/**
 * e^(x + dx) for x <= 709 and a dx that is small beside it: gives the high part, which is the nearest double but for
 * 1 in 1000, and puts the low part in `low`. Below -708 the result is subnormal, and there is no low part.
 */
export function expParts(x: number, dx: number): number {
  low[0] = 0
  if (x < vanishing) return 0
  const k = x * stepsPerUnit + rounder - rounder
  const at = (k & 31) << 1
  // x = k log(2)/32 + r + tail; the first difference is exact.
  const r = x - k * stepHigh
  const tail = dx - k * stepLow
  const s = r + tail
  const more = s * s * (1 / 2 + s * (1 / 6 + s * (1 / 24 + s * (1 / 120 + s * (1 / 720 + s * (1 / 5040))))))
  // The product of 24 bits and 24 bits is exact.
  const power = powers[at]!
  const short = Math.fround(r)
  const product = power * short
  const sum = power + product
  const beside = powers[at + 1]!
  const rest = power - sum + product + (beside + beside * (s + more) + power * (r - short + tail + more))
  const high = sum + rest
  const exponent = k >> 5
  if (exponent < leastExponent) return high * powerOfTwo(exponent + 100) * 2 ** -100
  const scale = powerOfTwo(exponent)
  low[0] = (sum - high + rest) * scale
  return high * scale
}
