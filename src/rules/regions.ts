/**
 * Of a file that holds some mathematics, the functions that do. A function is worth reading if its text has mathematics,
 * or if it uses by name what calls functions of mathematics or is a short helper: all others of a compiler or a server
 * that once divides something are passed over.
 */
import type { Variable } from '../reading/resolve.ts'
import { isFunction, memberName, staticName, type Node, type SourceCode } from '../reading/syntax.ts'
import { hasOperators, mathematicsOf, namesMathematics, usesLibrary } from './prefilter.ts'

/** In characters: what is longer, and has sums and products only, is no `square` or `mean`. */
const longestHelper = 160

/** Whether what a node holds is to be read, of a file and its code. */
export function worthReading({ text, ast, scopeManager }: SourceCode, code: string): (node: Node) => boolean {
  if (usesLibrary(text, code)) return () => true
  const scopes = scopeManager!.scopes
  const regions = new Set([...(ast.body as Node[]), ...scopes.map(({ block }) => block as Node).filter(isRegion)])
  const own = new Map<Node, Lent>()
  // Outer ones come first: where they have none, those inside have none.
  for (const region of regions) {
    const outer = region.parent && regionOf(region.parent)
    own.set(region, outer && own.has(outer) && !own.get(outer) ? undefined : mathematicsOf(code.slice(...region.range)))
  }
  const worth = new Set<Node>()
  /** Along with those around it, in which it is found. */
  const take = (region: Node): void => {
    for (let at: Node | undefined = region; at && !worth.has(at); at = at.parent && regionOf(at.parent)) worth.add(at)
  }
  for (const [region, has] of own) if (has === 'functions' || has === 'arithmetic') take(region)

  const lentBy = (node: Node): Lent => {
    const has = own.get(node)
    return has === 'functions' || (has && node.range[1] - node.range[0] <= longestHelper) ? has : undefined
  }
  const lentByValue = (node: Node): Lent => {
    if (isFunction(node)) return lentBy(node)
    const written = code.slice(...node.range)
    return mathematicsOf(written) === 'functions' || namesMathematics(written) ? 'functions' : undefined
  }
  const lentByDefinition = ({ type, node, parent }: Variable['defs'][number]): Lent => {
    if (type !== 'ImportBinding') return lentBy(node as Node)
    return namesMathematics(text.slice(...((parent ?? node) as Node).range)) ? 'functions' : undefined
  }
  /** What is no function can only go wrong in an expression. */
  const takeUser = (region: Node, lent: Lent): void => {
    if (lent === 'functions' || (lent && hasOperators(code.slice(...region.range)))) take(region)
  }
  for (const { defs, references } of scopes.flatMap(scope => scope.variables)) {
    const lent = strongest([
      ...defs.map(lentByDefinition),
      ...references.map(({ writeExpr }) => (writeExpr ? lentByValue(writeExpr as Node) : undefined)),
    ])
    if (lent) for (const { identifier } of references) takeUser(regionOf(identifier as Node), lent)
  }
  const methods = new Map<string, Lent>()
  for (const region of regions) {
    const name = lentBy(region) && methodName(region)
    if (name !== undefined) methods.set(name, strongest([methods.get(name), lentBy(region)]))
  }
  if (methods.size > 0)
    for (const region of regions)
      if (!worth.has(region))
        takeUser(region, strongest(membersIn(code.slice(...region.range)).map(name => methods.get(name))))
  return node => !regions.has(node) || worth.has(node)
}

type Lent = ReturnType<typeof mathematicsOf>

const strongest = (lent: readonly Lent[]): Lent => (lent.includes('functions') ? 'functions' : lent.find(Boolean))

const membersIn = (code: string): readonly string[] => Array.from(code.matchAll(/\.\s*#?([\w$]+)/g), found => found[1]!)

/** The function that somebody wrote as one, or the statement of a module, in which an expression stands. */
function regionOf(node: Node): Node {
  while (node.parent && node.parent.type !== 'Program' && !isRegion(node)) node = node.parent
  return node
}

const isRegion = (node: Node): boolean => isFunction(node) && !isArgument(node)

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
