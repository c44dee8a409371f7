import { low } from './exp.ts'
import { excessParts, indexOfMaximum, scaledExponentials, spare } from './exponentials.ts'
import { quotientParts, splitter, sumError } from './two-parts.ts'
import { block, doubles, entries, place, store, type Mapping, type Output, type Vector } from './vector.ts'

/**
 * exp(x) / Σ exp(x), entry by entry, scaled by a power of two so that nothing overflows and no shift is rounded. A
 * mapping takes the place of the entries: softmax(x, mapping), softmax(x, out, mapping).
 *
 * Gives a Float64Array or Float32Array for one, a Float64Array for other typed arrays, a plain array otherwise; or fills
 * and gives `out`, which may be x itself.
 * softmax([]) = []. All -Infinity, any Infinity, or any NaN: every entry is NaN. Measured: at most 1.7 ulp.
 */
export function softmax<Typed extends Float64Array | Float32Array>(x: Typed, mapping?: Mapping): Typed
export function softmax(x: number[] | readonly number[], mapping?: Mapping): number[]
export function softmax<Out extends Output>(x: Vector, out: Out, mapping?: Mapping): Out
export function softmax(x: Vector, mapping?: Mapping): number[]
export function softmax(x: Vector, out?: Output | Mapping, mapping?: Mapping): Output {
  if (typeof out === 'function') return softmax(x, undefined as unknown as Output, out)
  const values = entries(x, mapping)
  const n = values.length
  const result = place(x, n, out)
  const at = indexOfMaximum(values)
  if (!isFinite(+values[at]!)) return fill(result, n)
  // Not in a Float32Array, which would round them before they are divided.
  const scaled = result instanceof Float32Array ? new Float64Array(n) : result
  const total = scaledExponentials(values, at, scaled)
  // The inverse in two parts, the first of 24 bits: its products with halves of an entry are exact.
  const inverse = quotientParts(1, 0, total, low[0]!)
  const short = Math.fround(inverse)
  const rest = inverse - short + low[0]!
  if (scaled instanceof Float64Array) {
    for (let i = 0; i < n; i++) {
      const value = scaled[i]!
      const split = value * splitter
      const high = split - (split - value)
      scaled[i] = high * short + ((value - high) * short + value * rest)
    }
  } else multiplyArray(scaled as number[], short, rest)
  if (scaled !== result) store(scaled as Float64Array, n, result, 0)
  return result
}

/**
 * x - logSumExp(x), entry by entry, with a logSumExp in two parts, so that the entry of a dominant logit keeps its
 * digits. Arguments and result as of `softmax`.
 *
 * logSoftmax([]) = []. All -Infinity, any Infinity, or any NaN: every entry is NaN. An entry of -Infinity beside finite
 * ones is -Infinity. Measured: at most 0.95 ulp.
 */
export function logSoftmax<Typed extends Float64Array | Float32Array>(x: Typed, mapping?: Mapping): Typed
export function logSoftmax(x: number[] | readonly number[], mapping?: Mapping): number[]
export function logSoftmax<Out extends Output>(x: Vector, out: Out, mapping?: Mapping): Out
export function logSoftmax(x: Vector, mapping?: Mapping): number[]
export function logSoftmax(x: Vector, out?: Output | Mapping, mapping?: Mapping): Output {
  if (typeof out === 'function') return logSoftmax(x, undefined as unknown as Output, out)
  const values = entries(x, mapping)
  const n = values.length
  const result = place(x, n, out)
  const at = indexOfMaximum(values)
  const largest = +values[at]!
  if (!isFinite(largest)) return fill(result, n)
  const excess = excessParts(values, at)
  const total = largest + excess
  const rest = sumError(largest, excess, total) + low[0]!
  const target = result instanceof Float64Array ? result : spare
  for (let start = 0; start < n; start += block) {
    const end = Math.min(start + block, n)
    const from = doubles(values, start, end)
    const back = from === values ? 0 : start
    const ahead = target === spare ? start : 0
    for (let i = start; i < end; i++) {
      const value = from[i - back]!
      const difference = value - total
      // Infinity has no rounding.
      target[i - ahead] =
        difference === -Infinity ? difference : difference + (sumError(value, -total, difference) - rest)
    }
    if (target === spare) store(spare, end - start, result, start)
  }
  return result
}

function multiplyArray(x: number[], short: number, rest: number): void {
  for (let i = 0; i < x.length; i++) {
    const value = x[i]!
    const split = value * splitter
    const high = split - (split - value)
    x[i] = high * short + ((value - high) * short + value * rest)
  }
}

function fill(result: Output, n: number): Output {
  for (let i = 0; i < n; i++) result[i] = NaN
  return result
}
