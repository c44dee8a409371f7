/**
 * Which kind of array an expression gives: what `map` makes is of the kind of what it was called on, what `Array.from`
 * makes is an `Array`. Code that is fixed must give the kind that it gave before.
 */
import type { TSESTree } from '@typescript-eslint/utils'
import { isVectorial } from '../formula/formula.ts'
import { isCollectionLibrary } from './arrays.ts'
import { operatorOf } from './calls.ts'
import type { Reading } from './index.ts'
import type { Variable } from './resolve.ts'
import {
  descendants,
  enclosingFunction,
  isFunction,
  memberName,
  seenThrough,
  type FunctionNode,
  type Node,
} from './syntax.ts'
import { idOf } from './trips.ts'

/** The name of its constructor, or, if that is not known, whose kind it has; undefined if not even that is. */
export type Container = string | undefined

const constructors = /^(Array|(Big)?(Float|Int|Uint)\d+(Clamped)?Array)$/
const ofTheSameKind = /^(map|filter|slice|fill|reverse|sort|toSorted|toReversed|with|subarray|copyWithin)$/
const ofArrays = /^(concat|flat|flatMap|splice|split)$/

/** What is being looked into already adds nothing. */
const itself = ''

export class Containers {
  readonly #reading: Reading
  readonly #inProgress = new Set<Variable | FunctionNode>()

  constructor(reading: Reading) {
    this.#reading = reading
  }

  of(node: Node): Container {
    const inner = seenThrough(node)
    switch (inner.type) {
      case 'ArrayExpression':
        return 'Array'
      case 'Identifier': {
        const variable = this.#reading.resolver.variable(inner)
        return variable ? this.#guarded(variable, () => this.#ofVariable(variable)) : this.#ofWhatItIs(inner)
      }
      case 'NewExpression':
      case 'CallExpression':
        return this.#ofCall(inner)
      case 'MemberExpression':
        return this.#ofWhatItIs(inner)
      case 'AssignmentExpression':
        return inner.operator === '=' ? this.of(inner.right) : undefined
      case 'ConditionalExpression':
        return common([this.of(inner.consequent), this.of(inner.alternate)])
      case 'LogicalExpression':
        return inner.operator === '&&' ? undefined : common([this.of(inner.left), this.of(inner.right)])
      default:
        return undefined
    }
  }

  /** The same array has the same kind. */
  #ofWhatItIs(node: Node): Container {
    const { domain, key } = this.#reading.read(node)
    return domain ? undefined : `${unknown}${key}`
  }

  /** What a function returns: the kind of one of its parameters, perhaps. */
  ofResult(fn: FunctionNode): Container {
    return this.#guarded(fn, () => {
      if (fn.async || fn.generator) return undefined
      if (fn.body.type !== 'BlockStatement') return this.of(fn.body)
      const results: Container[] = []
      for (const node of descendants(fn.body, this.#reading.sourceCode.visitorKeys, inner => !isFunction(inner)))
        if (node.type === 'ReturnStatement' && enclosingFunction(node) === fn)
          results.push(node.argument ? this.of(node.argument) : undefined)
      return common(results)
    })
  }

  #guarded(of: Variable | FunctionNode, find: () => Container): Container {
    if (this.#inProgress.has(of)) return itself
    this.#inProgress.add(of)
    const found = find()
    this.#inProgress.delete(of)
    return found
  }

  #ofVariable(variable: Variable): Container {
    const [definition] = variable.defs
    const name = definition?.name as Node | undefined
    if (variable.defs.length !== 1 || name?.type !== 'Identifier') return undefined
    const annotated = name.typeAnnotation ? ofType(name.typeAnnotation.typeAnnotation) : undefined
    if (annotated !== undefined) return annotated
    const values = variable.references
      .filter(use => use.isWrite())
      .map(({ identifier: { parent } }) => {
        if (parent?.type === 'VariableDeclarator') return parent.init ? this.of(parent.init) : unknownOf(variable)
        return parent?.type === 'AssignmentExpression' ? this.of(parent) : unknownOf(variable)
      })
    const isDeclared = definition!.type === 'Variable' && values.length > 0
    return common(isDeclared ? values : [unknownOf(variable), ...values])
  }

  #ofCall(call: TSESTree.CallExpression | TSESTree.NewExpression): Container {
    const { resolver } = this.#reading
    const callee = seenThrough(call.callee)
    const denoted = resolver.denoted(callee)
    const [name, method] = denoted?.path ?? []
    if (denoted?.kind === 'global' && constructors.test(name!))
      return method === undefined || method === 'from' || method === 'of' ? name : undefined
    if (call.type === 'NewExpression') return undefined
    const [first, second] = call.arguments
    const operator = denoted && operatorOf(denoted, this.#reading)
    if (operator && first)
      return isVectorial(operator) && second && !isFunction(second) ? this.of(second) : ofVectorFunction(this.of(first))
    const local = resolver.localFunction(callee)
    if (local) return this.#passed(this.ofResult(local), local, call)
    const elsewhere = denoted && this.#reading.imported(denoted)
    if (elsewhere) {
      const { containers } = this.#reading.ofFile(elsewhere.file)
      return this.#passed(containers.ofResult(elsewhere.fn), elsewhere.fn, call)
    }
    if (callee.type !== 'MemberExpression') return undefined
    if (isCollectionLibrary(callee.object, this.#reading)) return 'Array'
    const own = memberName(callee) ?? ''
    return ofTheSameKind.test(own) ? this.of(callee.object) : ofArrays.test(own) ? 'Array' : undefined
  }

  /** The kind of a parameter is that of the argument. */
  #passed(result: Container, fn: FunctionNode, { arguments: args }: TSESTree.CallExpression): Container {
    if (result === undefined || !result.startsWith(unknown)) return result
    const at = fn.params.findIndex(
      parameter => parameter.type === 'Identifier' && result === `${unknown}${parameter.name} ${parameter.range[0]}`,
    )
    const argument = args[at]
    return argument && !args.some(arg => arg.type === 'SpreadElement') ? this.of(argument) : undefined
  }
}

const unknown = 'that of '
const unknownOf = (variable: Variable): Container => `${unknown}${idOf(variable)}`

function common(all: readonly Container[]): Container {
  const known = new Set(all.filter(one => one !== itself))
  return known.size <= 1 ? [...known][0] : undefined
}

/** What a function of vectors gives for an array of a kind: integers cannot hold it. */
export const ofVectorFunction = (argument: Container): Container =>
  argument !== undefined && /^(Big)?(Int|Uint)\d/.test(argument) ? 'Float64Array' : argument

function ofType(type: TSESTree.TypeNode): Container {
  if (type.type === 'TSArrayType' || type.type === 'TSTupleType') return 'Array'
  if (type.type === 'TSTypeOperator' && type.typeAnnotation) return ofType(type.typeAnnotation)
  if (type.type !== 'TSTypeReference' || type.typeName.type !== 'Identifier') return undefined
  const { name } = type.typeName
  return name === 'ReadonlyArray' ? 'Array' : constructors.test(name) ? name : undefined
}
