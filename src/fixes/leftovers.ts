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

export interface Removal {
  readonly range: Range
  readonly declarator: TSESTree.VariableDeclarator
}

const isIn = (node: Node, ranges: readonly Range[]): boolean => ranges.some(([start, end]) => node.range[0] >= start && node.range[1] <= end)

/** The declarations to remove when `replaced` goes and only `kept` of it stays, wherever that came from. */
export function leftovers(reading: Reading, replaced: Node, kept: readonly Range[]): Removal[] {
  const removals: Removal[] = []
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
    if (reading.effects.isImpure(declarator.init!) && !movesWhole(reading, declarator.init!, kept)) throw new Unfixable(`\`${variable.name}\` would be left over, and what it runs has side effects`)
    const range = statementRange(reading, declarator)
    if (reading.sourceCode.getCommentsInside(declarator as never).length > 0) throw new Unfixable(`a comment in the declaration of \`${variable.name}\` would be lost`)
    removals.push({ range, declarator })
    gone.push(declarator.range)
    queue.push(...dropped(reading, declarator.init!, kept))
  }
  return merged(removals)
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
    if ((part.type === 'CallExpression' || part.type === 'AwaitExpression') && reading.effects.isImpure(part) && !isIn(part, kept)) return false
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
  node?.type === 'BlockStatement' || node?.type === 'Program' || node?.type === 'StaticBlock' || node?.type === 'SwitchCase'

/** The declarator with its comma, or the whole statement with its line. */
function statementRange({ sourceCode }: Reading, declarator: TSESTree.VariableDeclarator): Range {
  const declaration = declarator.parent as TSESTree.VariableDeclaration
  const { declarations } = declaration
  if (declarations.length > 1) {
    const at = declarations.indexOf(declarator as never)
    return at > 0 ? [declarations[at - 1]!.range[1], declarator.range[1]] : [declarator.range[0], declarations[1]!.range[0]]
  }
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

/** When all declarators of a statement go, the statement goes. */
function merged(removals: readonly Removal[]): Removal[] {
  const byStatement = new Map<Node, Removal[]>()
  for (const removal of removals) byStatement.set(removal.declarator.parent, [...(byStatement.get(removal.declarator.parent) ?? []), removal])
  return [...byStatement].flatMap(([statement, some]) => {
    const all = (statement as TSESTree.VariableDeclaration).declarations
    return some.length === 1 || some.length < all.length ? some : [{ ...some[0]!, range: statement.range }]
  })
}
