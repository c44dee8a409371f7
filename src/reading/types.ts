/**
 * What the type checker knows, where the parser brings one: that a sum joins text, that an integer is a bigint, that an
 * object with a `map` is no array. Types only ever take a reading away; without them everything is read as it looks.
 */
import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { memberName, seenThrough, type Node } from './syntax.ts'

/** As much of TypeScript as is asked: its own types would tie the plugin to one version of it. */
interface Type {
  getNumberIndexType(): Type | undefined
}

interface Services {
  readonly program?: {
    getTypeChecker(): { typeToString(type: Type): string; getBaseTypeOfLiteralType(type: Type): Type }
  }
  readonly getTypeAtLocation?: (node: Node) => Type
}

const notNumbers = new Set(['string', 'bigint'])
/** Of these nothing is known. */
const open = /^(any|unknown|never|error|[A-Z]\w{0,2})$/
const ofArrays = new Set(['map', 'reduce', 'slice'])

export class Types {
  readonly #services: Services

  constructor({ parserServices }: TSESLint.SourceCode) {
    this.#services = (parserServices ?? {}) as Services
  }

  /** Whether a node is certainly not the mathematics that it looks like. */
  forbid(node: Node): boolean {
    if (!this.#services.program || !this.#services.getTypeAtLocation) return false
    if (node.type === 'BinaryExpression' || node.type === 'UnaryExpression') return notNumbers.has(this.#named(node))
    return node.type === 'CallExpression' && this.#isMethodOfAnother(node)
  }

  /** `vector.map(f)`, where a vector is a class that only looks like an array. */
  #isMethodOfAnother({ callee }: TSESTree.CallExpression): boolean {
    const method = seenThrough(callee)
    if (method.type !== 'MemberExpression' || !ofArrays.has(memberName(method) ?? '')) return false
    const type = this.#services.getTypeAtLocation!(method.object)
    return type.getNumberIndexType() === undefined && !open.test(this.#named(method.object))
  }

  #named(node: Node): string {
    const checker = this.#services.program!.getTypeChecker()
    return checker.typeToString(checker.getBaseTypeOfLiteralType(this.#services.getTypeAtLocation!(node)))
  }
}
