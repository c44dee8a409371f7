import { productError } from './two-parts.ts'

/** Below this x²/2 and what little follows are faster than a sine, and rounded only once. */
const small = 0.75

/** Below this the square is the whole result, and its rounding may underflow. */
const tiny = 2 ** -300

/**
 * 1 - cos(x): near every multiple of 2π the difference has no digit left. Near 0 its Taylor series, with x²/2 in two
 * parts; elsewhere 2 sin²(x/2), or the difference itself where the cosine is at most 1/2.
 *
 * versin(±0) = 0, versin(±Infinity) = NaN. Measured: at most 1.9 ulp.
 */
export function versin(x: number): number {
  if (x > -small && x < small) {
    const square = x * x
    if (square < tiny) return 0.5 * x * x
    const more =
      1 / 40320 -
      square * (1 / 3628800 - square * (1 / 479001600 - square * (1 / 87178291200 - square * (1 / 20922789888000))))
    const series = 1 / 24 - square * (1 / 720 - square * more)
    return 0.5 * productError(x, x, square) - series * square * square + 0.5 * square
  }
  const cosine = Math.cos(x)
  if (cosine <= 0.5) return 1 - cosine
  const sine = Math.sin(x / 2)
  return 2 * sine * sine
}

/** cos(x) - 1, which is -versin(x). cosm1(±0) = 0, cosm1(±Infinity) = NaN. Measured: at most 1.9 ulp. */
export const cosm1 = (x: number): number => 0 - versin(x)
