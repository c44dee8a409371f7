/**
 * Loops that run through an array, or count: what a round adds to, multiplies into, or compares with an accumulator
 * becomes a sum, a product, an extreme over the loop's domain, the same formula that map and reduce have.
 */
import type { TSESTree } from '@typescript-eslint/utils'
import { isNumber, mentions, type Formula } from '../formula/formula.ts'
import { substitute } from '../formula/substitute.ts'
import { breaks, exits, type Flow, type Place } from './flow.ts'
import type { Reading } from './index.ts'
import { descendants, isFunction, isLoop, type Node } from './syntax.ts'
import { idOf, type Trip } from './trips.ts'

export class Loops {
  readonly #reading: Reading
  readonly #flow: Flow
  readonly #unknown = new Map<string, Formula>()

  constructor(reading: Reading, flow: Flow) {
    this.#reading = reading
    this.#flow = flow
  }

  /** The value of a variable when a round begins that will write it. */
  carried(loop: Node, id: string, name: string): Formula {
    const counter = this.#flow.trips.of(loop)
    if (counter?.counter && id === idOf(counter.counter)) return counter.position!
    const symbol = this.#reading.algebra.symbol(name, `carried ${id} ${loop.range[0]}`)
    return this.#reading.settled(symbol, { node: loop, constant: false })
  }

  /** What a loop leaves in a place. */
  after(loop: Node, place: Place): Formula | undefined {
    const trip = this.#flow.trips.of(loop)
    if (!trip || breaks(loop, this.#reading.sourceCode.visitorKeys)) return undefined
    if (place.filled) {
      const filled = place.filled(loop)
      if (filled) return filled
    }
    const carried = place.carried(loop)
    const end = this.endOfRound(trip, place)
    if (!carried || !end) return undefined
    const start = this.#flow.before(loop, place)
    // Nothing in the body moves the counter: the loop itself does.
    if (end.key === carried.key && trip.counter && place.id === idOf(trip.counter))
      return this.#reading.trusting || trip.domain.op !== 'range' ? trip.end : undefined
    return end.key === carried.key ? start : this.#accumulated(trip, start, carried, end)
  }

  /** What one of a loop's assignments contributes to its accumulator in all rounds together: a sum, or a product. */
  collected(trip: Trip, write: Node, place: Place | undefined): Formula | undefined {
    const { algebra } = this.#reading
    const carried = place?.carried(trip.loop)
    const end = carried && this.#flow.after(write, place!)
    const terms = end && without(algebra, 'add', end, carried!)
    const parts = terms ?? (end && without(algebra, 'mul', end, carried!))
    const each = parts && this.lift(trip, parts)
    if (!each?.domain) return undefined
    return { ...algebra.reduce(terms ? 'sum' : 'product', [{ ...each, domain: trip.domain }]), origin: write }
  }

  /** What the place holds when a round ends. */
  endOfRound({ body, loop }: Trip, place: Place): Formula | undefined {
    const { sourceCode, algebra } = this.#reading
    const skips: TSESTree.IfStatement[] = []
    for (const node of descendants(body, sourceCode.visitorKeys, inner => !isFunction(inner) || inner === body)) {
      const isSkip =
        node.type === 'ContinueStatement'
          ? loopAround(node) === loop
          : node.type === 'ReturnStatement' && isFunction(loop)
      if (!isSkip) continue
      const guard = node.parent!.type === 'BlockStatement' ? node.parent!.parent! : node.parent!
      if (node.parent === body && node.type === 'ReturnStatement') continue
      if (guard.type !== 'IfStatement' || guard.parent !== body || guard.alternate || !exits(guard.consequent))
        return undefined
      skips.push(guard)
    }
    let end = this.#flow.after(body, place)
    for (const guard of skips.reverse()) {
      const before = this.#flow.before(guard, place)
      end = end && before && algebra.apply('if', [this.#reading.read(guard.test), before, end])
    }
    return end
  }

  /** The formula of one round as a vector over all rounds; a formula that is the same in all of them as it is. */
  lift({ loop, domain, element, position }: Trip, formula: Formula, over = domain): Formula {
    const { algebra, matcher } = this.#reading
    const values = new Map<number, Formula>()
    if (element) values.set(element.key, over)
    if (position) values.set(position.key, algebra.positions(over))
    const seen = new Set<Formula>()
    const visit = (part: Formula): void => {
      if (seen.has(part) || values.has(part.key)) return
      seen.add(part)
      if (this.#flow.trips.varies(part, loop)) values.set(part.key, this.#unknownIn(loop, part, over))
      else part.args.forEach(visit)
    }
    visit(formula)
    return substitute(algebra, matcher, formula, {
      values,
      epochOf: () => `round of ${loop.range[0]}`,
      lift: { base: over.domain ? over : { ...over, domain: over }, element, position },
    })
  }

  #unknownIn(loop: Node, part: Formula, domain: Formula): Formula {
    const key = `${loop.range[0]} ${part.key} ${domain.key}`
    let unknown = this.#unknown.get(key)
    if (!unknown) {
      const symbol = this.#reading.algebra.unique(part.name ?? part.op, { known: part.known ?? {} })
      this.#unknown.set(key, (unknown = { ...this.#reading.settled(symbol, { node: loop, constant: false }), domain }))
    }
    return unknown
  }

  #accumulated(trip: Trip, start: Formula | undefined, carried: Formula, end: Formula): Formula | undefined {
    const { algebra } = this.#reading
    const extreme = this.#extreme(trip, start, carried, end) ?? this.#placeOfExtreme(trip, start, carried, end)
    if (extreme) return inlined(extreme)
    if (!start) return undefined
    const terms = without(algebra, 'add', end, carried)
    if (terms) {
      const whole = this.#goneOn(trip, terms, start)
      if (whole) return inlined(algebra.reduce('sum', [whole]))
      const { each, domain } = this.#overRounds(trip, terms)
      const sum = each.domain
        ? algebra.reduce('sum', [{ ...each, domain }])
        : algebra.mul([each, algebra.count(domain)])
      return inlined(algebra.add([start, sum]))
    }
    const factors = without(algebra, 'mul', end, carried)
    if (!factors) return undefined
    const whole = this.#goneOn(trip, factors, start)
    if (whole) return inlined(algebra.reduce('product', [whole]))
    const { each, domain } = this.#overRounds(trip, factors)
    if (each.op === 'positions') return this.#factorial(trip, start)
    return each.domain && inlined(algebra.mul([start, algebra.reduce('product', [{ ...each, domain }])]))
  }

  /** What each round gives, and over what: a loop from 1 that only reads x[i - 1] is one from 0 that reads x[i]. */
  #overRounds(trip: Trip, formula: Formula): { readonly each: Formula; readonly domain: Formula } {
    const { algebra, matcher } = this.#reading
    const { domain, position, loop } = trip
    const start = domain.op === 'range' ? domain.args[1]! : algebra.number(0)
    if (position && start.op === 'number' && start.value !== 0) {
      const values = new Map([[position.key, algebra.add([position, start])]])
      const shifted = substitute(algebra, matcher, formula, { values, epochOf: () => `round of ${loop.range[0]}` })
      const rounds = algebra.rounds(domain.args[0]!, algebra.number(0))
      const over = { ...rounds, domain: rounds }
      if (onlyIndexes(shifted, position)) return { each: this.lift(trip, shifted, over), domain: over }
    }
    return { each: this.lift(trip, formula), domain }
  }

  /** 1 * 2 * 3 * …, from 1 or 2 on. */
  #factorial({ domain }: Trip, before: Formula): Formula | undefined {
    const { algebra } = this.#reading
    const [count, start] = domain.args
    if (domain.op !== 'range' || !(isNumber(start!, 1) || isNumber(start!, 2))) return undefined
    const last = algebra.add([count!, start!, algebra.number(-1)])
    return inlined(algebra.mul([before, algebra.apply('factorial', [last])]))
  }

  #extreme(trip: Trip, start: Formula | undefined, carried: Formula, end: Formula): Formula | undefined {
    const { algebra } = this.#reading
    const compared = comparedWith(end, carried)
    if (!compared || mentions(compared.other, carried)) return undefined
    const { side, other } = compared
    const { each, domain } = this.#overRounds(trip, other)
    if (!each.domain) return undefined
    const all = algebra.reduce(side, [{ ...each, domain }])
    const whole = this.#fromStart(trip, other)
    if (start && whole && isFirstOf(whole, start, algebra)) return algebra.reduce(side, [whole])
    if (compared.first || (start && isNeutral(start, side))) return all
    return start && algebra.apply(side === 'max' ? 'largest' : 'smallest', [start, all])
  }

  /** Where the extreme is: `if (x[i] > x[best]) best = i`, from 0. */
  #placeOfExtreme(trip: Trip, start: Formula | undefined, carried: Formula, end: Formula): Formula | undefined {
    const { algebra } = this.#reading
    const [test, yes, no] = end.args
    if (!start || !isNumber(start, 0) || end.op !== 'if' || no!.key !== carried.key) return undefined
    if (yes!.key !== trip.position?.key || (test!.op !== 'less' && test!.op !== 'lessOrEqual')) return undefined
    const isBest = (f: Formula): boolean => f.op === 'index' && f.args[1]!.key === carried.key
    const at = test!.args.findIndex(isBest)
    const whole = at >= 0 ? this.#fromStart(trip, test!.args[1 - at]!) : undefined
    if (!whole?.domain || whole.key !== test!.args[at]!.args[0]!.key) return undefined
    return algebra.reduce(at === 0 ? 'argmax' : 'argmin', [whole])
  }

  /** All of x, where x[0] stands before a loop from 1 that goes on with x[i]. Of n numbers, n may be 0. */
  #goneOn(trip: Trip, formula: Formula, start: Formula): Formula | undefined {
    const { algebra, trusting } = this.#reading
    const { domain } = trip
    if (domain.op !== 'range' || !isNumber(domain.args[1]!, 1)) return undefined
    const whole = this.#fromStart(trip, formula)
    const isWhole = whole?.domain && (trusting || whole.domain.op !== 'range') && isFirstOf(whole, start, algebra)
    return isWhole ? whole : undefined
  }

  /** What a loop from 1 goes through, and what comes before. */
  #fromStart(trip: Trip, formula: Formula): Formula | undefined {
    const { algebra } = this.#reading
    const { domain } = trip
    if (domain.op !== 'range' || isNumber(domain.args[1]!, 0)) return this.lift(trip, formula)
    if (!isNumber(domain.args[1]!, 1)) return undefined
    const total = algebra.add([domain.args[0]!, domain.args[1]!])
    const rounds = algebra.rounds(total, algebra.number(0))
    const over = { ...rounds, domain: rounds }
    const lifted = this.lift(trip, formula, over)
    return lifted.domain ? { ...lifted, domain: over } : undefined
  }
}

/** A loop that starts with x[0] has seen all of x. */
const isFirstOf = (whole: Formula, start: Formula, algebra: Reading['algebra']): boolean =>
  algebra.index(whole, algebra.number(0)).key === start.key

/** The loop that a `continue` goes on with. */
function loopAround(node: Node): Node | undefined {
  let at = node.parent
  while (at && !isLoop(at)) at = at.parent
  return at
}

const inlined = (f: Formula): Formula => ({ ...f, inlined: true })

/** A symbol is there, and stands nowhere but as the place of an entry. */
function onlyIndexes(f: Formula, symbol: Formula): boolean {
  const visit = (part: Formula): boolean =>
    part.op === 'index' && part.args[1]!.key === symbol.key
      ? visit(part.args[0]!)
      : part.key !== symbol.key && part.args.every(visit)
  return mentions(f, symbol) && visit(f)
}

const neutral = (op: 'add' | 'mul'): number => (op === 'add' ? 0 : 1)

/** What is added to the symbol, or multiplied with it; a condition under which nothing is, is a factor of 0 or 1. */
function without(algebra: Reading['algebra'], op: 'add' | 'mul', f: Formula, symbol: Formula): Formula | undefined {
  if (f.key === symbol.key) return algebra.number(neutral(op))
  if (f.op === op) {
    const rest = f.args.filter(arg => arg.key !== symbol.key)
    if (rest.length !== f.args.length - 1 || rest.some(arg => mentions(arg, symbol))) return undefined
    return op === 'add' ? masked(algebra, algebra.add(rest)) : algebra.mul(rest)
  }
  if (f.op !== 'if' || mentions(f.args[0]!, symbol)) return undefined
  const [test, ...branches] = f.args
  const [yes, no] = branches.map(branch => without(algebra, op, branch, symbol))
  if (!yes || !no) return undefined
  const either = algebra.apply('if', [test!, yes, no])
  return op === 'add' ? masked(algebra, either) : either
}

/** What is added only under a condition is multiplied with 1 or 0. */
function masked(algebra: Reading['algebra'], f: Formula): Formula {
  if (f.op !== 'if') return f
  const [test, yes, no] = f.args
  const [one, zero] = [algebra.number(1), algebra.number(0)]
  if (isNumber(no!, 0)) return algebra.mul([algebra.apply('if', [test!, one, zero]), yes!])
  return isNumber(yes!, 0) ? algebra.mul([algebra.apply('if', [test!, zero, one]), no!]) : f
}

interface Compared {
  readonly side: 'max' | 'min'
  readonly other: Formula
  /** The first round takes the other whatever the accumulator is. */
  readonly first: boolean
}

/** The other side of `if (x > m) m = x`. */
function comparedWith(end: Formula, carried: Formula): Compared | undefined {
  const shape = end.recognized ?? end
  if (shape.op === 'largest' || shape.op === 'smallest') {
    const [other, ...more] = shape.args.filter(arg => arg.key !== carried.key)
    return other && more.length === 0 && shape.args.length === 2
      ? { side: shape.op === 'largest' ? 'max' : 'min', other, first: false }
      : undefined
  }
  // if (i === 0 || x[i] > m) m = x[i]
  if (shape.op !== 'if' || shape.args[0]!.op !== 'or' || shape.args[2]!.key !== carried.key) return undefined
  const other = shape.args[1]!
  for (const test of shape.args[0]!.args) {
    if (test.op !== 'less' && test.op !== 'lessOrEqual') continue
    const [low, high] = test.args
    if (low!.key === carried.key && high!.key === other.key) return { side: 'max', other, first: true }
    if (low!.key === other.key && high!.key === carried.key) return { side: 'min', other, first: true }
  }
  return undefined
}

/** A start so low that no entry is below it. */
const farAway = 1e5

export const isNeutral = (start: Formula, side: 'max' | 'min'): boolean =>
  start.op === 'number' && (side === 'max' ? start.value! <= -farAway : start.value! >= farAway)
