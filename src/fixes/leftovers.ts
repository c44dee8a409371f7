/**
 * What a fix leaves without a use: a variable whose every reference stood in the source that is replaced. Its
 * declaration goes too, and what that leaves without a use in turn.
 */
import type { TSESTree } from '@typescript-eslint/utils'
import type { Reading } from '../reading/index.ts'
import type { Variable } from '../reading/resolve.ts'
import { descendants, enclosingFunction, isWithin, type Node } from '../reading/syntax.ts'
import { Unfixable } from './finding.ts'
import type { Range } from './text.ts'

export interface Leftovers {
  readonly declarators: ReadonlySet<TSESTree.VariableDeclarator>
  /** What to cut out of the source for them to go. */
  readonly cuts: readonly Range[]
}

const isIn = (node: Node, ranges: readonly Range[]): boolean =>
  ranges.some(([start, end]) => node.range[0] >= start && node.range[1] <= end)

/** The declarations to remove when `replaced` goes and only `kept` of it stays, wherever that came from. */
export function leftovers(reading: Reading, replaced: Node, kept: readonly Range[]): Leftovers {
  const declarators = new Set<TSESTree.VariableDeclarator>()
  const gone: Range[] = [replaced.range]
  const queue = dropped(reading, replaced, kept)
  const seen = new Set<Variable>()
  while (queue.length > 0) {
    const variable = queue.pop()!
    if (seen.has(variable)) continue
    const declarator = removable(reading, variable)
    if (!declarator) continue
    const uses = variable.references.filter(reference => !reference.init)
    const isGone = (node: Node): boolean => isIn(node, gone) && !isIn(node, kept)
    if (!uses.every(reference => isGone(reference.identifier))) continue
    seen.add(variable)
    // Parts of the initial value may live on in the new text; then nothing that they name may go.
    if (reading.effects.isImpure(declarator.init!) && !movesWhole(reading, declarator.init!, kept))
      throw new Unfixable(`\`${variable.name}\` would be left over, and what it runs has side effects`)
    if (reading.sourceCode.getCommentsInside(declarator as never).length > 0)
      throw new Unfixable(`a comment in the declaration of \`${variable.name}\` would be lost`)
    declarators.add(declarator)
    gone.push(declarator.range)
    queue.push(...dropped(reading, declarator.init!, kept))
  }
  return { declarators, cuts: cuts(declarators, reading) }
}

/**
 * Declarations that another fix of the same pass must not remove, or that two fixes together would leave without a use:
 * a fix that reaches them does not go together with another that does.
 */
export function touched(
  reading: Reading,
  replaced: Node,
  kept: readonly Range[],
  removed: Leftovers['declarators'],
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
    if (others.every(use => isReplaced(use.identifier))) add(variable)
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
function dropped(reading: Reading, node: Node, kept: readonly Range[]): Variable[] {
  const found = new Set<Variable>()
  for (const part of descendants(node, reading.sourceCode.visitorKeys)) {
    const variable = part.type === 'Identifier' && !isIn(part, kept) ? reading.resolver.variable(part) : undefined
    if (variable && !variable.defs.some(definition => isWithin(definition.name, node))) found.add(variable)
  }
  return [...found]
}

function movesWhole(reading: Reading, init: Node, kept: readonly Range[]): boolean {
  for (const part of descendants(init, reading.sourceCode.visitorKeys))
    if (reading.effects.acts(part) && !isIn(part, kept)) return false
  return true
}

/** `const p = …` that nobody outside can see. */
function removable(reading: Reading, variable: Variable): TSESTree.VariableDeclarator | undefined {
  const initial = reading.resolver.initialValue(variable)
  if (!initial || initial.pattern.type !== 'Identifier') return undefined
  const declarator = initial.pattern.parent as TSESTree.VariableDeclarator
  const declaration = declarator.parent
  if (declaration?.type !== 'VariableDeclaration' || !isStatementList(declaration.parent)) return undefined
  const isGlobal = enclosingFunction(declaration).type === 'Program' && reading.sourceCode.ast.sourceType === 'script'
  return isGlobal && declaration.parent.type === 'Program' ? undefined : declarator
}

const isStatementList = (node: Node | undefined): node is Node =>
  node?.type === 'BlockStatement' ||
  node?.type === 'Program' ||
  node?.type === 'StaticBlock' ||
  node?.type === 'SwitchCase'

/** A statement with the line it leaves empty. */
export function lineRange(sourceCode: Reading['sourceCode'], declaration: Node): Range {
  const { text } = sourceCode
  let [start, end] = declaration.range
  let lineStart = start
  while (lineStart > 0 && (text[lineStart - 1] === ' ' || text[lineStart - 1] === '\t')) lineStart--
  const ownLine = lineStart === 0 || text[lineStart - 1] === '\n'
  const rest = /^[ \t]*(\r?\n)?/.exec(text.slice(end))![0]
  if (ownLine && rest.includes('\n')) {
    start = lineStart
    end += rest.length
  } else if (!rest.includes('\n')) end += rest.length
  else start = lineStart
  return [start, end]
}

/** What to cut so that the declarators go: runs of them with their commas, or the whole statement with its line. */
function cuts(removed: ReadonlySet<TSESTree.VariableDeclarator>, { sourceCode }: Reading): Range[] {
  const statements = new Set([...removed].map(declarator => declarator.parent as TSESTree.VariableDeclaration))
  return [...statements].flatMap(statement => {
    const { declarations } = statement
    if (declarations.every(declarator => removed.has(declarator))) return [lineRange(sourceCode, statement)]
    const runs: Range[] = []
    for (let first = 0; first < declarations.length; first++) {
      if (!removed.has(declarations[first]!)) continue
      let last = first
      while (last + 1 < declarations.length && removed.has(declarations[last + 1]!)) last++
      runs.push(
        first > 0
          ? [declarations[first - 1]!.range[1], declarations[last]!.range[1]]
          : [declarations[first]!.range[0], declarations[last + 1]!.range[0]],
      )
      first = last
    }
    return runs
  })
}
