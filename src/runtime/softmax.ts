import { othersShifted } from './logSumExp.ts'
import { entries, indexOfMaximum, place, shiftedExp, type Mapping, type Output, type Vector } from './vector.ts'

/**
 * exp(x) / Σ exp(x), entry by entry, shifted by the maximum so that nothing overflows, and with the rounding of that
 * shift put back. A mapping takes the place of the entries: softmax(x, mapping), softmax(x, out, mapping).
 *
 * Gives a Float64Array for a typed array, a plain array otherwise, or fills and gives `out`, which may be x itself.
 * softmax([]) = []. All -Infinity, any Infinity, or any NaN: every entry is NaN. Measured: at most 3 ulp.
 */
export function softmax(x: Float64Array | Float32Array, mapping?: Mapping): Float64Array
export function softmax(x: number[] | readonly number[], mapping?: Mapping): number[]
export function softmax<Out extends Output>(x: Vector, out: Out, mapping?: Mapping): Out
export function softmax(x: Vector, mapping?: Mapping): number[]
export function softmax(x: Vector, out?: Output | Mapping, mapping?: Mapping): Output {
  if (typeof out === 'function') return softmax(x, undefined as unknown as Output, out)
  const values = entries(x, mapping)
  const result = place(x, values.length, out)
  const at = indexOfMaximum(values)
  const m = at < 0 ? 0 : +values[at]!
  const total = m - m === 0 && at >= 0 ? 1 + othersShifted(values, at) : NaN
  for (let i = 0; i < values.length; i++) result[i] = shiftedExp(values[i]!, m) / total
  return result
}

/**
 * x - logSumExp(x), entry by entry, as (x - m) - log1p(Σ' exp(x - m)), so that the entry of a dominant logit keeps its
 * digits. Arguments and result as of `softmax`.
 *
 * logSoftmax([]) = []. All -Infinity, any Infinity, or any NaN: every entry is NaN. An entry of -Infinity beside finite
 * ones is -Infinity. Measured: at most 2 ulp.
 */
export function logSoftmax(x: Float64Array | Float32Array, mapping?: Mapping): Float64Array
export function logSoftmax(x: number[] | readonly number[], mapping?: Mapping): number[]
export function logSoftmax<Out extends Output>(x: Vector, out: Out, mapping?: Mapping): Out
export function logSoftmax(x: Vector, mapping?: Mapping): number[]
export function logSoftmax(x: Vector, out?: Output | Mapping, mapping?: Mapping): Output {
  if (typeof out === 'function') return logSoftmax(x, undefined as unknown as Output, out)
  const values = entries(x, mapping)
  const result = place(x, values.length, out)
  const at = indexOfMaximum(values)
  const m = at < 0 ? 0 : +values[at]!
  const rest = m - m === 0 && at >= 0 ? Math.log1p(othersShifted(values, at)) : NaN
  for (let i = 0; i < values.length; i++) result[i] = values[i]! - m - rest
  return result
}
