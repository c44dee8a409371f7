/**
 * Text that knows how tightly it binds, and which pieces of the source it has kept. Parentheses are written where the
 * place asks for a tighter one, and a fix can tell what of the source it would lose.
 */
import type { TSESTree } from '@typescript-eslint/utils'

export const binding = {
  assignment: 2,
  conditional: 3,
  or: 4,
  and: 5,
  equality: 9,
  comparison: 10,
  sum: 12,
  product: 13,
  power: 14,
  unary: 15,
  call: 17,
  atom: 18,
} as const

export type Range = readonly [number, number]

export interface Text {
  readonly text: string
  readonly level: number
  /** In the order in which they are evaluated. */
  readonly kept: readonly Range[]
  /** Of an array: the expression that gives the same kind of array. Without one it is a plain array. */
  readonly kindOf?: TSESTree.Node | undefined
}

/** The text as an operand of something that binds at `level`. */
export const operand = (text: Text, level: number): Text =>
  text.level < level ? { text: `(${text.text})`, level: binding.atom, kept: text.kept } : text

/** -x, and never the decrement --x. */
export function negated(text: Text): Text {
  const inner = operand(text, binding.unary)
  return inner.text.startsWith('-') ? compose(binding.unary, '-(', inner, ')') : compose(binding.unary, '-', inner)
}

/** Glues strings and texts; the result binds at `level`. */
export function compose(level: number, ...parts: readonly (string | Text)[]): Text {
  return {
    text: parts.map(part => (typeof part === 'string' ? part : part.text)).join(''),
    level,
    kept: parts.flatMap(part => (typeof part === 'string' ? [] : part.kept)),
  }
}

export function separated(texts: readonly Text[]): (string | Text)[] {
  return texts.flatMap((text, at) =>
    at === 0 ? [operand(text, binding.assignment)] : [', ', operand(text, binding.assignment)],
  )
}

/** A line that begins so continues the one before, unless that ends in a semicolon. */
export const continuesLine = (text: string): boolean =>
  /^[([`+\-/*]/.test(text.replace(/^(\s|\/\/.*(\n|$)|\/\*[^]*?\*\/)+/, ''))

const binaryLevels: Readonly<Record<string, number>> = {
  '||': 4,
  '??': 4,
  '&&': 5,
  '|': 6,
  '^': 7,
  '&': 8,
  '==': 9,
  '!=': 9,
  '===': 9,
  '!==': 9,
  '<': 10,
  '<=': 10,
  '>': 10,
  '>=': 10,
  in: 10,
  instanceof: 10,
  '<<': 11,
  '>>': 11,
  '>>>': 11,
  '+': 12,
  '-': 12,
  '*': 13,
  '/': 13,
  '%': 13,
  '**': 14,
}

/** How tightly an expression binds as it is written. */
export function levelOf(node: TSESTree.Node): number {
  switch (node.type) {
    case 'SequenceExpression':
      return 1
    case 'AssignmentExpression':
    case 'ArrowFunctionExpression':
    case 'YieldExpression':
      return binding.assignment
    case 'ConditionalExpression':
      return binding.conditional
    case 'BinaryExpression':
    case 'LogicalExpression':
      return binaryLevels[node.operator] ?? binding.assignment
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
      return binding.comparison
    case 'UnaryExpression':
    case 'UpdateExpression':
    case 'AwaitExpression':
    case 'TSTypeAssertion':
      return binding.unary
    case 'CallExpression':
    case 'MemberExpression':
    case 'NewExpression':
    case 'ChainExpression':
    case 'TaggedTemplateExpression':
    case 'TSNonNullExpression':
      return binding.call
    case 'ObjectExpression':
    case 'FunctionExpression':
    case 'ClassExpression':
      return binding.assignment
    default:
      return binding.atom
  }
}

/** Whether a piece of source names something. */
export const uses = (text: string, name: string): boolean =>
  new RegExp(`(?<![\\w$.])${name.replace(/\$/g, '\\$')}(?![\\w$])`).test(text)
