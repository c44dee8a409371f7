/**
 * What a place holds when it is read: the formula of the last write before, looked for backwards through the statements
 * of one function. Branches that write it become conditions, loops become sums, products and extremes (loops.ts).
 * Whatever cannot be followed (a `try`, a `switch`, a `break`, a closure that writes) has no formula here, and the place
 * is an opaque quantity.
 */
import type { TSESTree } from '@typescript-eslint/utils'
import type { Formula } from '../formula/formula.ts'
import type { Reading } from './index.ts'
import { Loops } from './loops.ts'
import { Trips } from './trips.ts'
import {
  descendants,
  enclosingFunction,
  isFunction,
  isImmediateCallback,
  isLoop,
  isWithin,
  type Node,
} from './syntax.ts'

/** A variable, an entry of an array, a field. */
export interface Place {
  /** Places of one reading with the same identity are the same. */
  readonly id: string
  /** The nodes of a function that may write it, in order of their ends. */
  writes(body: Node): readonly Node[]
  /** What a write leaves in it, given what was there before. */
  written(write: Node, before: () => Formula | undefined): Formula | undefined
  /** What it holds when a function begins. */
  initial(body: Node): Formula | undefined
  /** What it holds when a round of a loop begins that writes it. */
  carried(loop: Node): Formula | undefined
  /** What a loop leaves in it that is no accumulator of one number; undefined otherwise. */
  filled?(loop: Node): Formula | undefined
}

export class Flow {
  readonly #reading: Reading
  readonly trips: Trips
  readonly loops: Loops
  readonly #after = new Map<string, Formula | undefined>()
  readonly #inProgress = new Set<string>()

  constructor(reading: Reading) {
    this.#reading = reading
    this.trips = new Trips(reading)
    this.loops = new Loops(reading, this)
  }

  /** What the place holds when `node` is evaluated. */
  before(node: Node, place: Place): Formula | undefined {
    const body = enclosingFunction(node)
    const writes = place.writes(body)
    for (let child = node, parent = node.parent; parent && child !== body; child = parent, parent = parent.parent) {
      const repeated = repeatedPart(parent, child)
      if (repeated && writes.some(write => isIn(write, repeated))) return place.carried(parent)
      const last = lastBefore(writes, child.range[0], parent.range[0])
      if (!last || (isBranch(parent) && !isWithin(last, parent.test))) continue
      const piece = sequenceOf(parent)?.find(part => isWithin(last, part))
      if (!piece) return undefined
      return this.after(piece, place)
    }
    return place.initial(body)
  }

  /** What the place holds after a statement or expression. */
  after(node: Node, place: Place): Formula | undefined {
    const key = `${node.range[0]} ${node.range[1]} ${node.type} ${place.id}`
    if (this.#after.has(key)) return this.#after.get(key)
    if (this.#inProgress.has(key) || this.#inProgress.size > deepestFlow) return undefined
    this.#inProgress.add(key)
    const formula = this.#computed(node, place)
    this.#inProgress.delete(key)
    this.#after.set(key, formula)
    return formula
  }

  #computed(node: Node, place: Place): Formula | undefined {
    const inner = place.writes(enclosingFunction(node)).filter(write => isWithin(write, node))
    const last = inner.at(-1)
    if (!last) return this.before(node, place)
    if (last === node) return inner.length === 1 ? place.written(node, () => this.before(node, place)) : undefined
    switch (node.type) {
      case 'ExpressionStatement':
      case 'ChainExpression':
        return this.after(node.expression, place)
      case 'AssignmentExpression':
        // a = b = 0
        return inner.length === 1 && isWithin(last, node.right) ? this.after(node.right, place) : undefined
      case 'VariableDeclarator':
        return node.init ? this.after(node.init, place) : undefined
      case 'IfStatement':
        return this.#afterBranches(node, place)
      case 'ForStatement':
      case 'ForOfStatement':
      case 'ForInStatement':
      case 'WhileStatement':
      case 'DoWhileStatement':
        return this.loops.after(node, place)
      case 'CallExpression': {
        const callback = node.arguments.find(argument => isFunction(argument) && isImmediateCallback(argument))
        return callback && inner.every(write => isWithin(write, callback))
          ? this.loops.after(callback, place)
          : undefined
      }
    }
    const piece = sequenceOf(node)?.find(part => isWithin(last, part))
    return piece && this.after(piece, place)
  }

  #afterBranches({ test, consequent, alternate }: TSESTree.IfStatement, place: Place): Formula | undefined {
    const writes = place.writes(enclosingFunction(test))
    if (writes.some(write => isWithin(write, test))) return undefined
    const { algebra } = this.#reading
    const branch = (node: Node | null): Formula | undefined =>
      node && writes.some(write => isWithin(write, node)) ? this.after(node, place) : this.before(test, place)
    if (exits(consequent)) return branch(alternate)
    const yes = branch(consequent)
    if (alternate && exits(alternate)) return yes
    const no = branch(alternate)
    return yes && no && this.#reading.named(algebra.apply('if', [this.#reading.read(test), yes, no]))
  }
}

const deepestFlow = 200

/** The parts of a node that run one after the other. */
function sequenceOf(node: Node): readonly Node[] | undefined {
  switch (node.type) {
    case 'BlockStatement':
    case 'StaticBlock':
    case 'Program':
      return node.body as readonly Node[]
    case 'SwitchCase':
      return node.consequent
    case 'VariableDeclaration':
      return node.declarations
    case 'SequenceExpression':
      return node.expressions
    case 'ForStatement':
      return node.init ? [node.init] : []
    case 'ExportNamedDeclaration':
      return node.declaration ? [node.declaration] : []
    default:
      return undefined
  }
}

const isBranch = (node: Node): node is TSESTree.IfStatement | TSESTree.ConditionalExpression =>
  node.type === 'IfStatement' || node.type === 'ConditionalExpression'

type Span = readonly [start: number, end: number]

/** What of a loop runs again and again, if `child` is a part of it. */
function repeatedPart(parent: Node, child: Node): Span | undefined {
  if (parent.type === 'ForStatement')
    return child === parent.init ? undefined : [parent.init?.range[1] ?? parent.range[0], parent.range[1]]
  if (parent.type === 'ForOfStatement' || parent.type === 'ForInStatement')
    return child === parent.right ? undefined : parent.body.range
  return isLoop(parent) ? parent.range : undefined
}

const isIn = (node: Node, [start, end]: Span): boolean => node.range[0] >= start && node.range[1] <= end

/** The last of the writes that ends before one position and begins behind another. */
function lastBefore(writes: readonly Node[], end: number, start: number): Node | undefined {
  let low = 0
  let high = writes.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (writes[middle]!.range[1] <= end) low = middle + 1
    else high = middle
  }
  const last = writes[low - 1]
  return last && last.range[0] >= start ? last : undefined
}

/** Control never comes to the end of the statement. */
export function exits(node: Node): boolean {
  const last = node.type === 'BlockStatement' ? node.body.at(-1) : node
  return (
    last?.type === 'ReturnStatement' ||
    last?.type === 'ThrowStatement' ||
    last?.type === 'ContinueStatement' ||
    last?.type === 'BreakStatement'
  )
}

/** Whether a `break` ends the loop early, or a label makes its rounds hard to follow. */
export function breaks(loop: Node, keys: Reading['sourceCode']['visitorKeys']): boolean {
  const inner = (node: Node): boolean => isLoop(node) || node.type === 'SwitchStatement'
  for (const node of descendants(loop, keys, at => !isFunction(at) || isImmediateCallback(at))) {
    if (node.type !== 'BreakStatement' && node.type !== 'ContinueStatement') continue
    if (node.label) return true
    let owner = node.parent!
    while (owner !== loop && !(inner(owner) && (node.type === 'BreakStatement' || isLoop(owner)))) owner = owner.parent!
    if (owner === loop && node.type === 'BreakStatement') return true
  }
  return false
}
