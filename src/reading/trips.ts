/**
 * How loops run: the array that they go through, or the range that they count, and the symbols of one round. A loop that
 * may end early, or whose bound moves, has no trip.
 */
import type { TSESTree } from '@typescript-eslint/utils'
import type { Formula } from '../formula/formula.ts'
import { elementOf } from './bindings.ts'
import type { Reading } from './index.ts'
import type { Variable } from './resolve.ts'
import { isFunction, isWithin, memberName, seenThrough, type Node } from './syntax.ts'

/** How a loop runs: what its rounds are counted by, and over what. */
export interface Trip {
  readonly loop: Node
  readonly body: Node
  readonly domain: Formula
  /** The variable that counts the rounds. */
  readonly counter: Variable | undefined
  /** The symbol of the counter within a round. */
  readonly position: Formula | undefined
  /** The symbol of the element within a round. */
  readonly element: Formula | undefined
}

export class Trips {
  readonly #reading: Reading
  readonly #trips = new Map<Node, Trip | undefined>()

  constructor(reading: Reading) {
    this.#reading = reading
  }

  of(loop: Node): Trip | undefined {
    if (this.#trips.has(loop)) return this.#trips.get(loop)
    this.#trips.set(loop, undefined)
    const trip = this.#run(loop)
    this.#trips.set(loop, trip)
    return trip
  }

  /** What is read in a loop that changes it is another quantity in each round. */
  varies(part: Formula, loop: Node): boolean {
    if (part.op === 'symbol') {
      const home = this.#reading.home(part)
      return !home || isWithin(home.node, loop) || (home.loop !== undefined && isWithin(home.loop, loop))
    }
    const changes = part.epoch === undefined ? undefined : this.#reading.epochs.loopOf(part.epoch)
    return changes !== undefined && isWithin(changes, loop)
  }

  /** Whether a formula, or a part of it, is another in each round. */
  #changes(f: Formula, loop: Node): boolean {
    return this.varies(f, loop) || f.args.some(arg => this.#changes(arg, loop))
  }

  #run(loop: Node): Trip | undefined {
    switch (loop.type) {
      case 'ForStatement':
        return this.#counted(loop)
      case 'WhileStatement':
        return this.#countedByHand(loop)
      case 'ForOfStatement':
        return loop.await ? undefined : this.#throughElements(loop)
      case 'ForInStatement':
        return this.#reading.trusting ? this.#throughKeys(loop) : undefined
      default:
        return isFunction(loop) ? this.#callback(loop) : undefined
    }
  }

  #counted(loop: TSESTree.ForStatement): Trip | undefined {
    const { resolver } = this.#reading
    const step = loop.update && stepOf(loop.update)
    const variable = step && resolver.variable(step.counter)
    if (!variable || !loop.test || !this.#onlyStepped(variable, loop.body)) return undefined
    const place = this.#reading.place(variable)
    if (!place) return undefined
    const start = loop.init ? this.#reading.flow.after(loop.init, place) : this.#reading.flow.before(loop, place)
    return start && this.#between(loop, loop.body, variable, start, loop.test, step.by)
  }

  /** `while (i < n) { …; i++ }` and `while (i--)`. */
  #countedByHand(loop: TSESTree.WhileStatement): Trip | undefined {
    const { resolver, algebra } = this.#reading
    const { test, body } = loop
    const down = test.type === 'UpdateExpression' ? test : undefined
    const step = down ? stepOf(down) : body.type === 'BlockStatement' ? lastStep(body) : undefined
    const variable = step && resolver.variable(step.counter)
    const place = variable && this.#reading.place(variable)
    if (!place || place.writes(loop).filter(write => isWithin(write, loop)).length !== 1) return undefined
    const start = this.#reading.flow.before(loop, place)
    if (!start) return undefined
    if (!down) return this.#between(loop, body, variable!, start, test, step!.by)
    if (step!.by !== -1 || down.prefix) return undefined
    return this.#trip(loop, body, variable!, algebra.rounds(start, algebra.number(0)))
  }

  #between(loop: Node, body: Node, variable: Variable, start: Formula, test: Node, by: number): Trip | undefined {
    const { algebra } = this.#reading
    const limit = this.#limit(test, variable)
    if (!limit) return undefined
    const { bound, op } = limit
    if (this.#changes(bound, loop)) return undefined
    const one = algebra.number(1)
    if (by === 1) {
      if (op !== '<' && op !== '<=' && op !== '!=') return undefined
      const count = algebra.add([bound, algebra.negate(start), ...(op === '<=' ? [one] : [])])
      return this.#trip(loop, body, variable, algebra.rounds(count, start))
    }
    if (by !== -1) return undefined
    const last = op === '>=' ? bound : op === '>' ? algebra.add([bound, one]) : undefined
    if (!last) return undefined
    const count = algebra.add([start, algebra.negate(last), one])
    return this.#trip(loop, body, variable, algebra.rounds(count, last))
  }

  #limit(test: Node, variable: Variable): { readonly bound: Formula; readonly op: string } | undefined {
    const { resolver } = this.#reading
    // for (…; i < n && !done; …) may stop early.
    if (test.type !== 'BinaryExpression') return undefined
    const isCounter = (node: Node): boolean => node.type === 'Identifier' && resolver.variable(node) === variable
    const op = test.operator === '!==' ? '!=' : test.operator
    if (isCounter(test.left)) return { bound: this.#reading.read(test.right), op }
    const turned: Readonly<Record<string, string>> = { '<': '>', '<=': '>=', '>': '<', '>=': '<=', '!=': '!=' }
    return isCounter(test.right) && turned[op] !== undefined
      ? { bound: this.#reading.read(test.left as Node), op: turned[op]! }
      : undefined
  }

  #trip(loop: Node, body: Node, variable: Variable, domain: Formula): Trip {
    const { algebra } = this.#reading
    const low = domain.op === 'range' ? domain.args[1]! : algebra.number(0)
    const known = { grid: 1, ...(low.op === 'number' && { low: low.value! }) }
    const symbol = algebra.symbol(variable.name, `carried ${idOf(variable)} ${loop.range[0]}`, { known })
    const home = variable.identifiers[0] as Node | undefined
    const position = this.#reading.settled(symbol, { node: home ?? loop, constant: false, loop })
    return { loop, body, domain, counter: variable, position, element: undefined }
  }

  /** Nobody but the loop itself moves the counter. */
  #onlyStepped(variable: Variable, body: Node): boolean {
    return !variable.references.some(reference => reference.isWrite() && isWithin(reference.identifier, body))
  }

  #throughElements(loop: TSESTree.ForOfStatement): Trip | undefined {
    const { left, right, body } = loop
    const pattern = left.type === 'VariableDeclaration' ? left.declarations[0]!.id : left
    const domain = this.#reading.vector(right)
    if (!domain.domain) return undefined
    const element = elementOf(loop, pattern, this.#reading)
    return { loop, body, domain, element, counter: undefined, position: undefined }
  }

  #throughKeys(loop: TSESTree.ForInStatement): Trip | undefined {
    const { left, right, body } = loop
    const pattern = left.type === 'VariableDeclaration' ? left.declarations[0]!.id : left
    const variable = pattern.type === 'Identifier' ? this.#variableOf(pattern) : undefined
    const domain = this.#reading.vector(right)
    if (!variable || !domain.domain) return undefined
    return { ...this.#trip(loop, body, variable, domain), position: elementOf(loop, pattern, this.#reading) }
  }

  #variableOf(name: TSESTree.Identifier): Variable | undefined {
    return this.#reading.resolver.lookUp(name.name, name)
  }

  #callback(fn: Node): Trip | undefined {
    if (!isFunction(fn) || fn.async || fn.generator) return undefined
    const call = fn.parent as TSESTree.CallExpression
    const method = call.callee.type === 'MemberExpression' ? memberName(call.callee) : undefined
    if ((method !== 'forEach' && method !== 'map') || call.callee.type !== 'MemberExpression') return undefined
    const domain = this.#reading.vector(call.callee.object)
    if (!domain.domain || isMap(call.callee.object, this.#reading)) return undefined
    const [first, second] = fn.params
    const counter = second?.type === 'Identifier' ? this.#variableOf(second) : undefined
    return {
      loop: fn,
      body: fn.body,
      domain,
      element: first && elementOf(fn, first, this.#reading),
      counter: undefined,
      position: counter && elementOf(fn, second!, this.#reading),
    }
  }
}

/** A `Map` hands its values to a callback, but is made of pairs. */
function isMap(object: Node, { resolver }: Reading): boolean {
  const inner = seenThrough(object)
  const variable = inner.type === 'Identifier' ? resolver.variable(inner) : undefined
  const init = variable && resolver.initialValue(variable)?.init
  if (init?.type === 'NewExpression' && init.callee.type === 'Identifier') return init.callee.name === 'Map'
  return inner.type === 'Identifier' && /map$/i.test(inner.name)
}

export const idOf = (variable: Variable): string => `${variable.name} ${variable.identifiers[0]?.range[0]}`

/** `i++`, `i += 1`, `i--`, alone or as the last of several. */
function stepOf(update: Node): { readonly counter: Node; readonly by: number } | undefined {
  if (update.type === 'SequenceExpression') {
    const steps = update.expressions.map(stepOf).filter(step => step !== undefined)
    return steps[0]
  }
  if (update.type === 'UpdateExpression')
    return { counter: seenThrough(update.argument), by: update.operator === '++' ? 1 : -1 }
  if (update.type !== 'AssignmentExpression' || update.right.type !== 'Literal' || update.right.value !== 1)
    return undefined
  return update.operator === '+=' || update.operator === '-='
    ? { counter: seenThrough(update.left), by: update.operator === '+=' ? 1 : -1 }
    : undefined
}

function lastStep(body: TSESTree.BlockStatement): { readonly counter: Node; readonly by: number } | undefined {
  const last = body.body.at(-1)
  return last?.type === 'ExpressionStatement' ? stepOf(last.expression) : undefined
}
