/**
 * Fields of `this` that one method writes and another reads: `forward` keeps its softmax, `backward` takes the logarithm.
 * Which call came last nobody can see, so that only a trusting reader follows them, and only a field that is written in
 * one place (besides what makes it empty).
 */
import type { TSESTree } from '@typescript-eslint/utils'
import type { Formula } from '../formula/formula.ts'
import type { Reading } from './index.ts'
import { contents } from './entries.ts'
import { descendants, enclosingThis, isFunction, memberName, seenThrough, staticName, type Node } from './syntax.ts'

export class Fields {
  readonly #reading: Reading
  #writes: Map<string, TSESTree.AssignmentExpression[]> | undefined

  constructor(reading: Reading) {
    this.#reading = reading
  }

  /** What the method that writes `this.name` leaves in it, as seen from another method. */
  stored(node: Node, name: string): Formula | undefined {
    const writes = (this.#writes ??= this.#collect()).get(`${ownerOf(node)} ${name}`)
    const [write, ...others] = (writes ?? []).filter(({ right }) => !isEmpty(seenThrough(right)))
    if (!write || others.length > 0 || write.operator !== '=' || enclosingThis(write) === enclosingThis(node))
      return undefined
    const value = this.#reading.read(write.right)
    return value.domain ? value : (contents(write.right, write.right, this.#reading) ?? value)
  }

  #collect(): Map<string, TSESTree.AssignmentExpression[]> {
    const found = new Map<string, TSESTree.AssignmentExpression[]>()
    const { ast, visitorKeys } = this.#reading.sourceCode
    for (const node of descendants(ast as Node, visitorKeys)) {
      if (node.type !== 'AssignmentExpression' || node.left.type !== 'MemberExpression') continue
      const name = node.left.object.type === 'ThisExpression' ? memberName(node.left) : undefined
      if (name === undefined) continue
      const key = `${ownerOf(node)} ${name}`
      found.set(key, [...(found.get(key) ?? []), node])
    }
    return found
  }
}

/** What all methods that see the same `this` have in common: a class, an object, a prototype. */
function ownerOf(node: Node): string {
  const fn = enclosingThis(node)
  const { parent } = fn
  if (parent?.type === 'MethodDefinition' || fn.type === 'PropertyDefinition')
    return `${(parent?.type === 'MethodDefinition' ? parent : fn).parent!.range[0]}`
  if (parent?.type === 'Property') return `${parent.parent.range[0]}`
  if (fn.type === 'FunctionDeclaration' && fn.id) return `prototype of ${fn.id.name}`
  if (parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier') return `prototype of ${parent.id.name}`
  if (parent?.type !== 'AssignmentExpression') return `${fn.range[0]}`
  const target = parent.left
  if (target.type === 'Identifier') return `prototype of ${target.name}`
  if (target.type !== 'MemberExpression') return `${fn.range[0]}`
  // A.prototype.forward = function …; this.forward = function … in a constructor
  const object = seenThrough(target.object)
  if (object.type === 'ThisExpression') return isFunction(fn) ? ownerOf(target) : `${fn.range[0]}`
  if (
    object.type === 'MemberExpression' &&
    staticName(object.property, object.computed) === 'prototype' &&
    object.object.type === 'Identifier'
  )
    return `prototype of ${object.object.name}`
  return object.type === 'Identifier' ? `prototype of ${object.name}` : `${fn.range[0]}`
}

/** `null`, `[]`, `0`, `new Float64Array(n)`: there to be filled later. */
const isEmpty = (value: Node): boolean =>
  value.type === 'Literal' ||
  (value.type === 'Identifier' && value.name === 'undefined') ||
  (value.type === 'ArrayExpression' && value.elements.length === 0) ||
  (value.type === 'ObjectExpression' && value.properties.length === 0)
