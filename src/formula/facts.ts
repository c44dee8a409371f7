/**
 * What is certain about the value of a formula, by interval arithmetic: its range, and whether all its values lie on a
 * grid (multiples of 1 for a count, of 2^-53 for a uniform variate). Facts decide what is not a problem: exp(x - max(x))
 * is at most 1, and 1 + i is exact for an integer i. The predicates at the end are the words of a rule's `when`.
 */
import { isNumber, signOf, type Formula } from './formula.ts'
import {
  isDotName,
  isEpsilonName,
  isMaximumName,
  isMeanName,
  isMinimumName,
  isProbabilityName,
  isSquaredMeanName,
  isSquaresName,
  isVarianceName,
} from './quantities.ts'

export interface Facts {
  readonly low: number
  readonly high: number
  /** All values are multiples of it; 0 where nothing is known. A power of two. */
  readonly grid: number
}

const unknown: Facts = { low: -Infinity, high: Infinity, grid: 0 }
const known = new WeakMap<Formula, Facts>()

/** The largest power of two that divides a number. */
function gridOf(x: number): number {
  if (x === 0 || !Number.isFinite(x)) return 1
  let grid = 2 ** Math.floor(Math.log2(Math.abs(x)))
  while (grid > 2 ** -60 && !Number.isInteger(x / grid)) grid /= 2
  return Number.isInteger(x / grid) ? grid : 0
}

/** 0 * Infinity is 0 for the ends of intervals. */
const times = (a: number, b: number): number => (a === 0 || b === 0 ? 0 : a * b)

function product(a: Facts, b: Facts): Facts {
  const corners = [times(a.low, b.low), times(a.low, b.high), times(a.high, b.low), times(a.high, b.high)]
  return { low: Math.min(...corners), high: Math.max(...corners), grid: a.grid * b.grid }
}

function power(base: Facts, exponent: Formula): Facts {
  if (exponent.op !== 'number') return base.low >= 0 ? { ...unknown, low: 0 } : unknown
  const p = exponent.value!
  const grid = Number.isInteger(p) && p > 0 ? base.grid ** p : 0
  const raise = (x: number): number => Math.abs(x) ** p
  if (Number.isInteger(p) && p % 2 === 0) {
    const ends = [raise(base.low), raise(base.high)]
    const crosses = base.low <= 0 && base.high >= 0
    if (p < 0) return { low: Math.min(...ends), high: crosses ? Infinity : Math.max(...ends), grid }
    return { low: crosses ? 0 : Math.min(...ends), high: Math.max(...ends), grid }
  }
  if (base.low >= 0)
    return p > 0
      ? { low: raise(base.low), high: raise(base.high), grid }
      : { low: raise(base.high), high: raise(base.low), grid }
  if (Number.isInteger(p) && p > 0) return { low: base.low ** p, high: base.high ** p, grid }
  return unknown
}

const increasing: Partial<Record<string, (x: number) => number>> = {
  exp: Math.exp,
  expm1: Math.expm1,
  log1p: x => (x <= -1 ? -Infinity : Math.log1p(x)),
  log: x => (x <= 0 ? -Infinity : Math.log(x)),
  log2: x => (x <= 0 ? -Infinity : Math.log2(x)),
  log10: x => (x <= 0 ? -Infinity : Math.log10(x)),
  cbrt: Math.cbrt,
  sigmoid: x => 1 / (1 + Math.exp(-x)),
  tanh: Math.tanh,
  sinh: Math.sinh,
  atan: Math.atan,
  asinh: Math.asinh,
  softplus: x => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))),
  floor: Math.floor,
  ceil: Math.ceil,
  round: Math.round,
  trunc: Math.trunc,
}
const wholeNumbers = new Set(['floor', 'ceil', 'round', 'trunc', 'sign'])

function compute(f: Formula): Facts {
  const args = f.args
  switch (f.op) {
    case 'number':
      return { low: f.value!, high: f.value!, grid: gridOf(f.value!) }
    case 'count':
    case 'positions':
      return { low: 0, high: Infinity, grid: 1 }
    case 'add': {
      // v - max(v) is at most 0, and v - min(v) at least 0, whatever v is.
      const bound = shiftOf(f)
      const terms = args.map(factsOf)
      const grid = Math.min(...terms.map(t => t.grid))
      const low = terms.reduce((sum, t) => sum + t.low, 0)
      const high = terms.reduce((sum, t) => sum + t.high, 0)
      return {
        low: Number.isNaN(low) ? -Infinity : bound === 'min' ? Math.max(low, 0) : low,
        high: Number.isNaN(high) ? Infinity : bound === 'max' ? Math.min(high, 0) : high,
        grid,
      }
    }
    case 'mul': {
      const whole = args.map(factsOf).reduce(product)
      return isShare(f) ? { ...whole, low: Math.max(whole.low, -1), high: Math.min(whole.high, 1) } : whole
    }
    case 'pow':
      return power(factsOf(args[0]!), args[1]!)
    case 'abs': {
      const { low, high, grid } = factsOf(args[0]!)
      return { low: low > 0 ? low : high < 0 ? -high : 0, high: Math.max(Math.abs(low), Math.abs(high)), grid }
    }
    case 'largest':
    case 'smallest': {
      const all = args.map(factsOf)
      const pick = f.op === 'largest' ? Math.max : Math.min
      return {
        low: pick(...all.map(a => a.low)),
        high: pick(...all.map(a => a.high)),
        grid: Math.min(...all.map(a => a.grid)),
      }
    }
    case 'if': {
      const [test, yes, no] = args
      const [smaller, larger] = test!.op === 'less' || test!.op === 'lessOrEqual' ? test!.args : []
      const [a, b] = [ordered(yes!, smaller, larger), ordered(no!, larger, smaller)]
      return { low: Math.min(a!.low, b!.low), high: Math.max(a!.high, b!.high), grid: Math.min(a!.grid, b!.grid) }
    }
    case 'softmax':
      return { low: 0, high: 1, grid: 0 }
    case 'sum': {
      const { low, high, grid } = factsOf(args[0]!)
      return { low: low >= 0 ? 0 : -Infinity, high: high <= 0 ? 0 : Infinity, grid }
    }
    case 'max':
    case 'min':
      return factsOf(args[0]!)
    case 'index':
      return factsOf(args[0]!)
    case 'norm':
    case 'variance':
    case 'std':
    case 'hypot':
      return { low: 0, high: Infinity, grid: 0 }
    case 'sin':
    case 'cos':
    case 'sign':
      return { low: -1, high: 1, grid: f.op === 'sign' ? 1 : 0 }
    case 'gamma':
    case 'factorial':
      return f.op === 'factorial' ? { low: 0, high: Infinity, grid: 0 } : unknown
    case 'less':
    case 'lessOrEqual':
    case 'equal':
    case 'and':
    case 'or':
    case 'not':
      return { low: 0, high: 1, grid: 1 }
    case 'remainder': {
      const [a, b] = args.map(factsOf)
      return { low: a!.low >= 0 ? 0 : -Infinity, high: Infinity, grid: Math.min(a!.grid, b!.grid) }
    }
  }
  const monotone = increasing[f.op]
  if (monotone) {
    const { low, high } = factsOf(args[0]!)
    return { low: monotone(low), high: monotone(high), grid: wholeNumbers.has(f.op) ? 1 : 0 }
  }
  return unknown
}

/** x / (|x| + |y|), x / max(|x|, |y|): at most 1. */
function isShare({ args }: Formula): boolean {
  if (args.length !== 2) return false
  return args.some((inverse, at) => {
    const part = args[1 - at]!
    if (inverse.op !== 'pow' || !isNumber(inverse.args[1]!, -1)) return false
    const whole = inverse.args[0]!.recognized ?? inverse.args[0]!
    if (whole.op !== 'add' && whole.op !== 'largest') return false
    return (
      whole.args.some(term => term.op === 'abs' && term.args[0]!.key === part.key) &&
      whole.args.every(term => factsOf(term).low >= 0)
    )
  })
}

/** x / y where |x| is no more than |y|: at most 1. */
function ordered(f: Formula, smaller: Formula | undefined, larger: Formula | undefined): Facts {
  const facts = factsOf(f)
  const [bare, of] = [smaller, larger].map(side => (side?.op === 'abs' ? side.args[0]! : side))
  const isShare =
    f.op === 'mul' &&
    f.args.length === 2 &&
    f.args.some(
      (inverse, at) =>
        inverse.op === 'pow' &&
        isNumber(inverse.args[1]!, -1) &&
        inverse.args[0]!.key === of?.key &&
        f.args[1 - at]!.key === bare?.key,
    ) &&
    [smaller, larger].every(side => factsOf(side!).low >= 0)
  return isShare ? { ...facts, low: Math.max(facts.low, -1), high: Math.min(facts.high, 1) } : facts
}

/** Deeper than any formula that a person has written: beyond it nothing is known. */
const deepest = 150
let depth = 0

export function factsOf(f: Formula): Facts {
  let facts = known.get(f)
  if (!facts) {
    if (depth >= deepest) return unknown
    depth++
    const own = compute(f)
    const said = f.known
    const also = f.recognized ? factsOf(f.recognized) : unknown
    facts = {
      low: Math.max(own.low, also.low, said?.low ?? -Infinity),
      high: Math.min(own.high, also.high, said?.high ?? Infinity),
      grid: Math.max(own.grid, said?.grid ?? 0),
    }
    depth--
    known.set(f, facts)
  }
  return facts
}

const sides: Readonly<Record<string, 'max' | 'min'>> = { max: 'max', min: 'min', largest: 'max', smallest: 'min' }

/** Whether a sum is v - max(v) or v - min(v), possibly divided by something or with more constants behind. */
export function shiftOf(f: Formula): 'max' | 'min' | undefined {
  if (f.op === 'mul') {
    const [only, ...more] = f.args.filter(arg => arg.domain)
    return only && more.length === 0 ? shiftOf(only) : undefined
  }
  if (f.op !== 'add' || f.args.length > 16) return undefined
  const extremes = f.args.map(term =>
    term.op === 'mul' ? term.args.map(arg => arg.recognized ?? arg).find(arg => arg.op in sides) : undefined,
  )
  const byName = f.args.map(term => (signOf(term) < 0 ? shiftNamed(term) : undefined)).find(side => side)
  if (byName) return byName
  for (const [at, extreme] of extremes.entries()) {
    if (!extreme || f.args[at]!.args.some(arg => arg.op === 'number' && arg.value! > 0)) continue
    if (extreme.op === 'largest' || extreme.op === 'smallest') {
      const other = f.args[1 - at]!
      if (f.args.length === 2 && (extreme.args.some(arg => arg.key === other.key) || isOtherEnd(other, extreme)))
        return sides[extreme.op]
      continue
    }
    const inner = extreme.args[0]!
    const scaled = f.args[at]!.args.filter(arg => arg !== extreme && !isNumber(arg, -1))
    const vectors = f.args.filter(term => term.domain)
    const same =
      scaled.length === 0
        ? inner.op === 'add'
          ? inner.args.every(part => vectors.some(v => v.key === part.key))
          : vectors.some(v => v.key === inner.key)
        : vectors.some(
            v =>
              v.op === 'mul' &&
              v.args.some(arg => arg.key === inner.key) &&
              scaled.every(s => v.args.some(arg => arg.key === s.key)),
          )
    if (same) return sides[extreme.op]
  }
  return undefined
}

/** The smaller of the same two as the larger, or the other way round. */
function isOtherEnd(f: Formula, extreme: Formula): boolean {
  const end = f.recognized ?? f
  return (
    (end.op === 'largest' || end.op === 'smallest') &&
    end.op !== extreme.op &&
    end.args.every(arg => extreme.args.some(other => other.key === arg.key))
  )
}

/** -maxLogit, whatever it was found by; but not a maximum that began with 0. */
function shiftNamed({ args }: Formula): 'max' | 'min' | undefined {
  const [sign, extreme, ...more] = args
  if (!extreme || more.length > 0 || !isNumber(sign!, -1) || extreme.op === 'number') return undefined
  const shape = extreme.recognized ?? extreme
  if (shape.op in sides && shape.args.some(arg => arg.op === 'number')) return undefined
  const name = nameOf(extreme)
  return isMaximumName(name) ? 'max' : isMinimumName(name) ? 'min' : undefined
}

const contains = (f: Formula, test: (part: Formula) => boolean, depth = 12): boolean =>
  test(f) || (depth > 0 && f.args.length <= 64 && f.args.some(arg => contains(arg, test, depth - 1)))

/** Below this, 1 + x has lost five digits of x, and log(1 + x) with it. */
export const smallBound = 1e-5
/** exp(-30) no longer reaches the last digits of 1; exp(710) is infinite. */
const largeBound = 30

/** Where it is smaller, nobody looks: max(0.2, log(1 + x)). */
export function isAwayFromZero(f: Formula): boolean {
  const { low, high } = factsOf(f)
  return low >= smallBound || high <= -smallBound
}

/** What the magnitude is at least: that of x, for 2 * x and for -x. */
function awayOf(x: Formula): number {
  const away = x.known?.away ?? 0
  const [factor, of, ...more] = x.op === 'mul' ? x.args : []
  return factor?.op === 'number' && of && more.length === 0
    ? Math.max(away, Math.abs(factor.value!) * awayOf(of))
    : away
}

const total = (all: readonly Facts[], end: 'low' | 'high'): number => all.reduce((sum, facts) => sum + facts[end], 0)

const growing: ReadonlySet<string> = new Set(['exp', 'expm1', 'sinh', 'cosh', 'gamma', 'factorial', 'product'])

/** A condition around it, or its maximum taken off, keeps its exponential from being large. */
const isGuarded = (x: Formula): boolean =>
  (x.known?.high !== undefined && x.known.high <= largeBound) || shiftOf(x) === 'max'

/** The words of a rule's `when`: true where the trouble that the rule speaks of cannot be excluded. */
export const predicates: Readonly<Record<string, (...args: Formula[]) => boolean>> = {
  /** x can be close to 0 without being 0. Not u + 2, which is small only where its own sum has cancelled. */
  small: x => {
    if (x.op === 'add' && x.args.some(term => term.op === 'number')) return false
    const { low, high, grid } = factsOf(x)
    if (awayOf(x) >= smallBound) return false
    // log(1 + exp(b - a)) where b < a: the larger of the two stands outside.
    if (x.op === 'exp' && isGuarded(x.args[0]!)) return false
    return low < smallBound && high > -smallBound && grid < 2 ** -53 && !(low === high && low === 0)
  },
  /** a - b can be close to 0 without being 0, what both have in common left out: not x + 1 and x. */
  close: (a, b) => {
    const [more, less] = [a, b].map(f => (f.op === 'add' ? f.args : [f]))
    const without = (terms: readonly Formula[], others: readonly Formula[]): Facts[] =>
      terms.filter(term => !others.some(other => other.key === term.key)).map(factsOf)
    const [plus, minus] = [without(more!, less!), without(less!, more!)]
    const low = total(plus, 'low') - total(minus, 'high')
    const high = total(plus, 'high') - total(minus, 'low')
    const grid = Math.min(...[...plus, ...minus].map(term => term.grid))
    return !(low >= smallBound) && !(high <= -smallBound) && grid < 2 ** -53
  },
  /** x can be so large, on either side, that its exponential swallows a 1 or is swallowed by it, and nobody looked. */
  large: x => {
    const { low, high } = factsOf(x)
    return !isGuarded(x) && (low < -largeBound || high > largeBound)
  },
  /** gamma(x) can overflow. */
  pastGamma: x => factsOf(x).high > 171,
  /** exp(x) can vanish beside 1. */
  deep: x => factsOf(x).low < -largeBound,
  /** exp(x) can overflow. */
  unbounded: x => factsOf(x).high > (x.tensor?.float32 ? 88 : 709) && shiftOf(x) !== 'max',
  /** It holds an exponential, which may have overflowed. */
  exponential: x => contains(x, part => growing.has(part.op)),
  /** The square of one of them can overflow: none is a count. */
  wide: (...xs) =>
    xs.some(x => {
      const { low, high, grid } = factsOf(x)
      return grid === 0 && (high > 1e150 || low < -1e150)
    }),
  /** It can be 0, and nobody looked. */
  vanishing: x => {
    const { low, high } = factsOf(x)
    return low <= 0 && high >= 0 && !x.known?.nonzero && !(awayOf(x) > 0)
  },
  /** It was passed in as it is, or is an entry of what was: nobody here has made it. */
  given: x => isGiven(x),
  /** It can be less than 0. */
  negative: x => factsOf(x).low < 0,
  /** a is -b: their exponentials cannot both be large, and the sum is a cosh. */
  opposite: (a, b) => isNegative(a, b) || isNegative(b, a),
  /** x is a number, or the same for all elements. */
  scalar: x => !x.domain,
  /** x has been shifted by its maximum: the largest exponential is 1. */
  shifted: x => shiftOf(x) === 'max',
  /** x is a difference to a mean: its sum is no more than rounding. */
  centered: x =>
    contains(
      x,
      part =>
        part.op === 'add' &&
        part.args.some(term => contains(term, inner => inner.op === 'sum' || isMeanName(nameOf(inner)), 3)),
    ),
  /** A positive constant that is there to keep a logarithm finite. */
  tiny: x => (x.op === 'number' ? x.value! > 0 && x.value! <= 1e-3 : isEpsilonName(nameOf(x))),
  /** It can be less than 1 without being 0: no count. */
  fractional: x => factsOf(x).grid < 1,
  /** Read as a sum or mean of squares by its name. */
  squares: x => isSquaresName(nameOf(x)),
  /** Read as the square of a mean by its name. */
  squaredMean: x => isSquaredMeanName(nameOf(x)),
  /** Read as a mean by its name. */
  average: x => isMeanName(nameOf(x)),
  /** No term of one is a term of the other: their difference is nothing simpler. */
  apart: (a, b) => {
    const terms = (f: Formula): readonly Formula[] => (f.op === 'add' ? f.args : [f])
    return !terms(a).some(term => terms(b).some(other => other.key === term.key))
  },
  /** x can be positive. */
  positive: x => factsOf(x).high > 0,
  /** Read as the dot product of two vectors by its name. */
  dotProduct: x => isDotName(nameOf(x)),
  /** Read as a probability, or a density, by its name. */
  probable: x => isProbabilityName(nameOf(x)),
  /** An angle in turns or half turns, as of a window or an easing; not one that is converted from degrees. */
  turns: x => x.op === 'mul' && x.args.some(isTurn) && !x.args.some(isDegree),
  /** A value at hand, not a sum or product that was rounded here. */
  atHand: x => x.op === 'symbol' || x.op === 'field' || x.op === 'index' || x.op === 'elements',
  /** A constant. */
  constant: x => x.op === 'number',
  /** Read as a variance, or named as one. */
  varianceLike: x => x.op === 'variance' || isMeanSquare(x) || isVarianceName(nameOf(x)),
}

/** Of what was passed in, and of its entries, nobody here knows the values. */
export const isGiven = (x: Formula): boolean =>
  x.known?.given === true || ((x.op === 'index' || x.op === 'elements') && isGiven(x.args[0]!))

/** The last name in `batch.variances[i]`. */
function nameOf(f: Formula): string {
  if (f.called !== undefined) return f.called
  return f.op === 'symbol' || f.op === 'field'
    ? f.name!.replace(/^.*\./, '')
    : f.op === 'index' || f.op === 'elements'
      ? nameOf(f.args[0]!)
      : ''
}

const isTurn = (f: Formula): boolean => f.op === 'number' && Number.isInteger((f.value! * 4) / Math.PI)
const isDegree = (f: Formula): boolean =>
  f.op === 'pow' && isNumber(f.args[1]!, -1) && f.args[0]!.op === 'number' && f.args[0]!.value! % 90 === 0

const isNegative = (f: Formula, of: Formula): boolean =>
  f.op === 'mul' && f.args.length === 2 && isNumber(f.args[0]!, -1) && f.args[1]!.key === of.key

/** sum(squares) / n: a variance when it was computed by hand. */
function isMeanSquare(f: Formula): boolean {
  return (
    f.op === 'mul' &&
    f.args.some(arg => arg.op === 'sum' && arg.args[0]!.op === 'pow' && isNumber(arg.args[0]!.args[1]!, 2))
  )
}
