/** What the vector functions share: any input becomes something with a length and numbers, once. */

/** Numbers in a row: an array, a typed array, or anything that can be iterated. Holes read as NaN. */
export type Vector = ArrayLike<number> | Iterable<number>

/** Gives the number to use in place of an entry. */
export type Mapping = (value: number, index: number) => number

export type Output = number[] | Float64Array | Float32Array

/** The input as it is if it can be indexed; else, or if there is a mapping, its values in a new array. */
export function entries(x: Vector, mapping?: Mapping): ArrayLike<number> {
  const indexed = 'length' in x ? x : Array.from(x)
  if (!mapping) return indexed
  const mapped = new Float64Array(indexed.length)
  for (let i = 0; i < mapped.length; i++) mapped[i] = mapping(indexed[i]!, i)
  return mapped
}

/** A place for as many results: the caller's, a Float64Array for a typed array, a plain array otherwise. */
export function place(x: Vector, length: number, out?: Output): Output {
  if (out) return out
  return ArrayBuffer.isView(x) ? new Float64Array(length) : new Array<number>(length).fill(0)
}

/** The place of the largest entry; of the first NaN if there is one; -1 for an empty vector. */
export function indexOfMaximum(x: ArrayLike<number>): number {
  let at = x.length > 0 ? 0 : -1
  for (let i = 0; i < x.length; i++) {
    const value = +x[i]!
    if (value > x[at]!) at = i
    else if (value !== value) return i
  }
  return at
}

/**
 * exp(x - m) for x <= m, with the rounding of the difference put back: e^(d + r) = e^d (1 + r). Without it the error is
 * |x - m| ulp. The rounding is exact by Knuth's two-sum (TAOCP 2, 4.2.2, theorem B).
 */
export function shiftedExp(x: number, m: number): number {
  const d = x - m
  if (!(d > -Infinity)) return d === d ? 0 : NaN
  const back = d - x
  const r = x - (d - back) - (m + back)
  const e = Math.exp(d)
  return e + e * r
}
