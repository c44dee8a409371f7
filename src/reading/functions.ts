/**
 * Helpers in the file: a call of one is its body with the arguments put in. A function is recognised by what it
 * computes, never by its name. Bodies of declarations that are never written again, guards that throw, early returns
 * and one result are read; the rest is opaque.
 */
import type { TSESTree } from '@typescript-eslint/utils'
import type { Formula } from '../formula/formula.ts'
import { adopt, substitute } from '../formula/substitute.ts'
import { fieldOfThis, initialSymbol } from './bindings.ts'
import type { Home, Reading } from './index.ts'
import type { Export } from './modules.ts'
import { descendants, isFunction, isWithin, type FunctionNode, type Node } from './syntax.ts'

const largestBody = 600
const deepestCalls = 40

export class Functions {
  readonly #reading: Reading
  readonly #results = new Map<FunctionNode, Formula | undefined>()
  readonly #running: FunctionNode[] = []

  constructor(reading: Reading) {
    this.#reading = reading
  }

  /** Its result is more than a quantity of which nothing is known. */
  isUnderstood(fn: FunctionNode): boolean {
    if (this.#running.includes(fn)) return true
    const result = this.result(fn)
    return result !== undefined && (result.op !== 'symbol' || this.#isOfParameters(result, fn))
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
    return this.#reading.everySymbol(formula, (_, home) => this.#isConstant(home, fn))
  }

  #isConstant(home: Home | undefined, fn: FunctionNode): boolean {
    return (
      home !== undefined &&
      home.constant &&
      (!isWithin(home.node, fn) || fn.params.some(parameter => isWithin(home.node, parameter)))
    )
  }

  /** The call of a local function as a formula; `self(…)` within its own body. */
  call(fn: FunctionNode, args: readonly Node[], at: Node): Formula | undefined {
    const { algebra, matcher } = this.#reading
    if (this.#running.includes(fn)) {
      return this.#running.at(-1) === fn && args.length === 1
        ? algebra.apply('self', [this.#reading.read(args[0]!)])
        : undefined
    }
    if (args.some(arg => arg.type === 'SpreadElement') || !this.#reading.isKnown(fn)) return undefined
    const body = this.result(fn)
    if (!body) return undefined
    const values = this.arguments(
      fn,
      args.map(arg => () => this.#reading.read(arg)),
    )
    if (!values) return undefined
    // What is neither of its arguments nor a constant may be another with each call.
    this.#reading.everySymbol(body, (symbol, home) => {
      if (!values.has(symbol.key) && !this.#isConstant(home, fn))
        values.set(
          symbol.key,
          this.#ofSameObject(home, at) ??
            this.#reading.settled(algebra.unique(symbol.name!), { node: at, constant: false }),
        )
      return true
    })
    const epochs = new Map(args.map(arg => [this.#reading.read(arg).key, arg]))
    const epochOf = (array: Formula): string => {
      const arg = epochs.get(array.key)
      const vector = arg && this.#reading.vector(arg)
      return vector?.op === 'elements' && vector.args[0]!.key === array.key ? this.#epochOf(arg!) : 'call'
    }
    // What the helper itself may have changed is no longer what it was given.
    const untouched = `${fn.range[0]}`
    const fieldEpochOf = (field: Formula, object: Formula): string => {
      const arg = field.epoch === untouched ? epochs.get(object.key) : undefined
      return arg ? this.#reading.epochs.memoryEpoch(arg, arg, true) : field.epoch!
    }
    return { ...substitute(algebra, matcher, body, { values, epochOf, fieldEpochOf }), inlined: true }
  }

  /** A field that a method of `this` reads is what the caller sees there as well; where it is only reported. */
  #ofSameObject(home: Home | undefined, at: Node): Formula | undefined {
    const callee = at.type === 'CallExpression' ? at.callee : undefined
    const isOwn = callee?.type === 'MemberExpression' && callee.object.type === 'ThisExpression'
    return isOwn && home?.field && this.#reading.trusting ? fieldOfThis(home.field, at, this.#reading) : undefined
  }

  /** What a helper computes, here or in another file, as its own file reads it. */
  calledBy(callee: Node): { readonly result: Formula; readonly reading: Reading } | undefined {
    const { resolver } = this.#reading
    const local = resolver.localFunction(callee)
    const denoted = local ? undefined : resolver.denoted(callee)
    const elsewhere = denoted && this.#reading.imported(denoted)
    const reading = elsewhere ? this.#reading.ofFile(elsewhere.file) : this.#reading
    const fn = local ?? elsewhere?.fn
    const result = fn && reading.functions.result(fn)
    return result && { result, reading }
  }

  /** The call of a function in another file, as far as that file alone says what it computes. */
  callOf({ fn, file }: Export, args: readonly Node[], at: Node): Formula | undefined {
    const there = this.#reading.ofFile(file)
    const body = there.functions.isUnderstood(fn) && there.isKnown(fn) ? there.functions.result(fn) : undefined
    if (!body || args.some(arg => arg.type === 'SpreadElement')) return undefined
    const { algebra, matcher } = this.#reading
    const values = new Map<number, Formula>()
    for (const [i, parameter] of fn.params.entries()) {
      const name = parameter.type === 'AssignmentPattern' ? parameter.left : parameter
      const symbol = name.type === 'Identifier' ? there.functions.parameter(fn, name) : undefined
      if (!symbol || (!args[i] && parameter.type === 'AssignmentPattern')) return undefined
      values.set(symbol.key, args[i] ? this.#reading.read(args[i]) : algebra.number(NaN, 'undefined'))
      // Arrays are passed as they are now.
      if (args[i]) this.#passEntries(body, symbol, args[i], values)
    }
    const unknown = (symbol: Formula): Formula =>
      this.#reading.settled(algebra.unique(symbol.name!), { node: at, constant: false })
    const value = adopt(algebra, matcher, body, values, unknown)
    return value.size > largestBody ? undefined : { ...value, inlined: true }
  }

  #passEntries(body: Formula, parameter: Formula, arg: Node, values: Map<number, Formula>): void {
    const visit = (part: Formula): void => {
      if (part.op === 'elements' && part.args[0]!.key === parameter.key) values.set(part.key, this.#reading.vector(arg))
      else part.args.forEach(visit)
      if (part.recognized) visit(part.recognized)
    }
    visit(body)
  }

  #epochOf(arg: Node): string {
    const { epochs, ownership, resolver } = this.#reading
    const variable = arg.type === 'Identifier' ? resolver.variable(arg) : undefined
    return variable && ownership.isFrozen(variable) ? 'frozen' : epochs.memoryEpoch(arg, arg, true)
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
      values.set(symbol.key, value ? value() : this.#reading.algebra.number(NaN, 'undefined'))
    }
    return values
  }

  /** The symbol of a parameter as it is passed. */
  parameter(fn: FunctionNode, name: TSESTree.Identifier): Formula | undefined {
    const variable = this.#reading.sourceCode.getDeclaredVariables!(fn as never).find(
      declared => declared.name === name.name,
    )
    return variable && initialSymbol(variable, this.#reading)
  }

  #mayReturn(statement: Node): boolean {
    const { visitorKeys } = this.#reading.sourceCode
    for (const node of descendants(statement, visitorKeys, inner => !isFunction(inner)))
      if (node.type === 'ReturnStatement') return true
    return false
  }

  #returned(statements: readonly Node[]): Formula | undefined {
    for (const [at, statement] of statements.entries()) {
      switch (statement.type) {
        case 'ReturnStatement':
          return statement.argument ? this.#reading.value(statement.argument) : undefined
        case 'VariableDeclaration':
        case 'FunctionDeclaration':
        case 'EmptyStatement':
        case 'TSTypeAliasDeclaration':
          continue
        case 'IfStatement': {
          if (!statement.alternate && alwaysThrows(statement.consequent)) continue
          if (!this.#mayReturn(statement)) continue
          if (!statement.alternate && this.#reading.trusting && isEmptiness(this.#reading.read(statement.test)))
            continue
          const yes = this.#returned(statementsOf(statement.consequent))
          const no = this.#returned(statement.alternate ? statementsOf(statement.alternate) : statements.slice(at + 1))
          return yes && no && this.#reading.algebra.apply('if', [this.#reading.read(statement.test), yes, no])
        }
        default:
          // What a statement does is followed where its results are read; but it must not return.
          if (!isFunction(statement) && !this.#mayReturn(statement)) continue
          return undefined
      }
    }
    return undefined
  }
}

/** `if (x.length === 0) return null` says nothing of what is computed otherwise. */
function isEmptiness(test: Formula): boolean {
  const isCount = (f: Formula): boolean => f.op === 'count' || f.known?.count === true
  const [a, b] = test.args
  if (test.op === 'or') return test.args.some(isEmptiness)
  if (test.op === 'not') return isCount(a!) || a!.op === 'symbol'
  if (test.op !== 'equal' && test.op !== 'less' && test.op !== 'lessOrEqual') return false
  return (isCount(a!) && b!.op === 'number') || (test.op === 'equal' && isCount(b!) && a!.op === 'number')
}

const statementsOf = (node: Node): readonly Node[] => (node.type === 'BlockStatement' ? node.body : [node])

const alwaysThrows = (node: Node): boolean => {
  const last = statementsOf(node).at(-1)
  return last?.type === 'ThrowStatement'
}

const mentionsSelf = (f: Formula): boolean => f.op === 'self' || (f.size < largestBody && f.args.some(mentionsSelf))
