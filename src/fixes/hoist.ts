/**
 * Gives a name to what cannot be moved to where it is needed: `const p = sigmoid(next())` becomes
 * `const pInput = next()`, and log(p[i]) within a loop reads an array that is made once, beside p. What is named is
 * evaluated where it always was, as often as before.
 */
import type { TSESTree } from '@typescript-eslint/utils'
import type { Reading } from '../reading/index.ts'
import { enclosingFunction, isFunction, isWithin, seenThrough, type Node } from '../reading/syntax.ts'
import { lineRange } from './cuts.ts'
import type { Range, Text } from './text.ts'

export interface Hoist {
  readonly declarator: TSESTree.VariableDeclarator
  readonly name: string
  readonly text: Text
  /** What it is worth: pieces of the same value share a name. */
  readonly key: number
  /** The pieces of the initial value that now have a name. */
  readonly replaces: Range[]
}

/** The declaration `const p = …` in which a node stands, if a name declared beside p is seen at the site. */
export function declarationAround(
  node: Node,
  site: Node,
  { resolver, sourceCode }: Reading,
): TSESTree.VariableDeclarator | undefined {
  let at: Node | undefined = node
  while (at && at.type !== 'VariableDeclarator') {
    if (
      isFunction(at) ||
      at.type.endsWith('Statement') ||
      at.type === 'ConditionalExpression' ||
      at.type === 'LogicalExpression'
    )
      return undefined
    at = at.parent
  }
  const declaration = at?.parent
  if (
    at?.type !== 'VariableDeclarator' ||
    at.id.type !== 'Identifier' ||
    declaration?.type !== 'VariableDeclaration' ||
    declaration.declarations.length > 1
  )
    return undefined
  if (declaration.parent.type !== 'BlockStatement' && declaration.parent.type !== 'Program') return undefined
  if (isWithin(site, at) || sourceCode.getCommentsInside(declaration as never).length > 0) return undefined
  const [variable] = sourceCode.getDeclaredVariables!(at as never)
  return variable && !resolver.isReassigned(variable) && resolver.lookUp(at.id.name, site) === variable ? at : undefined
}

/** A name for the piece, if everything else in the initial value may as well be evaluated after it. */
export function namedPiece(
  piece: Node,
  isVector: boolean,
  site: Node,
  reading: Reading,
): TSESTree.VariableDeclarator | undefined {
  const { effects, epochs, ownership, sourceCode } = reading
  const declarator = declarationAround(piece, site, reading)
  if (!declarator || piece === declarator.init) return undefined
  if (effects.actsOutside(declarator.init!, piece)) return undefined
  if (!isVector) return declarator
  // The entries must still be the same at the site.
  const next = sourceCode.getTokenAfter(declarator as never)
  const after = {
    type: 'EmptyStatement',
    range: [declarator.range[1], next?.range[1] ?? declarator.range[1]],
    parent: declarator.parent,
  } as Node
  const sameTime =
    enclosingFunction(declarator) === enclosingFunction(site) &&
    epochs.memoryEpoch(after, piece, true) === epochs.memoryEpoch(site, piece, true)
  const inner = seenThrough(piece)
  const variable = inner.type === 'Identifier' ? reading.resolver.variable(inner) : undefined
  return sameTime || (variable && ownership.isFrozen(variable)) ? declarator : undefined
}

/** The edits that declare the names. */
export function declarations(
  hoists: readonly Hoist[],
  removed: ReadonlySet<TSESTree.VariableDeclarator>,
  reading: Reading,
): { range: Range; text: string }[] {
  const { sourceCode } = reading
  return hoists.flatMap(({ declarator, name, text, replaces }) => {
    const isPiece = replaces.length > 0
    const statement = declarator.parent as Node
    const [start] = lineRange(sourceCode, statement)
    const indent = sourceCode.text.slice(start, statement.range[0])
    const end = sourceCode.text[statement.range[1] - 1] === ';' ? ';' : ''
    const declaration = `const ${name} = ${text.text}${end}`
    const ownLine = /(^|\n)[ \t]*$/.test(sourceCode.text.slice(0, statement.range[0]))
    // What is made of p's input comes before p; what replaces a use of p comes after it, or in its place.
    if (isPiece || removed.has(declarator)) {
      const before = {
        range: [start, start] as Range,
        text: ownLine ? `${indent}${declaration}\n` : `${declaration}${end ? ' ' : '; '}`,
      }
      return removed.has(declarator) ? [before] : [before, ...replaces.map(range => ({ range, text: name }))]
    }
    return [
      {
        range: [statement.range[1], statement.range[1]] as Range,
        text: ownLine ? `\n${indent}${declaration}` : ` ${declaration}`,
      },
    ]
  })
}
