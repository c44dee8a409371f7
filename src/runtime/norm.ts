import { entries, type Mapping, type Vector } from './vector.ts'

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
  const plain = squares(values, 1)
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
  return Math.sqrt(squares(values, 1 / scale)) * scale
}

/** So many squares are added plainly; the sums of the blocks are added with their rounding carried along. */
const block = 64

/** Four sums side by side in a block: shorter chains of rounding, and of waiting. */
function squares(x: ArrayLike<number>, scale: number): number {
  let total = 0
  let carried = 0
  for (let start = 0; start < x.length; start += block) {
    const end = Math.min(start + block, x.length)
    let [a, b, c, d] = [0, 0, 0, 0]
    let i = start
    for (; i + 3 < end; i += 4) {
      const [p, q, r, s] = [x[i]! * scale, x[i + 1]! * scale, x[i + 2]! * scale, x[i + 3]! * scale]
      a += p * p
      b += q * q
      c += r * r
      d += s * s
    }
    for (; i < end; i++) a += (x[i]! * scale) ** 2
    const part = a + b + (c + d)
    const next = total + part
    carried += total >= part ? total - next + part : part - next + total
    total = next
  }
  // Once infinite, the carried part is NaN and says nothing.
  return total < Infinity ? total + carried : total
}
