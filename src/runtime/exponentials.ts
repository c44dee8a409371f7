import { leastExponent, powers, rounder, scales, vanishing } from './exp.ts'
import { log1pParts } from './log.ts'
import { stepHigh, stepLow, stepsPerUnit, third } from './tables.ts'
import { sumParts } from './two-parts.ts'
import { block, doubles, store, type Output } from './vector.ts'

/**
 * Sums of many exponentials, of which log-sum-exp and softmax are made: e^x 2^(-k/256), where 2^(k/256) is about the
 * largest, so that nothing overflows and, unlike in e^(x - max), no difference is rounded.
 */

/** Entries are shifted by a maximum beyond this: what is not 0 beside it is near it, and shifted without rounding. */
const far = 2 ** 16

/** A running sum that begins here is never smaller than the next term, and its rounding is known (Dekker, 1971). */
const guard = 4

/** What a sum of exponentials gives: in an array, as engines put each number that is passed into a box. */
const sums = /* @__PURE__ */ new Float64Array(4)
const total = 0
const carried = 1
const rests = 2
const center = 3

/** Results on their way, a block at a time. */
export const spare = /* @__PURE__ */ new Float64Array(block)

/** The place of the largest entry; of a NaN if there is one; -1 for an empty vector. */
export function indexOfMaximum(x: ArrayLike<number>): number {
  let at = x.length > 0 ? 0 : -1
  let largest = +x[0]!
  for (let start = 0; start < x.length; start += block) {
    const end = Math.min(start + block, x.length)
    const values = doubles(x, start, end)
    const back = values === x ? 0 : start
    const last = end - back
    for (let i = start - back; i < last; i++) {
      // Two at a time, as nearly all are smaller.
      while (i < last - 1 && values[i]! <= largest && values[i + 1]! <= largest) i += 2
      if (i === last) break
      const value = values[i]!
      if (value <= largest) continue
      if (value !== value) return i + back
      largest = value
      at = i + back
    }
  }
  return at
}

/** e^r - 1 for |r| <= log(2)/512, to 5e-18 absolutely, which is enough beside a 1. */
function expm1(r: number): number {
  const rr = r * r
  return r + rr * (1 / 2 + r * third + rr * (1 / 24))
}

/**
 * Sums the exponentials of all entries but that at `at`, the largest, which is finite; and puts all others into `out`, if
 * given: all multiplied by a power of 2^(1/256) that takes the largest to e^center, with |center| <= log(2)/512.
 *
 * The loop is `expParts`, spelled out once more: to call it for each entry would cost as much again.
 */
function exponentials(x: ArrayLike<number>, at: number, out?: Output): void {
  const largest = +x[at]!
  const from = Math.abs(largest) > far ? largest : 0
  const top = largest - from
  const steps = Math.round(top * stepsPerUnit)
  const lowest = top + vanishing
  const target = out instanceof Float64Array ? out : spare
  let sum = guard
  let rounding = 0
  let rest = 0
  for (let start = 0; start < x.length; start += block) {
    const end = Math.min(start + block, x.length)
    const values = doubles(x, start, end)
    const back = values === x ? 0 : start
    const ahead = target === spare ? start : 0
    for (let i = start; i < end; i++) {
      const shifted = values[i - back]! - from
      const value = shifted < lowest ? lowest : shifted
      const k = value * stepsPerUnit + rounder - rounder
      const r = value - k * stepHigh - k * stepLow
      const below = (k | 0) - steps
      const power = powers[(below & 255) << 1]!
      const more = powers[((below & 255) << 1) + 1]! + power * expm1(r)
      // The first of the scales is 0.
      const scale = scales[i === at ? 0 : (below >> 8) - leastExponent]!
      const first = power * scale
      const second = more * scale
      const next = sum + first
      rounding += sum - next + first
      rest += second
      sum = next
      target[i - ahead] = first + second
    }
    if (out && target === spare) store(spare, end - start, out, start)
  }
  sums[total] = sum - guard
  sums[carried] = rounding
  sums[rests] = rest
  sums[center] = top - steps * stepHigh - steps * stepLow
}

/** log Σ e^x less the entry at `at`, the largest, which is finite: in two parts. */
export function excessParts(x: ArrayLike<number>, at: number): number {
  exponentials(x, at)
  const first = sums[total]! + sums[carried]!
  const rest = sums[rests]! + (sums[total]! - first + sums[carried]!)
  const divided = rest + (first + rest) * expm1(-sums[center]!)
  const others = first + divided
  return log1pParts(others, first - others + divided)
}

/** Puts multiples of e^x into `out`, and gives their sum in two parts. */
export function scaledExponentials(x: ArrayLike<number>, at: number, out: Output): number {
  exponentials(x, at, out)
  const rest = expm1(sums[center]!)
  out[at] = 1 + rest
  return sumParts(1, rest, sums[total]!, sums[carried]! + sums[rests]!)
}
