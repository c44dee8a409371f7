/**
 * Interval arithmetic on decimals of any length, every bound rounded outwards. An oracle that only computes with more
 * digits can be wrong and not know it: log(1 + exp(-1000)) is 0 at 60 digits and again at 120. Two bounds say how much
 * of a result is certain, so that the precision can grow until enough of it is.
 */
import { Decimal } from 'decimal.js'

/** Two equal bounds are an exact value, two NaN an undefined one. An infinite bound of an inexact value: not known. */
export interface Interval {
  readonly low: Decimal
  readonly high: Decimal
}

/** Beyond the exponents of the decimals: more digits would not help. */
export class OutOfReach extends Error {}

export const exactly = (x: Decimal.Value): Interval => ({ low: new Decimal(x), high: new Decimal(x) })
export const undefinedValue = exactly(NaN)
export const zero = exactly(0)
export const one = exactly(1)

export const isUndefined = ({ low }: Interval): boolean => low.isNaN()
export const isExact = ({ low, high }: Interval): boolean => low.eq(high)
export const isUnknown = ({ low, high }: Interval): boolean => low.eq(-Infinity) && high.eq(Infinity)
const isZero = ({ low, high }: Interval): boolean => low.isZero() && high.isZero()
const containsZero = ({ low, high }: Interval): boolean => low.lte(0) && high.gte(0)
const isInfinite = (x: Interval): boolean => isExact(x) && !x.low.isFinite()

/** Anything. */
export const unknown: Interval = { low: new Decimal(-Infinity), high: new Decimal(Infinity) }
const farthestExponent = new Decimal('2.07e16')
/** What may be 0 and is at most this stays so at any precision that is tried. */
const beyondDigits = new Decimal('1e-100000')
const tiniest = new Decimal('1e-9000000000000000')
const nextToNothing = new Decimal('1e-52')

/** Larger powers are exponentials. */
const mostMultiplied = 4096

const bits = new DataView(new ArrayBuffer(8))

/** All the digits of a double: the number 0.1 is not the decimal 0.1. */
export function ofDouble(x: number): Decimal {
  if (!Number.isFinite(x) || Number.isInteger(x)) return new Decimal(Number.isFinite(x) ? BigInt(x).toString() : x)
  bits.setFloat64(0, x)
  const raw = bits.getBigUint64(0)
  const biased = Number((raw >> 52n) & 0x7ffn)
  const fraction = raw & ((1n << 52n) - 1n)
  const mantissa = biased === 0 ? fraction : fraction | (1n << 52n)
  const exponent = Math.max(biased, 1) - 1075
  return new Decimal(`${x < 0 ? '-' : ''}${mantissa * 5n ** BigInt(-exponent)}e${exponent}`)
}

type Context = typeof Decimal
type Rounded = (context: Context) => Decimal

export class Arithmetic {
  readonly digits: number
  readonly #down: Context
  readonly #up: Context

  constructor(digits: number) {
    this.digits = digits
    this.#down = Decimal.clone({ defaults: true, precision: digits, rounding: Decimal.ROUND_FLOOR })
    this.#up = Decimal.clone({ defaults: true, precision: digits, rounding: Decimal.ROUND_CEIL })
  }

  #bounds(low: Rounded, high: Rounded = low): Interval {
    return { low: low(this.#down), high: high(this.#up) }
  }

  add(a: Interval, b: Interval): Interval {
    return this.#bounds(
      context => context.add(a.low, b.low),
      context => context.add(a.high, b.high),
    )
  }

  negate({ low, high }: Interval): Interval {
    return { low: high.neg(), high: low.neg() }
  }

  subtract(a: Interval, b: Interval): Interval {
    return this.add(a, this.negate(b))
  }

  /** A result too small for the decimals is not 0, only close to it. */
  #notVanished(context: Context, result: Decimal): Decimal {
    if (!result.isFinite()) throw new OutOfReach('overflow')
    if (!result.isZero()) return result
    const negative = result.isNegative()
    return negative === (context === this.#down) ? (negative ? tiniest.neg() : tiniest) : new Decimal(0)
  }

  #corners(a: Interval, b: Interval, combine: (context: Context, x: Decimal, y: Decimal) => Decimal): Interval {
    const corners = (context: Context): Decimal[] =>
      [a.low, a.high].flatMap(x => [b.low, b.high].map(y => combine(context, x, y)))
    return this.#bounds(
      context => context.min(...corners(context)),
      context => context.max(...corners(context)),
    )
  }

  multiply(a: Interval, b: Interval): Interval {
    if ((isZero(a) && isInfinite(b)) || (isZero(b) && isInfinite(a))) return undefinedValue
    return this.#corners(a, b, (context, x, y) => {
      if (x.isZero() || y.isZero()) return new Decimal(0)
      const product = context.mul(x, y)
      return x.isFinite() && y.isFinite() ? this.#notVanished(context, product) : product
    })
  }

  divide(a: Interval, b: Interval): Interval {
    if (isUndefined(a) || isUndefined(b) || isZero(b)) return undefinedValue
    if (containsZero(b)) return unknown
    return this.#corners(a, b, (context, x, y) => {
      const quotient = context.div(x, y)
      return x.isFinite() && y.isFinite() && !x.isZero() ? this.#notVanished(context, quotient) : quotient
    })
  }

  exp(x: Interval): Interval {
    if (isInfinite(x)) return exactly(x.low.isPositive() ? Infinity : 0)
    if (x.low.gt(farthestExponent)) throw new OutOfReach('exp')
    // With more digits the upper bound may come within reach.
    const bound = (context: Context, at: Decimal): Decimal =>
      at.gt(farthestExponent)
        ? new Decimal(Infinity)
        : at.lt(farthestExponent.neg())
          ? context === this.#down
            ? new Decimal(0)
            : tiniest
          : context.exp(at)
    return this.#bounds(
      context => bound(context, x.low),
      context => bound(context, x.high),
    )
  }

  log(x: Interval): Interval {
    if (x.high.lt(0) || isUndefined(x)) return undefinedValue
    if (isZero(x)) return exactly(-Infinity)
    if (x.high.isZero()) return unknown
    if (x.low.lte(0) && x.high.lt(beyondDigits)) throw new OutOfReach('log')
    return this.#bounds(
      context => (x.low.lte(0) ? new Decimal(-Infinity) : context.ln(x.low)),
      context => context.ln(x.high),
    )
  }

  /**
   * log(1 + x), which lies between x - x^2 and x: for a tiny x that is all its digits, where the logarithm of the sum
   * would need as many as there are zeros behind the 1.
   */
  log1p(x: Interval): Interval {
    // With so many digits 1 + x holds enough of x for log1p(x) - x, too.
    const least = Decimal.min(nextToNothing, new Decimal(10).pow(-Math.ceil(this.digits / 3)))
    if (isUndefined(x) || isZero(x) || x.low.abs().gt(least) || x.high.abs().gt(least))
      return this.log(this.add(one, x))
    const { low } = this.subtract(x, this.power(x, 2))
    return { low: this.#notVanished(this.#down, low), high: x.high }
  }

  sqrt(x: Interval): Interval {
    if (x.high.lt(0) || isUndefined(x)) return undefinedValue
    return this.#bounds(
      context => context.sqrt(Decimal.max(x.low, 0)),
      context => context.sqrt(x.high),
    )
  }

  power(x: Interval, exponent: number): Interval {
    if (exponent < -mostMultiplied && x.low.gt(0)) return this.power(this.divide(one, x), -exponent)
    if (exponent < 0) return this.divide(one, this.power(x, -exponent))
    if (exponent === 0.5) return this.sqrt(x)
    if (exponent === 0) return one
    if (!Number.isInteger(exponent) || (exponent > mostMultiplied && x.low.gt(0)))
      return this.exp(this.multiply(exactly(ofDouble(exponent)), this.log(x)))
    const magnitude = exponent % 2 === 0 ? this.abs(x) : x
    let result = one
    for (let square = magnitude, left = exponent; left > 0; left = Math.floor(left / 2)) {
      if (left % 2 === 1) result = this.multiply(result, square)
      if (left > 1) square = this.multiply(square, square)
    }
    return result
  }

  abs(x: Interval): Interval {
    if (isUndefined(x)) return x
    const ends = [x.low.abs(), x.high.abs()] as const
    return { low: containsZero(x) ? new Decimal(0) : Decimal.min(...ends), high: Decimal.max(...ends) }
  }

  max(a: Interval, b: Interval): Interval {
    return { low: Decimal.max(a.low, b.low), high: Decimal.max(a.high, b.high) }
  }

  min(a: Interval, b: Interval): Interval {
    return this.negate(this.max(this.negate(a), this.negate(b)))
  }

  /** A value known to within an error, absolute or relative, whichever is larger. */
  around(value: Decimal, error: Decimal): Interval {
    const margin = Decimal.max(1, value.abs()).mul(error)
    return this.#bounds(
      context => context.sub(value, margin),
      context => context.add(value, margin),
    )
  }
}
