import { low } from './exp.ts'
import { norm } from './norm.ts'
import { root } from './pairs.ts'
import { productError, productParts, quotientParts, sumError, sumParts } from './two-parts.ts'
import { entries, type Vector } from './vector.ts'

/** Below this a square has lost digits to underflow. */
const smallest = 2 ** -960

/**
 * The angle between two vectors, from 0 to π: acos(x · y / (|x| |y|)), which has half of its digits at best where the
 * vectors are almost parallel, as the cosine is flat there.
 *
 * In the plane and in space it is the angle of the cross product and the dot product, with exact products in the former;
 * elsewhere y is split into a multiple of x and what is left, both in two parts, so that an angle below 1e-32 is no more
 * than that. The length of a vector does not matter, nor does overflow. Of y as many
 * entries count as x has. NaN for a vector of length 0, for none, and for an
 * entry that is not finite. Measured: at most 1.7 ulp.
 */
export function angleBetween(x: Vector, y: Vector): number {
  const a = scaled(entries(x))
  const b = scaled(entries(y), a.length)
  const square = dotParts(a, a)
  const squareRest = low[0]!
  const product = dotParts(a, b)
  const productRest = low[0]!
  if (!(square > 0)) return NaN
  if (a.length <= 3) return angleOf(norm(cross(a, b)), 0, product, productRest)
  const share = quotientParts(product, productRest, square, squareRest)
  const shareRest = low[0]!
  const left = a.map((value, i) => {
    const part = share * value
    return b[i]! - part - (productError(share, value, part) + shareRest * value)
  })
  const leftSquare = dotParts(left, left)
  // One root is better than two, where the square is in range.
  if (!(leftSquare > smallest)) return angleOf(norm(left) * Math.sqrt(square), 0, product, productRest)
  const area = productParts(leftSquare, low[0]!, square, squareRest)
  const [opposite, rest] = root([area, low[0]!])
  return angleOf(opposite, rest, product, productRest)
}

/** Of a right triangle. */
function angleOf(opposite: number, oppositeRest: number, adjacent: number, adjacentRest: number): number {
  const turn = oppositeRest * adjacent - opposite * adjacentRest
  return Math.atan2(opposite, adjacent) + turn / (opposite * opposite + adjacent * adjacent)
}

/** The entries of the cross product; of vectors in the plane, the only one that is not 0; of those on a line, none. */
function cross(a: Float64Array, b: Float64Array): Float64Array {
  const entry = (i: number, j: number): number => {
    const first = a[i]! * b[j]!
    const second = a[j]! * b[i]!
    return first - second + (productError(a[i]!, b[j]!, first) - productError(a[j]!, b[i]!, second))
  }
  const all = [() => entry(0, 1), () => entry(1, 2), () => entry(2, 0)]
  return Float64Array.from(all.slice(0, (a.length * (a.length - 1)) / 2), one => one())
}

/** The largest entry between 1 and 2: powers of two scale without rounding. */
function scaled(x: ArrayLike<number>, length = x.length): Float64Array {
  let size = 0
  for (let i = 0; i < length; i++) size = Math.max(size, Math.abs(x[i]!))
  const exponent = Math.floor(Math.log2(size))
  return Float64Array.from(x, value => value * 2 ** -(exponent >> 1) * 2 ** ((exponent >> 1) - exponent))
}

/** Gives the high part, and puts the low one in `low`. */
function dotParts(a: Float64Array, b: Float64Array): number {
  let sum = 0
  let rest = 0
  for (let i = 0; i < a.length; i++) {
    const product = a[i]! * b[i]!
    const next = sum + product
    rest += sumError(sum, product, next) + productError(a[i]!, b[i]!, product)
    sum = next
  }
  return sumParts(sum, 0, rest, 0)
}
