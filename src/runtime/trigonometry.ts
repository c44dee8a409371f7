import { low, rounder } from './exp.ts'
import { perRadian, quarter, quarterHigh, quarterLow, quarterLowest } from './trigonometry-coefficients.ts'
import { productError, sumParts } from './two-parts.ts'

/**
 * Sine and cosine in two parts, which together hold about 56 bits, of angles in two parts: products and quotients of them
 * are then rounded but once.
 *
 * Sources: reduction by parts of π/2, Cody and Waite, "Software Manual for the Elementary Functions", 1980, or of
 * large angles in whole numbers, with the π/2 of Machin's formula. The series are Taylor's.
 */

/** Beyond so many quarter turns their product with the high part of π/2 is no longer exact. */
const many = 2 ** 20

/** The rounding of their product with its low part, 2^-87 for each, is too much for what is left below this. */
const near = 2 ** -29

/** sin(x + dx), for a dx that x has lost by rounding: gives the high part, and puts the low part in `low`. */
export const sinParts = (x: number, dx: number): number => wave(x, dx, 0)

/** cos(x + dx), in the same way. */
export const cosParts = (x: number, dx: number): number => wave(x, dx, 1)

/** The sine of x + dx and so many quarter turns more. */
function wave(x: number, dx: number, more: number): number {
  let k = 0
  let r = x
  let dr = dx
  if (!(Math.abs(x) <= quarter / 2)) {
    if (x - x !== 0) return NaN
    k = x * perRadian + rounder - rounder
    // The difference is exact, as is the product.
    const most = x - k * quarterHigh
    const rest = k * quarterLow
    const left = most - rest
    const error = most - left - rest + dx
    r = left + error
    dr = left - r + error
    if (!(Math.abs(k) < many && Math.abs(r) > Math.abs(k) * near)) {
      k = remainder(k, x, dx)
      r = high[0]!
      dr = low[0]!
    }
  }
  const turns = k + more
  const value = turns & 1 ? cosine(r, dr) : sine(r, dr)
  if (!(turns & 2)) return value
  low[0] = -low[0]!
  return -value
}

/** Beside `low`: the high part of what is left. */
const high = /* @__PURE__ */ new Float64Array(1)

/** The number of quarter turns, but for whole turns; puts what is left of x + dx in `high` and `low`. */
function remainder(k: number, x: number, dx: number): number {
  if (!(Math.abs(k) < many)) return largeRemainder(x, dx)
  const rest = k * quarterLow
  const lost = productError(k, quarterLow, rest) + k * quarterLowest
  const left = sumParts(x - k * quarterHigh, 0, -rest, -lost)
  high[0] = sumParts(left, low[0]!, dx, 0)
  return k
}

/** The last place of all numbers from 2^20 on, or less. */
const unit = 2 ** -32

/** Enough for what the largest double has before its point, and twice 53 bits after as many zeros as are possible. */
const places = 1300n

/** π/2, in units of the last place. */
let quarterTurn: bigint | undefined

function largeRemainder(x: number, dx: number): number {
  quarterTurn ??= 8n * arctangent(5n) - 2n * arctangent(239n)
  // The rounding of a huge x may itself be many turns.
  const coarse = Math.round(dx / unit) * unit
  const angle = (inUnits(x) + inUnits(coarse)) << (places - 32n)
  const k = (2n * angle + (angle < 0n ? -quarterTurn : quarterTurn)) / (2n * quarterTurn)
  const left = (angle - k * quarterTurn) >> (places - 180n)
  const most = Number(left)
  const rest = Number(left - BigInt(most))
  high[0] = sumParts(most * 2 ** -180, rest * 2 ** -180, dx - coarse, 0)
  return Number(k & 3n)
}

function inUnits(x: number): bigint {
  const whole = Math.trunc(x)
  return (BigInt(whole) << 32n) + BigInt((x - whole) / unit)
}

/** atan(1 / n). */
function arctangent(n: bigint): bigint {
  let power = -(n << places)
  let sum = 0n
  for (let k = 1n; power !== 0n; k += 2n) {
    power /= -n * n
    sum += power / k
  }
  return sum
}

/** a - b t + c t² - d t³ + … */
function alternating(
  t: number,
  a: number,
  b: number,
  c: number,
  d: number,
  e: number,
  f: number,
  g: number,
  h: number,
): number {
  const tt = t * t
  // Pairs of terms do not wait for one another.
  return a - t * b + tt * (c - t * d + tt * (e - t * (f - t * g + tt * h)))
}

function sine(r: number, dr: number): number {
  const t = r * r
  const series = alternating(
    t,
    1 / 6,
    1 / 120,
    1 / 5040,
    1 / 362880,
    1 / 39916800,
    1 / 6227020800,
    1 / 1307674368000,
    1 / 355687428096000,
  )
  const rest = dr * (1 - t / 2) - t * r * series
  const high = r + rest
  low[0] = r - high + rest
  return high
}

function cosine(r: number, dr: number): number {
  const t = r * r
  const series = alternating(
    t,
    1 / 24,
    1 / 720,
    1 / 40320,
    1 / 3628800,
    1 / 479001600,
    1 / 87178291200,
    1 / 20922789888000,
    1 / 6402373705728000,
  )
  // The square of the short part is exact.
  const short = Math.fround(r)
  const half = (short * short) / 2
  const near = 1 - half
  const rest = 1 - near - half - (((r - short) * (r + short)) / 2 + r * dr) + t * t * series
  const high = near + rest
  low[0] = near - high + rest
  return high
}
