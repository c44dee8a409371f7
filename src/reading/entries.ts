/**
 * Entries of arrays as places: what a slot holds, what loops that fill an array leave in it, and how long it was made.
 * An array that others may write to has no entries here.
 */
import type { TSESTree } from '@typescript-eslint/utils'
import { isNumber, type Formula } from '../formula/formula.ts'
import type { Place } from './flow.ts'
import type { Reading } from './index.ts'
import { pathOf } from './paths.ts'
import { assigned, byEnd, targetOf } from './places.ts'
import { enclosingFunction, isLoop, isWithin, memberName, seenThrough, type Node } from './syntax.ts'
import type { Trip } from './trips.ts'

/** One entry of an array, by the formula of its index. */
export class EntryPlace implements Place {
  readonly id: string
  readonly #path: string
  readonly #index: Formula
  readonly #array: Node
  readonly #reading: Reading

  constructor(array: Node, path: string, index: Formula, reading: Reading) {
    this.id = `${path} ${index.key}`
    this.#array = array
    this.#path = path
    this.#index = index
    this.#reading = reading
  }

  /** The place that an index denotes; undefined where others may write to the array. */
  static of(array: Node, index: Formula, reading: Reading): EntryPlace | undefined {
    const path = followed(array, reading)
    return path === undefined ? undefined : new EntryPlace(array, path, index, reading)
  }

  writes(body: Node): readonly Node[] {
    const declaration = this.#declaration()
    const changes = this.#reading.epochs.changing(body, this.#path)
    return declaration && enclosingFunction(declaration) === body ? [...changes, declaration].sort(byEnd) : changes
  }

  written(write: Node, before: () => Formula | undefined): Formula | undefined {
    if (write.type === 'VariableDeclarator') return this.#made(write.init!)
    if (write.type === 'CallExpression') return this.#filledBy(write)
    const at = this.#indexOf(write)
    if (!at) return undefined
    if (at.key === this.#index.key) return assigned(write, before, this.#reading)
    return at.op === 'number' && this.#index.op === 'number' ? before() : undefined
  }

  initial(): undefined {
    return undefined
  }

  carried(loop: Node): Formula | undefined {
    const { algebra, flow } = this.#reading
    const trip = flow.trips.of(loop)
    // Each round touches an entry of its own.
    if (trip?.position && this.#index.key === trip.position.key && this.#isFilled(trip)) {
      return flow.before(loop, this) ?? this.#asItWas(loop)
    }
    const array = flow.loops.carried(loop, this.#path, this.#reading.textOf(this.#array))
    return algebra.index(algebra.elements(array, 'carried'), this.#index)
  }

  /** All that was written to the array before is counting: `y[k]++`. */
  isTally(at: Node): boolean {
    let before: Node = at
    for (let node: Node | undefined = at; node && node !== enclosingFunction(at); node = node.parent) {
      const trip = isLoop(node) ? this.#reading.flow.trips.of(node) : undefined
      if (trip && !(trip.position && this.#index.key === trip.position.key && this.#isFilled(trip))) return false
      if (trip) before = node
    }
    const writes = this.writes(enclosingFunction(at)).filter(write => write.range[1] <= before.range[0])
    const changes = writes.filter(write => write.type !== 'VariableDeclarator')
    return changes.length > 0 && changes.every(write => write.type === 'UpdateExpression')
  }

  /** What a loop leaves that writes one entry in each round. */
  filled(loop: Node): Formula | undefined {
    const { flow, algebra } = this.#reading
    const trip = flow.trips.of(loop)!
    const push = this.#pushIn(trip)
    const each = push
      ? this.#reading.read(push)
      : this.#isFilled(trip) && trip.position
        ? flow.loops.endOfRound(trip, this.#at(trip.position))
        : undefined
    if (!each) return undefined
    const lifted = flow.loops.lift(trip, each)
    const vector = lifted.domain ? { ...lifted, domain: trip.domain } : lifted
    if (!covers(trip.domain, this.#index)) return undefined
    return lifted.domain ? algebra.index(vector, this.#index) : vector
  }

  #at(index: Formula): EntryPlace {
    return new EntryPlace(this.#array, this.#path, index, this.#reading)
  }

  /** The entry that a loop finds, if nothing is known of it. */
  #asItWas({ range: [start], parent }: Node): Formula {
    const { algebra, epochs } = this.#reading
    const before = { type: 'EmptyStatement', range: [start, start], parent } as Node
    const epoch = epochs.memoryEpoch(before, this.#array, true)
    return algebra.index(algebra.elements(this.#reading.read(this.#array), epoch, { origin: this.#array }), this.#index)
  }

  #isFilled({ loop, position }: Trip): boolean {
    const writes = this.writes(enclosingFunction(loop)).filter(write => isWithin(write, loop))
    return position !== undefined && writes.every(write => this.#indexOf(write)?.key === position.key)
  }

  /** The argument of the only `push`, if it is made once in each round on an array that was empty. */
  #pushIn({ loop, body }: Trip): Node | undefined {
    const [write, ...more] = this.writes(enclosingFunction(loop)).filter(inner => isWithin(inner, loop))
    if (more.length > 0 || write?.type !== 'CallExpression' || methodOf(write) !== 'push') return undefined
    const [argument] = write.arguments
    const statement = write.parent!
    if (!this.#isEmptyBefore(write)) return undefined
    const once = statement === body || write === body || (statement.parent === body && body.type === 'BlockStatement')
    return once && argument && write.arguments.length === 1 && argument.type !== 'SpreadElement' ? argument : undefined
  }

  /** Made without entries, and given none but by this one write. */
  #isEmptyBefore(write: Node): boolean {
    const declaration = this.#declaration()
    const made = declaration?.init && seenThrough(declaration.init)
    const isEmpty =
      (made?.type === 'ArrayExpression' && made.elements.length === 0) ||
      (made?.type === 'NewExpression' && made.arguments.length === 0)
    return isEmpty && this.writes(enclosingFunction(write)).every(other => other === write || other === declaration)
  }

  /** What one write of a loop puts into the entries, as a vector. */
  vectorOf(write: Node, trip: Trip): Formula | undefined {
    const { flow } = this.#reading
    const push = write.type === 'CallExpression' ? this.#pushIn(trip) : undefined
    const each = push
      ? this.#reading.read(push)
      : this.#isFilled(trip) && trip.position
        ? flow.after(write, this.#at(trip.position))
        : undefined
    const lifted = each && flow.loops.lift(trip, each)
    return lifted?.domain && { ...lifted, domain: trip.domain }
  }

  #indexOf(write: Node): Formula | undefined {
    const target = targetOf(write)
    if (target?.type !== 'MemberExpression' || !target.computed) return undefined
    const path = pathOf(target.object, this.#reading.resolver)
    return path !== undefined && `${path}[]` === this.#path ? this.#reading.read(target.property) : undefined
  }

  #declaration(): TSESTree.VariableDeclarator | undefined {
    const array = seenThrough(this.#array)
    const variable = array.type === 'Identifier' ? this.#reading.resolver.variable(array) : undefined
    const initial = variable && this.#reading.resolver.initialValue(variable)
    return initial?.pattern.type === 'Identifier' ? (initial.pattern.parent as TSESTree.VariableDeclarator) : undefined
  }

  /** The entry of an array as it is made: `[0, 0]`, `new Float64Array(n)`, `xs.map(f)`. */
  #made(init: Node): Formula | undefined {
    const { algebra } = this.#reading
    const made = seenThrough(init)
    if (made.type === 'NewExpression')
      return made.callee.type === 'Identifier' &&
        /^(Float|Int|Uint).*Array$/.test(made.callee.name) &&
        isCount(made, this.#reading)
        ? algebra.number(0)
        : undefined
    if (made.type === 'CallExpression' && methodOf(made) === 'fill') return this.#filledBy(made)
    const formula = this.#reading.read(init)
    if (formula.op === 'list') return this.#index.op === 'number' ? formula.args[this.#index.value!] : undefined
    const isCopy = formula.op !== 'elements' || made.type === 'CallExpression'
    return formula.domain && isCopy ? algebra.index(formula, this.#index) : undefined
  }

  #filledBy(call: TSESTree.CallExpression): Formula | undefined {
    const [value, ...more] = call.arguments
    return methodOf(call) === 'fill' && value && more.length === 0 ? this.#reading.read(value) : undefined
  }
}

/** Whether the rounds of a loop reach the entry: one that begins with 1 leaves the first as it was. */
function covers(domain: Formula, index: Formula): boolean {
  if (domain.op !== 'range' || isNumber(domain.args[1]!, 0)) return true
  return index.op === 'positions' && index.args[0]!.key === domain.key
}

/** The entries of an array as one vector, as far as loops have made them. */
export function contents(array: Node, at: Node, reading: Reading): Formula | undefined {
  const path = followed(array, reading)
  if (path === undefined) return undefined
  const body = enclosingFunction(at)
  const last = reading.epochs
    .changing(body, path)
    .filter(write => write.range[1] <= at.range[0])
    .at(-1)
  if (!last) return undefined
  for (let loop = last.parent; loop && loop !== body && !isWithin(at, loop); loop = loop.parent) {
    const trip = isLoop(loop) ? reading.flow.trips.of(loop) : undefined
    if (!trip) continue
    const place = EntryPlace.of(array, reading.algebra.positions(trip.domain), reading)!
    const vector = reading.flow.before(at, place)
    return vector && { ...vector, domain: trip.domain, inlined: true }
  }
  return undefined
}

/** The length that an array was made with, if nothing makes it longer or shorter. */
export function lengthAsMade(array: Node, reading: Reading): Formula | undefined {
  const inner = seenThrough(array)
  const variable = inner.type === 'Identifier' ? reading.resolver.variable(inner) : undefined
  const initial = variable && reading.resolver.initialValue(variable)
  if (!initial || initial.pattern.type !== 'Identifier' || followed(inner, reading) === undefined) return undefined
  const changesLength = variable!.references.some(({ identifier: { parent } }) => {
    const call = parent?.type === 'MemberExpression' ? parent.parent : undefined
    return call?.type === 'CallExpression' && call.callee === parent && resizing.has(methodOf(call) ?? '')
  })
  if (changesLength) return undefined
  const { algebra } = reading
  const made = seenThrough(initial.init)
  const isConstructor =
    made.type === 'NewExpression' || (made.type === 'CallExpression' && made.callee.type === 'Identifier')
  if (isConstructor && made.callee.type === 'Identifier' && /^(.*\d)?Array$/.test(made.callee.name)) {
    const [size, ...more] = made.arguments
    if (!size || more.length > 0 || size.type === 'SpreadElement' || size.type === 'ArrayExpression') return undefined
    const formula = reading.read(size)
    return formula.domain || (formula.op === 'symbol' && made.callee.name !== 'Array')
      ? undefined
      : algebra.count(algebra.range(formula, algebra.number(0)))
  }
  const formula = reading.read(initial.init)
  return formula.domain && formula.op !== 'elements' ? algebra.count(formula) : undefined
}

const resizing = new Set(['push', 'pop', 'shift', 'unshift', 'splice'])

/** The path of an array's entries, if all that can change them is seen. */
function followed(array: Node, reading: Reading): string | undefined {
  const inner = seenThrough(array)
  if (!reading.trusting) {
    const variable = inner.type === 'Identifier' ? reading.resolver.variable(inner) : undefined
    if (!variable || !reading.ownership.isPrivateOrSole(variable, inner)) return undefined
  }
  if (inner.type === 'Identifier' && isOfIntegers(inner, reading)) return undefined
  const path = pathOf(inner, reading.resolver)
  return path && `${path}[]`
}

/** An array that rounds what is put into it. */
function isOfIntegers(name: Node, { resolver }: Reading): boolean {
  const variable = resolver.variable(name)
  const init = variable && resolver.initialValue(variable)?.init
  const callee =
    init?.type === 'NewExpression' ? init.callee : init?.type === 'CallExpression' ? init.callee : undefined
  const named = callee?.type === 'MemberExpression' ? callee.object : callee
  return named?.type === 'Identifier' && /^(Big)?(Int|Uint)\d/.test(named.name)
}

const isCount = ({ arguments: [size, ...more] }: TSESTree.NewExpression, reading: Reading): boolean =>
  size !== undefined &&
  more.length === 0 &&
  size.type !== 'SpreadElement' &&
  size.type !== 'ArrayExpression' &&
  !reading.read(size).domain

const methodOf = (call: TSESTree.CallExpression): string | undefined =>
  call.callee.type === 'MemberExpression' ? memberName(call.callee) : undefined
