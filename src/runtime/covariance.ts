import { mean } from './mean.ts'
import { add, minus, over, pair, root, times, type Pair } from './pairs.ts'
import { splitter, sumError } from './two-parts.ts'
import type { Vector } from './vector.ts'

/** Below this a product has lost digits to underflow, and above it its second part is out of range. */
const smallest = 2 ** -960
const largest = 2 ** 990

interface Moments {
  readonly count: number
  readonly meanX: Pair
  readonly meanY: Pair
  /** Sums over the products of the differences to the means. */
  readonly xx: Pair
  readonly xy: Pair
  readonly yy: Pair
}

/**
 * Two passes over the pairs, the second about the means, corrected for what their rounding leaves: each difference to a
 * mean in two parts of 26 bits, whose products are exact. As many pairs as x has entries.
 */
function momentsOf(x: Vector, y: Vector): Moments {
  const xs = doublesOf(x)
  const count = xs.length
  const ys = doublesOf(y).subarray(0, count)
  const meanX = mean(xs)
  const meanY = mean(ys)
  let xx = 0
  let xy = 0
  let yy = 0
  let lowXX = 0
  let lowXY = 0
  let lowYY = 0
  let restX = 0
  let restY = 0
  for (let i = 0; i < count; i++) {
    const a = xs[i]!
    const b = ys[i]!
    const p = a - meanX
    const q = b - meanY
    const highP = p * splitter - (p * splitter - p)
    const highQ = q * splitter - (q * splitter - q)
    const lowP = p - highP + sumError(a, -meanX, p)
    const lowQ = q - highQ + sumError(b, -meanY, q)
    const nextXX = xx + highP * highP
    const nextXY = xy + highP * highQ
    const nextYY = yy + highQ * highQ
    lowXX += sumError(xx, highP * highP, nextXX) + lowP * (highP + p)
    lowXY += sumError(xy, highP * highQ, nextXY) + (lowP * q + highP * lowQ)
    lowYY += sumError(yy, highQ * highQ, nextYY) + lowQ * (highQ + q)
    xx = nextXX
    xy = nextXY
    yy = nextYY
    restX += p
    restY += q
  }
  return {
    count,
    meanX: pair(meanX, restX / count),
    meanY: pair(meanY, restY / count),
    xx: pair(xx, lowXX - (restX * restX) / count),
    xy: pair(xy, lowXY - (restX * restY) / count),
    yy: pair(yy, lowYY - (restY * restY) / count),
  }
}

const doublesOf = (x: Vector): Float64Array =>
  x instanceof Float64Array ? x : Float64Array.from(x as ArrayLike<number>)

/**
 * Σ (x - mean(x)) (y - mean(y)) / (n - ddof): the covariance of a population, or with ddof = 1 of a sample. Where the
 * means are large beside the spread, Σ x y / n - mean(x) mean(y) has no digit left. As many pairs as x has entries.
 *
 * covariance([], []) = NaN. An entry that is not finite gives NaN, as does a y that is shorter. Measured: at most 1.2 ulp.
 */
export function covariance(x: Vector, y: Vector, ddof = 0): number {
  const { xy, count } = momentsOf(x, y)
  return xy[0] / (count - ddof)
}

/**
 * Pearson's coefficient of correlation: the covariance, divided by both standard deviations. Never beyond ±1, as from
 * the formula with plain sums it often is. As many pairs as x has entries.
 *
 * NaN where all x, or all y, are the same, and for no pairs. Measured: at most 1.2 ulp.
 */
export function correlation(x: Vector, y: Vector): number {
  const { xx, xy, yy } = momentsOf(x, y)
  const squares = xx[0] * yy[0]
  const inRange = squares > smallest && squares < largest
  const value = inRange ? over(xy, root(times(xx, yy)))[0] : xy[0] / (Math.sqrt(xx[0]) * Math.sqrt(yy[0]))
  return Math.min(Math.max(value, -1), 1)
}

/**
 * The straight line through the points in the sense of least squares, y = slope x + intercept: [slope, intercept]. The
 * slope is the covariance, divided by the variance of x. As many pairs as x has entries.
 *
 * NaN where all x are the same, and for no points. Measured: at most 1.2 ulp.
 */
export function linearFit(x: Vector, y: Vector): [number, number] {
  const { xx, xy, meanX, meanY } = momentsOf(x, y)
  // Where the squares vanish there is nothing to carry.
  const slope: Pair = xx[0] > 0 ? over(xy, xx) : [xy[0] / xx[0], 0]
  return [slope[0], add(meanY, minus(times(slope, meanX)))[0]]
}
