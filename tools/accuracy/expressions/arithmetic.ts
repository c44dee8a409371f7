/** Interval arithmetic on MPFR numbers of one precision, by their addresses. What is made is freed all at once. */
import type { GMPFunctions } from 'gmp-wasm'

export interface Interval {
  readonly low: number
  readonly high: number
}

/** No real number. */
export class Undefined extends Error {}
/** More bits may tell. */
export class Undecided extends Error {}

/** MPFR's rounding: to nearest, up, down. */
const [nearest, up, down] = [0, 2, 3] as const

type Unary = (result: number, x: number, rounding: number) => number
type Binary = (result: number, x: number, y: number, rounding: number) => number

// prettier-ignore
const increasing = new Set([
  'exp', 'expm1', 'log', 'log1p', 'log2', 'log10', 'sqrt', 'cbrt', 'asin', 'atan', 'sinh', 'tanh', 'asinh', 'acosh', 'atanh',
])

export class Arithmetic {
  readonly #mpfr: GMPFunctions
  readonly #bits: number
  readonly #made: number[] = []

  constructor(mpfr: GMPFunctions, bits: number) {
    this.#mpfr = mpfr
    this.#bits = bits
  }

  free(): void {
    for (const at of this.#made.splice(0)) {
      this.#mpfr.mpfr_clear(at)
      this.#mpfr.mpfr_t_free(at)
    }
  }

  #new(compute: (at: number) => void): number {
    const at = this.#mpfr.mpfr_t()
    this.#mpfr.mpfr_init2(at, this.#bits)
    this.#made.push(at)
    compute(at)
    return at
  }

  #bounds(low: (at: number) => void, high: (at: number) => void): Interval {
    const bounds = { low: this.#new(low), high: this.#new(high) }
    // Outside its domain a function is not a number.
    const [noLow, noHigh] = [bounds.low, bounds.high].map(at => this.#mpfr.mpfr_nan_p(at) !== 0)
    if (noLow && noHigh) throw new Undefined()
    if (noLow || noHigh) throw new Undecided()
    return bounds
  }

  /** A double is exact in any of the precisions. */
  exactly(x: number): Interval {
    const at = this.#new(to => this.#mpfr.mpfr_set_d(to, x, nearest))
    return { low: at, high: at }
  }

  toDoubles({ low, high }: Interval): readonly [number, number] {
    return [this.#mpfr.mpfr_get_d(low, nearest), this.#mpfr.mpfr_get_d(high, nearest)]
  }

  constant(name: string): Interval {
    if (name === 'PI')
      return this.#bounds(
        at => this.#mpfr.mpfr_const_pi(at, down),
        at => this.#mpfr.mpfr_const_pi(at, up),
      )
    if (name === 'LN2') return this.call('log', [this.exactly(2)])
    throw new Error(`The oracle has no constant ${name}.`)
  }

  /** -1, 0 or 1 where it is certain. */
  compare(a: Interval, b: Interval): number {
    const orders = [this.#mpfr.mpfr_cmp(a.low, b.high), this.#mpfr.mpfr_cmp(a.high, b.low)].map(Math.sign)
    if (orders[0] !== orders[1]) throw new Undecided()
    return orders[0]!
  }

  #sign(at: number): number {
    return Math.sign(this.#mpfr.mpfr_sgn(at))
  }

  negate({ low, high }: Interval): Interval {
    return this.#bounds(
      at => this.#mpfr.mpfr_neg(at, high, down),
      at => this.#mpfr.mpfr_neg(at, low, up),
    )
  }

  add(a: Interval, b: Interval): Interval {
    return this.#bounds(
      at => this.#mpfr.mpfr_add(at, a.low, b.low, down),
      at => this.#mpfr.mpfr_add(at, a.high, b.high, up),
    )
  }

  subtract(a: Interval, b: Interval): Interval {
    return this.add(a, this.negate(b))
  }

  multiply(a: Interval, b: Interval): Interval {
    return this.#corners(a, b, this.#mpfr.mpfr_mul)
  }

  divide(a: Interval, b: Interval): Interval {
    const [low, high] = [this.#sign(b.low), this.#sign(b.high)]
    if (low === 0 && high === 0) throw new Undefined()
    if (low * high <= 0) throw new Undecided()
    return this.#corners(a, b, this.#mpfr.mpfr_div)
  }

  /** The least and the greatest over the corners: right for what is monotone in each argument. */
  #corners(a: Interval, b: Interval, operation: Binary): Interval {
    const ends = (rounding: number): number[] =>
      [a.low, a.high].flatMap(x =>
        (b.low === b.high ? [b.low] : [b.low, b.high]).map(y => this.#new(at => operation(at, x, y, rounding))),
      )
    const [lows, highs] = [ends(down), ends(up)]
    if ([...lows, ...highs].some(at => this.#mpfr.mpfr_nan_p(at))) throw new Undecided()
    return {
      low: lows.reduce((x, y) => (this.#mpfr.mpfr_cmp(x, y) <= 0 ? x : y)),
      high: highs.reduce((x, y) => (this.#mpfr.mpfr_cmp(x, y) >= 0 ? x : y)),
    }
  }

  power(x: Interval, exponent: Interval): Interval {
    const p = this.#mpfr.mpfr_get_d(exponent.low, nearest)
    const whole = exponent.low === exponent.high && Number.isInteger(p)
    if (whole && p % 2 === 0) return this.#corners(this.#magnitude(x), exponent, this.#mpfr.mpfr_pow)
    if (whole && p > 0) return this.#corners(x, exponent, this.#mpfr.mpfr_pow)
    if (this.#sign(x.high) < 0 && !whole) throw new Undefined()
    if (this.#sign(x.low) < 0) throw new Undecided()
    return this.#corners(x, exponent, this.#mpfr.mpfr_pow)
  }

  #magnitude(x: Interval): Interval {
    if (this.#sign(x.low) >= 0) return x
    const turned = this.negate(x)
    if (this.#sign(x.high) <= 0) return turned
    return { low: this.exactly(0).low, high: this.#mpfr.mpfr_cmp(x.high, turned.high) >= 0 ? x.high : turned.high }
  }

  call(name: string, args: readonly Interval[]): Interval {
    const [x, y] = args as [Interval, Interval]
    if (increasing.has(name)) return this.#increasing(name, x)
    switch (name) {
      case 'pow':
        return this.power(x, y)
      case 'abs':
        return this.#magnitude(x)
      case 'acos':
        return this.#bounds(
          at => this.#mpfr.mpfr_acos(at, x.high, down),
          at => this.#mpfr.mpfr_acos(at, x.low, up),
        )
      case 'cosh': {
        const size = this.#magnitude(x)
        return this.#bounds(
          at => this.#mpfr.mpfr_cosh(at, size.low, down),
          at => this.#mpfr.mpfr_cosh(at, size.high, up),
        )
      }
      case 'hypot': {
        const squares = args.map(side => this.power(side, this.exactly(2)))
        return this.#increasing(
          'sqrt',
          squares.reduce((sum, square) => this.add(sum, square)),
        )
      }
      case 'sin':
        return this.#wave(this.#mpfr.mpfr_sin, x)
      case 'cos':
        return this.#wave(this.#mpfr.mpfr_cos, x)
      case 'tan':
        return this.divide(this.#wave(this.#mpfr.mpfr_sin, x), this.#wave(this.#mpfr.mpfr_cos, x))
    }
    throw new Error(`The oracle has no function ${name}.`)
  }

  #increasing(name: string, { low, high }: Interval): Interval {
    const f = (this.#mpfr as unknown as Record<string, Unary>)[`mpfr_${name}`]!
    return this.#bounds(
      at => f(at, low, down),
      at => f(at, high, up),
    )
  }

  /** No steeper than 1: off by no more than the argument is. */
  #wave(f: Unary, { low, high }: Interval): Interval {
    const width = this.#new(at => this.#mpfr.mpfr_sub(at, high, low, up))
    return this.#bounds(
      at => {
        f(at, low, down)
        this.#mpfr.mpfr_sub(at, at, width, down)
      },
      at => {
        f(at, low, up)
        this.#mpfr.mpfr_add(at, at, width, up)
      },
    )
  }
}
