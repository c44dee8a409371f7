/**
 * Of a file that holds some mathematics, the functions that do. A function is worth reading if its text has mathematics,
 * or if it uses by name what calls functions of mathematics or is a short helper: all others of a compiler or a server
 * that once divides something are passed over.
 */
import type { Reading } from '../reading/index.ts'
import { isFunction, memberName, seenThrough, staticName, type Node } from '../reading/syntax.ts'
import { mathematicsOf, namesMathematics, usesLibrary } from './prefilter.ts'

/** In characters: what is longer, and has sums and products only, is no `square` or `mean`. */
const longestHelper = 160

/** The expressions that stand in parts with mathematics, of all that a file has. */
export function withMathematics(
  nodes: readonly Node[],
  { text, scopeManager }: Reading['sourceCode'],
): readonly Node[] {
  if (usesLibrary(text)) return nodes
  const textOf = (node: Node): string => text.slice(...node.range)
  const regions = nodes.map(regionOf)
  const own = new Map([...new Set(regions)].map(region => [region, mathematicsOf(textOf(region))]))
  const lendsSome = (node: Node): boolean =>
    own.get(node) === 'functions' || (own.get(node) === 'arithmetic' && node.range[1] - node.range[0] <= longestHelper)
  const isWrittenWithSome = (node: Node): boolean => {
    if (isFunction(node)) return lendsSome(node)
    const written = textOf(node)
    return mathematicsOf(written) === 'functions' || namesMathematics(written)
  }
  const found = [...own.keys()]
  const worthReading = new Set(found.filter(region => own.get(region)))
  const methods = new Set(found.filter(lendsSome).map(methodName))
  methods.delete(undefined)
  for (const { defs, references } of scopeManager!.scopes.flatMap(scope => scope.variables)) {
    const carriesSome =
      defs.some(({ type, node, parent }) =>
        type === 'ImportBinding' ? namesMathematics(textOf((parent ?? node) as Node)) : lendsSome(node as Node),
      ) || references.some(({ writeExpr }) => writeExpr && isWrittenWithSome(writeExpr as Node))
    if (carriesSome) for (const { identifier } of references) worthReading.add(regionOf(identifier as Node))
  }
  const callsOne = (node: Node): boolean => {
    if (node.type !== 'CallExpression') return false
    const callee = seenThrough(node.callee)
    return callee.type === 'MemberExpression' && methods.has(memberName(callee))
  }
  for (const [at, region] of regions.entries())
    if (!worthReading.has(region) && callsOne(nodes[at]!)) worthReading.add(region)
  return nodes.filter((_, at) => worthReading.has(regions[at]!))
}

/** The function that somebody wrote as one, or the statement of a module, in which an expression stands. */
function regionOf(node: Node): Node {
  while (node.parent && node.parent.type !== 'Program' && !(isFunction(node) && !isArgument(node))) node = node.parent
  return node
}

/** A callback, and a function that is called where it is written, belong to the code around them. */
const isArgument = ({ parent }: Node): boolean => parent?.type === 'CallExpression' || parent?.type === 'NewExpression'

/** The name under which a function is called as a method. */
function methodName({ parent }: Node): string | undefined {
  switch (parent?.type) {
    case 'AssignmentExpression':
      return parent.left.type === 'MemberExpression' ? memberName(parent.left) : undefined
    case 'Property':
    case 'MethodDefinition':
    case 'PropertyDefinition':
      return staticName(parent.key, parent.computed)
    default:
      return undefined
  }
}
