/**
 * The places whose values can be followed through a function, besides entries of arrays: variables and fields. Each
 * knows what writes it, and what a write leaves in it.
 */
import type { TSESTree } from '@typescript-eslint/utils'
import { isNumber, type Formula } from '../formula/formula.ts'
import { initialSymbol } from './bindings.ts'
import type { Place } from './flow.ts'
import type { Reading } from './index.ts'
import { idOf } from './trips.ts'
import { pathOf } from './paths.ts'
import type { Variable } from './resolve.ts'
import { enclosingFunction, isFunction, seenThrough, type Node } from './syntax.ts'

export const byEnd = (a: Node, b: Node): number => a.range[1] - b.range[1]

export class VariablePlace implements Place {
  readonly id: string
  readonly #variable: Variable
  readonly #reading: Reading
  readonly #writes: readonly Node[]
  readonly #home: Node

  constructor(variable: Variable, home: Node, reading: Reading) {
    this.id = idOf(variable)
    this.#variable = variable
    this.#reading = reading
    this.#home = home
    this.#writes = variable.references
      .filter(reference => reference.isWrite())
      .map(reference => writeOf(reference.identifier))
      .sort(byEnd)
  }

  /** Undefined for a variable that other functions write, or that no function declares. */
  static of(variable: Variable, reading: Reading): VariablePlace | undefined {
    const [definition] = variable.defs
    if (!definition || (definition.type !== 'Variable' && definition.type !== 'Parameter')) return undefined
    const home = enclosingFunction(definition.name as Node)
    const writes = variable.references.filter(reference => reference.isWrite())
    if (writes.some(write => enclosingFunction(write.identifier) !== home)) return undefined
    return new VariablePlace(variable, home, reading)
  }

  writes(): readonly Node[] {
    return this.#writes
  }

  written(write: Node, before: () => Formula | undefined): Formula | undefined {
    const isWhole = write.type === 'VariableDeclarator' || targetOf(write)?.type === 'Identifier'
    return isWhole ? assigned(write, before, this.#reading) : undefined
  }

  initial(body: Node): Formula | undefined {
    const definition = this.#variable.defs[0]!
    if (definition.type !== 'Parameter' || body !== this.#home) return undefined
    return initialSymbol(this.#variable, this.#reading)
  }

  carried(loop: Node): Formula {
    // (sum, v) => (sum += v): each round gets its own.
    if (this.#variable.defs[0]!.node === loop) return initialSymbol(this.#variable, this.#reading)
    return this.#reading.flow.loops.carried(loop, this.id, this.#variable.name)
  }
}

/** `this.sum`, and every other member that is named. Others may write it, so that only a trusting reader follows it. */
export class FieldPlace implements Place {
  readonly id: string
  readonly #path: string
  readonly #reading: Reading

  constructor(path: string, reading: Reading) {
    this.id = path
    this.#path = path
    this.#reading = reading
  }

  writes(body: Node): readonly Node[] {
    return this.#reading.epochs.changing(body, this.#path)
  }

  written(write: Node, before: () => Formula | undefined): Formula | undefined {
    const target = targetOf(write)
    return target && pathOf(target, this.#reading.resolver) === this.#path
      ? assigned(write, before, this.#reading)
      : undefined
  }

  initial(): undefined {
    return undefined
  }

  carried(loop: Node): Formula {
    return this.#reading.flow.loops.carried(loop, this.id, this.#path.replace(/@\d+/, ''))
  }
}

export const targetOf = (write: Node): Node | undefined =>
  write.type === 'AssignmentExpression'
    ? seenThrough(write.left)
    : write.type === 'UpdateExpression'
      ? seenThrough(write.argument)
      : undefined

/** The value that an assignment, an update or a declaration gives. */
export function assigned(write: Node, before: () => Formula | undefined, reading: Reading): Formula | undefined {
  const { algebra } = reading
  if (write.type === 'VariableDeclarator')
    return write.init && write.id.type === 'Identifier' ? reading.read(write.init) : undefined
  if (write.type === 'UpdateExpression') {
    const old = before()
    return old && algebra.add([old, algebra.number(write.operator === '++' ? 1 : -1)])
  }
  if (write.type !== 'AssignmentExpression') return undefined
  if (write.operator === '=') return reading.read(write.right)
  const old = before()
  const value = old && reading.read(write.right)
  if (!value) return undefined
  switch (write.operator) {
    case '+=':
      return isText(write.right) ? undefined : reading.named(algebra.add([old, value]))
    case '-=':
      return reading.named(algebra.add([old, algebra.negate(value)]))
    case '*=':
      return isNumber(old, 0) ? undefined : reading.named(algebra.mul([old, value]))
    case '/=':
      return reading.named(algebra.mul([old, reading.named(algebra.invert(value))]))
    case '**=':
      return algebra.pow(old, value)
    default:
      return undefined
  }
}

/** What `(sum += x)` gives to the expression that it stands in. */
export function readAssignment(node: TSESTree.AssignmentExpression, reading: Reading): Formula | undefined {
  return assigned(node, () => reading.read(node.left), reading)
}

const isText = (node: Node): boolean =>
  (node.type === 'Literal' && typeof node.value === 'string') || node.type === 'TemplateLiteral'

/** The assignment, update, declaration or loop head that writes an identifier. */
function writeOf(identifier: Node): Node {
  let node = identifier
  while (node.parent) {
    if (node.type === 'AssignmentExpression' || node.type === 'UpdateExpression' || node.type === 'VariableDeclarator')
      break
    if (node.type.endsWith('Statement') || isFunction(node)) break
    node = node.parent
  }
  // What a loop's head writes is written when the loop runs, not after it.
  return node.type.startsWith('For') ? identifier : node
}
