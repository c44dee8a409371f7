/**
 * The words of a rule's `when`: what must hold of a quantity for the trouble that the rule speaks of. Each is decided from
 * the facts of its formula and, where these leave it open, from a name on which the whole field agrees.
 */
import { factsOf, nameOf, shiftOf, type Facts } from './facts.ts'
import { isNumber, type Formula } from './formula.ts'
import {
  isDecayName,
  isDotName,
  isEpsilonName,
  isMeanName,
  isProbabilityName,
  isSquaredMeanName,
  isSquaresName,
  isVarianceName,
} from './quantities.ts'

const contains = (f: Formula, test: (part: Formula) => boolean, depth = 12): boolean =>
  test(f) || (depth > 0 && f.args.length <= 64 && f.args.some(arg => contains(arg, test, depth - 1)))

/** Below this, 1 + x has lost five digits of x, and log(1 + x) with it. */
const smallBound = 1e-5
/** 1 + 1e-3 has lost three digits of the seven of float32. */
const smallBound32 = 1e-3
/** exp(-30) no longer reaches the last digits of 1. */
const largeBound = 30
/** exp(710) is infinite. */
const overflowBound = 709

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
  (x.known?.high !== undefined && x.known.high <= overflowBound) || shiftOf(x) === 'max'

/** True where the trouble that the rule speaks of cannot be excluded. */
export const predicates: Readonly<Record<string, (...args: Formula[]) => boolean>> = {
  /** x can be close to 0 without being 0. Not u + 2, which is small only where its own sum has cancelled; u + 1e-7 is. */
  small: x => {
    const most = x.tensor?.float32 ? smallBound32 : smallBound
    const numbers = x.op === 'add' ? x.args.filter(term => term.op === 'number') : []
    if (numbers.some(({ value }) => Math.abs(value!) > most)) return false
    // log(1 - p + 1e-8) of a probability that was passed in: nothing here knows its logit, and the epsilon is respected.
    if (numbers.length > 0 && x.args.every(term => numbers.includes(term) || isGiven(unsigned(term)))) return false
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
  /** Each of them is a difference to a mean: its sum is no more than rounding. */
  centered: (...xs) => xs.every(isCentered),
  /** A positive constant that is there to keep a logarithm finite. */
  tiny: x => (x.op === 'number' ? x.value! > 0 && x.value! <= 1e-3 : isEpsilonName(nameOf(x))),
  /** It can be less than 1 without being 0: no count. */
  fractional: x => factsOf(x).grid < 1,
  /** Read as a sum or mean of squares by its name. */
  squares: x => isSquaresName(nameOf(x)),
  /** Read as the square of a mean by its name. */
  squaredMean: x => isSquaredMeanName(nameOf(x)),
  /** Named as what is left each round: after some rounds it is far from 1. */
  decay: x => [x, ...(x.op === 'if' ? x.args : [])].some(part => isDecayName(nameOf(part))),
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
  atHand: x => isAtHand(x),
  /** A value at hand, or one that an epsilon or a clamp holds away from 0 and 1. */
  hedged: x => isAtHand(unhedged(x)),
  /** y is 1 - x, whatever either is held away from. */
  complements: (x, y) => {
    const [of, one, negative, ...more] = [unhedged(x), ...unhedged(y).args]
    const taken = negative?.op === 'mul' && isNumber(negative.args[0]!, -1) ? negative.args[1] : undefined
    return more.length === 0 && isNumber(one ?? of, 1) && taken !== undefined && unhedged(taken).key === of.key
  },
  /** A tensor library, or something that is called like one, computes it. */
  tensor: x => x.tensor !== undefined,
  /** Gradients flow back through it. */
  differentiated: x => x.tensor?.gradients === true,
  /** A constant. */
  constant: x => x.op === 'number',
  /** Read as a variance, or named as one. */
  varianceLike: x => x.op === 'variance' || isMeanSquare(x) || isVarianceName(nameOf(x)),
}

/** Of what was passed in, and of its entries, nobody here knows the values. */
export const isGiven = (x: Formula): boolean =>
  x.known?.given === true || ((x.op === 'index' || x.op === 'elements') && isGiven(x.args[0]!))

const isCentered = (x: Formula): boolean =>
  contains(
    x,
    part =>
      part.op === 'add' &&
      part.args.some(term => contains(term, inner => inner.op === 'sum' || isMeanName(nameOf(inner)), 3)),
  )

/** The y of -y. */
const unsigned = (x: Formula): Formula =>
  x.op === 'mul' && x.args.length === 2 && isNumber(x.args[0]!, -1) ? x.args[1]! : x

const isAtHand = (x: Formula): boolean =>
  (x.op === 'symbol' && !x.known?.computed) || x.op === 'field' || x.op === 'index' || x.op === 'elements'

/** The quantity without the epsilons and bounds around it: p in max(1e-7, min(1 - 1e-7, p)), 1 - p in 1 - p + 1e-7. */
function unhedged(x: Formula): Formula {
  const isTiny = predicates.tiny!
  const isBound = (f: Formula): boolean =>
    f.op === 'number' || isTiny(f) || ((f.op === 'add' || f.op === 'mul') && f.args.every(isBound))
  if (x.op === 'largest' || x.op === 'smallest') {
    const [of, ...more] = x.args.filter(arg => !isBound(arg))
    return of && more.length === 0 ? unhedged(of) : x
  }
  if (x.op !== 'add') return x
  const args = x.args.filter(arg => !isTiny(arg))
  if (args.length === 1) return unhedged(args[0]!)
  return { ...x, args: args.sort((a, b) => Number(isNumber(b)) - Number(isNumber(a))) }
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
