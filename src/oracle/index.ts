/**
 * What a formula is worth, to 50 digits: every operator by its definition, as a textbook writes it, in interval
 * arithmetic whose precision grows until the digits are certain. It shares nothing with the runtime that it judges.
 */
import { Decimal } from 'decimal.js'
import type { Formula } from '../formula/formula.ts'
import type { Environment } from '../formula/environment.ts'
import { float64, spacing, type Format } from './formats.ts'
import { Evaluation, isVector, type Exact } from './evaluation.ts'
import { Arithmetic, isExact, isUndefined, ofDouble, OutOfReach, type Interval, isUnknown } from './interval.ts'

export type { Exact }

/** The last is as far as the decimals' constants go, and enough to tell what is below the smallest double. */
const precisions = [60, 120, 450, 900]
const certain = new Decimal('1e-50')
/** Far below the smallest double. */
const negligible = new Decimal('1e-400')

/** The default context of the decimals rounds to 20 digits. */
const wide = Decimal.clone({ defaults: true, precision: 400 })

/** Whether 50 digits are certain, or that it is undefined, or that no double tells it from 0. */
export function isSettled(x: Interval): boolean {
  if (isUndefined(x) || isExact(x)) return true
  const farthest = Decimal.max(x.low.abs(), x.high.abs())
  if (farthest.lt(negligible)) return true
  return farthest.isFinite() && x.high.sub(x.low).lt(farthest.mul(certain))
}

/** Undefined, or an unknown entry, where the value cannot be settled with what the decimals can hold. */
export function exact(f: Formula, environment: Environment): Exact | undefined {
  try {
    for (const digits of precisions) {
      const value = new Evaluation(new Arithmetic(digits), environment).evaluate(f)
      if (!isVector(value) && isUnknown(value)) return undefined
      if ([value].flat().every(entry => isSettled(entry) || isUnknown(entry))) return value
    }
  } catch (error) {
    if (!(error instanceof OutOfReach)) throw error
  }
  return undefined
}

/** The nearest double. */
export const toDouble = ({ low, high }: Interval): number =>
  (isExact({ low, high }) ? low : wide.div(wide.add(low, high), 2)).toNumber()

/** How far a number is from a value, in units of the last place of the nearest number of the format. */
export function errorInUlps(actual: number, truth: Interval, format: Format = float64): number {
  const nearest = format.round(toDouble(truth))
  if (actual === nearest && (!truth.low.isFinite() || !Number.isFinite(actual))) return 0
  if (Number.isNaN(actual) || Number.isNaN(nearest) || !truth.low.isFinite()) return Infinity
  const reached = Number.isFinite(actual) ? ofDouble(actual) : wide.pow(2, format.most).mul(actual > 0 ? 1 : -1)
  return wide
    .sub(reached, truth.low)
    .abs()
    .div(ofDouble(spacing(nearest, format)))
    .toNumber()
}

/** Whether two values agree in all digits that are certain. */
export function agree(a: Interval, b: Interval): boolean {
  if (isUndefined(a) || isUndefined(b)) return isUndefined(a) && isUndefined(b)
  if (a.low.eq(b.low) && a.high.eq(b.high)) return true
  const farthest = Decimal.max(a.low.abs(), b.low.abs())
  return farthest.lt(negligible) || wide.sub(a.low, b.low).abs().lt(farthest.mul(certain).mul(4))
}
