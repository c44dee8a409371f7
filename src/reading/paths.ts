/**
 * Where things are kept: a variable, a field of it, the entries of an array. A path is a name for such a place that can
 * be compared: `x`, `this.weights[]`, `layer.out.w[]`. All entries of an array share one.
 */
import type { Resolver, Variable } from './resolve.ts'
import { memberName, seenThrough, type Node } from './syntax.ts'

export const pathOfVariable = (variable: Variable): string =>
  `${variable.name}@${variable.identifiers[0]?.range[0] ?? 'global'}`

const aliasesFollowed = 8

/** The path of a variable, of `this`, of a member; undefined for what a call gives. */
export function pathOf(node: Node, resolver: Resolver, depth = 0): string | undefined {
  node = seenThrough(node)
  if (node.type === 'ThisExpression') return 'this'
  if (node.type === 'Identifier') {
    const variable = resolver.variable(node)
    if (!variable) return resolver.isReference(node) ? node.name : undefined
    // const w = layer.w; w[i] is an entry of layer.w.
    const initial = depth < aliasesFollowed ? resolver.initialValue(variable) : undefined
    const init = initial && initial.pattern.type === 'Identifier' ? seenThrough(initial.init) : undefined
    const alias =
      init?.type === 'Identifier' || init?.type === 'MemberExpression' || init?.type === 'ThisExpression'
        ? pathOf(init, resolver, depth + 1)
        : undefined
    return alias ?? pathOfVariable(variable)
  }
  if (node.type !== 'MemberExpression') return undefined
  const object = pathOf(node.object, resolver, depth)
  if (object === undefined) return undefined
  const name = memberName(node)
  return name === undefined ? `${object}[]` : `${object}.${name}`
}

/** The path and all that it is part of, outermost first: `a`, `a.b`, `a.b[]`. */
export function prefixes(path: string): string[] {
  const found: string[] = []
  for (let i = 0; i < path.length; i++) if (path[i] === '.' || path[i] === '[') found.push(path.slice(0, i))
  return [...found, path]
}
