/** Small questions about syntax trees that every reader asks: what to look through, where a node stands. */
import type { TSESLint, TSESTree } from '@typescript-eslint/utils'

export type Node = TSESTree.Node
export type SourceCode = TSESLint.SourceCode
export type FunctionNode = TSESTree.ArrowFunctionExpression | TSESTree.FunctionExpression | TSESTree.FunctionDeclaration

const transparent = new Set([
  'TSAsExpression',
  'TSNonNullExpression',
  'TSSatisfiesExpression',
  'TSTypeAssertion',
  'ChainExpression',
  'ParenthesizedExpression',
  'TSInstantiationExpression',
])

export const isTransparent = (node: Node): boolean => transparent.has(node.type)

/** The expression under casts, `!`, `satisfies` and optional chains. */
export function seenThrough(node: Node): Node {
  while (isTransparent(node)) node = (node as TSESTree.TSAsExpression).expression
  return node
}

/** The node that stands for an expression in its parent: the outermost cast around it. */
export function wrapped(node: Node): Node {
  while (node.parent && isTransparent(node.parent)) node = node.parent
  return node
}

export const isFunction = (node: Node | null | undefined): node is FunctionNode =>
  node?.type === 'ArrowFunctionExpression' ||
  node?.type === 'FunctionExpression' ||
  node?.type === 'FunctionDeclaration'

export const isString = (node: Node): boolean =>
  node.type === 'TemplateLiteral' || (node.type === 'Literal' && typeof node.value === 'string')

export const isWithin = (node: Node, outer: Node): boolean =>
  node.range[0] >= outer.range[0] && node.range[1] <= outer.range[1]

/** The name in `a.name`, `a['name']` and `{ name: … }`. */
export function staticName(key: Node, computed: boolean): string | undefined {
  if (!computed && (key.type === 'Identifier' || key.type === 'PrivateIdentifier')) return key.name
  if (key.type === 'Literal') return String(key.value)
  if (key.type === 'TemplateLiteral' && key.expressions.length === 0) return key.quasis[0]!.value.cooked ?? undefined
  return undefined
}

export const memberName = (node: TSESTree.MemberExpression): string | undefined => {
  const name = staticName(node.property, node.computed)
  return node.computed && name !== undefined && /^\d+$/.test(name) ? undefined : name
}

/** Methods that call their callback at once, once for each element, and do not change the array. */
const immediateMethods = new Set([
  'map',
  'reduce',
  'reduceRight',
  'forEach',
  'filter',
  'some',
  'every',
  'find',
  'findIndex',
  'flatMap',
])
export const pureMethods = new Set([
  ...immediateMethods,
  'slice',
  'concat',
  'includes',
  'indexOf',
  'lastIndexOf',
  'join',
  'keys',
  'values',
  'entries',
  'at',
  'toFixed',
  'toString',
  'toPrecision',
  'toSorted',
  'toReversed',
  'with',
  'flat',
  'hasOwnProperty',
  'has',
  'get',
  'charCodeAt',
  'charAt',
  'split',
  'trim',
  'startsWith',
  'endsWith',
])

/** A callback such as in `xs.map(callback)`: part of the code around it, like the body of a loop. */
export function isImmediateCallback(node: Node): boolean {
  const call = node.parent
  if (!isFunction(node) || call?.type !== 'CallExpression' || call.callee.type !== 'MemberExpression') return false
  const name = memberName(call.callee)
  return (
    name !== undefined &&
    ((immediateMethods.has(name) && call.arguments[0] === node) || (name === 'from' && call.arguments[1] === node))
  )
}

/** The function in whose body a node is evaluated, or the program. */
export function enclosingFunction(node: Node): Node {
  let at = node.parent
  while (
    at &&
    !(isFunction(at) && !isImmediateCallback(at)) &&
    at.type !== 'Program' &&
    at.type !== 'StaticBlock' &&
    at.type !== 'PropertyDefinition'
  )
    at = at.parent
  return at ?? node
}

/** The function, field or program whose `this` a node sees. */
export function enclosingThis(node: Node): Node {
  let at = node
  while (at.parent) {
    at = at.parent
    if (at.type === 'FunctionExpression' || at.type === 'FunctionDeclaration') return at
    if (at.type === 'PropertyDefinition' || at.type === 'StaticBlock') return at
  }
  return at
}

export const isLoop = (node: Node): boolean =>
  node.type === 'ForStatement' ||
  node.type === 'ForOfStatement' ||
  node.type === 'ForInStatement' ||
  node.type === 'WhileStatement' ||
  node.type === 'DoWhileStatement' ||
  isImmediateCallback(node)

/** All nodes below one, itself first, parents before their children; of what is not entered only the node itself. */
export function* descendants(
  root: Node,
  keys: Readonly<Record<string, readonly string[] | undefined>>,
  enter: (node: Node) => boolean = () => true,
): Generator<Node> {
  const { nodes, ends, places } = orderOf(root, keys)
  const start = places.get(root)!
  const end = ends[start]!
  for (let at = start; at < end;) {
    const node = nodes[at]!
    yield node
    at = at === start || enter(node) ? at + 1 : ends[at]!
  }
}

/** The nodes of a file, parents first, and for each the place behind the last of its own. */
interface Order {
  readonly nodes: readonly Node[]
  readonly ends: readonly number[]
  readonly places: ReadonlyMap<Node, number>
}

const orders = new WeakMap<Node, Order>()

/** A file is walked once: everybody who asks for nodes below one goes along a part of that way. */
function orderOf(node: Node, keys: Readonly<Record<string, readonly string[] | undefined>>): Order {
  let top = node
  while (top.parent) top = top.parent
  let order = orders.get(top)
  if (!order) orders.set(top, (order = walked(top, keys)))
  return order
}

/** Without recursion: sources can be deep. */
function walked(top: Node, keys: Readonly<Record<string, readonly string[] | undefined>>): Order {
  const nodes: Node[] = []
  const ends: number[] = []
  const places = new Map<Node, number>()
  /** What is left to visit, and the places of the nodes that end before it. */
  const stack: (Node | number)[] = [top]
  while (stack.length > 0) {
    const node = stack.pop()!
    if (typeof node === 'number') {
      ends[node] = nodes.length
      continue
    }
    const at = nodes.length
    places.set(node, at)
    nodes.push(node)
    stack.push(at)
    const first = stack.length
    for (const key of keys[node.type] ?? []) {
      const child = (node as unknown as Record<string, Node | (Node | null)[] | null | undefined>)[key]
      if (Array.isArray(child)) for (const one of child) one && stack.push(one)
      else if (child && typeof child.type === 'string') stack.push(child)
    }
    for (let low = first, high = stack.length - 1; low < high; low++, high--)
      [stack[low], stack[high]] = [stack[high]!, stack[low]!]
  }
  return { nodes, ends, places }
}
