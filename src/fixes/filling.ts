/**
 * A loop that fills an array with what one call computes: `out[i] = e[i] / sum` becomes `stable.softmax(z, out)`. The
 * array stays the one that it was, with its type. The call takes the place of the loop, or goes before it where the loop
 * does more.
 */
import type { TSESTree } from '@typescript-eslint/utils'
import { isElementWrite } from '../reading/ownership.ts'
import type { Accumulation, Reading } from '../reading/index.ts'
import type { Variable } from '../reading/resolve.ts'
import { isFunction, isLoop, isWithin, seenThrough, type Node } from '../reading/syntax.ts'
import { Unfixable } from './finding.ts'
import type { Edit } from './index.ts'
import { lineRange } from './cuts.ts'
import { continuesLine, type Text } from './text.ts'

export interface Filled {
  readonly array: TSESTree.Identifier
  readonly variable: Variable
  readonly loop: Node
  /** The loop, or the assignment in it if there is more. */
  readonly replaced: Node
  /** Where the array that the call reads is what the formula says. */
  readonly site: Node
  readonly at: Node
}

export function filledBy(assignment: Accumulation, reading: Reading): Filled {
  const left = assignment.type === 'CallExpression' ? assignment.callee : assignment.left
  const array = left.type === 'MemberExpression' ? seenThrough(left.object) : undefined
  const variable = array?.type === 'Identifier' ? reading.resolver.variable(array) : undefined
  const statement = assignment.parent as Node
  let loop: Node | undefined = statement.parent
  while (loop && !isLoop(loop)) loop = loop.parent
  if (array?.type !== 'Identifier' || !variable || !loop || isFunction(loop))
    throw new Unfixable('what is filled is no array of this function')
  if (!reading.ownership.isPrivateOrSole(variable, array)) throw new Unfixable('others may see the array meanwhile')
  const inLoop = variable.references.filter(use => isWithin(use.identifier, loop) && isElementWrite(use.identifier))
  if (inLoop.length > 1) throw new Unfixable('the loop writes to the array more than once')
  const replaced = isAlone(statement, loop) ? loop : statement
  const earlier = variable.references
    .filter(use => !use.init && use.identifier.range[1] <= loop.range[0])
    .map(use => use.identifier as Node)
  return { array, variable, loop, replaced, at: loop, site: siteOf(earlier, loop) }
}

/** Whether a loop does nothing else. */
function isAlone(statement: Node, loop: Node): boolean {
  const { parent } = statement
  return parent === loop || (parent?.type === 'BlockStatement' && parent.body.length === 1 && parent.parent === loop)
}

/** The loop that made the array ready, in the same list of statements, if there is one: it will be gone. */
function siteOf(earlier: readonly Node[], loop: Node): Node {
  const block = loop.parent
  if (block?.type !== 'BlockStatement' && block?.type !== 'Program') return loop
  const first = (block.body as readonly Node[]).find(
    statement => isLoop(statement) && earlier.some(use => isWithin(use, statement)),
  )
  return first ?? loop
}

/** The call in place of the loop, or on a line of its own before it. */
export function replacedLoop({ sourceCode }: Reading, { loop, replaced }: Filled, { text }: Text): Edit[] {
  const [own, next] = [sourceCode.text.slice(...loop.range), sourceCode.getTokenAfter(loop as never)]
  // A loop ends by itself; a call needs a semicolon where something follows on its line, or would go on with it.
  const isCutOff =
    !next || next.value === '}' || (next.loc.start.line > loop.loc.end.line && !continuesLine(next.value))
  const end = /;\s*}?\s*$/.test(own) || (replaced === loop && !isCutOff) ? ';' : ''
  if (replaced === loop) return [{ range: loop.range, text: `${text}${end}` }]
  const [start] = lineRange(sourceCode, loop)
  const indent = sourceCode.text.slice(start, loop.range[0])
  const range = lineRange(sourceCode, replaced)
  return [
    { range: [start, start], text: `${indent}${text}${end}\n` },
    { range, text: '' },
  ]
}
