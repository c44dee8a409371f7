/**
 * A name that has been given a value already: 2 * oc.dot(d) is written as b where `const b = 2 * oc.dot(d)` stands before,
 * so that the fix reads as the source did, and computes nothing again.
 */
import type { TSESTree } from '@typescript-eslint/utils'
import type { Formula } from '../formula/formula.ts'
import type { Reading } from '../reading/index.ts'
import type { Variable } from '../reading/resolve.ts'
import { isFunction, isImmediateCallback, type Node } from '../reading/syntax.ts'
import { binding, type Text } from './text.ts'

/** The name, written where it is needed: its declaration has to stay. */
export function named(variable: Variable): Text {
  const use = variable.references.find(reference => reference.isRead())?.identifier ?? variable.identifiers[0]!
  return { text: variable.name, level: binding.atom, kept: [use.range] }
}

/** The variable that holds the value at the site, on every way that leads there. */
export function nameFor(f: Formula, site: Node, reading: Reading): Variable | undefined {
  const { resolver, ownership } = reading
  for (const block of blocksAround(site))
    for (const id of valuesOf(block, reading).get(f.key) ?? []) {
      if (id.parent.range[1] > site.range[0]) continue
      const variable = resolver.lookUp(id.name, site)
      if (variable?.identifiers[0] !== id || resolver.isReassigned(variable)) continue
      if (!f.domain || ownership.isFrozen(variable)) return variable
    }
  return undefined
}

/** The nearest first. What is outside of the function may not have been reached when it is called. */
function* blocksAround(site: Node): Generator<TSESTree.BlockStatement | TSESTree.Program> {
  for (let at = site; at.parent && (!isFunction(at) || isImmediateCallback(at)); at = at.parent)
    if (at.parent.type === 'BlockStatement' || at.parent.type === 'Program') yield at.parent
}

/** The names that a block declares, by the keys of their values, the last first. */
function valuesOf(block: TSESTree.BlockStatement | TSESTree.Program, reading: Reading): ReadonlyMap<number, Name[]> {
  let values = blocks.get(block)
  if (!values) {
    blocks.set(block, (values = new Map()))
    for (const statement of block.body.toReversed())
      for (const { id, init } of statement.type === 'VariableDeclaration' ? statement.declarations.toReversed() : [])
        if (id.type === 'Identifier' && init) {
          const { key } = reading.read(init)
          const names = values.get(key)
          if (names) names.push(id)
          else values.set(key, [id])
        }
  }
  return values
}

type Name = TSESTree.Identifier

const blocks = new WeakMap<Node, Map<number, Name[]>>()
