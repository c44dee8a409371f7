/**
 * Mean and variance of a stream, one value at a time, and of streams that are merged: Welford's update. For data that
 * are at hand `variance` is better: it sees the data twice, and rounds about their center where Welford's running mean
 * rounds at each step. Measured (docs/accuracy.md), in ulp of the variance, for a mean of 1, 100, 10⁴, 10⁶, 10⁸ standard
 * deviations: 4, 73, 2e4, 2e6, 2e8 for Welford's update; 3 at most for `variance`.
 *
 * Source: Welford, "Note on a method for calculating corrected sums of squares and products", Technometrics 4, 1962;
 * the merge is Chan, Golub and LeVeque's.
 */
export class RunningMoments {
  #count = 0
  #mean = 0
  #squares = 0

  get count(): number {
    return this.#count
  }

  /** NaN before the first value. */
  get mean(): number {
    return this.#count === 0 ? NaN : this.#mean
  }

  push(value: number): this {
    this.#count++
    const before = value - this.#mean
    this.#mean += before / this.#count
    this.#squares += before * (value - this.#mean)
    return this
  }

  /** Takes in what another has seen; the other stays as it is. */
  merge(other: RunningMoments): this {
    const count = this.#count + other.#count
    if (other.#count === 0) return this
    const between = other.#mean - this.#mean
    this.#mean += (between * other.#count) / count
    this.#squares += other.#squares + between * between * ((this.#count * other.#count) / count)
    this.#count = count
    return this
  }

  /** NaN where there are no more values than `ddof`. */
  variance(ddof = 0): number {
    return this.#count > ddof ? this.#squares / (this.#count - ddof) : NaN
  }

  std(ddof = 0): number {
    return Math.sqrt(this.variance(ddof))
  }
}
