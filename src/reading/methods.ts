/**
 * Methods: the function that `object.name(…)` runs, where it can be seen what the object is: `this` under all its names,
 * a class, an instance of one, what shares a prototype, an object literal. All that have their methods from the same place
 * share an owner. A class is taken to be nobody's superclass.
 */
import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import type { Resolver } from './resolve.ts'
import {
  descendants,
  enclosingThis,
  isFunction,
  memberName,
  seenThrough,
  staticName,
  type FunctionNode,
  type Node,
} from './syntax.ts'

/** Superclasses followed, so that a class that extends itself ends. */
const deepestClass = 8

type Side = 'instance' | 'static'

export class Methods {
  readonly #resolver: Resolver
  readonly #program: Node
  readonly #keys: TSESLint.SourceCode['visitorKeys']
  readonly #superclasses = new Map<string, string>()
  /** What each owner has under each name: functions, or what cannot be seen. */
  #members: Map<string, (FunctionNode | undefined)[]> | undefined

  constructor(resolver: Resolver, program: Node, keys: TSESLint.SourceCode['visitorKeys']) {
    this.#resolver = resolver
    this.#program = program
    this.#keys = keys
  }

  /** The only function that can be called by that name. */
  called(callee: TSESTree.MemberExpression): FunctionNode | undefined {
    const name = memberName(callee)
    let owner = name === undefined ? undefined : this.#ownerOf(callee.object)
    if (owner === undefined) return undefined
    const members = (this.#members ??= this.#collect())
    for (let depth = 0; owner !== undefined && depth < deepestClass; depth++) {
      const found = members.get(`${owner} ${name}`)
      if (found) return found.length === 1 ? found[0] : undefined
      owner = this.#superclasses.get(owner)
    }
    return undefined
  }

  #ownerOf(object: Node): string | undefined {
    object = seenThrough(object)
    if (object.type === 'ThisExpression') return ownerOfThis(object)
    if (object.type === 'NewExpression') return this.#ownerOfMade(object.callee, 'instance')
    if (isExports(object)) return ofExports
    if (object.type === 'MemberExpression')
      return memberName(object) === 'prototype' ? this.#ownerOfMade(object.object, 'instance') : undefined
    const variable = object.type === 'Identifier' ? this.#resolver.variable(object) : undefined
    if (!variable) return undefined
    const initial = this.#resolver.initialValue(variable)
    const value = initial?.pattern.type === 'Identifier' ? seenThrough(initial.init) : undefined
    if (value?.type === 'ObjectExpression') return ownerOfLiteral(value)
    if (value?.type === 'ThisExpression' || value?.type === 'NewExpression') return this.#ownerOf(value)
    return this.#ownerOfMade(object, 'static') ?? (value && `instance of ${variable.name}`)
  }

  /** What the instances of a class, or of a function that constructs, have in common; or the class itself. */
  #ownerOfMade(name: Node, side: Side): string | undefined {
    const variable = name.type === 'Identifier' ? this.#resolver.variable(name) : undefined
    if (!variable || variable.defs.length !== 1 || this.#resolver.isReassigned(variable)) return undefined
    const [definition] = variable.defs
    const made = definition!.type === 'Variable' ? this.#resolver.initialValue(variable)?.init : definition!.node
    if (made?.type === 'ClassDeclaration' || made?.type === 'ClassExpression') return ownerOfClass(made.body, side)
    return made && isFunction(made as Node) && definition!.type !== 'Parameter'
      ? `${side} of ${variable.name}`
      : undefined
  }

  #collect(): Map<string, (FunctionNode | undefined)[]> {
    const members = new Map<string, (FunctionNode | undefined)[]>()
    const add = (owner: string | undefined, key: Node, computed: boolean, value: Node | null): void => {
      const name = staticName(key, computed)
      if (owner === undefined || name === undefined) return
      const before = members.get(`${owner} ${name}`)
      const fn = value && isFunction(value) ? value : undefined
      if (before) before.push(fn)
      else members.set(`${owner} ${name}`, [fn])
    }
    for (const node of descendants(this.#program, this.#keys)) {
      switch (node.type) {
        case 'MethodDefinition':
        case 'PropertyDefinition': {
          const owner = ownerOfClass(node.parent, node.static ? 'static' : 'instance')
          const isPlain = node.type === 'PropertyDefinition' || node.kind === 'method'
          add(owner, node.key, node.computed, isPlain ? node.value : null)
          break
        }
        case 'Property':
          if (node.parent.type === 'ObjectExpression')
            add(ownerOfLiteral(node.parent), node.key, node.computed, node.kind === 'init' ? node.value : null)
          break
        case 'AssignmentExpression':
          if (node.left.type === 'MemberExpression' && memberName(node.left) !== 'prototype')
            add(this.#ownerOf(node.left.object), node.left.property, node.left.computed, seenThrough(node.right))
          break
        case 'ClassDeclaration':
        case 'ClassExpression':
          for (const side of ['instance', 'static'] as const) {
            const above = node.superClass && this.#ownerOfMade(node.superClass, side)
            if (above) this.#superclasses.set(ownerOfClass(node.body, side), above)
          }
      }
    }
    return members
  }
}

const ownerOfClass = ({ range }: Node, side: Side): string => `${side} of ${range[0]}`

const ofExports = 'instance of exports'

/** `exports`, `module.exports`. */
const isExports = (node: Node): boolean =>
  (node.type === 'Identifier' && node.name === 'exports') ||
  (node.type === 'MemberExpression' &&
    node.object.type === 'Identifier' &&
    node.object.name === 'module' &&
    memberName(node) === 'exports')

/** An object literal goes by the name of the variable, or of the prototype, that it is given to. */
function ownerOfLiteral(literal: TSESTree.ObjectExpression): string {
  const { parent } = literal
  if (parent.type === 'VariableDeclarator' && parent.id.type === 'Identifier') return `instance of ${parent.id.name}`
  if (parent.type !== 'AssignmentExpression' || parent.right !== literal) return `${literal.range[0]}`
  if (isExports(parent.left)) return ofExports
  const name = prototyped(parent.left)
  return name === undefined ? `${literal.range[0]}` : `instance of ${name}`
}

/** The X of `X.prototype`. */
const prototyped = (node: Node): string | undefined =>
  node.type === 'MemberExpression' && memberName(node) === 'prototype' && node.object.type === 'Identifier'
    ? node.object.name
    : undefined

/** What all functions that see the same `this` have in common: a class, an object, a prototype. */
export function ownerOfThis(node: Node): string {
  const fn = enclosingThis(node)
  const { parent } = fn
  const member = parent?.type === 'MethodDefinition' ? parent : fn.type === 'PropertyDefinition' ? fn : undefined
  if (member) return ownerOfClass(member.parent, member.static ? 'static' : 'instance')
  if (parent?.type === 'Property' && parent.parent.type === 'ObjectExpression') return ownerOfLiteral(parent.parent)
  if (fn.type === 'FunctionDeclaration' && fn.id) return `instance of ${fn.id.name}`
  if (parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier') return `instance of ${parent.id.name}`
  if (parent?.type !== 'AssignmentExpression') return `${fn.range[0]}`
  const target = parent.left
  if (target.type === 'Identifier') return `instance of ${target.name}`
  if (target.type !== 'MemberExpression') return `${fn.range[0]}`
  if (isExports(target.object)) return ofExports
  // A.prototype.forward = function …; this.forward = function … in a constructor
  const object = seenThrough(target.object)
  if (object.type === 'ThisExpression') return isFunction(fn) ? ownerOfThis(target) : `${fn.range[0]}`
  const name = prototyped(object) ?? (object.type === 'Identifier' ? object.name : undefined)
  return name === undefined ? `${fn.range[0]}` : `instance of ${name}`
}
