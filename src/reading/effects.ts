/**
 * When two reads see the same value. The effects of a function are the places where memory may change: calls of unknown
 * functions, writes to members, `await` and `yield`. Two reads agree when no effect lies between them. As sources run
 * forward but for loops, a read's epoch is the innermost loop that has effects, and how many of them precede the read in
 * it: a number that can be compared without looking at the other read.
 *
 * A certain reader counts every effect but writes to an array that nobody else can have. A trusting one counts only
 * those that name what is read: it takes an unknown call to leave alone what is not handed to it as a statement of its own.
 */
import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import {
  descendants,
  enclosingFunction,
  isFunction,
  isImmediateCallback,
  isLoop,
  isWithin,
  memberName,
  pureMethods,
  seenThrough,
  type FunctionNode,
  type Node,
} from './syntax.ts'
import { pathOf, prefixes } from './paths.ts'
import type { Denoted, Resolver, Variable } from './resolve.ts'

interface Effect {
  readonly at: number
  /** The variable that holds the object written to; undefined for a call, or where it is not known. */
  readonly written: Variable | undefined
  readonly node: Node
  /** What changes: this path and all below it. */
  readonly path?: string | undefined
  /** What is handed to a call whose result nobody wants: all below these paths changes. */
  readonly below?: readonly string[]
}

const pureGlobals = new Set([
  'Math',
  'Number',
  'Object',
  'Array',
  'String',
  'Boolean',
  'JSON',
  'console',
  'isNaN',
  'isFinite',
  'parseFloat',
  'parseInt',
  'performance',
  'Error',
  'RangeError',
  'TypeError',
  'Date',
])
const pureConstructors =
  /^(Array|(Float|Int|Uint|Uint8Clamped|BigInt|BigUint)\d*(Clamped)?Array|Error|RangeError|TypeError|Map|Set)$/

/** Methods that change the array. */
const mutators = new Set(['push', 'pop', 'shift', 'unshift', 'splice', 'sort', 'reverse', 'fill', 'set', 'copyWithin'])

export class Effects {
  readonly #trusting: boolean
  readonly #resolver: Resolver
  readonly #keys: TSESLint.SourceCode.VisitorKeys
  readonly #byFunction = new WeakMap<Node, readonly Effect[]>()
  readonly #changesByPath = new WeakMap<Node, Map<string | Variable | undefined, readonly number[]>>()
  readonly #writersByPath = new WeakMap<Node, Map<string, readonly Node[]>>()
  readonly #private = new WeakMap<Variable, boolean>()
  readonly #loops = new Map<string, Node>()
  readonly #pure = new WeakMap<FunctionNode, boolean>()
  readonly #isOperator: (denoted: Denoted) => boolean
  /** A function of another file without effects. */
  readonly #isPureImport: (denoted: Denoted) => boolean

  constructor(
    resolver: Resolver,
    keys: TSESLint.SourceCode.VisitorKeys,
    isOperator: (denoted: Denoted) => boolean,
    isPureImport: (denoted: Denoted) => boolean,
    trusting: boolean,
  ) {
    this.#isPureImport = isPureImport
    this.#trusting = trusting
    this.#resolver = resolver
    this.#keys = keys
    this.#isOperator = isOperator
  }

  /** When memory is read at `node`: the member `read`, or the entries of the array `read`. */
  memoryEpoch(node: Node, read: Node = node, entries = false): string {
    const body = enclosingFunction(node)
    return this.#epoch(node, body, this.#changes(body, read, entries))
  }

  /** When `node` reads a variable: 'always' if it is written only once. */
  bindingEpoch(variable: Variable, node: Node): string {
    const writes = variable.references.filter(reference => reference.isWrite() && !reference.init)
    if (writes.length === 0) return 'always'
    const body = enclosingFunction(node)
    const here = writes
      .filter(write => enclosingFunction(write.identifier) === body)
      .map(write => endOfWrite(write.identifier))
    const elsewhere = writes.length > here.length && !this.#trusting
    const changes = elsewhere ? [...here, ...this.#effects(body).map(effect => effect.at)] : here
    return this.#epoch(
      node,
      body,
      changes.sort((a, b) => a - b),
    )
  }

  /** What may change a path in a function, in order. */
  changing(body: Node, path: string): readonly Node[] {
    let byPath = this.#writersByPath.get(body)
    if (!byPath) this.#writersByPath.set(body, (byPath = new Map()))
    let writers = byPath.get(path)
    if (!writers)
      byPath.set(
        path,
        (writers = this.#effects(body)
          .filter(this.#concerns(path))
          .map(effect => effect.node)),
      )
    return writers
  }

  /** The loop in which what was read at an epoch changes; undefined if in none. */
  loopOf(epoch: string): Node | undefined {
    return this.#loops.get(epoch)
  }

  #epoch(node: Node, body: Node, changes: readonly number[]): string {
    const { name, loop } = epoch(node, body, changes)
    if (loop) this.#loops.set(name, loop)
    return name
  }

  /** The positions in a function at which what `read` reads may change. */
  /** When the length of an array is read: writing to its entries leaves it alone, unless they are its first. */
  lengthEpoch(node: Node, array: Node): string {
    const body = enclosingFunction(node)
    const inner = seenThrough(array)
    const path = pathOf(inner, this.#resolver)
    const variable = inner.type === 'Identifier' ? this.#resolver.variable(inner) : undefined
    const init = variable && this.#resolver.initialValue(variable)?.init
    const isGrowing =
      init?.type === 'ArrayExpression' || (init?.type === 'NewExpression' && init.arguments.length === 0)
    const own = (effect: Effect): boolean =>
      path !== undefined && effect.path === `${path}[]` && effect.node.type !== 'CallExpression' && !isGrowing
    const key = this.#trusting ? path && `${path}[]` : this.#privateRoot(inner)
    const changes = this.#remembered(body, `length of ${path}`, () =>
      this.#effects(body)
        .filter(this.#concerns(key))
        .filter(effect => !own(effect)),
    )
    return this.#epoch(node, body, changes)
  }

  #changes(body: Node, read: Node, entries: boolean): readonly number[] {
    const inner = seenThrough(read)
    const path = this.#trusting ? pathOf(inner, this.#resolver) : undefined
    const key = this.#trusting ? path && (entries ? `${path}[]` : path) : this.#privateRoot(inner)
    return this.#remembered(body, key, () => this.#effects(body).filter(this.#concerns(key)))
  }

  #remembered(body: Node, key: string | Variable | undefined, find: () => readonly Effect[]): readonly number[] {
    let byKey = this.#changesByPath.get(body)
    if (!byKey) this.#changesByPath.set(body, (byKey = new Map()))
    let changes = byKey.get(key)
    if (!changes) byKey.set(key, (changes = find().map(effect => effect.at)))
    return changes
  }

  #concerns(key: string | Variable | undefined): (effect: Effect) => boolean {
    if (this.#trusting && key === undefined) return () => false
    if (typeof key !== 'string') return ({ written }) => !written || written === key || !this.isPrivate(written)
    const above = new Set(prefixes(key))
    return ({ path, below }) =>
      path !== undefined ? above.has(path) : (below ?? []).some(one => one !== key && above.has(one))
  }

  #privateRoot(node: Node): Variable | undefined {
    while (node.type === 'MemberExpression') node = seenThrough(node.object)
    const variable = node.type === 'Identifier' ? this.#resolver.variable(node) : undefined
    return variable && this.isPrivate(variable) ? variable : undefined
  }

  /** Running the function changes nothing that its caller can see. */
  isPure(fn: FunctionNode): boolean {
    const known = this.#pure.get(fn)
    if (known !== undefined) return known
    // A recursive call is as pure as the rest.
    this.#pure.set(fn, true)
    const pure =
      !fn.async &&
      !fn.generator &&
      this.#effects(fn).every(effect => effect.written && this.#isFresh(effect.written, fn)) &&
      !this.#writesOutside(fn)
    this.#pure.set(fn, pure)
    return pure
  }

  /** Evaluating the expression may change something, or give another value the next time. */
  isImpure(node: Node): boolean {
    for (const part of descendants(node, this.#keys, inner => !isFunction(inner) || isImmediateCallback(inner)))
      if (this.acts(part)) return true
    return false
  }

  /** Whether something with effects is in a node, but not in one of its parts. */
  actsOutside(node: Node, part: Node): boolean {
    for (const inner of descendants(
      node,
      this.#keys,
      at => at !== part && (!isFunction(at) || isImmediateCallback(at)),
    ))
      if (inner !== part && !isWithin(inner, part) && this.acts(inner) && !isWithin(part, inner)) return true
    return false
  }

  /** The node itself, apart from its parts, is what changes something. */
  acts(node: Node): boolean {
    return (
      node.type === 'AssignmentExpression' ||
      node.type === 'UpdateExpression' ||
      this.#isEffect(node) ||
      (node.type === 'CallExpression' && isRandom(node.callee))
    )
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
          use =>
            this.#onlyReads(use) || (isElementWrite(use) && enclosingFunction(use) === enclosingFunction(initial.init)),
        )
      this.#private.set(variable, isPrivate)
    }
    return isPrivate
  }

  /** An array of our own, or one that is all that its function writes to: nobody else changes it meanwhile. */
  isPrivateOrSole(variable: Variable, at: Node): boolean {
    if (this.isPrivate(variable)) return true
    const [definition] = variable.defs
    const body = enclosingFunction(at)
    if (definition?.type !== 'Parameter' || definition.node !== body || this.#resolver.isReassigned(variable))
      return false
    return this.#effects(body).every(
      ({ written }) => written !== undefined && (written === variable || this.isPrivate(written)),
    )
  }

  #staysHere(variable: Variable, init: Node, isAllowed: (use: Node) => boolean): boolean {
    const uses = variable.references.filter(reference => !reference.init).map(reference => reference.identifier as Node)
    if (!uses.every(isAllowed)) return false
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
    if (parent.type === 'CallExpression' && parent.callee !== node) return this.#isAtomic(parent)
    if (parent.type === 'BinaryExpression' || parent.type === 'UnaryExpression') return true
    if (parent.type !== 'MemberExpression' || parent.object !== node) return false
    const use = parent.parent
    if (use?.type === 'CallExpression' && use.callee === parent) return pureMethods.has(memberName(parent) ?? '')
    return !isWriteTarget(parent)
  }

  #effects(body: Node): readonly Effect[] {
    const known = this.#byFunction.get(body)
    if (known) return known
    const found: Effect[] = []
    const root = isFunction(body) ? body.body : body
    for (const node of descendants(root, this.#keys, inner => !isFunction(inner) || isImmediateCallback(inner))) {
      if (isFunction(node) && !isImmediateCallback(node)) continue
      const target =
        node.type === 'AssignmentExpression' ? node.left : node.type === 'UpdateExpression' ? node.argument : undefined
      const at = node.range[1]
      if (target?.type === 'MemberExpression')
        found.push({ at, written: this.#rootVariable(target), node, path: pathOf(target, this.#resolver) })
      else if (target && target.type !== 'Identifier') found.push({ at, written: undefined, node })
      else if (node.type === 'CallExpression' && isMutation(node)) {
        const { object } = node.callee as TSESTree.MemberExpression
        if (isNew(seenThrough(object))) continue
        const path = pathOf(object, this.#resolver)
        const array = seenThrough(object)
        const written = array.type === 'Identifier' ? this.#resolver.variable(array) : undefined
        found.push({ at, written, node, path: path && `${path}[]` })
      } else if (this.#isEffect(node)) found.push({ at, written: undefined, node, below: this.#handedTo(node) })
    }
    found.sort((a, b) => a.at - b.at)
    this.#byFunction.set(body, found)
    return found
  }

  /** A call that stands alone is there for what it does to its arguments, or to its object. */
  #handedTo(node: Node): string[] {
    const statement = node.parent?.type === 'AwaitExpression' ? node.parent.parent : node.parent
    if (node.type !== 'CallExpression' || statement?.type !== 'ExpressionStatement') return []
    const callee = seenThrough(node.callee)
    const handed: Node[] = [...node.arguments, ...(callee.type === 'MemberExpression' ? [callee.object] : [])]
    return handed.flatMap(argument => pathOf(argument, this.#resolver) ?? [])
  }

  /** Of `x[i] = …`, not of `x[i].y = …`, which writes to another object. */
  #rootVariable(target: TSESTree.MemberExpression): Variable | undefined {
    const object = seenThrough(target.object)
    return object.type === 'Identifier' ? this.#resolver.variable(object) : undefined
  }

  #isEffect(node: Node): boolean {
    switch (node.type) {
      case 'AwaitExpression':
      case 'YieldExpression':
      case 'TaggedTemplateExpression':
      case 'ImportExpression':
        return true
      case 'UnaryExpression':
        return node.operator === 'delete'
      case 'NewExpression':
        return !(node.callee.type === 'Identifier' && pureConstructors.test(node.callee.name))
      case 'CallExpression':
        return !this.#isPureCall(node)
      default:
        return false
    }
  }

  /** A function of numbers: it neither keeps the array nor gives it back. */
  #isAtomic(node: TSESTree.CallExpression): boolean {
    const denoted = this.#resolver.denoted(node.callee)
    return (
      denoted !== undefined &&
      (this.#isOperator(denoted) ||
        (denoted.kind === 'global' && (denoted.path[0] === 'Math' || denoted.path[0] === 'console')))
    )
  }

  #isPureCall(node: TSESTree.CallExpression): boolean {
    const callee = seenThrough(node.callee)
    const denoted = this.#resolver.denoted(callee)
    if (denoted?.kind === 'global' && pureGlobals.has(denoted.path[0]!))
      return denoted.path[1] !== 'assign' && denoted.path[1] !== 'defineProperty'
    if (denoted && (this.#isOperator(denoted) || this.#isPureImport(denoted))) return true
    const local = this.#resolver.localFunction(callee)
    if (local) return this.isPure(local)
    if (callee.type !== 'MemberExpression' || !pureMethods.has(memberName(callee) ?? '')) return false
    // A callback given by name runs too; one written here is part of this function.
    return node.arguments.every(
      argument => isFunction(argument) || argument.type !== 'Identifier' || this.#isHarmless(argument),
    )
  }

  #isHarmless(argument: Node): boolean {
    const local = this.#resolver.localFunction(argument)
    return local ? this.isPure(local) : true
  }

  /** Declared in the function as something new: writing to it concerns nobody else. */
  #isFresh(variable: Variable, fn: FunctionNode): boolean {
    const initial = this.#resolver.initialValue(variable)
    if (!initial || !isWithin(initial.init, fn)) return false
    const init = seenThrough(initial.init)
    if (init.type === 'ArrayExpression' || init.type === 'ObjectExpression' || init.type === 'NewExpression')
      return true
    return (
      init.type === 'CallExpression' &&
      init.callee.type === 'MemberExpression' &&
      pureMethods.has(memberName(init.callee) ?? '')
    )
  }

  #writesOutside(fn: FunctionNode): boolean {
    for (const node of descendants(fn.body, this.#keys)) {
      const target =
        node.type === 'AssignmentExpression' ? node.left : node.type === 'UpdateExpression' ? node.argument : undefined
      if (target?.type !== 'Identifier') continue
      const variable = this.#resolver.variable(target)
      if (!variable || !variable.defs.every(definition => isWithin(definition.name, fn))) return true
    }
    return false
  }
}

/** An expression that makes a new array, or calls what does. */
const isMade = (init: Node): boolean =>
  init.type === 'ArrayExpression' || init.type === 'NewExpression' || init.type === 'CallExpression'

/** An expression that certainly makes an array of its own. */
function isNew(init: Node): boolean {
  if (init.type === 'ArrayExpression') return true
  if (init.type === 'NewExpression') return init.callee.type === 'Identifier' && pureConstructors.test(init.callee.name)
  if (init.type !== 'CallExpression') return false
  const callee = seenThrough(init.callee)
  if (callee.type === 'Identifier') return callee.name === 'Array'
  const name = callee.type === 'MemberExpression' ? memberName(callee) : undefined
  if (name === 'fill') return isNew(seenThrough((callee as TSESTree.MemberExpression).object))
  return name === 'from' || name === 'map' || name === 'slice' || name === 'concat' || name === 'filter'
}

/** `x.push(y)`, and whatever else changes its array. */
const isMutation = (node: TSESTree.CallExpression): boolean =>
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

const isRandom = (node: Node): boolean => node.type === 'MemberExpression' && memberName(node) === 'random'

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

/** The end of the assignment: what is read on its right side is still the old value. */
function endOfWrite(identifier: Node): number {
  let node = identifier
  while (
    node.parent &&
    node.type !== 'AssignmentExpression' &&
    node.type !== 'UpdateExpression' &&
    node.type !== 'VariableDeclarator' &&
    node.type !== 'ForOfStatement' &&
    node.type !== 'ForInStatement'
  )
    node = node.parent
  return node.type === 'ForOfStatement' || node.type === 'ForInStatement' ? identifier.range[1] : node.range[1]
}

/** `changes` in order of position. The first change after which `node` is read, within the loop that repeats some. */
function epoch(
  node: Node,
  body: Node,
  changes: readonly number[],
): { readonly name: string; readonly loop: Node | undefined } {
  if (changes.length === 0) return { name: `${body.range[0]}`, loop: undefined }
  let region = body
  for (let at: Node = node, parent = node.parent; parent && at !== body; at = parent, parent = parent.parent) {
    // The update of a for loop runs after its body, though it is written before.
    const isUpdate = parent.type === 'ForStatement' && parent.update === at
    const repeated = isUpdate ? at : isLoop(at) ? at : undefined
    if (repeated && (isUpdate || countBefore(changes, repeated.range[1]) > countBefore(changes, repeated.range[0]))) {
      region = repeated
      break
    }
  }
  const name = `${body.range[0]} ${region.range[0]} ${countBefore(changes, node.range[0])}`
  return { name, loop: region === body ? undefined : region }
}

/** How many changes end at or before a position: binary search. */
function countBefore(changes: readonly number[], position: number): number {
  let low = 0
  let high = changes.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (changes[middle]! <= position) low = middle + 1
    else high = middle
  }
  return low
}
