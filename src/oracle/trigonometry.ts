/**
 * Trigonometric functions, and the cube root, in interval arithmetic. Sine, cosine and arctangent change no faster than their argument: the
 * value in the middle of an interval, give or take half its width, bounds them.
 */
import { Decimal } from 'decimal.js'
import {
  exactly,
  isUndefined,
  one,
  OutOfReach,
  undefinedValue,
  zero,
  type Arithmetic,
  type Interval,
} from './interval.ts'

type Context = typeof Decimal

function bounded(a: Arithmetic, x: Interval, f: (context: Context, at: Decimal) => Decimal): Interval {
  const size = Math.max(x.low.e, x.high.e, 0)
  const context = Decimal.clone({ defaults: true, precision: a.digits + size + 10 })
  const middle = context.div(context.add(x.low, x.high), 2)
  const radius = Decimal.max(middle.sub(x.low).abs(), middle.sub(x.high).abs())
  try {
    const value = f(Decimal.clone({ defaults: true, precision: a.digits + 10 }), middle)
    const error = radius.add(value.abs().mul(new Decimal(10).pow(-a.digits)))
    return a.add(exactly(value), { low: error.neg(), high: error })
  } catch (error) {
    // The decimals hold a thousand digits of π.
    if (error instanceof Error && error.message.includes('Precision limit')) throw new OutOfReach('π')
    throw error
  }
}

const isFinite = (x: Interval): boolean => x.low.isFinite() && x.high.isFinite()

const sin = (a: Arithmetic, x: Interval): Interval =>
  isFinite(x) ? bounded(a, x, (context, at) => context.sin(at)) : undefinedValue

const cos = (a: Arithmetic, x: Interval): Interval =>
  isFinite(x) ? bounded(a, x, (context, at) => context.cos(at)) : undefinedValue

const tan = (a: Arithmetic, x: Interval): Interval => a.divide(sin(a, x), cos(a, x))

export const pi = (a: Arithmetic): Interval => bounded(a, zero, context => context.acos(-1))

function atan(a: Arithmetic, x: Interval): Interval {
  if (isUndefined(x)) return x
  if (!isFinite(x)) {
    const right = a.divide(pi(a), exactly(2))
    return x.low.eq(Infinity)
      ? right
      : x.high.eq(-Infinity)
        ? a.negate(right)
        : { low: a.negate(right).low, high: right.high }
  }
  return bounded(a, x, (context, at) => context.atan(at))
}

/** As 2 atan(x / (1 + sqrt(1 - x^2))), which bounds it up to ±1. */
function asin(a: Arithmetic, x: Interval): Interval {
  const other = a.sqrt(a.multiply(a.subtract(one, x), a.add(one, x)))
  return twice(a, atan(a, a.divide(x, a.add(one, other))))
}

/** As 2 atan(sqrt((1 - x) / (1 + x))). */
export function acos(a: Arithmetic, x: Interval): Interval {
  if (x.low.eq(-1) && x.high.eq(-1)) return pi(a)
  return twice(a, atan(a, a.sqrt(a.divide(a.subtract(one, x), a.add(one, x)))))
}

const twice = (a: Arithmetic, x: Interval): Interval => a.multiply(exactly(2), x)

function atan2(a: Arithmetic, y: Interval, x: Interval): Interval {
  if (isUndefined(x) || isUndefined(y)) return undefinedValue
  const right = a.divide(pi(a), exactly(2))
  const above = y.low.gte(0)
  if (x.low.isZero() && x.high.isZero()) {
    if (y.low.isZero() && y.high.isZero()) return undefinedValue
    return y.low.gt(0) ? right : y.high.lt(0) ? a.negate(right) : { low: a.negate(right).low, high: right.high }
  }
  if (x.low.lte(0) && x.high.gte(0)) return a.subtract(above ? right : a.negate(right), atan(a, a.divide(x, y)))
  const angle = atan(a, a.divide(y, x))
  if (x.low.gt(0)) return angle
  return above ? a.add(angle, pi(a)) : a.subtract(angle, pi(a))
}

/** Increasing, so that its bounds are those of the ends. */
function cbrt(a: Arithmetic, x: Interval): Interval {
  if (isUndefined(x) || !isFinite(x)) return x
  const end = (at: Decimal): Interval => {
    const value = Decimal.clone({ defaults: true, precision: a.digits + 5 }).cbrt(at)
    const error = value.abs().mul(new Decimal(10).pow(-a.digits))
    return { low: value.sub(error), high: value.add(error) }
  }
  return { low: end(x.low).low, high: end(x.high).high }
}

const difference =
  (f: (a: Arithmetic, x: Interval) => Interval) =>
  (a: Arithmetic, x: Interval, y: Interval): Interval =>
    a.subtract(f(a, x), f(a, y))

/** By the names of the operators. */
export const trigonometry: Readonly<Record<string, (a: Arithmetic, x: Interval, y: Interval) => Interval>> = {
  sin,
  cos,
  tan,
  asin,
  acos,
  atan,
  atan2,
  cbrt,
  versin: (a, x) => a.subtract(one, cos(a, x)),
  xmsin: (a, x) => a.subtract(x, sin(a, x)),
  tanmx: (a, x) => a.subtract(tan(a, x), x),
  sinDifference: difference(sin),
  cosDifference: difference(cos),
  tanDifference: difference(tan),
  atanDifference: difference(atan),
  cbrtDifference: difference(cbrt),
}
