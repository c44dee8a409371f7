import { low, powerOfTwo } from './exp.ts'
import { ln2High, ln2Low, logarithms } from './tables.ts'
import { sumError, sumParts } from './two-parts.ts'

/**
 * The logarithm in two parts, of about 60 bits, of a number in two parts: the other half of exp.ts.
 *
 * Source: reduction by a table, Tang, "Table-driven implementation of the logarithm function in IEEE floating-point
 * arithmetic", ACM TOMS 16, 1990; the polynomial is Taylor's, as |w| <= 1/128.
 */

const view = /* @__PURE__ */ new DataView(/* @__PURE__ */ new ArrayBuffer(8))

/** The least normal double. Below it the bits hold no exponent: there the number is scaled by 2^54 first. */
const leastNormal = 2 ** -1022

/** From here on the inverse of the scale would be subnormal: the number is scaled by 2^-54. */
const huge = 2 ** 1000

/** That of the table. */
export const unit = 2 ** -42

/** 1 + j/64, its inverse, and its logarithm in two parts, for j = 0 … 64. */
const cells = /* @__PURE__ */ new Float64Array(4 * 65).map((_, i) => {
  const j = i >> 2
  const F = 1 + j / 64
  return [F, 1 / F, logarithms[2 * j]! * unit, logarithms[2 * j + 1]! * unit][i & 3]!
})

/** log(y + dy) for a dy that is small beside y: gives the high part, and puts the low part in `low`. */
export function logParts(y: number, dy: number): number {
  if (!(y >= leastNormal && y < huge)) return logOfExtreme(y, dy)
  view.setFloat64(0, y, true)
  const exponent = (view.getInt32(4, true) >> 20) - 1023
  const scale = powerOfTwo(-exponent)
  return logOfMantissa(y * scale, dy * scale, exponent)
}

/** Apart, as engines take only short functions into those that call them. */
function logOfExtreme(y: number, dy: number): number {
  if (!(y > 0 && y < Infinity)) {
    low[0] = 0
    return Math.log(y)
  }
  const up = y < 1 ? 54 : -54
  const log = logParts(y * powerOfTwo(up), dy * powerOfTwo(up))
  return sumParts(-up * ln2High, -up * ln2Low, log, low[0]!)
}

/** log((y + dy) 2^k) for 1 <= y <= 2. */
function logOfMantissa(y: number, dy: number, k: number): number {
  // y = F + f with F = 1 + j/64, and log = k log(2) + log(F) + log1p(f / F).
  const at = ((y * 64 - 63.5) | 0) << 2
  const F = cells[at]!
  const f = y - F
  const inverse = cells[at + 1]!
  // f / F = u + v with 24 bits in u, so that u F is exact.
  const u = Math.fround(f * inverse)
  const v = (f - u * F + dy) * inverse
  const w = u + v
  const ww = w * w
  const more = ww * (w * (1 / 3 - w * (1 / 4) + ww * (1 / 5 - w * (1 / 6) + ww * (1 / 7 - w * (1 / 8)))) - 1 / 2)
  // Both high parts are multiples of 2^-42 below 2^10: their sum is exact. Just below 1 it is 0, in both parts.
  const base = k * ln2High + cells[at + 2]!
  const first = base + u
  const rest = base - first + u + (v + more + (k * ln2Low + cells[at + 3]!))
  const high = first + rest
  low[0] = first - high + rest
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
export const tiny = 2 ** -40

/** log(1 + e + de) for any e, a tiny one too. */
export function log1pParts(e: number, de: number): number {
  if (e >= 0 && e <= 1) return log1pOfUnitParts(e, de)
  if (!(e >= -0.5 && e < 0)) return logOfSumParts(1, e, de)
  if (e > -tiny) return log1pOfTiny(e, de)
  const sum = 1 + e
  return logOfMantissa(sum * 2, (1 - sum + e + de) * 2, -1)
}

/** log(1 + e + de) for 0 <= e <= 1: short, so that engines take it into the functions that call it. */
export function log1pOfUnitParts(e: number, de: number): number {
  if (e < tiny) return log1pOfTiny(e, de)
  const sum = 1 + e
  return logOfMantissa(sum, 1 - sum + e + de, 0)
}

function log1pOfTiny(e: number, de: number): number {
  low[0] = de - 0.5 * e * e
  return e
}
