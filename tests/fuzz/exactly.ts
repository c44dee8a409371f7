/**
 * The same program in numbers of hundreds of digits: where a program and its fixed self disagree, it says who is right.
 * Arithmetic becomes calls on decimals, everything else stays as it was written.
 */
import { parseForESLint, type ParserOptions } from '@typescript-eslint/parser'
import type { TSESTree } from '@typescript-eslint/utils'
import { Decimal } from 'decimal.js'

type Value = unknown
type Numbers = (...values: Value[]) => Value

const isNumber = (value: Value): boolean => typeof value === 'number' || Decimal.isDecimal(value)

/** What a program finds under `$`: JavaScript's operators and `Math`, for decimals as well as for doubles. It tells of results that are no doubles. */
export function arithmetic(precision: number, overflowed: () => void = () => {}): Record<string, unknown> {
  const Digits = Decimal.clone({ defaults: true, precision, maxE: 9e15, minE: -9e15 })
  const of = (value: Value): Decimal => new Digits(Decimal.isDecimal(value) ? value : Number(value))
  const lifted =
    (compute: (...values: Decimal[]) => Decimal): Numbers =>
    (...values) => {
      const result = compute(...values.map(of))
      if (result.abs().gt(Number.MAX_VALUE)) overflowed()
      return result
    }
  /** Nobody waits for the digits of larger ones. */
  const ofAngle = (compute: (x: Decimal) => Decimal): Numbers => lifted(x => (x!.abs().gt(1e6) ? of(NaN) : compute(x!)))
  const plus = lifted((a, b) => a!.add(b!))
  /** Which way a program goes of what is not there, or is larger than any number of digits, decides nothing. */
  const decided =
    (compute: (...values: Decimal[]) => boolean): Numbers =>
    (...values) => {
      const numbers = values.map(of)
      if (numbers.some(value => value.isNaN())) throw new RangeError('goes by what is no number')
      return compute(...numbers)
    }
  const isNotZero = decided(x => !x!.isZero())
  const maths: Record<string, Numbers> = {
    exp: lifted(x => x!.exp()),
    expm1: lifted(x => x!.exp().sub(1)),
    log: lifted(x => x!.ln()),
    log1p: lifted(x => x!.add(1).ln()),
    log2: lifted(x => x!.log(2)),
    log10: lifted(x => x!.log(10)),
    sqrt: lifted(x => x!.sqrt()),
    abs: lifted(x => x!.abs()),
    pow: lifted((x, y) => x!.pow(y!)),
    hypot: lifted((...xs) => xs.reduce((sum, x) => sum.add(x.mul(x)), of(0)).sqrt()),
    max: lifted((...xs) => (xs.length > 0 ? Digits.max(...xs) : of(-Infinity))),
    min: lifted((...xs) => (xs.length > 0 ? Digits.min(...xs) : of(Infinity))),
    floor: lifted(x => x!.floor()),
    ceil: lifted(x => x!.ceil()),
    round: lifted(x => x!.add(0.5).floor()),
    cbrt: lifted(x => x!.cbrt()),
    sin: ofAngle(x => x.sin()),
    cos: ofAngle(x => x.cos()),
    tan: ofAngle(x => x.tan()),
    asin: lifted(x => x!.asin()),
    acos: lifted(x => x!.acos()),
    atan: lifted(x => x!.atan()),
    atan2: lifted((y, x) => Digits.atan2(y!, x!)),
    sinh: lifted(x => x!.exp().sub(x!.neg().exp()).div(2)),
    cosh: lifted(x => x!.exp().add(x!.neg().exp()).div(2)),
    tanh: lifted(x => of(1).sub(of(2).div(x!.mul(2).exp().add(1)))),
    asinh: lifted(x => x!.asinh()),
    acosh: lifted(x => x!.acosh()),
    atanh: lifted(x => x!.atanh()),
  }
  const constants = {
    PI: Digits.acos(-1),
    LN2: Digits.ln(2),
    LN10: Digits.ln(10),
    LOG2E: of(1).div(Digits.ln(2)),
    LOG10E: of(1).div(Digits.ln(10)),
    SQRT2: Digits.sqrt(2),
    SQRT1_2: Digits.sqrt(0.5),
    E: Digits.exp(1),
  }
  return {
    '+': (a: Value, b: Value) => (isNumber(a) && isNumber(b) ? plus(a, b) : (a as string) + (b as string)),
    '-': lifted((a, b) => a!.sub(b!)),
    '*': lifted((a, b) => a!.mul(b!)),
    '/': lifted((a, b) => a!.div(b!)),
    '**': lifted((a, b) => a!.pow(b!)),
    '<': decided((a, b) => a!.lt(b!)),
    '>': decided((a, b) => a!.gt(b!)),
    '<=': decided((a, b) => a!.lte(b!)),
    '>=': decided((a, b) => a!.gte(b!)),
    negative: lifted(a => a!.neg()),
    truthy: (value: Value) => (isNumber(value) ? isNotZero(value) : Boolean(value)),
    Math: { ...maths, ...constants },
    Float64Array: function (from: number | Iterable<Value>) {
      return typeof from === 'number' ? new Array(from).fill(0) : Array.from(from)
    },
  }
}

const operators = new Set(['+', '-', '*', '/', '**', '<', '>', '<=', '>='])
const renamed = new Set(['Math', 'Float64Array'])

/** The program with `$` for its arithmetic. */
export function exactly(code: string, options: ParserOptions = {}): string {
  const { ast, visitorKeys, scopeManager } = parseForESLint(code, {
    range: true,
    sourceType: 'module',
    lib: [],
    ...options,
  })
  // A program may have a `Math` of its own.
  const globals = new Set<TSESTree.Node>(scopeManager.globalScope!.through.map(({ identifier }) => identifier))
  const emit = (node: TSESTree.Node): string => {
    switch (node.type) {
      case 'BinaryExpression':
        if (!operators.has(node.operator)) break
        return `$['${node.operator}'](${emit(node.left)}, ${emit(node.right)})`
      case 'UnaryExpression':
        if (node.operator === '-') return `$.negative(${emit(node.argument)})`
        if (node.operator === '!') return `!$.truthy(${emit(node.argument)})`
        break
      case 'AssignmentExpression': {
        const operator = node.operator.slice(0, -1)
        if (!operators.has(operator)) break
        const left = emit(node.left)
        return `${left} = $['${operator}'](${left}, ${emit(node.right)})`
      }
      case 'ConditionalExpression':
        return `($.truthy(${emit(node.test)}) ? ${emit(node.consequent)} : ${emit(node.alternate)})`
      case 'Identifier':
        if (renamed.has(node.name) && globals.has(node)) return `$.${node.name}`
        break
      default:
    }
    return around(node)
  }
  /** The source of a node, with what its parts have become. */
  const around = (node: TSESTree.Node): string => {
    const parts = (visitorKeys[node.type] ?? [])
      .flatMap(key => (node as unknown as Record<string, TSESTree.Node | (TSESTree.Node | null)[] | null>)[key] ?? [])
      .filter(part => part !== null)
      .sort((a, b) => a.range[0] - b.range[0])
    let text = ''
    let at = node.range[0]
    for (const part of parts) {
      if (part.range[0] < at) continue
      text += code.slice(at, part.range[0]) + emit(part)
      at = part.range[1]
    }
    return text + code.slice(at, node.range[1])
  }
  return around(ast)
}
