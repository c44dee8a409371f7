import { roots, stepHigh, stepLow, stepsPerUnit } from './tables.ts'

/**
 * The exponential in two parts, which together hold about 60 bits. With it, and with the logarithm of log.ts, most
 * atomics are their plain formula, computed so exactly that its cancellation does no harm: log(1 + e^x) is softplus.
 *
 * Source: reduction by a table, Tang, "Table-driven implementation of the exponential function in IEEE floating-point
 * arithmetic", ACM TOMS 15, 1989; the polynomial is Taylor's, as |r| <= log(2)/512 is so small.
 */

/** The second part of the value that a function named `…Parts` has just given: read it before calling another. */
export const low = /* @__PURE__ */ new Float64Array(1)

/** Adding and taking away 1.5 * 2^52 rounds to a whole number: the sum's last place is 1. */
export const rounder = 1.5 * 2 ** 52

/** Below this e^x is less than half the smallest double, 2^-1074 = e^-744.4. */
export const vanishing = -746

/** The least exponent of a normal double. */
const leastNormal = -1022

/** The least exponent of the table: well below that of the smallest double. */
export const leastExponent = -1100

/** 2^k at k - leastExponent, up to k = 1023: a look-up is faster than making the bits of each. */
export const scales = /* @__PURE__ */ new Float64Array(1024 - leastExponent).map((_, i) => 2 ** (i + leastExponent))

export const powerOfTwo = (k: number): number => scales[k - leastExponent]!

/** 2^(j/256) for j = 0 … 255, in two parts at 2j and 2j + 1: each the product of its roots. */
export const powers = /* @__PURE__ */ (() => {
  const table = new Float64Array(512)
  table[0] = 1
  for (let stride = 256, root = 0; stride > 1; stride /= 2, root += 2) {
    for (let at = 0; at < 512; at += 2 * stride) {
      // The product of 24 bits and 24 bits is exact.
      const product = table[at]! * roots[root]!
      const rest = table[at]! * roots[root + 1]! + table[at + 1]! * (roots[root]! + roots[root + 1]!)
      table[at + stride] = Math.fround(product + rest)
      table[at + stride + 1] = product - table[at + stride]! + rest
    }
  }
  for (let at = 0; at < 512; at += 2) {
    const high = table[at]! + table[at + 1]!
    table[at + 1]! += table[at]! - high
    table[at] = high
  }
  return table
})()

/**
 * e^(x + dx) for x <= 709 and a dx that is small beside it: gives the high part, which is the nearest double but for
 * 1 in 100, and puts the low part in `low`. Below -708 the result is subnormal, and there is no low part.
 */
export function expParts(x: number, dx: number): number {
  low[0] = 0
  if (x < vanishing) return 0
  const k = x * stepsPerUnit + rounder - rounder
  const at = (k & 255) << 1
  // x = k log(2)/256 + r; the first difference is exact.
  const r = x - k * stepHigh + (dx - k * stepLow)
  const rr = r * r
  const power = powers[at]!
  const rest = powers[at + 1]! + power * (r + rr * (1 / 2 + r * (1 / 6) + rr * (1 / 24 + r * (1 / 120))))
  const high = power + rest
  const exponent = k >> 8
  if (exponent < leastNormal) return high * powerOfTwo(exponent + 100) * 2 ** -100
  const scale = powerOfTwo(exponent)
  low[0] = (power - high + rest) * scale
  return high * scale
}
