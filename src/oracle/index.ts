/**
 * What a formula is worth, to 50 digits: every operator by its definition, as a textbook writes it, in interval
 * arithmetic whose precision grows until the digits are certain. It shares nothing with the runtime that it judges.
 */
import { Decimal } from 'decimal.js'
import { multipleOf } from '../formula/constants.ts'
import type { Formula } from '../formula/formula.ts'
import type { Environment } from '../formula/environment.ts'
import { float64, spacing, type Format } from './formats.ts'
import { factorial, gamma } from './gamma.ts'
import {
  Arithmetic,
  exactly,
  isExact,
  isUndefined,
  ofDouble,
  one,
  OutOfReach,
  undefinedValue,
  zero,
  type Interval,
  isUnknown,
  unknown,
} from './interval.ts'
import { acos, pi, trigonometry } from './trigonometry.ts'

export type Exact = Interval | readonly Interval[]

/** The last is as far as the decimals' constants go, and enough to tell what is below the smallest double. */
const precisions = [60, 120, 450, 900]
const certain = new Decimal('1e-50')
/** Far below the smallest double. */
const negligible = new Decimal('1e-400')

/** The default context of the decimals rounds to 20 digits. */
const wide = Decimal.clone({ defaults: true, precision: 400 })

const isVector = (value: Exact): value is readonly Interval[] => Array.isArray(value)

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

const comparisons: Readonly<Record<string, (a: Decimal, b: Decimal) => boolean>> = {
  less: (a, b) => a.lt(b),
  lessOrEqual: (a, b) => a.lte(b),
  equal: (a, b) => a.eq(b),
}

const isSpread = (f: Formula): boolean => (f.op === 'symbol' ? f.name!.endsWith('...') : f.args.some(isSpread))
const isInverse = (f: Formula): boolean => f.op === 'pow' && f.args[1]!.value === -1

const isSmallWhole = (x: Decimal): boolean => x.isInteger() && x.gte(1) && x.lte(1001)

class Evaluation {
  readonly #a: Arithmetic
  readonly #environment: Environment

  constructor(arithmetic: Arithmetic, environment: Environment) {
    this.#a = arithmetic
    this.#environment = environment
  }

  evaluate(f: Formula): Exact {
    const a = this.#a
    switch (f.op) {
      case 'number':
        return f.name === undefined ? exactly(ofDouble(f.value!)) : this.#named(f.name)
      case 'symbol': {
        const value = this.#environment[f.name!.replace('...', '')]
        if (value === undefined) throw new Error(`No value for ${f.name}.`)
        return typeof value === 'number' ? exactly(ofDouble(value)) : value.map(x => exactly(ofDouble(x)))
      }
      case 'count':
        return exactly(Object.values(this.#environment).find(value => typeof value !== 'number')?.length ?? 0)
      case 'index': {
        const [vector, position] = f.args.map(arg => this.evaluate(arg))
        return (vector as readonly Interval[])[(position as Interval).low.toNumber()] ?? undefinedValue
      }
      case 'add':
        return f.args
          .map(arg => (isSpread(arg) ? this.#sum(this.#vector(arg)) : this.evaluate(arg)))
          .reduce((x, y) => lift((p, q) => a.add(p!, q!), [x, y]))
      case 'mul':
        return f.args.reduce<Exact>((product, factor) => {
          const operand = this.evaluate(isInverse(factor) ? factor.args[0]! : factor)
          return lift((p, q) => (isInverse(factor) ? a.divide(p!, q!) : a.multiply(p!, q!)), [product, operand])
        }, one)
      case 'list':
        return f.args.flatMap(arg => this.evaluate(arg))
      case 'if': {
        const [test, yes, no] = f.args
        const truth = this.evaluate(test!) as Interval
        return this.evaluate(truth.low.isZero() && truth.high.isZero() ? no! : yes!)
      }
      case 'sum':
        return this.#sum(this.#vector(f.args[0]!))
      case 'product':
        return this.#vector(f.args[0]!).reduce((x, y) => a.multiply(x, y), one)
      case 'max':
        return this.#vector(f.args[0]!).reduce((x, y) => a.max(x, y), exactly(-Infinity))
      case 'min':
        return this.#vector(f.args[0]!).reduce((x, y) => a.min(x, y), exactly(Infinity))
      case 'logSumExp':
        return a.log(this.#sum(this.#vector(f.args[0]!).map(x => a.exp(x))))
      case 'norm':
        return a.sqrt(this.#sum(this.#vector(f.args[0]!).map(x => a.power(x, 2))))
      case 'variance':
        return this.#variance(f)
      case 'angleBetween': {
        const [x, y] = f.args.map(arg => this.#vector(arg))
        return acos(a, a.divide(this.#dot(x!, y!), a.multiply(a.sqrt(this.#dot(x!, x!)), a.sqrt(this.#dot(y!, y!)))))
      }
      case 'covariance': {
        const ddof = f.args[2] ? (this.evaluate(f.args[2]) as Interval) : zero
        const [, xy, count] = this.#moments(f)
        return a.divide(xy, a.subtract(count, ddof))
      }
      case 'correlation': {
        const [xx, xy, , yy] = this.#moments(f)
        return a.divide(xy, a.multiply(a.sqrt(xx), a.sqrt(yy)))
      }
      case 'linearFit': {
        const [xx, xy, count] = this.#moments(f)
        const slope = a.divide(xy, xx)
        const [x, y] = f.args.map(arg => this.#sum(this.#vector(arg)))
        return [slope, a.divide(a.subtract(y!, a.multiply(slope, x!)), count)]
      }
      case 'quadraticRoots': {
        const [p, q, r] = f.args.map(arg => this.evaluate(arg) as Interval) as [Interval, Interval, Interval]
        const root = a.sqrt(this.#discriminant(p, q, r))
        const half = (end: Interval): Interval => a.divide(end, a.multiply(exactly(2), p))
        return [half(a.subtract(a.negate(q), root)), half(a.subtract(root, q))]
      }
      case 'std':
        return a.sqrt(this.#variance(f))
      case 'softmax':
        return this.#softmax(f.args[0]!)
      case 'logSoftmax':
        return this.#logSoftmax(f.args[0]!)
      case 'crossEntropyWithLogits': {
        const weights = this.#vector(f.args[1]!)
        return a.negate(this.#sum(this.#logSoftmax(f.args[0]!).map((p, i) => a.multiply(weights[i]!, p))))
      }
    }
    return lift(
      (...args) => this.#scalar(f.op, args),
      f.args.map(arg => this.evaluate(arg)),
    )
  }

  #vector(f: Formula): readonly Interval[] {
    const value = this.evaluate(f)
    return isVector(value) ? value : [value]
  }

  #named(name: string): Interval {
    const { of, times } = multipleOf(name)
    return this.#a.multiply(this.#constant(of), exactly(ofDouble(times)))
  }

  #constant(name: string): Interval {
    const a = this.#a
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

  #sum(xs: readonly Interval[]): Interval {
    return xs.reduce((x, y) => this.#a.add(x, y), zero)
  }

  #softmax(f: Formula): Interval[] {
    const exponentials = this.#vector(f).map(x => this.#a.exp(x))
    const total = this.#sum(exponentials)
    return exponentials.map(x => this.#a.divide(x, total))
  }

  /** -log(1 + the other exponentials as shares of its own), for each entry. */
  #logSoftmax(f: Formula): readonly Interval[] {
    const a = this.#a
    const xs = this.#vector(f)
    if (!xs.every(x => x.low.isFinite() && x.high.isFinite())) return this.#softmax(f).map(p => a.log(p))
    return lift(
      x => {
        const others = xs.filter(other => other !== x).map(other => a.exp(a.subtract(other, x!)))
        return a.negate(a.log1p(this.#sum(others)))
      },
      [xs],
    ) as readonly Interval[]
  }

  #variance({ args: [vector, ddof] }: Formula): Interval {
    const a = this.#a
    const xs = this.#vector(vector!)
    const mean = a.divide(this.#sum(xs), exactly(xs.length))
    const squares = xs.map(x => a.power(a.subtract(x, mean), 2))
    return a.divide(this.#sum(squares), a.subtract(exactly(xs.length), ddof ? (this.evaluate(ddof) as Interval) : zero))
  }

  /** Sums of the products of the differences to the means, and how many there are. */
  #moments(f: Formula): [xx: Interval, xy: Interval, count: Interval, yy: Interval] {
    const a = this.#a
    const [x, y] = f.args.slice(0, 2).map(arg => {
      const values = this.#vector(arg)
      const mean = a.divide(this.#sum(values), exactly(values.length))
      return values.map(value => a.subtract(value, mean))
    })
    return [this.#dot(x!, x!), this.#dot(x!, y!), exactly(x!.length), this.#dot(y!, y!)]
  }

  #dot(x: readonly Interval[], y: readonly Interval[]): Interval {
    return this.#sum(x.map((p, i) => this.#a.multiply(p, y[i]!)))
  }

  #discriminant(p: Interval, q: Interval, r: Interval): Interval {
    const a = this.#a
    return a.subtract(a.power(q, 2), a.multiply(exactly(4), a.multiply(p, r)))
  }

  #gamma(x: Interval): Interval {
    return this.#ofGamma(x, value => {
      if (isSmallWhole(value)) return exactly(factorial(value.toNumber() - 1))
      const found = gamma(value, this.#a.digits)
      if (!found) return undefinedValue
      const magnitude = this.#a.exp(this.#a.around(found.log, new Decimal(10).pow(-this.#a.digits)))
      return found.sign < 0 ? this.#a.negate(magnitude) : magnitude
    })
  }

  #lgamma(x: Interval): Interval {
    return this.#ofGamma(x, value => {
      if (isSmallWhole(value)) return this.#a.log(exactly(factorial(value.toNumber() - 1)))
      const found = gamma(value, this.#a.digits)
      return found ? this.#a.around(found.log, new Decimal(10).pow(-this.#a.digits)) : exactly(Infinity)
    })
  }

  /** Arguments are exact or as good as: between two bounds that close, the function is monotone. */
  #ofGamma(x: Interval, f: (x: Decimal) => Interval): Interval {
    if (isUndefined(x) || !x.low.isFinite()) return undefinedValue
    const ends = isExact(x) ? [f(x.low)] : [f(x.low), f(x.high)]
    if (ends.some(isUndefined)) return undefinedValue
    return { low: Decimal.min(...ends.map(end => end.low)), high: Decimal.max(...ends.map(end => end.high)) }
  }

  #scalar(op: string, args: readonly Interval[]): Interval {
    const a = this.#a
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
        return a.subtract(this.#scalar('pow', [x, y]), one)
      case 'compound':
        return this.#scalar('pow', [plusOne(x), y])
      case 'compoundm1':
        return a.subtract(this.#scalar('pow', [plusOne(x), y]), one)
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
        return this.#discriminant(x, y, z)
      case 'logAddExp':
        return a.log(a.add(a.exp(x), a.exp(y)))
      case 'logSubExp':
        return a.log(a.subtract(a.exp(x), a.exp(y)))
      case 'xlogy':
        return weighted(x, () => a.log(y))
      case 'xlog1py':
        return weighted(x, () => a.log(plusOne(y)))
      case 'gamma':
        return this.#gamma(x)
      case 'factorial':
        return this.#gamma(plusOne(x))
      case 'lgamma':
        return this.#lgamma(x)
      case 'lfactorial':
        return this.#lgamma(plusOne(x))
      case 'lbeta':
        return a.subtract(a.add(this.#lgamma(x), this.#lgamma(y)), this.#lgamma(a.add(x, y)))
      case 'lchoose':
        return a.subtract(
          this.#lgamma(plusOne(x)),
          a.add(this.#lgamma(plusOne(y)), this.#lgamma(plusOne(a.subtract(x, y)))),
        )
      case 'hypot':
        return a.sqrt(this.#sum(args.map(side => a.power(side, 2))))
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
}

/** Elementwise over the vectors among the arguments. */
function lift(f: (...args: Interval[]) => Interval, args: readonly Exact[]): Exact {
  const vector = args.find(isVector)
  if (!vector) return f(...(args as Interval[]))
  return vector.map((_, i) => {
    try {
      return f(...args.map(arg => (isVector(arg) ? arg[i]! : arg)))
    } catch (error) {
      if (error instanceof OutOfReach) return unknown
      throw error
    }
  })
}
