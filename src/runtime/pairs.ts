import { low } from './exp.ts'
import { ln2 } from './lgamma-coefficients.ts'
import { productError, quotientParts, sumError } from './two-parts.ts'

/**
 * Arithmetic with pairs of doubles, which hold about 104 bits: slow, but as exact as a sum must be that cancels to a
 * double next to its zero.
 *
 * Source: Dekker, "A floating-point technique for extending the available precision", Numerische Mathematik 18, 1971.
 */
export type Pair = readonly [number, number]

/** A sum whose second term is small. */
export const pair = (high: number, rest: number): Pair => {
  const sum = high + rest
  return [sum, high - sum + rest]
}

export const whole = (x: number): Pair => [x, 0]
export const minus = (a: Pair): Pair => [-a[0], -a[1]]
export const scaled = (a: Pair, powerOfTwo: number): Pair => [a[0] * powerOfTwo, a[1] * powerOfTwo]

export function add(a: Pair, b: Pair): Pair {
  const sum = a[0] + b[0]
  return pair(sum, sumError(a[0], b[0], sum) + (a[1] + b[1]))
}

export function times(a: Pair, b: Pair): Pair {
  const product = a[0] * b[0]
  return pair(product, productError(a[0], b[0], product) + (a[0] * b[1] + a[1] * b[0]))
}

export const over = (a: Pair, b: Pair): Pair => [quotientParts(a[0], a[1], b[0], b[1]), low[0]!]

export function root(a: Pair): Pair {
  const high = Math.sqrt(a[0])
  const square = high * high
  return pair(high, (a[0] - square - productError(high, high, square) + a[1]) / (2 * high))
}

const one: Pair = [1, 0]
const two: Pair = [2, 0]

/** Below this log(1 + u) = 2 artanh(u / (2 + u)) is a short series: each term is 2^-12 of the one before. */
const small = 2 ** -5

/** As many terms bring it to 2^-108. */
const terms = 9

/** log(1 + u), relatively exact for u near 0. */
export function log1pWide(u: Pair): Pair {
  if (Math.abs(u[0]) > 0.5) {
    // 1 + u = 2^k (1 + v)
    const k = Math.round(Math.log2(1 + u[0]))
    const v = add(scaled(add(u, one), 2 ** -k), whole(-1))
    return add(log1pWide(v), times(ln2, whole(k)))
  }
  // log(1 + u) = 2 log √(1 + u), and √(1 + u) - 1 = u / (1 + √(1 + u))
  if (Math.abs(u[0]) > small) return scaled(log1pWide(over(u, add(root(add(u, one)), one))), 2)
  const z = over(u, add(u, two))
  const square = times(z, z)
  let series: Pair = [0, 0]
  for (let k = 2 * terms + 1; k > 0; k -= 2) series = add(times(series, square), over(one, whole(k)))
  return scaled(times(z, series), 2)
}
