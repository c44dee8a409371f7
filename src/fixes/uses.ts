/** The variables that a piece of source names, which of them could go, and which fixes cannot be made together. */
import type { TSESTree } from '@typescript-eslint/utils'
import type { Reading } from '../reading/index.ts'
import type { Variable } from '../reading/resolve.ts'
import { descendants, enclosingFunction, isWithin, type Node } from '../reading/syntax.ts'
import type { Range } from './text.ts'

export const isIn = (node: Node, ranges: readonly Range[]): boolean =>
  ranges.some(([start, end]) => node.range[0] >= start && node.range[1] <= end)

/**
 * Declarations that another fix of the same pass must not remove, or that two fixes together would leave without a use:
 * a fix that reaches them does not go together with another that does.
 */
export function touched(
  reading: Reading,
  replaced: Node,
  kept: readonly Range[],
  removed: ReadonlySet<TSESTree.VariableDeclarator>,
  isReplaced: (node: Node) => boolean,
): Range[] {
  const found = new Map<number, Range>()
  const add = (variable: Variable): void => {
    const declarator = removable(reading, variable)
    if (declarator && !removed.has(declarator))
      found.set(declarator.range[0], [declarator.range[0], declarator.range[0]])
  }
  for (const range of kept.filter(range => !isIn(replaced, [range]) && !covers(replaced.range, range)))
    for (const variable of namedIn(reading, range)) add(variable)
  for (const variable of dropped(reading, replaced, kept)) {
    const others = variable.references.filter(use => !use.init && !isIn(use.identifier, [replaced.range]))
    if (others.every(use => isReplaced(use.identifier) || use.isWrite())) add(variable)
  }
  return [...found.values()]
}

const covers = (outer: Range, inner: Range): boolean => outer[0] <= inner[0] && inner[1] <= outer[1]

/** Variables that a piece of the source names. */
function namedIn(reading: Reading, range: Range): Variable[] {
  const node = reading.sourceCode.getNodeByRangeIndex(range[0]) as Node | null
  let at: Node | null | undefined = node
  while (at && !covers(at.range, range)) at = at.parent
  return at
    ? dropped(reading, at, []).filter(variable => variable.references.some(use => isIn(use.identifier, [range])))
    : []
}

/** Variables referred to in a piece of source outside what is kept of it. */
export function dropped(reading: Reading, node: Node, kept: readonly Range[]): Variable[] {
  const found = new Set<Variable>()
  for (const part of descendants(node, reading.sourceCode.visitorKeys)) {
    const variable = part.type === 'Identifier' && !isIn(part, kept) ? reading.resolver.variable(part) : undefined
    if (variable && !variable.defs.some(definition => isWithin(definition.name, node))) found.add(variable)
  }
  return [...found]
}

export function movesWhole(reading: Reading, init: Node, kept: readonly Range[]): boolean {
  for (const part of descendants(init, reading.sourceCode.visitorKeys))
    if (reading.effects.acts(part) && !isIn(part, kept)) return false
  return true
}

/** `let p` that nobody outside can see. */
export function removable(reading: Reading, variable: Variable): TSESTree.VariableDeclarator | undefined {
  const [definition] = variable.defs
  const declarator = definition?.type === 'Variable' ? (definition.node as TSESTree.VariableDeclarator) : undefined
  if (!declarator || variable.defs.length !== 1 || declarator.id.type !== 'Identifier') return undefined
  // As an import does, it stays: running the module may be its purpose.
  if (declarator.init && isRequire(declarator.init)) return undefined
  const declaration = declarator.parent
  if (declaration?.type !== 'VariableDeclaration' || !isStatementList(declaration.parent)) return undefined
  const isGlobal = enclosingFunction(declaration).type === 'Program' && reading.sourceCode.ast.sourceType === 'script'
  return isGlobal && declaration.parent.type === 'Program' ? undefined : declarator
}

const isRequire = (init: Node): boolean =>
  init.type === 'CallExpression' && init.callee.type === 'Identifier' && init.callee.name === 'require'

export const isStatementList = (node: Node | undefined): node is Node =>
  node?.type === 'BlockStatement' ||
  node?.type === 'Program' ||
  node?.type === 'StaticBlock' ||
  node?.type === 'SwitchCase'
