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
  /** What the counter is when the loop is done. */
  readonly end?: Formula | undefined
}

/** `i++`, `i += 4`, or what tests and steps at once, as `i--` and `++i < n` do: how a round is known from the last. */
interface Step {
  readonly counter: Node
  readonly by: number
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
      // One round more than none: what an empty array gives is another thing.
      case 'DoWhileStatement':
        return this.#reading.trusting ? this.#countedByHand(loop) : undefined
      case 'ForOfStatement':
        return loop.await ? undefined : this.#throughElements(loop)
      case 'ForInStatement':
        return this.#reading.trusting ? this.#throughKeys(loop) : undefined
      default:
        return isFunction(loop) ? this.#callback(loop) : undefined
    }
  }

  #counted(loop: TSESTree.ForStatement): Trip | undefined {
    const { init, test, update, body } = loop
    const step = update ? stepOf(update) : test && stepIn(test)
    const variable = step && this.#reading.resolver.variable(step.counter)
    if (!variable || !test || !this.#onlyStepped(variable, body)) return undefined
    const place = this.#reading.place(variable)
    if (!place) return undefined
    const start = init ? this.#reading.flow.after(init, place) : this.#reading.flow.before(loop, place)
    return start && this.#between(loop, body, variable, start, test, step.by)
  }

  /** `while (i < n) { …; i++ }`, `while (i--)`, and `while (++i < n)`. */
  #countedByHand(loop: TSESTree.WhileStatement | TSESTree.DoWhileStatement): Trip | undefined {
    const { test, body } = loop
    const step = stepIn(test) ?? (body.type === 'BlockStatement' ? lastStep(body) : undefined)
    const variable = step && this.#reading.resolver.variable(step.counter)
    const place = variable && this.#reading.place(variable)
    if (!place || place.writes(loop).filter(write => isWithin(write, loop)).length !== 1) return undefined
    const start = this.#reading.flow.before(loop, place)
    return start && this.#between(loop, body, variable!, start, test, step!.by)
  }

  #between(loop: Node, body: Node, variable: Variable, start: Formula, test: Node, by: number): Trip | undefined {
    const { algebra } = this.#reading
    const limit = this.#limit(test, variable)
    if (!limit || this.#changes(limit.bound, loop)) return undefined
    const one = algebra.number(by)
    // A test that steps has done so before the round; one that steps after it has looked still sees the old value. Where
    // the first round comes before the test, the test is that of the round before.
    const isFirst = loop.type === 'DoWhileStatement'
    const first = limit.steps && !isFirst ? algebra.add([start, one]) : start
    const bound = limit.steps === 'after' ? algebra.add([limit.bound, one]) : limit.bound
    const { op } = limit
    if (by === 1 && (op === '<' || op === '!=' || op === '<=')) {
      const end = op === '<=' ? algebra.add([bound, one]) : bound
      return this.#trip(loop, body, variable, algebra.rounds(algebra.add([end, algebra.negate(first)]), first), end)
    }
    if (by === -1 && (op === '>' || op === '!=' || op === '>=')) {
      const last = op === '>=' ? bound : algebra.add([bound, algebra.number(1)])
      const count = algebra.add([first, algebra.negate(last), algebra.number(1)])
      return this.#trip(loop, body, variable, algebra.rounds(count, last), algebra.add([last, one]))
    }
    // Every fourth entry, as in pictures. What the rest of a division is, nobody looks at who only reports.
    if (by > 1 && this.#reading.trusting && (op === '<' || op === '<=')) {
      const count = algebra.mul([algebra.add([bound, algebra.negate(first)]), algebra.number(1 / by)])
      const domain = algebra.rounds(count, algebra.number(0))
      return { loop, body, domain, counter: undefined, position: undefined, element: undefined }
    }
    return undefined
  }

  /** What the counter is compared with, and whether it steps before or after that. */
  #limit(
    test: Node,
    variable: Variable,
  ): { readonly bound: Formula; readonly op: string; readonly steps: 'before' | 'after' | undefined } | undefined {
    const { resolver, algebra } = this.#reading
    const isCounter = (node: Node): boolean => {
      const name = node.type === 'UpdateExpression' ? node.argument : node
      return name.type === 'Identifier' && resolver.variable(name) === variable
    }
    const steps = (node: Node): 'before' | 'after' | undefined =>
      node.type === 'UpdateExpression' ? (node.prefix ? 'before' : 'after') : undefined
    // `i--` goes on until it is 0.
    if (isCounter(test)) return { bound: algebra.number(0), op: '!=', steps: steps(test) }
    // for (…; i < n && !done; …) may stop early.
    if (test.type !== 'BinaryExpression') return undefined
    const op = test.operator === '!==' ? '!=' : test.operator
    const { left, right } = test
    if (isCounter(left)) return { bound: this.#reading.read(right), op, steps: steps(left) }
    const turned: Readonly<Record<string, string>> = { '<': '>', '<=': '>=', '>': '<', '>=': '<=', '!=': '!=' }
    return isCounter(right) && turned[op] !== undefined
      ? { bound: this.#reading.read(left as Node), op: turned[op]!, steps: steps(right) }
      : undefined
  }

  #trip(loop: Node, body: Node, variable: Variable, domain: Formula, end?: Formula): Trip {
    const { algebra } = this.#reading
    const low = domain.op === 'range' ? domain.args[1]! : algebra.number(0)
    const known = { grid: 1, ...(low.op === 'number' && { low: low.value! }) }
    const symbol = algebra.symbol(variable.name, `carried ${idOf(variable)} ${loop.range[0]}`, { known })
    const home = variable.identifiers[0] as Node | undefined
    const position = this.#reading.settled(symbol, { node: home ?? loop, constant: false, loop })
    return { loop, body, domain, counter: variable, position, element: undefined, end }
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
function stepOf(update: Node): Step | undefined {
  if (update.type === 'SequenceExpression') {
    const steps = update.expressions.map(stepOf).filter(step => step !== undefined)
    return steps[0]
  }
  if (update.type === 'UpdateExpression')
    return { counter: seenThrough(update.argument), by: update.operator === '++' ? 1 : -1 }
  if (update.type !== 'AssignmentExpression' || update.right.type !== 'Literal') return undefined
  const { value } = update.right
  if (typeof value !== 'number' || !Number.isInteger(value)) return undefined
  return update.operator === '+=' || update.operator === '-='
    ? { counter: seenThrough(update.left), by: update.operator === '+=' ? value : -value }
    : undefined
}

/** The step that a test makes: `i--`, `++i < n`. */
function stepIn(test: Node): Step | undefined {
  const step = updateIn(test)
  return step && stepOf(step)
}

export function updateIn(test: Node): TSESTree.UpdateExpression | undefined {
  const sides = test.type === 'BinaryExpression' ? [test.left, test.right] : [test]
  return sides.find((side): side is TSESTree.UpdateExpression => side.type === 'UpdateExpression')
}

function lastStep(body: TSESTree.BlockStatement): Step | undefined {
  const last = body.body.at(-1)
  return last?.type === 'ExpressionStatement' ? stepOf(last.expression) : undefined
}
