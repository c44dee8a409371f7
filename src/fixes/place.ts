/** The place that a replacement takes: which parentheses it needs there, and which it makes needless. */
import { isParenthesized } from '@typescript-eslint/utils/ast-utils'
import type { Reading } from '../reading/index.ts'
import type { Node } from '../reading/syntax.ts'
import { binding, levelOf, operand, type Range, type Text } from './text.ts'

/** `a?.b()` is a node within a node; the place is that of the outer one. */
const placeOf = (node: Node): Node => (node.parent?.type === 'ChainExpression' ? node.parent : node)

/** A node with the parentheses that were only there for what it was. */
export function withParentheses(part: Node, level: number, sourceCode: Reading['sourceCode']): Range {
  const node = placeOf(part)
  let [start, end] = node.range
  if (level < Math.min(binding.call, levelNeeded(node))) return [start, end]
  if (isParenthesized(node as never, sourceCode as never)) {
    const open = sourceCode.getTokenBefore(node as never)!
    const close = sourceCode.getTokenAfter(node as never)!
    const before = sourceCode.getTokenBefore(open)
    const spaced =
      !before || before.type === 'Punctuator' || (before.type === 'Keyword' && before.range[1] < open.range[0])
    if (
      open.range[0] >= start ||
      !spaced ||
      sourceCode.commentsExistBetween(open, node as never) ||
      sourceCode.commentsExistBetween(node as never, close)
    )
      return [start, end]
    ;[start, end] = [open.range[0], close.range[1]]
  }
  return [start, end]
}

/** In parentheses if it binds less than what it replaces and the source has none. */
export function inPlace(part: Node, text: Text, sourceCode: Reading['sourceCode']): Text {
  const node = placeOf(part)
  if (text.text.startsWith('-') && node.parent?.type === 'UnaryExpression' && node.parent.operator === '-')
    return { ...text, text: `(${text.text})`, level: binding.atom }
  const enclosed =
    sourceCode.getTokenBefore(node as never)?.value === '(' && sourceCode.getTokenAfter(node as never)?.value === ')'
  return enclosed ? text : operand(text, Math.min(levelOf(node), levelNeeded(node)))
}

/** A whole statement, argument or initial value takes any expression. */
function levelNeeded(node: Node): number {
  const { parent } = node
  switch (parent?.type) {
    case 'ReturnStatement':
    case 'VariableDeclarator':
    case 'ExpressionStatement':
    case 'TemplateLiteral':
      return 0
    case 'AssignmentExpression':
      return parent.right === node ? 0 : Infinity
    case 'CallExpression':
      return parent.callee === node ? Infinity : binding.assignment
    case 'ArrowFunctionExpression':
      return binding.assignment
    case 'BinaryExpression':
      return parent.operator === '**' ? binding.call : levelOf(parent) + (parent.right === node ? 1 : 0)
    case 'UnaryExpression':
      return binding.unary
    default:
      return Infinity
  }
}
