/** What to cut out of the source so that statements and declarators go, with the lines and commas they leave behind. */
import type { TSESTree } from '@typescript-eslint/utils'
import type { Reading } from '../reading/index.ts'
import type { Node } from '../reading/syntax.ts'
import type { Range } from './text.ts'

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
export function cuts(removed: ReadonlySet<TSESTree.VariableDeclarator>, { sourceCode }: Reading): Range[] {
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
