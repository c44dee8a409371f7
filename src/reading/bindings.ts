/** Names: a variable that is never written again is what it was initialised with; members are quantities of their own. */
import type { TSESTree } from '@typescript-eslint/utils'
import { mathConstants, numberConstants } from '../dialects/math.ts'
import { isGiven } from '../formula/predicates.ts'
import { countKnown, isVectorial, type Formula, type Known, type Notes } from '../formula/formula.ts'
import { isCountName, isExtentName } from '../formula/quantities.ts'
import type { Home, Reading } from './index.ts'
import { pathOf } from './paths.ts'
import { EntryPlace } from './entries.ts'
import { FieldPlace } from './places.ts'
import type { Variable } from './resolve.ts'
import {
  enclosingFunction,
  enclosingThis,
  isFunction,
  isImmediateCallback,
  isWithin,
  memberName,
  seenThrough,
  staticName,
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
  if (!variable) {
    const epoch = reading.epochs.memoryEpoch(node)
    const symbol = algebra.symbol(node.name, `global ${node.name} ${epoch}`)
    return reading.settled(symbol, outside(epoch, reading))
  }
  const prediction = reading.tensors.readParameter(variable, node)
  if (prediction) return prediction
  return inlined(node, variable, reading) ?? followed(node, variable, reading) ?? symbolOf(node, variable, reading)
}

/** Whether entries of what a field holds are written in the same function. */
const isFilledLater = (path: string, node: Node, { epochs, resolver }: Reading): boolean =>
  epochs
    .changing(enclosingFunction(node), `${path}[]`)
    .some(write => write.type !== 'AssignmentExpression' || pathOf(write.left, resolver) !== path)

/** The home of what belongs to no function. */
const outside = (epoch: string, reading: Reading): Home => ({
  node: reading.sourceCode.ast as Node,
  constant: false,
  loop: reading.epochs.loopOf(epoch),
})

/** The symbol of a variable at one of its places. */
export function symbolOf(node: Node, variable: Variable, reading: Reading): Formula {
  const epoch = reading.epochs.bindingEpoch(variable, node)
  const at = variable.identifiers[0]?.range[0] ?? variable.name
  const symbol = reading.algebra.symbol(
    variable.name,
    `variable ${variable.name} ${at} ${epoch}`,
    knownOf(variable, reading),
  )
  const loop = reading.epochs.loopOf(epoch)
  return reading.settled(symbol, { node: variable.identifiers[0] ?? node, constant: epoch === 'always', loop })
}

/** The symbol of a parameter as it was passed, if it is written later on. */
export function initialSymbol(variable: Variable, reading: Reading): Formula {
  const [name] = variable.identifiers
  if (!reading.resolver.isReassigned(variable)) return symbolOf(name!, variable, reading)
  const symbol = reading.algebra.symbol(variable.name, `variable ${variable.name} ${name!.range[0]} as passed`)
  return reading.settled(symbol, { node: name!, constant: true })
}

/** The symbol of what a loop, or a callback, takes from its array in each round. */
export function elementOf(loop: Node, pattern: Node, reading: Reading): Formula {
  const variable = pattern.type === 'Identifier' ? reading.resolver.lookUp(pattern.name, pattern) : undefined
  if (variable) return initialSymbol(variable, reading)
  return reading.settled(reading.algebra.symbol('element', `element ${loop.range[0]} ${pattern.range[0]}`), {
    node: loop,
    constant: true,
  })
}

/** Its entries can be written. */
const isArray = (f: Formula): boolean => f.domain !== undefined || f.op === 'list'

/** What a variable that is written more than once holds at this place. */
function followed(node: Node, variable: Variable, reading: Reading): Formula | undefined {
  const part = partOfPattern(variable, reading)
  if (part) return part
  const place = reading.resolver.initialValue(variable) ? undefined : reading.place(variable)
  const value = place && reading.flow.before(node, place)
  if (!value || value.size > largestInlined) return undefined
  if (isArray(value)) {
    const last = place!
      .writes(enclosingFunction(node))
      .filter(write => write.range[1] <= node.range[0])
      .at(-1)
    if (value.op === 'elements' || !last || !sameContents(node, variable, value, last, reading)) return undefined
  }
  return value.op === 'symbol' ? { ...value, name: variable.name } : { ...value, inlined: true, called: variable.name }
}

/** `a` in `const { a } = point` is `point.a`, and in `for (const [a] of points)` the first of each. */
function partOfPattern(variable: Variable, reading: Reading): Formula | undefined {
  const [definition] = variable.defs
  const name = definition?.name as Node | undefined
  if (!name || variable.defs.length !== 1 || reading.resolver.isReassigned(variable)) return undefined
  const path: Node[] = []
  let at: Node = name
  while (
    at.parent &&
    (at.parent.type === 'Property' || at.parent.type === 'ObjectPattern' || at.parent.type === 'ArrayPattern')
  ) {
    path.unshift(at)
    at = at.parent
  }
  const whole = path.length === 0 ? undefined : wholeOf(at, reading)
  return (
    whole && path.reduce<Formula | undefined>((value, part) => value && memberOf(value, part, name, reading), whole)
  )
}

/** What a pattern takes apart. */
function wholeOf(pattern: Node, reading: Reading): Formula | undefined {
  const { parent } = pattern
  if (parent?.type === 'VariableDeclarator') {
    const loop = parent.parent.parent
    if (loop?.type === 'ForOfStatement' && loop.left === parent.parent) return elementOf(loop, pattern, reading)
    return parent.init ? reading.read(parent.init) : undefined
  }
  return isFunction(parent) && isImmediateCallback(parent) && parent.params[0] === pattern
    ? elementOf(parent, pattern, reading)
    : undefined
}

function memberOf(value: Formula, part: Node, at: Node, reading: Reading): Formula | undefined {
  const { algebra, epochs } = reading
  const { parent } = part
  if (parent?.type === 'ArrayPattern')
    return algebra.index(
      value.domain ? value : algebra.elements(value, epochs.memoryEpoch(at, parent, true)),
      algebra.number(parent.elements.indexOf(part as never)),
    )
  if (parent?.type !== 'Property') return value
  const name = staticName(parent.key, parent.computed)
  return name === undefined ? undefined : algebra.field(value, name, epochs.memoryEpoch(at, parent))
}

/** The counter of `for (let i = 0; i < n; i++)` is an integer, and so is the `i` of `xs.map((x, i) => …)`. */
function knownOf(variable: Variable, reading: Reading): Pick<Notes, 'known'> {
  const [definition] = variable.defs
  const given =
    definition?.type === 'Parameter'
      ? isPassedIn(variable, definition.node as Node, reading)
      : definition?.type === 'Variable' && isEntryOfGiven(definition.node as Node, reading)
  if (isCountName(variable.name) || isBound(variable)) return { known: given ? { ...countKnown, given } : countKnown }
  if (definition?.type === 'Parameter' && isPosition(definition.node as Node, variable.name))
    return { known: { low: 0, grid: 1 } }
  if (given) return { known: { given } }
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

/** A parameter of a function that is called by its name, or an entry of an array that is one. */
function isPassedIn(variable: Variable, fn: Node, reading: Reading): boolean {
  const call = fn.parent
  if (call?.type !== 'CallExpression' || call.callee === fn) return true
  if (!isFunction(fn) || !isImmediateCallback(fn) || call.callee.type !== 'MemberExpression') return false
  const element = fn.params[memberName(call.callee)?.startsWith('reduce') ? 1 : 0]
  return element === variable.identifiers[0] && isGiven(reading.read(call.callee.object))
}

/** The x of `for (const x of xs)`, where the xs were passed in. */
function isEntryOfGiven(declarator: Node, reading: Reading): boolean {
  const loop = declarator.parent?.parent
  return (
    declarator.type === 'VariableDeclarator' &&
    declarator.id.type === 'Identifier' &&
    loop?.type === 'ForOfStatement' &&
    loop.left === declarator.parent &&
    isGiven(reading.read(loop.right))
  )
}

const isBound = (variable: Variable): boolean => variable.references.some(use => isLoopBound(use.identifier))

/** The n of `for (let i = 0; i < n; i++)`, or `i <= n`. */
function isLoopBound(node: Node): boolean {
  const { parent } = node
  return (
    parent?.type === 'BinaryExpression' &&
    (parent.operator === '<' || parent.operator === '<=') &&
    parent.right === node &&
    parent.parent?.type === 'ForStatement' &&
    parent.parent.test === parent
  )
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
  // A counter by another name.
  if (kind === 'Identifier' && formula.op === 'symbol' && formula.known?.grid === 1)
    return { ...formula, name: variable.name }
  if (formula.size > largestInlined || formula.op === 'symbol')
    return formula.op === 'symbol' && formula.known
      ? { ...symbolOf(node, variable, reading), known: formula.known }
      : undefined
  if (isArray(formula) && !sameContents(node, variable, formula, init, reading)) return undefined
  const known = isBound(variable) ? { known: { ...formula.known, ...countKnown } } : {}
  return { ...formula, inlined: true, called: variable.name, ...known }
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
  const { epochs, ownership } = reading
  if (ownership.isFrozen(variable) && formula.op !== 'elements') return true
  const next = reading.sourceCode.getTokenAfter(init)
  const after = {
    range: [init.range[1], next?.range[1] ?? init.range[1]],
    parent: init.parent,
    type: 'EmptyStatement',
  } as Node
  return (
    enclosingFunction(node) === enclosingFunction(init) &&
    epochs.memoryEpoch(node, node, true) === epochs.memoryEpoch(after, node, true)
  )
}

/** An object that has its entries, or its fields, by numbers. */
export function readThis(node: TSESTree.ThisExpression, reading: Reading): Formula {
  const home = enclosingThis(node)
  return reading.settled(reading.algebra.symbol('this', `this ${home.range[0]}`), { node: home, constant: false })
}

export function readMember(node: TSESTree.MemberExpression, reading: Reading): Formula | undefined {
  const { algebra } = reading
  const name = memberName(node)
  if (name !== undefined) {
    const constant = readConstant(node, reading)
    if (constant) return constant
    const object = seenThrough(node.object)
    if (object.type === 'Super') return undefined
    const path = reading.trusting ? pathOf(node, reading.resolver) : undefined
    const value = path === undefined ? undefined : reading.flow.before(node, new FieldPlace(path, reading))
    if (value && value.size <= largestInlined && !(isArray(value) && isFilledLater(path!, node, reading)))
      return { ...value, inlined: true }
    const epoch = reading.epochs.memoryEpoch(node)
    if (object.type === 'ThisExpression') {
      const stored = reading.trusting ? reading.fields.stored(node, name) : undefined
      if (stored && stored.size <= largestInlined) return { ...stored, inlined: true }
      return fieldOfThis(node, node, reading)
    }
    const variable = object.type === 'Identifier' ? reading.resolver.variable(object) : undefined
    const whole = reading.trusting && isDataName(name) ? reading.read(object) : undefined
    if (whole && isOfVector(whole.recognized ?? whole)) return whole
    const field = algebra.field(variable ? symbolOf(object, variable, reading) : reading.read(object), name, epoch)
    return { ...field, ...knownByName(name) }
  }
  if (node.object.type === 'Super') return undefined
  const position = reading.read(node.property)
  const entry = EntryPlace.of(node.object, position, reading)
  const value = entry && reading.flow.before(node, entry)
  const known = entry?.isTally(node) ? countKnown : undefined
  if (value && value.size <= largestInlined) return { ...value, inlined: true, ...(known && { known }) }
  const array = reading.vector(node.object)
  return { ...algebra.index(array, position), known: known ?? knownOfEntries(array) }
}

/** x.shape[0] is a count as x.length is, and so is an entry of what is only ever counted up. */
const knownOfEntries = (array: Formula): Known | undefined => (array.op === 'elements' ? array.known : undefined)

/** What `this.name` is where a node is evaluated, in the same method or in one that calls it. */
export function fieldOfThis(member: TSESTree.MemberExpression, at: Node, reading: Reading): Formula {
  const name = memberName(member)!
  const epoch = reading.epochs.memoryEpoch(at, member)
  const identity = `this ${enclosingThis(at).range[0]} ${name} ${epoch}`
  const symbol = reading.algebra.symbol(reading.textOf(member), identity, knownByName(name))
  return reading.settled(symbol, { ...outside(epoch, reading), field: member })
}

/** A softmax, or an entry of one. */
const isOfVector = ({ op, args }: Formula): boolean => isVectorial(op === 'index' ? args[0]!.op : op)

/** Where matrices and tensors keep their numbers: those of a softmax are the softmax. */
const isDataName = (name: string): boolean => /^(w|weights|data|values?|array)$/.test(name)

/** `x.length` and its like are counts, a width is no astronomical number. */
function knownByName(name: string): Pick<Notes, 'known'> {
  if (isCountName(name)) return { known: countKnown }
  return isExtentName(name) ? { known: { low: 0, high: Number.MAX_SAFE_INTEGER } } : {}
}

/** `Math.LN2`, however it is spelt. */
function readConstant(node: Node, reading: Reading): Formula | undefined {
  const denoted = reading.resolver.denoted(node)
  if (denoted?.kind !== 'global' || denoted.path.length !== 2) return undefined
  const [object, name] = denoted.path
  if (object === 'Math' && Object.hasOwn(mathConstants, name!))
    return reading.algebra.number(mathConstants[name!]!, name)
  if (object === 'Number' && Object.hasOwn(numberConstants, name!))
    return reading.algebra.number(numberConstants[name!]!)
  return undefined
}
