/**
 * Matches a pattern against a formula. Sums and products match in any order, and at the root of a pattern they may
 * leave terms over: exp(x) - 1 is found inside a + exp(x) - 1. A lone variable in a sum takes all that the other
 * terms leave. Equality is equality of keys: as soon as all variables of a part are bound, it is built and compared.
 * The search is bounded, so that no source text can make it slow.
 */
import type { Algebra } from './algebra.ts'
import { anchorsOf, isReduction, isSymmetric, type Formula, type Origin } from './formula.ts'

export interface Bindings {
  readonly values: ReadonlyMap<string, Formula>
  readonly domain?: Formula | undefined
}

export interface Match {
  readonly bindings: Bindings
  /** At the root of a sum or product: the places of the terms that the pattern took. */
  readonly taken: ReadonlySet<Origin> | undefined
  /** The terms that are left over. */
  readonly left: readonly Formula[]
}

const stepsAllowed = 4000

const none: readonly Match[] = []

const isSpread = (p: Formula): boolean => p.op === 'symbol' && p.name!.endsWith('...')

/** The variable in x, -x or 1/x. */
function loneVariable(p: Formula): Formula | undefined {
  if (p.op === 'symbol') return isSpread(p) ? undefined : p
  if (p.op === 'mul' && p.args.length === 2 && p.args[0]!.op === 'number' && p.args[1]!.op === 'symbol')
    return p.args[1]
  if (p.op === 'pow' && p.args[0]!.op === 'symbol' && p.args[1]!.value === -1) return p.args[0]
  return undefined
}

const isAtom = (p: Formula): boolean => p.op === 'symbol' || p.op === 'number'

const spreads = new WeakMap<Formula, boolean>()

function containsSpread(p: Formula): boolean {
  let found = spreads.get(p)
  if (found === undefined) spreads.set(p, (found = isSpread(p) || p.args.some(containsSpread)))
  return found
}

/** A quick look that spares most searches: every compound part of the pattern needs a counterpart of its operator. */
export function couldMatch(pattern: Formula, f: Formula): boolean {
  if ((pattern.functions & ~f.functions) !== 0) return false
  if (pattern.op !== f.op) return true
  for (const p of pattern.args)
    if (
      p.op !== 'symbol' &&
      loneVariable(p) === undefined &&
      !f.args.some(arg => arg.op === p.op || arg.recognized?.op === p.op)
    )
      return false
  return true
}

export class Matcher {
  readonly #algebra: Algebra
  #steps = 0

  /** The algebra of the file: what is built while matching must be comparable with what was read. */
  constructor(algebra: Algebra) {
    this.#algebra = algebra
  }

  /** All the ways, the most natural first, in which the pattern is found at the formula. */
  matches(pattern: Formula, f: Formula): Iterable<Match> {
    return !!pattern.domain === !!f.domain && couldMatch(pattern, f) ? this.#search(pattern, f) : none
  }

  *#search(pattern: Formula, f: Formula): Generator<Match> {
    this.#steps = 0
    const empty: Bindings = { values: new Map() }
    const whole = { left: [], taken: undefined }
    const start: Commutation = { bindings: empty, left: f.args, taken: new Set() }
    if ((pattern.op === 'add' || pattern.op === 'mul') && f.op === pattern.op) {
      for (const found of this.#commutative(pattern, f, empty, true)) yield found
    } else if (isInverse(pattern) && f.op === 'mul') {
      // x / y has the factor 1 / y, though no expression of its own for it.
      yield* this.#terms('mul', f, [pattern], start, true)
    } else {
      for (const bindings of this.#match(pattern, f, empty)) yield { bindings, ...whole }
    }
  }

  /** The pattern with its variables replaced; undefined while some are unbound. */
  instantiate(p: Formula, bindings: Bindings): Formula | undefined {
    if (p.op === 'number')
      return p.name === undefined ? this.#algebra.number(p.value!) : this.#algebra.number(p.value!, p.name)
    if (p.op === 'symbol') return bindings.values.get(p.name!)
    if (p.op === 'count') return bindings.domain && this.#algebra.count(bindings.domain)
    const args: Formula[] = []
    for (const arg of p.args) {
      const built = this.instantiate(arg, bindings)
      if (!built) return undefined
      if (isSpread(arg)) args.push(...built.args)
      else args.push(built)
    }
    return this.#algebra.rebuild(p, args)
  }

  *#match(p: Formula, f: Formula, bindings: Bindings): Generator<Bindings> {
    if (isAtom(p)) {
      const bound = this.#atom(p, f, bindings)
      if (bound) yield bound
      return
    }
    if (++this.#steps > stepsAllowed) return
    if (f.recognized) yield* this.#match(p, f.recognized, bindings)
    if (p.op === 'count') {
      if (bindings.domain) {
        if (this.#algebra.count(bindings.domain).key === f.key) yield bindings
      } else if (f.op === 'count') yield { ...bindings, domain: f.args[0]! }
      return
    }
    if (!containsSpread(p)) {
      const closed = this.instantiate(p, bindings)
      if (closed) {
        if (closed.key === f.key) yield bindings
        // A key that a name of the field has given says nothing of the shape.
        if (closed.key === f.key || !f.recognized) return
      }
    }
    const lone = loneVariable(p)
    if (lone && p.op === 'mul' && p.args[0]!.value === -1) {
      const bound = this.#bind(lone, this.#algebra.negate(f), bindings)
      if (bound) yield bound
      return
    }
    if (p.op === 'add' || p.op === 'mul') {
      if (f.op === p.op) for (const found of this.#commutative(p, f, bindings, false)) yield found.bindings
      return
    }
    if (f.op !== p.op || f.args.length !== p.args.length) return
    // An array that is indexed along another one is taken to be as long.
    if (isReduction(p.op)) {
      const bound = this.#bindDomain(f.args[0]!.domain, bindings)
      if (!bound) return
      bindings = bound
    }
    yield* this.#all(p.args, f.args, bindings)
    if (isSymmetric(p)) yield* this.#all(p.args, f.args.toReversed(), bindings)
  }

  *#all(ps: readonly Formula[], fs: readonly Formula[], bindings: Bindings, at = 0): Generator<Bindings> {
    for (; at < ps.length && isAtom(ps[at]!); at++) {
      const bound = this.#atom(ps[at]!, fs[at]!, bindings)
      if (!bound) return
      bindings = bound
    }
    if (at === ps.length) yield bindings
    else for (const next of this.#match(ps[at]!, fs[at]!, bindings)) yield* this.#all(ps, fs, next, at + 1)
  }

  /** A number or a variable matches in one way at most. */
  #atom(p: Formula, f: Formula, bindings: Bindings): Bindings | undefined {
    if (++this.#steps > stepsAllowed) return undefined
    if (p.op === 'symbol') return this.#bind(p, f, bindings)
    return f.op === 'number' && f.value === p.value ? bindings : undefined
  }

  #bindDomain(domain: Formula | undefined, bindings: Bindings): Bindings | undefined {
    if (!domain) return undefined
    // A trusting reader takes the vectors of one formula to be as long as each other.
    if (bindings.domain) return bindings.domain.key === domain.key || this.#algebra.trusting ? bindings : undefined
    return { ...bindings, domain }
  }

  #bind(variable: Formula, f: Formula, bindings: Bindings): Bindings | undefined {
    if (!!variable.domain !== !!f.domain) return undefined
    const known = bindings.values.get(variable.name!)
    if (known && known.key !== f.key) return undefined
    // Of two ways to write the same, the one that stands in the source.
    if (known && (known.origin || !f.origin)) return bindings
    return { ...bindings, values: new Map(bindings.values).set(variable.name!, f) }
  }

  *#commutative(p: Formula, f: Formula, bindings: Bindings, partial: boolean): Generator<Commutation> {
    const patterns = mostSpecificFirst(p)
    const start: Commutation = { bindings, left: f.args, taken: new Set() }
    yield* this.#terms(p.op as 'add' | 'mul', f, patterns, start, partial)
    // (y - 1) * a is -(1 - y) * a: a sum within a product may be written either way round.
    if (p.op === 'mul' && p.args.some(arg => arg.op === 'add')) {
      for (const [at, factor] of f.args.entries()) {
        if (factor.op !== 'add' || factor.recognized) continue
        const turned = f.args.map((arg, i) => (i === at ? this.#algebra.negate(arg) : arg))
        const other = this.#algebra.mul([this.#algebra.number(-1), ...turned])
        if (other.op === 'mul')
          for (const found of this.#terms('mul', f, patterns, { ...start, left: other.args }, partial)) yield found
      }
    }
  }

  *#terms(
    op: 'add' | 'mul',
    whole: Formula,
    patterns: readonly Formula[],
    state: Commutation,
    partial: boolean,
  ): Generator<Commutation> {
    if (++this.#steps > stepsAllowed) return
    const [p, ...rest] = patterns
    if (!p) {
      if (partial || state.left.length === 0) yield state
      return
    }
    if (op === 'mul' && p.op === 'number' && p.value === -1) {
      const coefficient = state.left.find(arg => arg.op === 'number' && arg.value! < 0)
      if (!coefficient) return
      const others = state.left.filter(arg => arg !== coefficient)
      const left =
        coefficient.value === -1
          ? others
          : [{ ...this.#algebra.number(-coefficient.value!), anchors: anchorsOf(coefficient) }, ...others]
      yield* this.#terms(op, whole, rest, { ...state, left }, partial)
      return
    }
    if (containsSpread(p)) {
      yield* this.#spread(p, state, partial)
      return
    }
    const lone = loneVariable(p)
    if (lone && !state.bindings.values.has(lone.name!)) {
      yield* this.#absorb(op, whole, p, lone, rest, state, partial)
      return
    }
    for (const arg of state.left) {
      for (const bindings of this.#match(p, arg, state.bindings))
        yield* this.#terms(op, whole, rest, take(state, [arg], bindings), partial)
    }
    // A variable that stands for a sum: its terms are scattered among the others.
    const bound = lone && this.instantiate(p, state.bindings)
    if (bound && bound.op === op) {
      const parts = bound.args.map(part => state.left.find(arg => arg.key === part.key))
      if (parts.every(part => part !== undefined) && new Set(parts).size === parts.length)
        yield* this.#terms(op, whole, rest, take(state, parts as Formula[], state.bindings), partial)
    }
  }

  /** A lone variable takes what is left; one of several takes the vectors or the scalars, or single terms. */
  *#absorb(
    op: 'add' | 'mul',
    whole: Formula,
    p: Formula,
    lone: Formula,
    rest: readonly Formula[],
    state: Commutation,
    partial: boolean,
  ): Generator<Commutation> {
    const inverted = p.op === 'pow'
    const divides = op === 'mul' && (inverted || rest.some(other => other.op === 'pow' && loneVariable(other)))
    const candidates = divides ? state.left.filter(arg => isInverse(arg) === inverted) : state.left
    const ofKind =
      lone.domain && candidates.some(arg => !arg.domain) && !rest.some(other => !other.domain)
        ? candidates
        : candidates.filter(arg => !!arg.domain === !!lone.domain)
    const rivals = rest.filter(other => loneVariable(other) && !!other.domain === !!lone.domain)
    const choices = rivals.length > 0 ? ofKind.map(arg => [arg]) : [ofKind]
    for (const choice of choices) {
      if (choice.length === 0) continue
      const sum = choice.length === 1 ? choice[0]! : this.#remainder(op, whole, choice, state)
      for (const bindings of this.#match(p, sum, state.bindings))
        yield* this.#terms(op, whole, rest, take(state, choice, bindings), partial)
    }
  }

  #remainder(op: 'add' | 'mul', whole: Formula, choice: readonly Formula[], state: Commutation): Formula {
    const built = op === 'add' ? this.#algebra.add(choice) : this.#algebra.mul(choice)
    const named = choice[0]!.whole
    if (named && named.key === built.key && choice.every(term => term.whole === named)) return named
    const kept = new Set(choice.flatMap(anchorsOf))
    const without = new Set([...state.taken, ...state.left.flatMap(anchorsOf)].filter(anchor => !kept.has(anchor)))
    // A name that stands both for terms taken and for terms left cannot be kept as it is written.
    const divided =
      [...state.taken].some(anchor => kept.has(anchor)) ||
      [...choice, ...whole.args].some(term => anchorsOf(term).length === 0)
    return divided ? built : { ...built, remainder: { of: whole, without } }
  }

  /** exp(x...) takes every term of its form that is left. */
  *#spread(p: Formula, state: Commutation, partial: boolean): Generator<Commutation> {
    const found: Formula[] = []
    const values: Formula[] = []
    for (const arg of state.left) {
      const shape = arg.op === p.op && arg.args.length === 1 && isSpread(p.args[0]!) ? arg.args[0] : undefined
      if (!shape) continue
      found.push(arg)
      values.push(shape)
    }
    if (found.length === 0) return
    const name = p.args[0]!.name!
    const list = this.#algebra.apply('list', values)
    const next = take(state, found, { ...state.bindings, values: new Map(state.bindings.values).set(name, list) })
    if (partial || next.left.length === 0) yield next
  }
}

interface Commutation {
  readonly bindings: Bindings
  readonly left: readonly Formula[]
  readonly taken: ReadonlySet<Origin>
}

/** 1 / y. */
export const isInverse = (f: Formula): boolean => f.op === 'pow' && f.args[1]!.op === 'number' && f.args[1]!.value! < 0

function take(state: Commutation, args: readonly Formula[], bindings: Bindings): Commutation {
  const taken = new Set(state.taken)
  for (const arg of args) for (const anchor of anchorsOf(arg)) taken.add(anchor)
  return { bindings, left: state.left.filter(arg => !args.includes(arg)), taken }
}

/**
 * Numbers and compound parts first: they leave little choice. Of these last what a sum of two variables leaves open:
 * sqrt(x) says what x is before sqrt(x + h) asks. Lone variables at the end, spreads before them.
 */
function specificity(p: Formula): number {
  if (p.op === 'number') return 1000
  if (loneVariable(p)) return 0
  if (containsSpread(p)) return 1
  return leavesChoice(p) ? 1 + p.size / 1000 : 1 + p.size
}

function mostSpecificFirst(p: Formula): readonly Formula[] {
  let sorted = orders.get(p)
  if (!sorted) orders.set(p, (sorted = p.args.toSorted((a, b) => specificity(b) - specificity(a))))
  return sorted
}
const orders = new WeakMap<Formula, readonly Formula[]>()

const choices = new WeakMap<Formula, boolean>()

/** Whether a sum in it has two lone variables, which may share its terms in many ways. */
function leavesChoice(p: Formula): boolean {
  let found = choices.get(p)
  if (found === undefined) {
    const lone = p.op === 'add' ? p.args.filter(arg => loneVariable(arg)).length : 0
    choices.set(p, (found = lone > 1 || p.args.some(leavesChoice)))
  }
  return found
}
