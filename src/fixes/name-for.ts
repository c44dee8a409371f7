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
  for (const { id, init } of declaredBefore(site)) {
    if (id.type !== 'Identifier' || !init || reading.read(init).key !== f.key) continue
    const variable = resolver.lookUp(id.name, site)
    if (variable?.identifiers[0] !== id || resolver.isReassigned(variable)) continue
    if (!f.domain || ownership.isFrozen(variable)) return variable
  }
  return undefined
}

/** The nearest first. What is outside of the function may not have been reached when it is called. */
function* declaredBefore(site: Node): Generator<TSESTree.VariableDeclarator> {
  for (let at = site; at.parent && (!isFunction(at) || isImmediateCallback(at)); at = at.parent) {
    const { parent } = at
    const siblings: readonly Node[] =
      parent.type === 'BlockStatement' || parent.type === 'Program' || parent.type === 'VariableDeclaration'
        ? 'body' in parent
          ? parent.body
          : parent.declarations
        : []
    for (const sibling of siblings.slice(0, Math.max(0, siblings.indexOf(at))).toReversed()) {
      if (sibling.type === 'VariableDeclarator') yield sibling
      else if (sibling.type === 'VariableDeclaration') yield* sibling.declarations
    }
  }
}
