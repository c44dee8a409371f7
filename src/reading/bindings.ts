/** Names: a variable that is never written again is what it was initialised with; members are quantities of their own. */
import type { TSESTree } from '@typescript-eslint/utils'
import { mathConstants } from '../dialects/math.ts'
import type { Formula, Notes } from '../formula/formula.ts'
import type { Reading } from './index.ts'
import type { Variable } from './resolve.ts'
import {
  enclosingFunction,
  enclosingThis,
  isFunction,
  isImmediateCallback,
  isWithin,
  memberName,
  seenThrough,
  type Node,
} from './syntax.ts'

/** Inlining stops here: a sum of sums of sums would double with each name. */
const largestInlined = 400

export function readIdentifier(node: TSESTree.Identifier, reading: Reading): Formula | undefined {
  const { resolver, algebra } = reading
  const variable = resolver.variable(node)
  if (!variable) {
    if (node.name === 'Infinity') return algebra.number(Infinity, 'Infinity')
    if (!resolver.isReference(node)) return undefined
  }
  const constant = readConstant(node, reading)
  if (constant) return constant
  if (!variable) return algebra.symbol(node.name, `global ${node.name} ${reading.effects.memoryEpoch(node)}`)
  return inlined(node, variable, reading) ?? symbolOf(node, variable, reading)
}

/** The symbol of a variable at one of its places. */
export function symbolOf(node: Node, variable: Variable, reading: Reading): Formula {
  const epoch = reading.effects.bindingEpoch(variable, node)
  const at = variable.identifiers[0]?.range[0] ?? variable.name
  const symbol = reading.algebra.symbol(variable.name, `variable ${variable.name} ${at} ${epoch}`, knownOf(variable))
  return reading.settled(symbol, { node: variable.identifiers[0] ?? node, constant: epoch === 'always' })
}

/** The counter of `for (let i = 0; i < n; i++)` is an integer, and so is the `i` of `xs.map((x, i) => …)`. */
function knownOf(variable: Variable): Pick<Notes, 'known'> {
  const [definition] = variable.defs
  if (definition?.type === 'Parameter' && isPosition(definition.node as Node, variable.name))
    return { known: { low: 0, grid: 1 } }
  const declarator = definition?.type === 'Variable' ? definition.node : undefined
  const init = declarator && 'init' in declarator ? declarator.init : undefined
  if (!init || !isInteger(init)) return {}
  const writes = variable.references.filter(reference => reference.isWrite() && !reference.init)
  const steps = writes.every(
    ({ identifier: { parent } }) =>
      parent?.type === 'UpdateExpression' ||
      (parent?.type === 'AssignmentExpression' && /^[-+]=$/.test(parent.operator) && isInteger(parent.right)),
  )
  return writes.length > 0 && steps ? { known: { grid: 1 } } : {}
}

/** The parameter of a callback that takes the place of an element. */
function isPosition(fn: Node, name: string): boolean {
  if (!isFunction(fn) || !isImmediateCallback(fn)) return false
  const call = fn.parent as TSESTree.CallExpression
  const method = call.callee.type === 'MemberExpression' ? memberName(call.callee) : undefined
  const parameter = fn.params[method?.startsWith('reduce') ? 2 : 1]
  return parameter?.type === 'Identifier' && parameter.name === name
}

const isInteger = (node: Node): boolean => {
  if (node.type === 'UnaryExpression' && node.operator === '-') return isInteger(node.argument)
  return node.type === 'Literal' && Number.isInteger(node.value)
}

function inlined(node: Node, variable: Variable, reading: Reading): Formula | undefined {
  const initial = reading.resolver.initialValue(variable)
  if (!initial || initial.pattern.type !== 'Identifier') return undefined
  const { init } = initial
  if (!isAssignedBefore(node, init)) return undefined
  const kind = seenThrough(init).type
  if (
    kind === 'FunctionExpression' ||
    kind === 'ArrowFunctionExpression' ||
    kind === 'ClassExpression' ||
    kind === 'ObjectExpression'
  )
    return undefined
  const formula = reading.read(init)
  if (formula.size > largestInlined || formula.op === 'symbol')
    return formula.op === 'symbol' && formula.known
      ? { ...symbolOf(node, variable, reading), known: formula.known }
      : undefined
  if (formula.domain && !sameContents(node, variable, formula, init, reading)) return undefined
  return { ...formula, inlined: true }
}

/** A `var` is seen before its declaration, and behind the branch that it stands in, and is undefined there. */
function isAssignedBefore(node: Node, init: Node): boolean {
  const around = init.parent!.parent!.parent!
  const block = around.type === 'ExportNamedDeclaration' ? around.parent : around
  return (
    isWithin(node, block) && (node.range[0] >= init.range[1] || enclosingFunction(node) !== enclosingFunction(init))
  )
}

/** No entry of the array can have been written since it was made. */
function sameContents(node: Node, variable: Variable, formula: Formula, init: Node, reading: Reading): boolean {
  const { effects } = reading
  if (effects.isFrozen(variable) && formula.op !== 'elements') return true
  const next = reading.sourceCode.getTokenAfter(init)
  const after = {
    range: [init.range[1], next?.range[1] ?? init.range[1]],
    parent: init.parent,
    type: 'EmptyStatement',
  } as Node
  return enclosingFunction(node) === enclosingFunction(init) && effects.memoryEpoch(node) === effects.memoryEpoch(after)
}

export function readMember(node: TSESTree.MemberExpression, reading: Reading): Formula | undefined {
  const { algebra } = reading
  const name = memberName(node)
  if (name !== undefined) {
    const constant = readConstant(node, reading)
    if (constant) return constant
    const object = seenThrough(node.object)
    if (object.type === 'Super') return undefined
    const epoch = reading.effects.memoryEpoch(node)
    if (object.type === 'ThisExpression') {
      const symbol = algebra.symbol(reading.textOf(node), `this ${enclosingThis(object).range[0]} ${name} ${epoch}`)
      return reading.settled(symbol, { node: reading.sourceCode.ast as Node, constant: false })
    }
    const variable = object.type === 'Identifier' ? reading.resolver.variable(object) : undefined
    return algebra.field(variable ? symbolOf(object, variable, reading) : reading.read(object), name, epoch)
  }
  if (node.object.type === 'Super') return undefined
  return algebra.index(reading.vector(node.object), reading.read(node.property))
}

/** `Math.LN2`, however it is spelt. */
function readConstant(node: Node, reading: Reading): Formula | undefined {
  const denoted = reading.resolver.denoted(node)
  if (denoted?.kind !== 'global' || denoted.path.length !== 2) return undefined
  const [object, name] = denoted.path
  if (object === 'Math' && Object.hasOwn(mathConstants, name!))
    return reading.algebra.number(mathConstants[name!]!, name)
  if (object === 'Number' && name === 'EPSILON') return reading.algebra.number(Number.EPSILON)
  return undefined
}
