/**
 * Helpers in the file: a call of one is its body with the arguments put in. A function is recognised by what it
 * computes, never by its name. Bodies of declarations that are never written again, guards that throw, early returns
 * and one result are read; the rest is opaque.
 */
import type { TSESTree } from '@typescript-eslint/utils'
import type { Formula } from '../formula/formula.ts'
import { substitute } from '../formula/substitute.ts'
import { symbolOf } from './bindings.ts'
import type { Reading } from './index.ts'
import { isWithin, type FunctionNode, type Node } from './syntax.ts'

const largestBody = 600
const deepestCalls = 40

export class Functions {
  readonly #reading: Reading
  readonly #results = new Map<FunctionNode, Formula | undefined>()
  readonly #running: FunctionNode[] = []

  constructor(reading: Reading) {
    this.#reading = reading
  }

  /** What the function returns, in terms of its parameters' symbols. */
  result(fn: FunctionNode): Formula | undefined {
    if (this.#results.has(fn)) return this.#results.get(fn)
    if (this.#running.length > deepestCalls || fn.async || fn.generator) return undefined
    this.#running.push(fn)
    const read = fn.body.type === 'BlockStatement' ? this.#returned(fn.body.body) : this.#reading.read(fn.body)
    this.#running.pop()
    const result = read && this.#closed(read, fn)
    this.#results.set(fn, result)
    return result
  }

  /** Recursion is understood where the whole is known under a name, and nowhere else. */
  #closed(formula: Formula, fn: FunctionNode): Formula | undefined {
    const named = this.#reading.named(formula)
    if (named.recognized && this.#isOfParameters(named.recognized, fn)) return named
    return formula.size > largestBody || mentionsSelf(formula) ? undefined : formula
  }

  /** Nothing but the parameters and constants: then every call with the same arguments has the same value. */
  #isOfParameters(formula: Formula, fn: FunctionNode): boolean {
    return this.#reading.everySymbol(
      formula,
      (_, home) =>
        home !== undefined &&
        home.constant &&
        (!isWithin(home.node, fn) || fn.params.some(parameter => isWithin(home.node, parameter))),
    )
  }

  /** The call of a local function as a formula; `self(…)` within its own body. */
  call(fn: FunctionNode, args: readonly Node[]): Formula | undefined {
    const { algebra, effects, matcher } = this.#reading
    if (this.#running.includes(fn)) {
      return this.#running.at(-1) === fn && args.length === 1
        ? algebra.apply('self', [this.#reading.read(args[0]!)])
        : undefined
    }
    if (args.some(arg => arg.type === 'SpreadElement') || !effects.isPure(fn)) return undefined
    const body = this.result(fn)
    if (!body || !this.#isOfParameters(body, fn)) return undefined
    const values = this.arguments(
      fn,
      args.map(arg => () => this.#reading.read(arg)),
    )
    if (!values) return undefined
    const epochs = new Map(args.map(arg => [this.#reading.read(arg).key, arg]))
    const epochOf = (array: Formula): string => {
      const arg = epochs.get(array.key)
      const vector = arg && this.#reading.vector(arg)
      return vector?.op === 'elements' && vector.args[0]!.key === array.key ? this.#epochOf(arg!) : 'call'
    }
    return { ...substitute(algebra, matcher, body, { values, epochOf }), inlined: true }
  }

  #epochOf(arg: Node): string {
    const { effects, resolver } = this.#reading
    const variable = arg.type === 'Identifier' ? resolver.variable(arg) : undefined
    return variable && effects.isFrozen(variable) ? 'frozen' : effects.memoryEpoch(arg)
  }

  /** The values of a function's parameters by the keys of their symbols; undefined where a pattern is in the way. */
  arguments(fn: FunctionNode, given: readonly (() => Formula)[]): Map<number, Formula> | undefined {
    const values = new Map<number, Formula>()
    for (const [at, parameter] of fn.params.entries()) {
      const name = parameter.type === 'AssignmentPattern' ? parameter.left : parameter
      if (name.type !== 'Identifier') return undefined
      const symbol = this.parameter(fn, name)
      if (!symbol) return undefined
      const value =
        given[at] ?? (parameter.type === 'AssignmentPattern' ? () => this.#reading.read(parameter.right) : undefined)
      if (!value) continue
      values.set(symbol.key, value())
    }
    return values
  }

  /** The symbol of a parameter that is never written; undefined otherwise. */
  parameter(fn: FunctionNode, name: TSESTree.Identifier): Formula | undefined {
    const variable = this.#reading.sourceCode.getDeclaredVariables!(fn as never).find(
      declared => declared.name === name.name,
    )
    if (!variable || variable.references.some(reference => reference.isWrite() && !reference.init)) return undefined
    return symbolOf(name, variable, this.#reading)
  }

  #returned(statements: readonly Node[]): Formula | undefined {
    for (const [at, statement] of statements.entries()) {
      switch (statement.type) {
        case 'ReturnStatement':
          return statement.argument ? this.#reading.read(statement.argument) : undefined
        case 'VariableDeclaration':
        case 'FunctionDeclaration':
        case 'EmptyStatement':
        case 'TSTypeAliasDeclaration':
          continue
        case 'IfStatement': {
          if (!statement.alternate && alwaysThrows(statement.consequent)) continue
          const yes = this.#returned(statementsOf(statement.consequent))
          const no = this.#returned(statement.alternate ? statementsOf(statement.alternate) : statements.slice(at + 1))
          return yes && no && this.#reading.algebra.apply('if', [this.#reading.read(statement.test), yes, no])
        }
        case 'ExpressionStatement':
          if (statement.directive !== undefined) continue
          return undefined
        default:
          return undefined
      }
    }
    return undefined
  }
}

const statementsOf = (node: Node): readonly Node[] => (node.type === 'BlockStatement' ? node.body : [node])

const alwaysThrows = (node: Node): boolean => {
  const last = statementsOf(node).at(-1)
  return last?.type === 'ThrowStatement'
}

const mentionsSelf = (f: Formula): boolean => f.op === 'self' || (f.size < largestBody && f.args.some(mentionsSelf))
