/**
 * Trigonometric and hyperbolic functions, and the cube root, in interval arithmetic. Sine, cosine and arctangent change no faster than their argument: the
 * value in the middle of an interval, give or take half its width, bounds them.
 */
import { Decimal } from 'decimal.js'
import { exactly, isUndefined, one, undefinedValue, type Arithmetic, type Interval } from './interval.ts'

type Context = typeof Decimal

/** Digits of π that are enough for the largest double at the highest precision. */
const digitsOfPi = 1500

/** Machin's formula, in whole numbers: π = 16 atan(1/5) - 4 atan(1/239). */
function machin(): Decimal {
  const unit = 10n ** BigInt(digitsOfPi + 10)
  const arctangent = (n: bigint): bigint => {
    let sum = 0n
    let power = unit / n
    for (let k = 1n; power !== 0n; k += 2n, power /= -(n * n)) sum += power / k
    return sum
  }
  return new Decimal(`${16n * arctangent(5n) - 4n * arctangent(239n)}e-${digitsOfPi + 10}`)
}
let knownPi: Decimal | undefined

/** Taylor's series of the sine, or from 1 on of the cosine, for a small argument. */
function series(context: Context, x: Decimal, first: Decimal, from: number): Decimal {
  const square = context.mul(x, x)
  let term = first
  let sum = first
  for (let k = from; !term.isZero() && term.e >= sum.e - context.precision; k += 2) {
    term = context.div(context.mul(term, square), -(k + 1) * (k + 2))
    sum = context.add(sum, term)
  }
  return sum
}

/** An error is rounded up. */
const outwards = Decimal.clone({ defaults: true, rounding: Decimal.ROUND_UP })
const radiusOf = ({ low, high }: Interval, middle: Decimal): Decimal =>
  Decimal.max(outwards.sub(middle, low).abs(), outwards.sub(high, middle).abs())

/** The sine of x + quarter · π/2, in the middle of an interval and around it. */
function wave(a: Arithmetic, x: Interval, quarter: number): Interval {
  const size = Math.max(x.low.e, x.high.e, 0)
  const context = Decimal.clone({ defaults: true, precision: a.digits + size + 20 })
  const middle = context.div(context.add(x.low, x.high), 2)
  const half = context.div((knownPi ??= machin()), 2)
  const turns = context.div(middle, half).round()
  const rest = context.sub(middle, context.mul(turns, half))
  const at = (turns.mod(4).toNumber() + quarter + 4) % 4
  const short = Decimal.clone({ defaults: true, precision: a.digits + 10 })
  const plain = at % 2 === 0 ? series(short, rest, rest, 1) : series(short, rest, new Decimal(1), 0)
  const value = at < 2 ? plain : plain.neg()
  // A sine that was reduced is known to an absolute error only.
  const scale = turns.isZero() ? value.abs() : new Decimal(1)
  const error = outwards.add(radiusOf(x, middle), scale.mul(new Decimal(10).pow(-a.digits)))
  return a.add(exactly(value), { low: error.neg(), high: error })
}

/** A function that changes no faster than its argument, as the decimals have it. */
function bounded(a: Arithmetic, x: Interval, f: (context: Context, at: Decimal) => Decimal): Interval {
  const context = Decimal.clone({ defaults: true, precision: a.digits + Math.max(x.low.e, x.high.e, 0) + 10 })
  const middle = context.div(context.add(x.low, x.high), 2)
  const value = f(Decimal.clone({ defaults: true, precision: a.digits + 10 }), middle)
  const error = outwards.add(radiusOf(x, middle), value.abs().mul(new Decimal(10).pow(-a.digits)))
  return a.add(exactly(value), { low: error.neg(), high: error })
}

/** The whole part of a square root: Newton's method, from above. */
function wholeRoot(n: bigint): bigint {
  let root = 1n << BigInt(Math.ceil(n.toString(2).length / 2))
  for (;;) {
    const next = (root + n / root) / 2n
    if (next >= root) return root
    root = next
  }
}

/** Halvings of an angle, after which the series of its tangent gains five digits a term. */
const halvings = 8
/** Digits that the roundings of the halvings and of the series stay below. */
const guard = 20

/** Taylor's series of an angle that was halved, tan(φ/2) = t / (1 + sqrt(1 + t²)), in whole numbers: a decimal takes a thousand times as long. */
function arctangent({ precision }: Context, x: Decimal): Decimal {
  const size = x.abs()
  if (size.isZero()) return x
  const places = precision + guard + Math.abs(size.e)
  const wide = Decimal.clone({ defaults: true, precision: 2 * places })
  const unit = 10n ** BigInt(places)
  let tangent = BigInt(wide.mul(size, `1e${places}`).toFixed(0))
  for (let i = 0; i < halvings; i++) tangent = (tangent * unit) / (unit + wholeRoot(unit * unit + tangent * tangent))
  const square = (tangent * tangent) / unit
  let angle = 0n
  for (let k = 1n, power = tangent; power !== 0n; k += 2n, power = (-power * square) / unit) angle += power / k
  const value = new Decimal(`${angle << BigInt(halvings)}e-${places}`)
  return x.isNegative() ? value.neg() : value
}

const tiny = new Decimal('1e-60')
const huge = 1e61
const isTiny = (x: Interval): boolean => x.low.abs().lt(tiny) && x.high.abs().lt(tiny)
const part = (a: Arithmetic, x: Interval, power: number, divisor: number): Interval =>
  a.divide(a.power(x, power), exactly(divisor))

/** What an alternating series leaves, or the terms behind, is between 0 and its next term. */
const upTo = (a: Arithmetic, sum: Interval, next: Interval): Interval => ({
  low: Decimal.min(sum.low, a.add(sum, next).low),
  high: Decimal.max(sum.high, a.add(sum, next).high),
})
const tinySin = (a: Arithmetic, x: Interval): Interval => upTo(a, a.subtract(x, part(a, x, 3, 6)), part(a, x, 5, 120))
const tinyCos = (a: Arithmetic, x: Interval): Interval => upTo(a, a.subtract(one, part(a, x, 2, 2)), part(a, x, 4, 24))

const isFinite = (x: Interval): boolean => x.low.isFinite() && x.high.isFinite()

const sin = (a: Arithmetic, x: Interval): Interval =>
  isTiny(x) ? tinySin(a, x) : isFinite(x) ? wave(a, x, 0) : undefinedValue

const cos = (a: Arithmetic, x: Interval): Interval =>
  isTiny(x) ? tinyCos(a, x) : isFinite(x) ? wave(a, x, 1) : undefinedValue

/** Where the cosine may be 0 more digits will tell. */
const farAway = new Decimal('1e9000')

function tan(a: Arithmetic, x: Interval): Interval {
  const below = cos(a, x)
  if (below.low.lte(0) && below.high.gte(0)) return { low: farAway.neg(), high: farAway }
  return a.divide(sin(a, x), below)
}

export const pi = (a: Arithmetic): Interval => a.around((knownPi ??= machin()), new Decimal(10).pow(-a.digits))

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
  if (isTiny(x)) return upTo(a, a.subtract(x, part(a, x, 3, 3)), part(a, x, 5, 5))
  if (x.low.gt(huge)) return a.subtract(a.divide(pi(a), exactly(2)), atan(a, a.divide(one, x)))
  if (x.high.lt(-huge)) return a.negate(atan(a, a.negate(x)))
  return bounded(a, x, arctangent)
}

/** As 2 atan(x / (1 + sqrt(1 - x^2))), which bounds it up to ±1. */
function asin(a: Arithmetic, x: Interval): Interval {
  const other = a.sqrt(a.multiply(a.subtract(one, x), a.add(one, x)))
  return twice(a, atan(a, a.divide(x, a.add(one, other))))
}

/** As 2 atan(sqrt((1 - x) / (1 + x))). */
export function acos(a: Arithmetic, x: Interval): Interval {
  if (x.high.lt(-1)) return undefinedValue
  if (x.high.eq(-1)) return pi(a)
  if (x.low.lte(-1)) return { low: acos(a, { low: x.high, high: x.high }).low, high: pi(a).high }
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

function sinh(a: Arithmetic, x: Interval): Interval {
  if (isTiny(x)) return upTo(a, a.add(x, part(a, x, 3, 6)), part(a, x, 5, 60))
  return a.divide(a.subtract(a.exp(x), a.exp(a.negate(x))), exactly(2))
}

function tanh(a: Arithmetic, x: Interval): Interval {
  if (isTiny(x)) return upTo(a, a.subtract(x, part(a, x, 3, 3)), part(a, x, 5, 7))
  const e = a.exp(a.multiply(exactly(-2), a.abs(x)))
  const size = a.divide(a.subtract(one, e), a.add(one, e))
  return x.high.isNegative() ? a.negate(size) : size
}

const difference =
  (f: (a: Arithmetic, x: Interval) => Interval) =>
  (a: Arithmetic, x: Interval, y: Interval): Interval =>
    a.subtract(f(a, x), f(a, y))

/** By the names of the operators. */
export const trigonometry: Readonly<
  Record<string, (a: Arithmetic, x: Interval, y: Interval, z: Interval) => Interval>
> = {
  sin,
  cos,
  tan,
  asin,
  acos,
  atan,
  atan2,
  cbrt,
  sinh,
  tanh,
  langevin: (a, x) => a.subtract(a.divide(one, tanh(a, x)), a.divide(one, x)),
  versin: (a, x) => a.subtract(one, cos(a, x)),
  xmsin: (a, x) => a.subtract(x, sin(a, x)),
  tanmx: (a, x) => a.subtract(tan(a, x), x),
  centralAngle: (a, p, q, d) =>
    acos(a, a.add(a.multiply(sin(a, p), sin(a, q)), a.multiply(a.multiply(cos(a, p), cos(a, q)), cos(a, d)))),
  sinDifference: difference(sin),
  cosDifference: difference(cos),
  tanDifference: difference(tan),
  atanDifference: difference(atan),
  cbrtDifference: difference(cbrt),
}
