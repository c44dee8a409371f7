import { block, doubles, entries, type Mapping, type Vector } from './vector.ts'

/** Below this a square has lost digits to underflow; above it, a sum of 2^20 squares may overflow. */
const smallest = 2 ** -960
const largest = 2 ** 1000

/**
 * sqrt(Σ x²), or of a mapping of x, without overflow or underflow of the squares. The plain sum is taken first: only
 * where it is out of range are the entries scaled by the largest.
 *
 * norm([]) = 0. An infinite entry gives Infinity, whatever the others are, as in `hypot`; else NaN gives NaN.
 */
export function norm(x: Vector, mapping?: Mapping): number {
  const values = entries(x, mapping)
  const plain = squares(values)
  if (plain > smallest && plain < largest) return Math.sqrt(plain)
  let magnitude = 0
  let isNaN = false
  for (let i = 0; i < values.length; i++) {
    const size = Math.abs(values[i]!)
    if (size > magnitude) magnitude = size
    else if (size !== size) isNaN = true
  }
  if (magnitude === 0 || magnitude === Infinity || isNaN) return magnitude === Infinity ? Infinity : isNaN ? NaN : 0
  // A power of two scales without rounding, in two steps as its inverse may be out of range.
  const scale = 2 ** Math.min(Math.max(Math.floor(Math.log2(magnitude)), -1000), 1000)
  return Math.sqrt(squares(Float64Array.from(values, value => value / scale))) * scale
}

/** Four sums side by side: shorter chains of rounding, and of waiting. Those of the blocks carry their rounding along. */
function squares(x: ArrayLike<number>): number {
  let total = 0
  let carried = 0
  for (let start = 0; start < x.length; start += block) {
    const end = Math.min(start + block, x.length)
    const values = doubles(x, start, end)
    let i = values === x ? start : 0
    const last = i + end - start
    let a = 0
    let b = 0
    let c = 0
    let d = 0
    for (const lastEight = last - 7; i < lastEight; i += 8) {
      const p = values[i]!
      const q = values[i + 1]!
      const r = values[i + 2]!
      const s = values[i + 3]!
      const t = values[i + 4]!
      const u = values[i + 5]!
      const v = values[i + 6]!
      const w = values[i + 7]!
      a += p * p + q * q
      b += r * r + s * s
      c += t * t + u * u
      d += v * v + w * w
    }
    for (; i < last; i++) a += values[i]! * values[i]!
    const part = a + b + (c + d)
    const next = total + part
    carried += total >= part ? total - next + part : part - next + total
    total = next
  }
  // Once infinite, the carried part is NaN and says nothing.
  return total < Infinity ? total + carried : total
}
