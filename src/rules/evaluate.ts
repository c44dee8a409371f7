/**
 * Evaluates a formula in float64, the naive operators by `Math` and the atomics by the runtime: what code written like
 * the formula returns. The witness of a message and the laws are measured with it. Rounded to float32 after every
 * operation, it is what a shader or a `Float32Array` would hold.
 */
import * as runtime from '../runtime/index.ts'
import type { Environment, Value } from '../formula/environment.ts'
import type { Formula } from '../formula/formula.ts'
import { Notation } from '../formula/notation.ts'
import type { RuleRewrite } from './rule.ts'

export type { Environment, Value }

/** What happens to each intermediate result. */
export type Rounding = (x: number) => number
const asItIs: Rounding = x => x

const isVector = (value: Value): value is readonly number[] => typeof value !== 'number'

function lifted(f: (...args: number[]) => number, args: readonly Value[], round: Rounding): Value {
  const vector = args.find(isVector)
  if (!vector) return round(f(...(args as number[])))
  return vector.map((_, i) => round(f(...args.map(arg => (isVector(arg) ? arg[i]! : arg)))))
}

/** Γ and factorial as people write them: good to a few digits more than they keep. */
const gamma = (x: number): number => {
  if (Number.isInteger(x)) return x > 0 ? factorial(x - 1) : NaN
  const magnitude = Math.exp(runtime.lgamma(x))
  return x < 0 && Math.floor(x) % 2 !== 0 ? -magnitude : magnitude
}
const factorial = (n: number): number => {
  if (!Number.isInteger(n)) return gamma(n + 1)
  let product = 1
  for (let i = 2; i <= n && product < Infinity; i++) product *= i
  return product
}

/** People write a square root as one, and divide by a power rather than raise to a negative one. */
const root = (a: number, b: number): number => (b === 0.5 ? Math.sqrt(a) : a ** b)

const largest = (...xs: number[]): number => Math.max(...xs)
const scalarFunctions: Readonly<Record<string, (...args: number[]) => number>> = {
  gamma,
  factorial,
  largest,
  smallest: (...xs) => Math.min(...xs),
  remainder: (a, b) => a! % b!,
  pow: (a, b) => (b! < 0 ? 1 / root(a!, -b!) : root(a!, b!)),
  if: (test, a, b) => (test ? a! : b!),
  less: (a, b) => Number(a! < b!),
  lessOrEqual: (a, b) => Number(a! <= b!),
  equal: (a, b) => Number(a === b),
  not: a => Number(!a),
  and: (a, b) => Number(a && b),
  or: (a, b) => Number(a || b),
}

const ofVector: Readonly<Record<string, (x: readonly number[], y: readonly number[], round: Rounding) => Value>> = {
  sum: (x, _, round) => x.reduce((sum, value) => round(sum + value), 0),
  product: (x, _, round) => x.reduce((product, value) => round(product * value), 1),
  max: x => x.reduce((a, b) => Math.max(a, b), -Infinity),
  min: x => x.reduce((a, b) => Math.min(a, b), Infinity),
  logSumExp: x => runtime.logSumExp(x),
  norm: x => runtime.norm(x),
  softmax: x => runtime.softmax(x),
  logSoftmax: x => runtime.logSoftmax(x),
  crossEntropyWithLogits: (z, y) => runtime.crossEntropyWithLogits(z, y),
  angleBetween: (x, y) => runtime.angleBetween(x, y),
  correlation: (x, y) => runtime.correlation(x, y),
  linearFit: (x, y) => runtime.linearFit(x, y),
}

/** What the left side of a rewrite returns as people write it. */
export const evaluateNaive = (rewrite: RuleRewrite, environment: Environment, round?: Rounding): Value =>
  evaluate(rewrite.unshifted ? withoutShift(rewrite.pattern) : rewrite.pattern, environment, round)

const notation = new Notation()

/** softmax(z) as exp(z) / sum(exp(z)). */
function withoutShift(f: Formula): Formula {
  const { algebra } = notation
  if (f.op !== 'softmax') return { ...f, args: f.args.map(withoutShift) }
  const exponentials = algebra.apply('exp', f.args)
  return algebra.divide(exponentials, algebra.reduce('sum', [exponentials]))
}

export function evaluate(f: Formula, environment: Environment, round: Rounding = asItIs): Value {
  const visit = (part: Formula): Value => evaluate(part, environment, round)
  const rounded = (value: Value): Value => (isVector(value) ? value.map(round) : round(value))
  switch (f.op) {
    case 'number':
      return round(f.value!)
    case 'symbol': {
      const value = environment[f.name!.replace('...', '')]
      if (value === undefined) throw new Error(`No value for ${f.name}.`)
      return value
    }
    case 'count':
      return (Object.values(environment).find(isVector) ?? []).length
    case 'index':
      return (visit(f.args[0]!) as readonly number[])[visit(f.args[1]!) as number] ?? NaN
    case 'list':
      return f.args.flatMap(visit)
    case 'add':
      return f.args
        .map(arg => (isSpread(arg) ? (visit(arg) as readonly number[]).reduce((a, b) => round(a + b), 0) : visit(arg)))
        .reduce((a, b) => lifted((x, y) => x! + y!, [a, b], round))
    case 'mul':
      return product(f, visit, round)
    case 'covariance': {
      const [x, y] = f.args.map(visit) as [readonly number[], readonly number[]]
      return round(runtime.covariance(x, y, f.args[2] ? (visit(f.args[2]) as number) : 0))
    }
    case 'variance':
    case 'std':
      return round(runtime[f.op](visit(f.args[0]!) as readonly number[], f.args[1] ? (visit(f.args[1]) as number) : 0))
  }
  const args = f.args.map(visit)
  if (f.op === 'quadraticRoots') return runtime.quadraticRoots(...(args as [number, number, number])).map(round)
  const reduction = ofVector[f.op]
  if (reduction) return rounded(reduction(args[0] as readonly number[], args[1] as readonly number[], round))
  const scalar =
    scalarFunctions[f.op] ??
    (runtime as unknown as Record<string, (...args: number[]) => number>)[f.op] ??
    (Math as unknown as Record<string, (...args: number[]) => number>)[f.op]
  if (!scalar) throw new Error(`Cannot evaluate ${f.op}.`)
  return lifted(scalar, args, round)
}

const isSpread = (f: Formula): boolean => (f.op === 'symbol' ? f.name!.endsWith('...') : f.args.some(isSpread))

/** Divides where people divide: a * b^-1 rounds twice. */
function product(f: Formula, visit: (part: Formula) => Value, round: Rounding): Value {
  let result: Value = 1
  for (const factor of f.args) {
    const inverse = factor.op === 'pow' && factor.args[1]!.op === 'number' && factor.args[1]!.value! < 0
    const operand = visit(inverse ? notation.algebra.invert(factor) : factor)
    result = lifted(inverse ? (a, b) => a! / b! : (a, b) => a! * b!, [result, operand], round)
  }
  return result
}
