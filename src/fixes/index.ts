/**
 * From a finding to edits of the source, or to the reason why there are none. A fix brings its import, keeps comments
 * and side effects, and takes away the variables that it left without a use.
 */
import type { Formula, Operator } from '../formula/formula.ts'
import { isAccumulation, type Reading } from '../reading/index.ts'
import { descendants, memberName, isFunction, isImmediateCallback, isWithin, type Node } from '../reading/syntax.ts'
import { Unfixable, type Finding } from './finding.ts'
import { Imports } from './imports.ts'
import { declarations } from './hoist.ts'
import { filledBy, replacedLoop } from './filling.ts'
import { leftovers } from './leftovers.ts'
import { touched } from './uses.ts'
import { inPlace, withParentheses } from './place.ts'
import { Renderer } from './render.ts'
import { isTensorCall, TensorWriter } from './tensors.ts'
import type { Settings } from './settings.ts'
import { binding, continuesLine, type Range, type Text } from './text.ts'

export interface Edit {
  readonly range: Range
  readonly text: string
}

export interface Fix {
  readonly edits: readonly Edit[]
  /** What stands in place of the finding: for messages. */
  readonly replacement: string
  /** The names in it that the fix itself declares. */
  readonly declares: readonly string[]
  /** Where the call that it writes is worse than what it replaces, in words that follow "it": then a person decides. */
  readonly caution?: string
}

export interface Surroundings {
  readonly reading: Reading
  readonly settings: Settings
  /** The findings with a fix inside a node, outermost first. */
  readonly nested: (node: Node) => readonly Finding[]
  /** Whether a use of a variable stands in an expression that another fix than `by` replaces. */
  readonly isReplaced: (use: Node, by: Finding) => boolean
  /** Names that other fixes of the file need, when they are too many to bring one by one. */
  readonly alsoNamed: ReadonlySet<Operator>
}

export type FixOrReason =
  { readonly fix: Fix; readonly reason?: undefined } | { readonly fix?: undefined; readonly reason: string }

/** The edits that replace the finding's expression by its result. */
export function fixOf(finding: Finding, surroundings: Surroundings): FixOrReason {
  try {
    return { fix: assemble(finding, surroundings) }
  } catch (error) {
    if (error instanceof Unfixable) return { reason: error.message }
    throw error
  }
}

function assemble(finding: Finding, surroundings: Surroundings): Fix {
  const { reading, settings, nested, isReplaced, alsoNamed } = surroundings
  const filled = isAccumulation(finding.node) ? filledBy(finding.node, reading) : undefined
  const node = filled?.replaced ?? finding.node
  const site = filled?.site ?? node
  const imports = new Imports(reading, settings, site)
  const renderer = new Renderer(reading, imports, site, inner => nested(inner).filter(other => other !== finding))
  const tensors =
    finding.formula.tensor && isTensorCall(node, reading)
      ? new TensorWriter(finding, reading, renderer, imports)
      : undefined
  const text = tensors ? tensors.text() : filled ? renderer.filling(finding, filled.array) : renderer.finding(finding)
  if (!filled) keepEffects(reading, node, text)
  keepComments(reading, node, text)
  const edits: Edit[] = [...(filled ? replacedLoop(reading, filled, text) : replacement(reading, node, text))]
  const { declarators, statements, cuts } = leftovers(reading, node, text.kept, filled)
  keepEvaluations(
    reading,
    node,
    text.kept.filter(range => !renderer.hoists.some(hoist => covered(range, hoist.replaces))),
    [...declarators, ...statements],
  )
  keepIterations(reading, node, text.kept, statements)
  edits.push(...declarations(renderer.hoists, declarators, reading))
  for (const range of touched(reading, node, text.kept, declarators, use => isReplaced(use, finding)))
    edits.push({ range, text: '' })
  for (const range of cuts) edits.push({ range, text: '' })
  const caution = tensors?.caution ?? imports.caution
  const insertion = imports.insertion(alsoNamed)
  // The first of several insertions in one place stands first.
  if (insertion) edits.unshift({ range: [insertion.at, insertion.at], text: insertion.text })
  for (const { at, text: added } of tensors?.reach.insertions ?? []) edits.unshift({ range: [at, at], text: added })
  return {
    edits: asLinesEnd(reading, spaced(reading, apart(edits, reading))),
    replacement: onOneLine(text.text),
    declares: renderer.hoists.map(hoist => onOneLine(`const ${hoist.name} = ${hoist.text.text}`)),
    ...(caution !== undefined && { caution }),
  }
}

const onOneLine = (text: string): string => text.replace(/\s+/g, ' ')

const replacement = (reading: Reading, node: Node, text: Text): Edit[] =>
  merged(reading, node, text) ?? [
    {
      range: withParentheses(node, text.level, reading.sourceCode),
      text: inPlace(node, text, reading.sourceCode).text,
    },
  ]

/** A minus in front of the result is joined with the sign that stands before it: a - -b is a + b, and -(-b) is b. */
function merged(reading: Reading, node: Node, text: Text): Edit[] | undefined {
  const { sourceCode } = reading
  const { parent } = node
  if (text.level !== binding.unary || !text.text.startsWith('-')) return undefined
  const positive = text.text.slice(1)
  if (
    parent?.type === 'UnaryExpression' &&
    parent.operator === '-' &&
    sourceCode.getCommentsInside(parent as never).length === 0
  )
    return [{ range: parent.range, text: positive }]
  if (
    parent?.type !== 'BinaryExpression' ||
    parent.right !== node ||
    (parent.operator !== '-' && parent.operator !== '+')
  )
    return undefined
  const sign = sourceCode.getFirstTokenBetween(
    parent.left as never,
    node as never,
    token => token.value === parent.operator,
  )
  // The left side must be a number for certain: "5" - -b is 5 + b, but "5" + b is a text.
  if (!sign || !isArithmetic(reading.read(parent.left))) return undefined
  return [
    { range: sign.range, text: parent.operator === '-' ? '+' : '-' },
    { range: withParentheses(node, binding.call, sourceCode), text: positive },
  ]
}

/** What may be text: a quantity of which nothing is known, or a sum of such. */
const mayBeText: ReadonlySet<string> = new Set(['symbol', 'field', 'elements', 'index', 'add', 'if', 'self', 'list'])

const isArithmetic = (f: Formula): boolean => !mayBeText.has(f.op)

const covered = (range: Range, by: readonly Range[]): boolean =>
  by.some(([start, end]) => start <= range[0] && range[1] <= end)

function keepComments(reading: Reading, node: Node, text: Text): void {
  for (const comment of reading.sourceCode.getCommentsInside(node as never))
    if (!covered(comment.range, text.kept)) throw new Unfixable('a comment would be lost')
}

/** A call that is moved here from a declaration that stays would run twice. */
function keepEvaluations(reading: Reading, node: Node, kept: readonly Range[], removed: readonly Node[]): void {
  const moved = kept.filter(
    range => !covered(range, [node.range]) && !removed.some(gone => covered(range, [gone.range])),
  )
  for (const [start, end] of moved)
    if (/[\w$\])]\s*\(/.test(reading.sourceCode.text.slice(start, end)))
      throw new Unfixable(`\`${reading.sourceCode.text.slice(start, end)}\` would be computed twice`)
}

/** Edits side by side: marks within what is cut are of no use, and two texts in one place cannot be. */
function apart(edits: readonly Edit[], { sourceCode: { text } }: Reading): Edit[] {
  const covers = ({ range: [start, end] }: Edit, { range }: Edit): boolean => start <= range[0] && range[1] <= end
  const isMark = ({ range, text }: Edit): boolean => range[0] === range[1] && text === ''
  const kept = edits.filter(
    edit =>
      !edits.some(
        other => other !== edit && covers(other, edit) && (isMark(edit) || (edit.text === '' && !covers(edit, other))),
      ),
  )
  const separate: Edit[] = []
  for (const edit of kept.sort((a, b) => a.range[0] - b.range[0] || a.range[1] - b.range[1])) {
    const last = separate.at(-1)
    // Two cuts side by side may both take the space between them.
    if (last?.text === '' && edit.text === '' && edit.range[0] <= last.range[1])
      separate.splice(-1, 1, { range: [last.range[0], Math.max(last.range[1], edit.range[1])], text: '' })
    else if (last && edit.range[0] < last.range[1]) throw new Unfixable('what it leaves over is entangled')
    else separate.push(edit)
  }
  return separate.map(edit => (edit.text === '' ? { range: withBlanks(edit.range, text), text: '' } : edit))
}

/** What a loop that stays runs through may be an iterator, which has nothing left for a call. */
function keepIterations(reading: Reading, node: Node, kept: readonly Range[], removed: ReadonlySet<Node>): void {
  for (const range of kept) {
    let at = covered(range, [node.range])
      ? undefined
      : (reading.sourceCode.getNodeByRangeIndex(range[0]) as Node | null)
    while (at && at.type !== 'ForOfStatement') at = at.parent ?? null
    const isOnce = at && removed.has(at) && kept.filter(other => covered(other, [at!.right.range])).length === 1
    if (at && covered(range, [at.right.range]) && !isOnce && !isPlainArray(at.right, reading))
      throw new Unfixable(`\`${reading.textOf(at.right)}\` may be an iterator, which runs only once`)
  }
}

/** Something has a length, or is read by an index, or was made as an array. */
function isPlainArray(node: Node, { resolver, ownership }: Reading): boolean {
  const variable = node.type === 'Identifier' ? resolver.variable(node) : undefined
  if (!variable) return node.type === 'ArrayExpression'
  if (ownership.isPrivate(variable)) return true
  return variable.references.some(
    ({ identifier: { parent } }) =>
      parent?.type === 'MemberExpression' && (parent.computed || memberName(parent) === 'length'),
  )
}

/** What has side effects runs as often as before and in the same order. */
function keepEffects(reading: Reading, node: Node, text: Text): void {
  const before = effectsIn(reading, node)
  if (before.length === 0) return
  for (const part of descendants(node, reading.sourceCode.visitorKeys)) {
    const conditional =
      part.type === 'ConditionalExpression' ||
      part.type === 'LogicalExpression' ||
      (isFunction(part) && isImmediateCallback(part))
    if (conditional && !covered(part.range, text.kept) && effectsIn(reading, part).length > 0)
      throw new Unfixable('side effects would run at another time')
  }
  const after = text.kept.flatMap(range => before.filter(effect => covered(effect.range, [range])))
  if (after.length !== before.length || after.some((effect, at) => effect !== before[at]))
    throw new Unfixable('side effects would run in another order, or another number of times')
}

/** The smallest expressions with side effects, in the order in which they run. */
function effectsIn({ effects, sourceCode }: Reading, node: Node): Node[] {
  const found: Node[] = []
  for (const part of descendants(node, sourceCode.visitorKeys)) {
    const acts =
      part.type === 'CallExpression' ||
      part.type === 'NewExpression' ||
      part.type === 'AwaitExpression' ||
      part.type === 'YieldExpression' ||
      part.type === 'AssignmentExpression' ||
      part.type === 'UpdateExpression' ||
      part.type === 'TaggedTemplateExpression' ||
      part.type === 'UnaryExpression'
    if (acts && effects.acts(part) && !effects.isLocal(part, node)) found.push(part)
  }
  return found
    .filter(
      part =>
        !found.some(
          other =>
            other !== part &&
            isWithin(part, other) &&
            other.range[0] === part.range[0] &&
            other.range[1] === part.range[1],
        ),
    )
    .sort((a, b) => a.range[1] - b.range[1])
}

/** What is cut at the end of a line takes the blanks before it along, and the line where nothing is left on it. */
function withBlanks([start, end]: Range, text: string): Range {
  if (start === end || text[end] !== '\n' || text[end - 1] === '\n') return [start, end]
  let first = start
  while (text[first - 1] === ' ' || text[first - 1] === '\t') first--
  return [first, first === 0 || text[first - 1] === '\n' ? end + 1 : end]
}

/** Where lines end as on Windows, new ones do. */
const asLinesEnd = ({ sourceCode: { text } }: Reading, edits: readonly Edit[]): readonly Edit[] =>
  text.includes('\r\n') ? edits.map(edit => ({ ...edit, text: edit.text.replace(/\r?\n/g, '\r\n') })) : edits

/** `return(x)` must not become `returnstable.f(x)`, and no line must become the continuation of the one before. */
function spaced({ sourceCode: { text } }: Reading, edits: readonly Edit[]): Edit[] {
  return edits.map(edit => {
    const [start, end] = edit.range
    if (start === end) return edit
    if (/[\w$]/.test(text[start - 1] ?? '') && /^[\w$]/.test(edit.text)) return { ...edit, text: ` ${edit.text}` }
    const before = text.slice(0, start).trimEnd()
    const startsLine =
      /[\w$)\]'"`]$/.test(before) && /\n\s*$/.test(text.slice(before.length, start) + (edit.text === '' ? '\n' : ''))
    return startsLine && continuesLine(edit.text || text.slice(end).trimStart()) && !continuesLine(text.slice(start))
      ? { ...edit, text: `;${edit.text}` }
      : edit
  })
}
