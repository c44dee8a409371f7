/** Arrays: `map`, `reduce`, `length`, copies, and the extremes of a spread array. */
import type { TSESTree } from '@typescript-eslint/utils'
import { isNumber, mentions, type Formula } from '../formula/formula.ts'
import { substitute } from '../formula/substitute.ts'
import { applyOperator, operatorOf } from './calls.ts'
import { lengthAsMade } from './entries.ts'
import type { Reading } from './index.ts'
import { isNeutral } from './loops.ts'
import { isFunction, isWithin, memberName, seenThrough, staticName, type FunctionNode, type Node } from './syntax.ts'

/** Longer ones are tables of data. */
const longestList = 64

export function readArray(node: TSESTree.ArrayExpression, reading: Reading): Formula | undefined {
  const { elements } = node
  if (elements.length === 0 || elements.length > longestList) return undefined
  if (elements.some(element => !element || element.type === 'SpreadElement')) return undefined
  return reading.algebra.apply(
    'list',
    (elements as Node[]).map(element => reading.read(element)),
  )
}

export function readLength(node: TSESTree.MemberExpression, reading: Reading): Formula | undefined {
  if (memberName(node) !== 'length' || node.object.type === 'Super') return undefined
  const { algebra, epochs } = reading
  const made = lengthAsMade(node.object, reading)
  if (made) return made
  const array = reading.vector(node.object)
  const isItsOwn = array.op === 'elements' && array.domain!.key === array.key
  if (!isItsOwn || array.epoch === 'frozen') return algebra.count(array)
  const epoch = epochs.lengthEpoch(node, node.object)
  return algebra.count(algebra.elements(array.args[0]!, epoch, { origin: array.origin }))
}

/** `Math.max(...x)` and `Math.max.apply(null, x)`. */
export function readSpreadExtreme(node: TSESTree.CallExpression, reading: Reading): Formula | undefined {
  const denoted = reading.resolver.denoted(node.callee)
  if (denoted?.kind !== 'global' || denoted.path[0] !== 'Math') return undefined
  const [, name, method] = denoted.path
  const reduction = name === 'max' ? 'max' : name === 'min' ? 'min' : undefined
  if (!reduction) return undefined
  const [first, second] = node.arguments
  const array =
    method === 'apply'
      ? second
      : node.arguments.length === 1 && first!.type === 'SpreadElement'
        ? first!.argument
        : undefined
  return array && reading.algebra.reduce(reduction, [reading.vector(array)])
}

const copies = new Set(['from', 'slice', 'flat', 'values'])

export function readArrayMethod(node: TSESTree.CallExpression, reading: Reading): Formula | undefined {
  const callee = seenThrough(node.callee)
  if (callee.type !== 'MemberExpression' || callee.object.type === 'Super') return undefined
  const name = memberName(callee)
  if (name === 'from') return readFrom(node, reading)
  if (node.arguments.some(arg => arg.type === 'SpreadElement')) return undefined
  const [array, first, second] = isCollectionLibrary(callee.object, reading)
    ? node.arguments
    : [callee.object, ...node.arguments]
  if (!array) return undefined
  if (name === 'map' && first && !second) return mapped(reading.vector(array), first, reading)
  if (name === 'reduce' && first) return reduced(reading.vector(array), first, second, reading)
  if (name === 'slice' && !first) return reading.vector(array)
  if (name === 'indexOf' && first && !second) return readPlaceOf(reading.read(first), reading.vector(array), reading)
  if (name === 'range' && array !== callee.object) return readRange(first ? [array, first] : [array], reading)
  return undefined
}

/** `x.indexOf(Math.max(...x))`. */
function readPlaceOf({ op, args }: Formula, vector: Formula, { algebra }: Reading): Formula | undefined {
  if ((op !== 'max' && op !== 'min') || args[0]!.key !== vector.key) return undefined
  return algebra.reduce(op === 'max' ? 'argmax' : 'argmin', [vector])
}

/** Lodash and its like, whose functions take the array first. */
export function isCollectionLibrary(object: Node, { resolver }: Reading): boolean {
  const denoted = resolver.denoted(object)
  return denoted?.kind === 'module'
    ? denoted.path.length === 0 && /^(lodash|lodash-es|underscore)$/.test(denoted.source)
    : denoted?.path.length === 1 && denoted.path[0] === '_'
}

/** `_.range(n)`, `_.range(0, n)`. */
function readRange(args: readonly Node[], reading: Reading): Formula | undefined {
  const { algebra } = reading
  const [start, count] =
    args.length === 1 ? [algebra.number(0), reading.read(args[0]!)] : args.map(arg => reading.read(arg))
  return isNumber(start!, 0) ? algebra.positions(algebra.rounds(count!, start!)) : undefined
}

/** `Array.from(x)`, `Array.from(x, f)`, `Float64Array.from(x)`: copies in full precision. */
function readFrom(node: TSESTree.CallExpression, reading: Reading): Formula | undefined {
  const denoted = reading.resolver.denoted(node.callee)
  if (
    denoted?.kind !== 'global' ||
    !copies.has(denoted.path[1] ?? '') ||
    !/^(Array|Float64Array)$/.test(denoted.path[0]!)
  )
    return undefined
  const [source, mapping] = node.arguments
  if (!source || source.type === 'SpreadElement') return undefined
  if (source.type === 'ObjectExpression') return mapping && counted(source, mapping, reading)
  return mapping ? mapped(reading.vector(source), mapping, reading) : reading.vector(source)
}

/** `Array.from({ length: n }, (_, i) => …)`: the rounds of a loop that counts to n. */
function counted(source: TSESTree.ObjectExpression, mapping: Node, reading: Reading): Formula | undefined {
  const [property, ...more] = source.properties
  if (property?.type !== 'Property' || more.length > 0) return undefined
  if (staticName(property.key, property.computed) !== 'length') return undefined
  const { algebra } = reading
  const count = reading.read(property.value)
  const base = count.domain ? undefined : algebra.rounds(count, algebra.number(0))
  return base && mapped({ ...base, domain: base }, mapping, reading, false)
}

/** Without `entries`, there are none to map: only their positions. */
export function mapped(base: Formula, callback: Node, reading: Reading, entries = true): Formula | undefined {
  const body = callbackResult(callback, reading, [])
  if (!body || (!entries && (!body.formula || !body.element || mentions(body.formula, body.element)))) return undefined
  const vector = body.apply(base)
  return vector && { ...vector, domain: vector.domain ?? base.domain, inlined: true }
}

function reduced(base: Formula, callback: Node, seed: Node | undefined, reading: Reading): Formula | undefined {
  const { algebra } = reading
  const body = callbackResult(callback, reading, ['accumulator'])
  if (!body || !body.accumulator || !body.formula || (!seed && !body.element)) return undefined
  const start = seed && reading.read(seed)
  const { accumulator, formula } = body
  const others = (op: 'add' | 'mul'): Formula[] | undefined => {
    if (formula.op !== op) return undefined
    const rest = formula.args.filter(arg => arg.key !== accumulator.key)
    return rest.length === formula.args.length - 1 && !rest.some(arg => mentions(arg, accumulator)) ? rest : undefined
  }
  const over = (rest: readonly Formula[], op: 'add' | 'mul'): Formula | undefined => {
    if (!seed && (rest.length !== 1 || rest[0]!.key !== body.element!.key)) return undefined
    const each = body.apply(base, op === 'add' ? algebra.add(rest) : algebra.mul(rest))
    return each && { ...each, domain: base.domain }
  }
  const terms = others('add')
  if (terms) {
    const each = over(terms, 'add')
    return each && inlined(algebra.add([...(start ? [start] : []), algebra.reduce('sum', [each])]))
  }
  const factors = others('mul')
  if (factors) {
    const each = over(factors, 'mul')
    return (
      each &&
      inlined(algebra.mul([...(start && !isNumber(start, 1) ? [start] : []), algebra.reduce('product', [each])]))
    )
  }
  const shape = formula.recognized ?? formula
  if ((shape.op === 'largest' || shape.op === 'smallest') && shape.args.length === 2) {
    const rest = shape.args.filter(arg => arg.key !== accumulator.key)
    const each = rest.length === 1 && !mentions(rest[0]!, accumulator) ? over(rest, 'add') : undefined
    const side = shape.op === 'largest' ? 'max' : 'min'
    const extreme = each && algebra.reduce(side, [each])
    // A seed of -Infinity or x[0] is no bound of its own; any other value is.
    const neutral = !start || isNeutral(start, side) || start.op === 'index'
    return extreme && inlined(neutral ? extreme : algebra.apply(shape.op, [start, extreme]))
  }
  return undefined
}

const inlined = (f: Formula): Formula => ({ ...f, inlined: true })

interface Callback {
  readonly formula: Formula | undefined
  readonly accumulator: Formula | undefined
  readonly element: Formula | undefined
  /** The formula (or a part of it) for all elements of a vector. */
  apply(base: Formula, part?: Formula): Formula | undefined
}

/** What a callback computes for an element, be it written here, a helper's name, or a function of `Math`. */
function callbackResult(callback: Node, reading: Reading, leading: readonly 'accumulator'[]): Callback | undefined {
  callback = seenThrough(callback)
  const { algebra, resolver, functions, matcher } = reading
  const denoted = isFunction(callback) ? undefined : resolver.denoted(callback)
  const operator = denoted && operatorOf(denoted, reading)
  if (operator && leading.length === 0) {
    if (['largest', 'smallest', 'pow', 'atan2', 'hypot'].includes(operator)) return undefined
    const apply = (base: Formula): Formula | undefined => applyOperator(operator, [base], reading)
    return { formula: undefined, accumulator: undefined, element: undefined, apply }
  }
  const fn = isFunction(callback) ? callback : resolver.localFunction(callback)
  if (!fn || !reading.isKnown(fn)) return undefined
  const formula = functions.result(fn)
  if (!formula) return undefined
  const parameters = parametersOf(fn, reading)
  if (!parameters) return undefined
  const [element, position, array] = parameters.slice(leading.length)
  const apply = (base: Formula, part = formula): Formula | undefined => {
    const values = new Map<number, Formula>()
    if (element) values.set(element.key, base)
    if (position) values.set(position.key, algebra.positions(base.domain!))
    if (array) values.set(array.key, base)
    // What varies with the element in a way that is not known is a vector too.
    reading.everySymbol(part, (symbol, home) => {
      if (home && isWithin(home.node, fn) && !values.has(symbol.key))
        values.set(symbol.key, {
          ...algebra.unique(symbol.name!),
          domain: base.domain,
          lift: { base, element, position, body: symbol },
        })
      return true
    })
    return substitute(algebra, matcher, part, { values, epochOf: () => 'callback', lift: { base, element, position } })
  }
  return {
    formula,
    accumulator: leading.length > 0 ? parameters[0] : undefined,
    element,
    apply,
  }
}

function parametersOf(fn: FunctionNode, reading: Reading): Formula[] | undefined {
  const symbols = fn.params.map(parameter =>
    parameter.type === 'Identifier' ? reading.functions.parameter(fn, parameter) : undefined,
  )
  return symbols.every(symbol => symbol !== undefined) ? (symbols as Formula[]) : undefined
}
