import { low, powerOfTwo } from './exp.ts'
import { logarithms } from './tables.ts'
import { sumError } from './two-parts.ts'

/**
 * The logarithm in two parts of a number in two parts: the other half of exp.ts.
 *
 * Source: reduction by a table, Tang, "Table-driven implementation of the logarithm function in IEEE floating-point
 * arithmetic", ACM TOMS 16, 1990; the polynomial is Taylor's, as |w| <= 1/128.
 */

const view = /* @__PURE__ */ new DataView(/* @__PURE__ */ new ArrayBuffer(8))

/** The least normal double. Below it the bits hold no exponent: there the number is scaled by 2^54 first. */
const leastNormal = 2 ** -1022

/** Where the table has log(2). */
const ln2 = 128

/** log(y + dy) for a dy that is small beside y: gives the high part, and puts the low part in `low`. */
export function logParts(y: number, dy: number): number {
  if (y < leastNormal && y > 0) return scaled(y * 2 ** 54, dy * 2 ** 54, -54)
  if (y > 0 && y < 2 ** 1000) return scaled(y, dy, 0)
  if (y > 0 && y < Infinity) return scaled(y * 2 ** -54, dy * 2 ** -54, 54)
  low[0] = 0
  return Math.log(y)
}

function scaled(y: number, dy: number, before: number): number {
  view.setFloat64(0, y, true)
  const exponent = (view.getInt32(4, true) >> 20) - 1023
  const scale = powerOfTwo(-exponent)
  const mantissa = y * scale
  const k = exponent + before
  // mantissa = F + f with F = 1 + j/64, and log = k log(2) + log(F) + log1p(f / F).
  const j = (mantissa * 64 - 63.5) | 0
  const F = 1 + j / 64
  const f = mantissa - F
  const inverse = 1 / F
  // f / F = u + v with 24 bits in u, so that u F and u^2 are exact.
  const u = Math.fround(f * inverse)
  const v = (f - u * F + dy * scale) * inverse
  const w = u + v
  const cube = w * w * w * (1 / 3 + w * (-1 / 4 + w * (1 / 5 + w * (-1 / 6 + w * (1 / 7 - w * (1 / 8))))))
  const half = 0.5 * u * u
  // Both high parts are multiples of 2^-42 below 2^10: their sum is exact. Just below 1 it is 0, in both parts.
  const base = k * logarithms[ln2]! + logarithms[2 * j]!
  const first = base + u
  const second = first - half
  const rest =
    base -
    first +
    u +
    (first - second - half) +
    (v - v * (u + 0.5 * v) + cube + (k * logarithms[ln2 + 1]! + logarithms[2 * j + 1]!))
  const high = second + rest
  low[0] = second - high + rest
  return high
}

/** log(c + e + de): the sum is taken in two parts, so that nothing is lost where it cancels. */
export function logOfSumParts(c: number, e: number, de: number): number {
  const sum = c + e
  const rest = sumError(c, e, sum) + de
  const y = sum + rest
  return logParts(y, sum - y + rest)
}

/** Below this the third term of log(1 + e) = e - e^2/2 + e^3/3 - … is less than 2^-80 of the first. */
const tiny = 2 ** -40

/** log(1 + e + de), for a tiny e too. */
export function log1pParts(e: number, de: number): number {
  if (Math.abs(e) > tiny) return logOfSumParts(1, e, de)
  low[0] = de - 0.5 * e * e
  return e
}
