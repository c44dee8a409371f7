/**
 * What the vector functions share: any input becomes numbers in a Float64Array, block by block. A loop that reads from
 * more than about four kinds of arrays is many times slower in every engine; a copy of 4 kB at a time costs little.
 */

/** Numbers in a row: an array, a typed array, or anything that can be iterated. Holes read as NaN. */
export type Vector = ArrayLike<number> | Iterable<number>

/** Gives the number to use in place of an entry. */
export type Mapping = (value: number, index: number) => number

export type Output = number[] | Float64Array | Float32Array

/** So many entries are taken at a time. */
export const block = 512

const copies = /* @__PURE__ */ new Float64Array(block)

/** The input as it is if it can be indexed; else, or if there is a mapping, its values in a new array. */
export function entries(x: Vector, mapping?: Mapping): ArrayLike<number> {
  if (x instanceof Float64Array && mapping === undefined) return x
  const indexed = 'length' in x ? x : Array.from(x)
  if (mapping === undefined) return indexed
  const mapped = new Float64Array(indexed.length)
  for (let i = 0; i < mapped.length; i++) mapped[i] = mapping(indexed[i]!, i)
  return mapped
}

/**
 * The entries from `start` to `end`, at most a block, as doubles: a Float64Array itself, where they are at `start`; of
 * anything else a copy, where they are at 0. The next call overwrites it.
 */
export function doubles(x: ArrayLike<number>, start: number, end: number): Float64Array {
  if (x instanceof Float64Array) return x
  if (Array.isArray(x)) copyArray(x as number[], start, end)
  else copyOther(x, start, end)
  return copies
}

function copyArray(x: number[], start: number, end: number): void {
  let i = start
  let to = 0
  for (const last = end - 3; i < last; i += 4, to += 4) {
    copies[to] = x[i]!
    copies[to + 1] = x[i + 1]!
    copies[to + 2] = x[i + 2]!
    copies[to + 3] = x[i + 3]!
  }
  for (; i < end; i++) copies[to++] = x[i]!
}

function copyOther(x: ArrayLike<number>, start: number, end: number): void {
  for (let i = start; i < end; i++) copies[i - start] = x[i]!
}

/** A place for n results: the caller's, or an array of the kind of x; integers could not hold them. */
export function place(x: Vector, n: number, out?: Output): Output {
  if (out) return out
  if (x instanceof Float32Array) return new Float32Array(n)
  return ArrayBuffer.isView(x) ? new Float64Array(n) : new Array<number>(n)
}

/** Puts `count` doubles, which are from 0 on, into the result, from `start` on. A function for each kind of array. */
export function store(from: Float64Array, count: number, result: Output, start: number): void {
  if (result instanceof Float64Array) for (let i = 0; i < count; i++) result[start + i] = from[i]!
  else if (Array.isArray(result)) storeInArray(from, count, result, start)
  else for (let i = 0; i < count; i++) result[start + i] = from[i]!
}

function storeInArray(from: Float64Array, count: number, result: number[], start: number): void {
  for (let i = 0; i < count; i++) result[start + i] = from[i]!
}
