/** How far from the exact values an implementation is, over all points of an atomic. */
import { ulp } from './ulp.ts'
import { argumentsOf, type Arguments, type Atomic } from './atomics.ts'
import type { Exact, Point } from './reference.ts'

/** Of an implementation, ours or another's: with what the atomic takes. */
export type Call = (...args: never[]) => number | ArrayLike<number>

export interface Measured {
  /** The largest error in ulps; rounding alone costs up to 0.5. */
  readonly max: number
  readonly mean: number
  readonly worst: Arguments | undefined
  /** The largest absolute error where the exact value is near 0; these points count for nothing else. */
  readonly absolute: number
  /** What is drawn: every point's place on the axis, and its error in ulps. */
  readonly errors: readonly (readonly [place: number, error: number])[]
}

/** In the mean, no error counts for more than one that leaves no digit: a single one would be all that is seen. */
const lost = 1e16

export function measure(atomic: Atomic, points: readonly Point[], call: Call): Measured {
  let [max, total, count, absolute] = [0, 0, 0, 0]
  let worst: Arguments | undefined
  const errors: [number, number][] = []
  for (const { x, exact } of points) {
    const got = evaluate(atomic, call, x)
    exact.forEach((value, i) => {
      const error = errorInUlps(got[i] ?? NaN, value)
      errors.push([atomic.axis.of(x, value.high), error])
      if (isNearZero(atomic, x, value)) {
        absolute = Math.max(absolute, error * ulp(value.high))
        return
      }
      total += Math.min(error, lost)
      count++
      if (error > max) [max, worst] = [error, x]
    })
  }
  return { max, mean: total / count, worst, absolute, errors }
}

/** What throws has no value. */
function evaluate(atomic: Atomic, call: Call, x: Arguments): ArrayLike<number> {
  try {
    const value = call(...(argumentsOf(atomic, x) as never[]))
    return typeof value === 'number' ? [value] : value
  } catch {
    return []
  }
}

export function errorInUlps(got: number, { high, low }: Exact): number {
  const error = Math.abs((got - high) / ulp(high) - low)
  return error >= 0 ? error : Infinity
}

export const isNearZero = ({ terms }: Atomic, x: Arguments, { high }: Exact): boolean =>
  terms !== undefined && Math.abs(high) < Math.min(1, 0.1 * terms(x))
