/**
 * What a name denotes: a path from a global (`Math.log` under all its spellings and aliases), an export of a module, or
 * a function whose body is in this file. A shadowed `Math` is a local, hence none of these.
 */
import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { Methods } from './methods.ts'
import { isFunction, memberName, seenThrough, staticName, type FunctionNode, type Node } from './syntax.ts'

export type Variable = TSESLint.Scope.Variable
export type ScopeManager = TSESLint.Scope.ScopeManager

export type Denoted =
  | { readonly kind: 'global'; readonly path: readonly string[] }
  | { readonly kind: 'module'; readonly source: string; readonly path: readonly string[] }

const globalObjects = new Set(['globalThis', 'window', 'self', 'global'])
const aliasesFollowed = 20

export class Resolver {
  readonly #scopes: ScopeManager
  readonly #variables = new Map<Node, Variable | undefined>()
  readonly #writes = new Map<Variable, readonly TSESLint.Scope.Reference[]>()
  readonly #denoted = new Map<Node, Denoted | undefined>()

  readonly #methods: Methods

  constructor(scopes: ScopeManager, program: Node, keys: TSESLint.SourceCode['visitorKeys']) {
    this.#scopes = scopes
    this.#methods = new Methods(this, program, keys)
    for (const scope of scopes.scopes)
      for (const reference of scope.references)
        this.#variables.set(reference.identifier, reference.resolved ?? undefined)
  }

  /** The variable that an identifier refers to; undefined for a global that no code defines. */
  variable(node: Node): Variable | undefined {
    const variable = this.#variables.get(node)
    return variable && variable.defs.length > 0 ? variable : undefined
  }

  isReference(node: Node): boolean {
    return this.#variables.has(node)
  }

  /** The variable that a name would refer to if it were written at a node: found, none, or a global. */
  lookUp(name: string, at: Node): Variable | undefined {
    let node: Node | undefined = at
    let scope: TSESLint.Scope.Scope | null = null
    while (node && !scope) {
      scope = this.#scopes.acquire(node as never, true)
      node = node.parent
    }
    for (; scope; scope = scope.upper) {
      const found = scope.set.get(name)
      if (found) return found.defs.length > 0 ? found : undefined
    }
    return undefined
  }

  /** The initial value of a variable that is never written again. */
  initialValue(variable: Variable): { readonly init: Node; readonly pattern: Node } | undefined {
    const [definition] = variable.defs
    if (variable.defs.length !== 1 || definition!.type !== 'Variable') return undefined
    const declarator = definition!.node as TSESTree.VariableDeclarator
    if (!declarator.init || this.isReassigned(variable)) return undefined
    return { init: declarator.init, pattern: declarator.id }
  }

  isReassigned(variable: Variable): boolean {
    return this.writes(variable).length > 0
  }

  /** The references that write a variable after its declaration. */
  writes(variable: Variable): readonly TSESLint.Scope.Reference[] {
    let writes = this.#writes.get(variable)
    if (!writes)
      this.#writes.set(
        variable,
        (writes = variable.references.filter(reference => reference.isWrite() && !reference.init)),
      )
    return writes
  }

  denoted(node: Node): Denoted | undefined {
    if (this.#denoted.has(node)) return this.#denoted.get(node)
    const denoted = this.#followed(node, 0)
    this.#denoted.set(node, denoted)
    return denoted
  }

  #followed(node: Node, depth: number): Denoted | undefined {
    node = seenThrough(node)
    if (depth > aliasesFollowed) return undefined
    if (node.type === 'MemberExpression') {
      const name = memberName(node)
      const object = name === undefined ? undefined : this.#followed(node.object, depth + 1)
      return object && extend(object, name!)
    }
    if (node.type === 'CallExpression') return this.#required(node) ?? this.#bound(node, depth)
    // (0, Math.log)(x), as transpilers write it.
    if (node.type === 'SequenceExpression') return this.#followed(node.expressions.at(-1)!, depth + 1)
    if (node.type !== 'Identifier') return undefined
    const variable = this.variable(node)
    if (!variable)
      return globalObjects.has(node.name) ? { kind: 'global', path: [] } : { kind: 'global', path: [node.name] }
    return this.#ofVariable(variable, depth)
  }

  /** What a variable is another name for. */
  denotedBy(variable: Variable): Denoted | undefined {
    return this.#ofVariable(variable, 0)
  }

  #ofVariable(variable: Variable, depth: number): Denoted | undefined {
    const [definition] = variable.defs
    if (variable.defs.length !== 1) return undefined
    if (definition!.type === 'ImportBinding') {
      const declaration = definition!.parent as TSESTree.ImportDeclaration
      const specifier = definition!.node as TSESTree.ImportClause
      if (declaration.type !== 'ImportDeclaration') return undefined
      const source = declaration.source.value
      if (specifier.type === 'ImportSpecifier')
        return {
          kind: 'module',
          source,
          path: [specifier.imported.type === 'Identifier' ? specifier.imported.name : specifier.imported.value],
        }
      return { kind: 'module', source, path: [] }
    }
    if (definition!.type === 'Parameter') return this.#ofParameter(variable, depth)
    const initial = this.initialValue(variable)
    if (!initial) return undefined
    const names = destructured(initial.pattern, variable.name)
    const start = names && this.#followed(initial.init, depth + 1)
    return start && names.reduce<Denoted>(extend, start)
  }

  /** `Math` in `(function (Math) { … })(Math)`. */
  #ofParameter(variable: Variable, depth: number): Denoted | undefined {
    const fn = variable.defs[0]!.node as Node
    const call = fn.parent
    if (
      !isFunction(fn) ||
      call?.type !== 'CallExpression' ||
      call.callee !== fn ||
      variable.references.some(reference => reference.isWrite())
    )
      return undefined
    const argument =
      call.arguments[
        fn.params.findIndex(parameter => parameter.type === 'Identifier' && parameter.name === variable.name)
      ]
    return argument && argument.type !== 'SpreadElement' ? this.#followed(argument, depth + 1) : undefined
  }

  /** `Math.pow.bind(Math)`. */
  #bound({ callee, arguments: args }: TSESTree.CallExpression, depth: number): Denoted | undefined {
    const isBound = callee.type === 'MemberExpression' && memberName(callee) === 'bind' && args.length === 1
    return isBound ? this.#followed(callee.object, depth + 1) : undefined
  }

  #required(node: TSESTree.CallExpression): Denoted | undefined {
    const [source] = node.arguments
    if (node.callee.type !== 'Identifier' || node.callee.name !== 'require' || this.variable(node.callee))
      return undefined
    return source?.type === 'Literal' && typeof source.value === 'string'
      ? { kind: 'module', source: source.value, path: [] }
      : undefined
  }

  /** The function that a call runs, if its body is in this file and cannot have been exchanged. */
  localFunction(callee: Node): FunctionNode | undefined {
    callee = seenThrough(callee)
    if (isFunction(callee)) return callee
    if (callee.type === 'Identifier') {
      const variable = this.variable(callee)
      if (!variable || variable.defs.length !== 1) return undefined
      const [definition] = variable.defs
      if (definition!.type === 'FunctionName') {
        // Of a function that is only declared there is no body.
        const fn = definition!.node as Node
        return isFunction(fn) && !this.isReassigned(variable) ? fn : undefined
      }
      const initial = this.initialValue(variable)
      const value = initial && initial.pattern.type === 'Identifier' ? seenThrough(initial.init) : undefined
      if (value?.type === 'Identifier' && value.name !== callee.name) return this.localFunction(value)
      return isFunction(value) ? value : undefined
    }
    if (callee.type !== 'MemberExpression') return undefined
    return this.#methods.called(callee)
  }

  /** Whether the callee is a name of this file whose body cannot be seen: then its name says nothing. */
  isLocal(callee: Node): boolean {
    callee = seenThrough(callee)
    while (callee.type === 'MemberExpression') callee = seenThrough(callee.object)
    return callee.type !== 'Identifier' || this.denoted(callee) === undefined
  }
}

const extend = (object: Denoted, name: string): Denoted => ({ ...object, path: [...object.path, name] })

/** The property names that lead to a variable in a pattern: ['log'] for `ln` in `{ log: ln }`. */
function destructured(pattern: Node, name: string): string[] | undefined {
  if (pattern.type === 'Identifier') return pattern.name === name ? [] : undefined
  if (pattern.type !== 'ObjectPattern') return undefined
  for (const property of pattern.properties) {
    if (property.type !== 'Property') continue
    const key = staticName(property.key, property.computed)
    const inner = key === undefined ? undefined : destructured(property.value, name)
    if (inner) return [key!, ...inner]
  }
  return undefined
}
