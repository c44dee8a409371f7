/**
 * The places whose values can be followed through a function: its variables, entries of arrays, fields of objects. Each
 * knows what writes it, and what a write leaves in it.
 */
import type { TSESTree } from '@typescript-eslint/utils'
import { isNumber, type Formula } from '../formula/formula.ts'
import { initialSymbol } from './bindings.ts'
import type { Place } from './flow.ts'
import type { Reading } from './index.ts'
import { idOf, type Trip } from './loops.ts'
import { pathOf } from './paths.ts'
import type { Variable } from './resolve.ts'
import { enclosingFunction, isFunction, isLoop, isWithin, memberName, seenThrough, type Node } from './syntax.ts'

const byEnd = (a: Node, b: Node): number => a.range[1] - b.range[1]

export class VariablePlace implements Place {
  readonly id: string
  readonly #variable: Variable
  readonly #reading: Reading
  readonly #writes: readonly Node[]
  readonly #home: Node

  constructor(variable: Variable, home: Node, reading: Reading) {
    this.id = idOf(variable)
    this.#variable = variable
    this.#reading = reading
    this.#home = home
    this.#writes = variable.references
      .filter(reference => reference.isWrite())
      .map(reference => writeOf(reference.identifier))
      .sort(byEnd)
  }

  /** Undefined for a variable that other functions write, or that no function declares. */
  static of(variable: Variable, reading: Reading): VariablePlace | undefined {
    const [definition] = variable.defs
    if (!definition || (definition.type !== 'Variable' && definition.type !== 'Parameter')) return undefined
    const home = enclosingFunction(definition.name as Node)
    const writes = variable.references.filter(reference => reference.isWrite())
    if (writes.some(write => enclosingFunction(write.identifier) !== home)) return undefined
    return new VariablePlace(variable, home, reading)
  }

  writes(): readonly Node[] {
    return this.#writes
  }

  written(write: Node, before: () => Formula | undefined): Formula | undefined {
    const isWhole = write.type === 'VariableDeclarator' || targetOf(write)?.type === 'Identifier'
    return isWhole ? assigned(write, before, this.#reading) : undefined
  }

  initial(body: Node): Formula | undefined {
    const definition = this.#variable.defs[0]!
    if (definition.type !== 'Parameter' || body !== this.#home) return undefined
    return initialSymbol(this.#variable, this.#reading)
  }

  carried(loop: Node): Formula {
    return this.#reading.flow.loops.carried(loop, this.id, this.#variable.name)
  }
}

/** `this.sum`, and every other member that is named. Others may write it, so that only a trusting reader follows it. */
export class FieldPlace implements Place {
  readonly id: string
  readonly #path: string
  readonly #reading: Reading

  constructor(path: string, reading: Reading) {
    this.id = path
    this.#path = path
    this.#reading = reading
  }

  writes(body: Node): readonly Node[] {
    return this.#reading.epochs.changing(body, this.#path)
  }

  written(write: Node, before: () => Formula | undefined): Formula | undefined {
    const target = targetOf(write)
    return target && pathOf(target, this.#reading.resolver) === this.#path
      ? assigned(write, before, this.#reading)
      : undefined
  }

  initial(): undefined {
    return undefined
  }

  carried(loop: Node): Formula {
    return this.#reading.flow.loops.carried(loop, this.id, this.#path.replace(/@\d+/, ''))
  }
}

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
    const trip = flow.loops.trip(loop)
    // Each round touches an entry of its own.
    if (trip?.position && this.#index.key === trip.position.key && this.#isFilled(trip)) {
      return flow.before(loop, this) ?? this.#asItWas(loop)
    }
    const array = flow.loops.carried(loop, this.#path, this.#path.replace(/@\d+/, ''))
    return algebra.index(algebra.elements(array, 'carried'), this.#index)
  }

  /** All that was written to the array before is counting: `y[k]++`. */
  isTally(at: Node): boolean {
    let before: Node = at
    for (let node: Node | undefined = at; node && node !== enclosingFunction(at); node = node.parent) {
      const trip = isLoop(node) ? this.#reading.flow.loops.trip(node) : undefined
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
    const trip = flow.loops.trip(loop)!
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
    const trip = isLoop(loop) ? reading.flow.loops.trip(loop) : undefined
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

const targetOf = (write: Node): Node | undefined =>
  write.type === 'AssignmentExpression'
    ? seenThrough(write.left)
    : write.type === 'UpdateExpression'
      ? seenThrough(write.argument)
      : undefined

/** The value that an assignment, an update or a declaration gives. */
function assigned(write: Node, before: () => Formula | undefined, reading: Reading): Formula | undefined {
  const { algebra } = reading
  if (write.type === 'VariableDeclarator')
    return write.init && write.id.type === 'Identifier' ? reading.read(write.init) : undefined
  if (write.type === 'UpdateExpression') {
    const old = before()
    return old && algebra.add([old, algebra.number(write.operator === '++' ? 1 : -1)])
  }
  if (write.type !== 'AssignmentExpression') return undefined
  if (write.operator === '=') return reading.read(write.right)
  const old = before()
  const value = old && reading.read(write.right)
  if (!value) return undefined
  switch (write.operator) {
    case '+=':
      return isText(write.right) ? undefined : reading.named(algebra.add([old, value]))
    case '-=':
      return reading.named(algebra.add([old, algebra.negate(value)]))
    case '*=':
      return isNumber(old, 0) ? undefined : reading.named(algebra.mul([old, value]))
    case '/=':
      return reading.named(algebra.mul([old, reading.named(algebra.invert(value))]))
    case '**=':
      return algebra.pow(old, value)
    default:
      return undefined
  }
}

const isText = (node: Node): boolean =>
  (node.type === 'Literal' && typeof node.value === 'string') || node.type === 'TemplateLiteral'

/** The assignment, update, declaration or loop head that writes an identifier. */
function writeOf(identifier: Node): Node {
  let node = identifier
  while (node.parent) {
    if (node.type === 'AssignmentExpression' || node.type === 'UpdateExpression' || node.type === 'VariableDeclarator')
      break
    if (node.type.endsWith('Statement') || isFunction(node)) break
    node = node.parent
  }
  // What a loop's head writes is written when the loop runs, not after it.
  return node.type.startsWith('For') ? identifier : node
}
