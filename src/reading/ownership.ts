/**
 * Whose an array is: one that was made here and never handed on changes only by what is written to it under its name.
 */
import type { TSESTree } from '@typescript-eslint/utils'
import type { Effects } from './effects.ts'
import type { Resolver, Variable } from './resolve.ts'
import { enclosingFunction, isLoop, isWithin, memberName, pureMethods, seenThrough, type Node } from './syntax.ts'

export const pureConstructors =
  /^(Array|(Float|Int|Uint|Uint8Clamped|BigInt|BigUint)\d*(Clamped)?Array|Error|RangeError|TypeError|Map|Set)$/

/** Methods that change the array. */
const mutators = new Set(['push', 'pop', 'shift', 'unshift', 'splice', 'sort', 'reverse', 'fill', 'set', 'copyWithin'])

export class Ownership {
  readonly #resolver: Resolver
  readonly #effects: Effects
  readonly #private = new WeakMap<Variable, boolean>()

  constructor(resolver: Resolver, effects: Effects) {
    this.#resolver = resolver
    this.#effects = effects
  }

  /** An array made here, every use of which only reads it: nobody else can change its entries. */
  isFrozen(variable: Variable): boolean {
    const initial = this.#resolver.initialValue(variable)
    if (!initial || initial.pattern.type !== 'Identifier' || !isMade(seenThrough(initial.init))) return false
    return this.#staysHere(variable, initial.init, use => this.#onlyReads(use))
  }

  /** An array made here, of which nobody else learns: only what is written to it by this name changes its entries. */
  isPrivate(variable: Variable): boolean {
    let isPrivate = this.#private.get(variable)
    if (isPrivate === undefined) {
      const initial = this.#resolver.initialValue(variable)
      isPrivate =
        initial?.pattern.type === 'Identifier' &&
        isNew(seenThrough(initial.init)) &&
        this.#staysHere(
          variable,
          initial.init,
          (use, uses) =>
            this.#onlyReads(use) ||
            (isElementWrite(use) && enclosingFunction(use) === enclosingFunction(initial.init)) ||
            this.#isHandedOver(use, uses, initial.init),
        )
      this.#private.set(variable, isPrivate)
    }
    return isPrivate
  }

  /** Given away as the last that is done with it, in the round of the loop that made it: `rows.push(row)`. */
  #isHandedOver(use: Node, uses: readonly Node[], init: Node): boolean {
    const home = enclosingFunction(init)
    if (!uses.every(other => enclosingFunction(other) === home && other.range[0] <= use.range[0])) return false
    for (let at = use.parent; at && !isWithin(init, at); at = at.parent) if (isLoop(at)) return false
    return true
  }

  /** An array of our own, or one that is all that its function writes to: nobody else changes it meanwhile. */
  isPrivateOrSole(variable: Variable, at: Node): boolean {
    if (this.isPrivate(variable)) return true
    const [definition] = variable.defs
    const body = enclosingFunction(at)
    if (definition?.type !== 'Parameter' || definition.node !== body || this.#resolver.isReassigned(variable))
      return false
    return this.#effects
      .of(body)
      .every(({ written }) => written !== undefined && (written === variable || this.isPrivate(written)))
  }

  #staysHere(variable: Variable, init: Node, isAllowed: (use: Node, uses: readonly Node[]) => boolean): boolean {
    const uses = variable.references.filter(reference => !reference.init).map(reference => reference.identifier as Node)
    if (!uses.every(use => isAllowed(use, uses))) return false
    // Who gets it by `return` may change it before a closure reads it again.
    const home = enclosingFunction(init)
    return (
      !uses.some(use => use.parent?.type === 'ReturnStatement') || uses.every(use => enclosingFunction(use) === home)
    )
  }

  #onlyReads(identifier: Node): boolean {
    let node = identifier
    while (node.parent && seenThrough(node.parent) === identifier) node = node.parent
    const parent = node.parent
    if (!parent) return false
    if (parent.type === 'SpreadElement' || parent.type === 'ReturnStatement' || parent.type === 'ForOfStatement')
      return true
    if (parent.type === 'CallExpression' && parent.callee !== node) return this.#effects.isAtomic(parent)
    if (parent.type === 'BinaryExpression' || parent.type === 'UnaryExpression') return true
    if (parent.type !== 'MemberExpression' || parent.object !== node) return false
    const use = parent.parent
    if (use?.type === 'CallExpression' && use.callee === parent) return pureMethods.has(memberName(parent) ?? '')
    return !isWriteTarget(parent)
  }
}

/** An expression that makes a new array, or calls what does. */
const isMade = (init: Node): boolean =>
  init.type === 'ArrayExpression' || init.type === 'NewExpression' || init.type === 'CallExpression'

/** An expression that certainly makes an array of its own. */
export function isNew(init: Node): boolean {
  if (init.type === 'ArrayExpression') return true
  if (init.type === 'NewExpression')
    return init.callee.type === 'Identifier' && pureConstructors.test(init.callee.name) && !isView(init)
  if (init.type !== 'CallExpression') return false
  const callee = seenThrough(init.callee)
  if (callee.type === 'Identifier') return callee.name === 'Array'
  const name = callee.type === 'MemberExpression' ? memberName(callee) : undefined
  if (name === 'fill') return isNew(seenThrough((callee as TSESTree.MemberExpression).object))
  return name === 'from' || name === 'map' || name === 'slice' || name === 'concat' || name === 'filter'
}

/** A typed array over the memory of another: `new Float64Array(x.buffer)`, or of a part of a buffer. */
function isView({ callee, arguments: [first, second] }: TSESTree.NewExpression): boolean {
  if (callee.type !== 'Identifier' || !/\d(Clamped)?Array$/.test(callee.name) || !first) return false
  const name =
    first.type === 'Identifier' ? first.name : first.type === 'MemberExpression' ? (memberName(first) ?? '') : ''
  return second !== undefined || /(buf|buffer|memory|heap)$/i.test(name)
}

/** `x.push(y)`, and whatever else changes its array. */
export const isMutation = (node: TSESTree.CallExpression): boolean =>
  node.callee.type === 'MemberExpression' && mutators.has(memberName(node.callee) ?? '')

/** `x[i] = …` and `x.push(…)` as seen from `x`. */
export function isElementWrite(identifier: Node): boolean {
  const member = identifier.parent
  if (member?.type !== 'MemberExpression' || member.object !== identifier) return false
  const use = member.parent
  if (use?.type === 'CallExpression') return use.callee === member && isMutation(use)
  return (
    member.computed &&
    ((use?.type === 'AssignmentExpression' && use.left === member) || use?.type === 'UpdateExpression')
  )
}

function isWriteTarget(node: Node): boolean {
  const parent = node.parent!
  return (
    (parent.type === 'AssignmentExpression' && parent.left === node) ||
    parent.type === 'UpdateExpression' ||
    (parent.type === 'UnaryExpression' && parent.operator === 'delete') ||
    parent.type === 'ArrayPattern' ||
    (parent.type === 'Property' && parent.parent.type === 'ObjectPattern') ||
    (parent.type === 'ForOfStatement' && parent.left === node)
  )
}
