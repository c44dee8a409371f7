/** The value of a whole formula: what its variables stand for, vectors, reductions, and operators over their entries. */
import type { Environment } from '../formula/environment.ts'
import type { Formula } from '../formula/formula.ts'
import {
  exactly,
  ofDouble,
  one,
  OutOfReach,
  undefinedValue,
  unknown,
  zero,
  type Arithmetic,
  type Interval,
} from './interval.ts'
import { constant, discriminant, scalar } from './scalars.ts'
import { acos } from './trigonometry.ts'

export type Exact = Interval | readonly Interval[]

export const isVector = (value: Exact): value is readonly Interval[] => Array.isArray(value)

const isSpread = (f: Formula): boolean => (f.op === 'symbol' ? f.name!.endsWith('...') : f.args.some(isSpread))
const isInverse = (f: Formula): boolean => f.op === 'pow' && f.args[1]!.value === -1

export class Evaluation {
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
        return f.name === undefined ? exactly(ofDouble(f.value!)) : constant(a, f.name)
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
        const root = a.sqrt(discriminant(a, p, q, r))
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
      (...args) => scalar(this.#a, f.op, args),
      f.args.map(arg => this.evaluate(arg)),
    )
  }

  #vector(f: Formula): readonly Interval[] {
    const value = this.evaluate(f)
    return isVector(value) ? value : [value]
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
