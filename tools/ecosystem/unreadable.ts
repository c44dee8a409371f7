/**
 * The to-do list of the reading: what stands as a number in arithmetic, or is handed to a function of mathematics, and
 * was not understood. Counted by kind, so that the next thing to learn is the one that real code writes most.
 */
import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { bundledRuntime } from '../../src/dialects/runtime.ts'
import { operatorOf } from '../../src/reading/calls.ts'
import { Reading } from '../../src/reading/index.ts'
import type { Project } from '../../src/reading/modules.ts'
import { descendants, isLoop, memberName, seenThrough, wrapped, type Node } from '../../src/reading/syntax.ts'

/** A reading that remembers what it gave up on. */
class Watched extends Reading {
  readonly givenUp = new Set<Node>()

  override opaque(...[node, known]: Parameters<Reading['opaque']>): ReturnType<Reading['opaque']> {
    // What something is known of was understood as far as it goes: Math.random(), a bitwise operation.
    if (!known) this.givenUp.add(node)
    return super.opaque(node, known)
  }
}

/** Kinds of construct that were not understood in a file, each with how often. */
export function constructs(sourceCode: unknown, project: Project): Record<string, number> {
  const reading = new Watched(sourceCode as TSESLint.SourceCode, bundledRuntime, 'all', project)
  const counts: Record<string, number> = {}
  const count = (kind: string | undefined): void => {
    if (kind !== undefined) counts[kind] = (counts[kind] ?? 0) + 1
  }
  reading.expressions()
  for (const node of reading.givenUp) if (isMathematics(node, reading)) count(kindOf(node, reading))
  for (const node of descendants(reading.sourceCode.ast, reading.sourceCode.visitorKeys))
    if (node.type === 'Identifier' && isMathematics(node, reading)) count(kindOfName(node, reading))
  return counts
}

const arithmetic = new Set(['+', '-', '*', '/', '%', '**'])

/** Whether an expression is an operand of arithmetic, or an argument of a function that is mathematics. */
function isMathematics(node: Node, reading: Reading): boolean {
  const outer = wrapped(node)
  const { parent } = outer
  if (isText(seenThrough(node))) return false
  if (parent?.type === 'BinaryExpression') return arithmetic.has(parent.operator) && !isConcatenation(parent)
  if (parent?.type === 'UnaryExpression') return parent.operator === '-'
  if (parent?.type === 'AssignmentExpression')
    return parent.right === outer && parent.operator.length > 1 && arithmetic.has(parent.operator.slice(0, -1))
  if (parent?.type !== 'CallExpression' || parent.callee === outer) return false
  const denoted = reading.resolver.denoted(parent.callee)
  return denoted !== undefined && operatorOf(denoted, reading) !== undefined
}

const isText = (node: Node): boolean =>
  node.type === 'TemplateLiteral' ||
  (node.type === 'Literal' && typeof node.value === 'string') ||
  isConcatenation(node)

/** 'a' + b, and a sum that has such a part. */
function isConcatenation(node: Node): boolean {
  if (node.type !== 'BinaryExpression' || node.operator !== '+') return false
  return [node.left, node.right].some(side => isText(seenThrough(side)))
}

function kindOf(node: Node, reading: Reading): string | undefined {
  switch (node.type) {
    case 'CallExpression':
      return kindOfCall(node, reading)
    case 'AssignmentExpression':
      return `assignment \`${node.operator}\` as a value`
    case 'UpdateExpression':
      return `\`${node.operator}\` as a value`
    case 'UnaryExpression':
    case 'BinaryExpression':
    case 'LogicalExpression':
      return `operator \`${node.operator}\``
    // Nothing that a formula could stand for.
    case 'Literal':
    case 'ThisExpression':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
    case 'ObjectExpression':
    case 'Identifier':
      return undefined
    default:
      return node.type
  }
}

function kindOfCall(node: TSESTree.CallExpression, reading: Reading): string {
  if (node.arguments.some(({ type }) => type === 'SpreadElement')) return 'call with `...`'
  const callee = seenThrough(node.callee)
  const denoted = reading.resolver.denoted(node.callee)
  if (denoted?.kind === 'global')
    return globalThis[denoted.path[0] as never] === undefined
      ? 'call of an unknown global'
      : `call of \`${denoted.path.join('.')}\``
  if (reading.resolver.localFunction(node.callee)) return 'call of a function of this file'
  if (denoted) return `call of an imported \`${denoted.path.at(-1) ?? 'default'}\``
  if (callee.type !== 'MemberExpression') return 'call of a function that is a value'
  const name = memberName(callee)
  return name === undefined ? 'call of a computed method' : `call of \`.${name}()\``
}

/** A variable of which it was not understood what it holds here. */
function kindOfName(node: TSESTree.Identifier, reading: Reading): string | undefined {
  const variable = reading.resolver.variable(node)
  if (!variable || !reading.resolver.isReassigned(variable) || reading.read(node).op !== 'symbol') return undefined
  const writes = variable.references.filter(use => use.isWrite() && !use.init).map(use => use.identifier as Node)
  if (writes.every(write => write.parent?.type === 'UpdateExpression')) return undefined
  if (isCounter(writes)) return undefined
  const around = enclosingLoop(node)
  if (around && writes.some(write => isInside(write, around))) return 'variable that changes in the loop around'
  if (writes.some(write => enclosingLoop(write))) return 'variable after a loop that changes it'
  return 'variable that is written on several ways'
}

/** `i += 2` in the head of a loop. */
const isCounter = (writes: readonly Node[]): boolean =>
  writes.some(({ parent }) => parent?.parent?.type === 'ForStatement' && parent.parent.update === parent)

function enclosingLoop(node: Node): Node | undefined {
  let at: Node | undefined = node.parent
  while (at && !isLoop(at) && !/Function/.test(at.type)) at = at.parent
  return at && isLoop(at) ? at : undefined
}

const isInside = (node: Node, outer: Node): boolean =>
  outer.range[0] <= node.range[0] && node.range[1] <= outer.range[1]
