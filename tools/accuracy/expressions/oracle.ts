/**
 * What an expression of JavaScript is worth as mathematics, rounded to the nearest double: interval arithmetic on MPFR,
 * every bound rounded outwards, with more and more bits until both bounds round to the same double. It shares nothing with
 * the runtime, nor with the reading of formulas, and is fast enough to ask for any number of points.
 */
import parser from '@typescript-eslint/parser'
import type { TSESTree } from '@typescript-eslint/utils'
import { init } from 'gmp-wasm'
import { Arithmetic, Undecided, Undefined, type Interval } from './arithmetic.ts'

const { binding } = await init()

/** sin(1e300 + 1e-300) needs the digits of both, and those of π. */
const precisions = [160, 700, 2400, 8000]

export type Inputs = Readonly<Record<string, number>>

export interface Oracle {
  /** Undefined where it has no finite real value, or where that cannot be told. */
  readonly exact: (inputs: Inputs) => number | undefined
  /** The names of the inputs, in the order in which they are written. */
  readonly names: readonly string[]
}

/** The body of the function that an expression, or statements that end with `return`, make. */
export const bodyOf = (source: string): string => (/\breturn\b/.test(source) ? source : `return ${source}`)

export function oracleOf(source: string): Oracle {
  const program = parser.parse(`function f() { ${bodyOf(source)} }`, { range: false })
  const { body } = (program.body[0] as TSESTree.FunctionDeclaration).body
  return { exact: inputs => rounded(body, inputs), names: freeNames(body) }
}

function rounded(body: readonly TSESTree.Statement[], inputs: Inputs): number | undefined {
  for (const bits of precisions) {
    const arithmetic = new Arithmetic(binding, bits)
    try {
      const [low, high] = arithmetic.toDoubles(returned(body, inputs, arithmetic))
      if (Object.is(low, high)) return Number.isFinite(low) ? low : undefined
    } catch (error) {
      if (error instanceof Undefined) return undefined
      if (!(error instanceof Undecided)) throw error
    } finally {
      arithmetic.free()
    }
  }
  return undefined
}

function returned(body: readonly TSESTree.Statement[], inputs: Inputs, arithmetic: Arithmetic): Interval {
  const values = new Map(Object.entries(inputs).map(([name, value]) => [name, arithmetic.exactly(value)]))
  for (const statement of body) {
    if (statement.type === 'ReturnStatement') return evaluate(statement.argument!, values, arithmetic)
    if (statement.type !== 'VariableDeclaration') break
    for (const { id, init: value } of statement.declarations)
      values.set((id as TSESTree.Identifier).name, evaluate(value!, values, arithmetic))
  }
  throw new Error('An expression is `const`s and a `return`.')
}

type Values = ReadonlyMap<string, Interval>

function evaluate(node: TSESTree.Node, values: Values, arithmetic: Arithmetic): Interval {
  const visit = (part: TSESTree.Node): Interval => evaluate(part, values, arithmetic)
  switch (node.type) {
    case 'Literal':
      return arithmetic.exactly(node.value as number)
    case 'Identifier':
      return values.get(node.name)!
    case 'MemberExpression':
      return arithmetic.constant((node.property as TSESTree.Identifier).name)
    case 'UnaryExpression':
      return arithmetic.negate(visit(node.argument))
    case 'ConditionalExpression':
      return isTrue(node.test, visit, arithmetic) ? visit(node.consequent) : visit(node.alternate)
    case 'BinaryExpression': {
      const [a, b] = [visit(node.left), visit(node.right)]
      switch (node.operator) {
        case '+':
          return arithmetic.add(a, b)
        case '-':
          return arithmetic.subtract(a, b)
        case '*':
          // A square is never negative: not so for a product of two intervals.
          return a.low === b.low ? arithmetic.power(a, arithmetic.exactly(2)) : arithmetic.multiply(a, b)
        case '/':
          return arithmetic.divide(a, b)
        case '**':
          return arithmetic.power(a, b)
      }
      break
    }
    case 'CallExpression': {
      const { name } = (node.callee as TSESTree.MemberExpression).property as TSESTree.Identifier
      return arithmetic.call(name, node.arguments.map(visit))
    }
  }
  throw new Error(`The oracle does not know ${node.type}.`)
}

function isTrue(test: TSESTree.Node, visit: (node: TSESTree.Node) => Interval, arithmetic: Arithmetic): boolean {
  if (test.type !== 'BinaryExpression') throw new Error('A condition is a comparison.')
  const order = arithmetic.compare(visit(test.left), visit(test.right))
  switch (test.operator) {
    case '===':
      return order === 0
    case '<':
      return order < 0
    case '>':
      return order > 0
  }
  throw new Error(`The oracle does not know ${test.operator}.`)
}

function freeNames(body: readonly TSESTree.Statement[]): string[] {
  const found = new Set<string>()
  const bound = new Set<string>()
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(visit)
    else if (node !== null && typeof node === 'object') {
      const { type, name, object, ...parts } = node as Record<string, unknown>
      if (type === 'VariableDeclarator') bound.add((parts.id as TSESTree.Identifier).name)
      if (type === 'Identifier') found.add(name as string)
      else if (type !== 'MemberExpression') Object.values(parts).forEach(visit)
    }
  }
  visit(body)
  return [...found].filter(name => !bound.has(name))
}
