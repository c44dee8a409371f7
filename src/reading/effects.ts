/**
 * What changes something: calls of unknown functions, writes to members, `await` and `yield`. The effects of a function
 * are the places where memory may change while it runs; a function whose effects all concern what it made itself is pure.
 */
import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import {
  descendants,
  isFunction,
  isImmediateCallback,
  isWithin,
  memberName,
  pureMethods,
  seenThrough,
  type FunctionNode,
  type Node,
} from './syntax.ts'
import { isMutation, isNew, pureConstructors } from './ownership.ts'
import { pathOf } from './paths.ts'
import type { Denoted, Resolver, Variable } from './resolve.ts'

export interface Effect {
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
  'Float32Array',
  'Float64Array',
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
export class Effects {
  readonly #resolver: Resolver
  readonly #keys: TSESLint.SourceCode.VisitorKeys
  readonly #byFunction = new WeakMap<Node, readonly Effect[]>()
  readonly #pure = new WeakMap<FunctionNode, boolean>()
  readonly #isOperator: (denoted: Denoted) => boolean
  /** A function of another file without effects. */
  readonly #isPureImport: (denoted: Denoted) => boolean
  readonly #isPureTensorCall: (call: TSESTree.CallExpression) => boolean

  constructor(
    resolver: Resolver,
    keys: TSESLint.SourceCode.VisitorKeys,
    isOperator: (denoted: Denoted) => boolean,
    isPureImport: (denoted: Denoted) => boolean,
    isPureTensorCall: (call: TSESTree.CallExpression) => boolean,
  ) {
    this.#isPureTensorCall = isPureTensorCall
    this.#isPureImport = isPureImport
    this.#resolver = resolver
    this.#keys = keys
    this.#isOperator = isOperator
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
      this.of(fn).every(effect => effect.written && this.#isFresh(effect.written, fn)) &&
      !this.#writesOutside(fn)
    this.#pure.set(fn, pure)
    return pure
  }

  /** Evaluating the expression may change something, or give another value the next time. */
  isImpure(node: Node): boolean {
    for (const part of descendants(node, this.#keys, inner => !isFunction(inner) || isImmediateCallback(inner)))
      if (this.acts(part) && !this.isLocal(part, node)) return true
    return false
  }

  /** It writes a variable that only a callback within the node knows: `(sum, v) => (sum += v)`. */
  isLocal(write: Node, node: Node): boolean {
    const target =
      write.type === 'AssignmentExpression'
        ? write.left
        : write.type === 'UpdateExpression'
          ? write.argument
          : undefined
    const variable = target?.type === 'Identifier' ? this.#resolver.variable(target) : undefined
    return variable?.defs.every(({ name }) => isWithin(name as Node, node) && name !== target) ?? false
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

  /** All effects of a function's own code, in order. */
  of(body: Node): readonly Effect[] {
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
  isAtomic(node: TSESTree.CallExpression): boolean {
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
    if (this.#isPureTensorCall(node)) return true
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

const isRandom = (node: Node): boolean => node.type === 'MemberExpression' && memberName(node) === 'random'
