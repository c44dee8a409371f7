/** Operators of numbers by their definitions, as a textbook writes them, in interval arithmetic. */
import { Decimal } from 'decimal.js'
import { multipleOf } from '../formula/constants.ts'
import { factorial, gamma } from './gamma.ts'
import {
  exactly,
  isExact,
  isUndefined,
  ofDouble,
  one,
  OutOfReach,
  undefinedValue,
  zero,
  type Arithmetic,
  type Interval,
} from './interval.ts'
import { pi, trigonometry } from './trigonometry.ts'

const comparisons: Readonly<Record<string, (a: Decimal, b: Decimal) => boolean>> = {
  less: (a, b) => a.lt(b),
  lessOrEqual: (a, b) => a.lte(b),
  equal: (a, b) => a.eq(b),
}

const isSmallWhole = (x: Decimal): boolean => x.isInteger() && x.gte(1) && x.lte(1001)

/** A constant of `Math`, or a multiple of one, to all digits. */
export function constant(a: Arithmetic, name: string): Interval {
  const { of, times } = multipleOf(name)
  return a.multiply(constantOf(a, of), exactly(ofDouble(times)))
}

function constantOf(a: Arithmetic, name: string): Interval {
  switch (name) {
    case 'LN2':
      return a.log(exactly(2))
    case 'LN10':
      return a.log(exactly(10))
    case 'LOG2E':
      return a.divide(one, a.log(exactly(2)))
    case 'LOG10E':
      return a.divide(one, a.log(exactly(10)))
    case 'SQRT2':
      return a.sqrt(exactly(2))
    case 'E':
      return a.exp(one)
    case 'PI':
      return pi(a)
    case 'Infinity':
      return exactly(Infinity)
  }
  throw new Error(`The oracle has no constant ${name}.`)
}

export function discriminant(a: Arithmetic, p: Interval, q: Interval, r: Interval): Interval {
  return a.subtract(a.power(q, 2), a.multiply(exactly(4), a.multiply(p, r)))
}

function gammaOf(a: Arithmetic, x: Interval): Interval {
  return ofGamma(x, value => {
    if (isSmallWhole(value)) return exactly(factorial(value.toNumber() - 1))
    const found = gamma(value, a.digits)
    if (!found) return undefinedValue
    const magnitude = a.exp(a.around(found.log, new Decimal(10).pow(-a.digits)))
    return found.sign < 0 ? a.negate(magnitude) : magnitude
  })
}

function lgamma(a: Arithmetic, x: Interval): Interval {
  return ofGamma(x, value => {
    if (isSmallWhole(value)) return a.log(exactly(factorial(value.toNumber() - 1)))
    const found = gamma(value, a.digits)
    return found ? a.around(found.log, new Decimal(10).pow(-a.digits)) : exactly(Infinity)
  })
}

/** Arguments are exact or as good as: between two bounds that close, the function is monotone. */
function ofGamma(x: Interval, f: (x: Decimal) => Interval): Interval {
  if (isUndefined(x) || !x.low.isFinite()) return undefinedValue
  const ends = isExact(x) ? [f(x.low)] : [f(x.low), f(x.high)]
  if (ends.some(isUndefined)) return undefinedValue
  return { low: Decimal.min(...ends.map(end => end.low)), high: Decimal.max(...ends.map(end => end.high)) }
}

/** An operator of numbers, by its name. */
export function scalar(a: Arithmetic, op: string, args: readonly Interval[]): Interval {
  const [x, y, z] = args as readonly [Interval, Interval, Interval]
  const plusOne = (value: Interval): Interval => a.add(value, one)
  const sigmoid = (value: Interval): Interval => a.divide(one, plusOne(a.exp(a.negate(value))))
  const logSigmoid = (value: Interval): Interval => a.negate(a.log1p(a.exp(a.negate(value))))
  /** 0 times whatever a logarithm is. */
  const weighted = (weight: Interval, log: () => Interval): Interval =>
    weight.low.isZero() && weight.high.isZero() ? zero : a.multiply(weight, log())
  const comparison = comparisons[op]
  if (comparison) {
    const answer = comparison(x.low, y.high)
    if (answer !== comparison(x.high, y.low)) throw new OutOfReach(op)
    return answer ? one : zero
  }
  const truth = (value: Interval): boolean => !isUndefined(value) && !value.low.isZero()
  const ofAngle = trigonometry[op]
  if (ofAngle) return ofAngle(a, x, y, z)
  switch (op) {
    case 'pow':
      return isExact(y) ? a.power(x, y.low.toNumber()) : a.exp(a.multiply(y, a.log(x)))
    case 'exp':
      return a.exp(x)
    case 'log':
      return a.log(x)
    case 'log2':
      return a.divide(a.log(x), a.log(exactly(2)))
    case 'log10':
      return a.divide(a.log(x), a.log(exactly(10)))
    case 'log1p':
      return a.log1p(x)
    case 'expm1':
      return a.subtract(a.exp(x), one)
    case 'abs':
      return a.abs(x)
    case 'sigmoid':
      return sigmoid(x)
    case 'logSigmoid':
      return logSigmoid(x)
    case 'softplus':
      return a.log1p(a.exp(x))
    case 'logexpm1':
      return a.log(a.subtract(a.exp(x), one))
    case 'log1mexp':
      return a.log1p(a.negate(a.exp(x)))
    case 'cosh':
      return a.divide(a.add(a.exp(x), a.exp(a.negate(x))), exactly(2))
    case 'logcosh':
      return a.log(a.divide(a.add(a.exp(x), a.exp(a.negate(x))), exactly(2)))
    case 'logit':
      return a.log(a.divide(x, a.subtract(one, x)))
    case 'asinh':
      return a.log(a.add(x, a.sqrt(plusOne(a.power(x, 2)))))
    case 'acosh':
      return a.log(a.add(x, a.sqrt(a.subtract(a.power(x, 2), one))))
    case 'floor':
      return { low: x.low.floor(), high: x.high.floor() }
    case 'ceil':
      return { low: x.low.ceil(), high: x.high.ceil() }
    case 'expm1mx':
      return a.subtract(a.subtract(a.exp(x), one), x)
    case 'log1pmx':
      return a.subtract(a.log(plusOne(x)), x)
    case 'powm1':
      return a.subtract(scalar(a, 'pow', [x, y]), one)
    case 'compound':
      return scalar(a, 'pow', [plusOne(x), y])
    case 'compoundm1':
      return a.subtract(scalar(a, 'pow', [plusOne(x), y]), one)
    case 'xlogx':
      return weighted(x, () => a.log(x))
    case 'atanh':
      return a.divide(a.subtract(a.log(plusOne(x)), a.log(a.subtract(one, x))), plusOne(one))
    case 'sqrt1pm1':
      return a.subtract(a.sqrt(plusOne(x)), one)
    case 'reciprocalDifference':
      return a.subtract(a.divide(one, x), a.divide(one, y))
    case 'sqrtDifference':
      return a.subtract(a.sqrt(x), a.sqrt(y))
    case 'logRatio':
      return a.log(a.divide(x, y))
    case 'discriminant':
      return discriminant(a, x, y, z)
    case 'logAddExp':
      return a.log(a.add(a.exp(x), a.exp(y)))
    case 'logSubExp':
      return a.log(a.subtract(a.exp(x), a.exp(y)))
    case 'xlogy':
      return weighted(x, () => a.log(y))
    case 'xlog1py':
      return weighted(x, () => a.log(plusOne(y)))
    case 'gamma':
      return gammaOf(a, x)
    case 'factorial':
      return gammaOf(a, plusOne(x))
    case 'lgamma':
      return lgamma(a, x)
    case 'lfactorial':
      return lgamma(a, plusOne(x))
    case 'lbeta':
      return a.subtract(a.add(lgamma(a, x), lgamma(a, y)), lgamma(a, a.add(x, y)))
    case 'lchoose':
      return a.subtract(lgamma(a, plusOne(x)), a.add(lgamma(a, plusOne(y)), lgamma(a, plusOne(a.subtract(x, y)))))
    case 'hypot':
      return a.sqrt(args.map(side => a.power(side, 2)).reduce((p, q) => a.add(p, q), zero))
    case 'hypotmx':
      return a.subtract(a.sqrt(a.add(a.power(x, 2), a.power(y, 2))), x)
    case 'expDifference':
      return a.subtract(a.exp(x), a.exp(y))
    case 'bceWithLogits':
      return a.negate(
        a.add(
          weighted(y, () => logSigmoid(x)),
          weighted(a.subtract(one, y), () => logSigmoid(a.negate(x))),
        ),
      )
    case 'standardize': {
      const difference = a.subtract(x, y)
      const variance = args[3] ? a.add(z, args[3]) : z
      const vanish = [difference, variance].every(value => value.low.isZero() && value.high.isZero())
      return vanish ? zero : a.divide(difference, a.sqrt(variance))
    }
    case 'largest':
      return args.reduce((p, q) => a.max(p, q))
    case 'smallest':
      return args.reduce((p, q) => a.min(p, q))
    case 'not':
      return truth(x) ? zero : one
    case 'and':
      return truth(x) ? y : x
    case 'or':
      return truth(x) ? x : y
  }
  throw new Error(`The oracle has no operator ${op}.`)
}
