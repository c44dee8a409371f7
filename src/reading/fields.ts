/**
 * Fields of `this` that one method writes and another reads: `forward` keeps its softmax, `backward` takes the logarithm.
 * Which call came last nobody can see, so that only a trusting reader follows them, and only a field that is written in
 * one place (besides what makes it empty).
 */
import type { TSESTree } from '@typescript-eslint/utils'
import type { Formula } from '../formula/formula.ts'
import type { Reading } from './index.ts'
import { contents } from './entries.ts'
import { ownerOfThis } from './methods.ts'
import { descendants, enclosingThis, memberName, seenThrough, type Node } from './syntax.ts'

export class Fields {
  readonly #reading: Reading
  #writes: Map<string, TSESTree.AssignmentExpression[]> | undefined

  constructor(reading: Reading) {
    this.#reading = reading
  }

  /** What the method that writes `this.name` leaves in it, as seen from another method. */
  stored(node: Node, name: string): Formula | undefined {
    const writes = (this.#writes ??= this.#collect()).get(`${ownerOfThis(node)} ${name}`)
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
      const key = `${ownerOfThis(node)} ${name}`
      found.set(key, [...(found.get(key) ?? []), node])
    }
    return found
  }
}

/** `null`, `[]`, `0`, `new Float64Array(n)`: there to be filled later. */
const isEmpty = (value: Node): boolean =>
  (value.type === 'AssignmentExpression' && isEmpty(value.right)) ||
  value.type === 'Literal' ||
  (value.type === 'Identifier' && value.name === 'undefined') ||
  (value.type === 'ArrayExpression' && value.elements.length === 0) ||
  (value.type === 'ObjectExpression' && value.properties.length === 0)
