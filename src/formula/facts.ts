/**
 * What is certain about the value of a formula, by interval arithmetic: its range, and whether all its values lie on a
 * grid (multiples of 1 for a count, of 2^-53 for a uniform variate). Facts decide what is not a problem: exp(x - max(x))
 * is at most 1, and 1 + i is exact for an integer i.
 */
import { isNumber, signOf, type Formula } from './formula.ts'
import { isMaximumName, isMinimumName } from './quantities.ts'

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
    case 'argmax':
    case 'argmin':
      return { low: 0, high: Infinity, grid: 1 }
    case 'add': {
      // v - max(v) is at most 0, and v - min(v) at least 0, whatever v is.
      const bound = shiftOf(f) ?? sideOf(f)
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

/** x / (|x| + |y|), x / max(|x|, |y|), the smaller of two by the larger, and the same where 1 stands in for a divisor of 0: at most 1. */
function isShare({ args }: Formula): boolean {
  if (args.length !== 2) return false
  return args.some((inverse, at) => {
    const part = args[1 - at]!
    if (inverse.op !== 'pow' || !isNumber(inverse.args[1]!, -1)) return false
    const whole = orOne(inverse.args[0]!.recognized ?? inverse.args[0]!)
    if (part.op === 'smallest' && whole.op === 'largest')
      return whole.args.every(term => factsOf(term).low >= 0 && part.args.some(other => other.key === term.key))
    if (whole.op === 'max') return whole.args[0]!.op === 'abs' && whole.args[0]!.args[0]!.key === part.key
    if (whole.op !== 'add' && whole.op !== 'largest') return false
    return (
      whole.args.some(term => term.op === 'abs' && term.args[0]!.key === part.key) &&
      whole.args.every(term => factsOf(term).low >= 0)
    )
  })
}

/** The a of `a ? a : 1`. */
function orOne(f: Formula): Formula {
  const [test, yes, no] = f.op === 'if' ? f.args : []
  return test && yes && test.key === yes.key && isNumber(no!, 1) ? yes : f
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
    const vectors = f.args.filter(arg => arg.domain)
    const [only, ...more] = vectors.length > 0 ? vectors : f.args.filter(arg => arg.op !== 'number')
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
          : vectors.some(v => isHeldBy(inner, v))
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

/** All that v is one of: x for x[i], and for the numbers that autograd's scalars have in a field of each. */
const isHeldBy = (f: Formula, v: Formula): boolean =>
  f.key === v.key ||
  (v.op === 'elements' && v.args[0]!.key === f.key) ||
  (f.op === 'field' && f.args[0]!.key === v.key) ||
  (v.op === 'index' && isHeldBy(f, v.args[0]!))

/** v - largest(c, v), v - largest(c, max(v)): at most 0, though far below it where c is. */
function sideOf({ args }: Formula): 'max' | 'min' | undefined {
  if (args.length !== 2) return undefined
  const reaches = (extreme: Formula, other: Formula): boolean =>
    extreme.args.some(arg => {
      const inner = arg.recognized ?? arg
      return arg.key === other.key || (sides[inner.op] === sides[extreme.op] && reaches(inner, other))
    })
  for (const [at, { op, args: factors }] of args.entries()) {
    const extreme = op === 'mul' && factors.length === 2 && isNumber(factors[0]!, -1) ? factors[1]! : undefined
    const shape = extreme?.recognized ?? extreme
    if (shape && shape.op in sides && reaches(shape, args[1 - at]!)) return sides[shape.op]
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

/** The last name in `batch.variances[i]`, and in `stats.variance(batch.x)`. */
export function nameOf(f: Formula): string {
  if (f.called !== undefined) return f.called
  return f.op === 'symbol' || f.op === 'field'
    ? withoutArguments(f.name!).replace(/^.*\./, '')
    : f.op === 'index' || f.op === 'elements'
      ? nameOf(f.args[0]!)
      : ''
}

/** Of a long call, the end may be cut off. */
function withoutArguments(name: string): string {
  const shorter = name.replace(/\([^()]*\)/g, '')
  return shorter === name ? name.replace(/\(.*$/s, '') : withoutArguments(shorter)
}
