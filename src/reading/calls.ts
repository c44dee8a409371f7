/** Calls: the functions of `Math`, the atomics themselves, helpers of this file, names on which the field agrees. */
import type { TSESTree } from '@typescript-eslint/utils'
import { mathFunctions } from '../dialects/math.ts'
import { agreedGlobal, agreedOperator, isTensorPackage } from '../dialects/names.ts'
import { runtimeFunctions } from '../dialects/runtime.ts'
import { isRandomName } from '../formula/quantities.ts'
import { isOfTwo, isReduction, isVectorial, type Formula, type Operator } from '../formula/formula.ts'
import { mapped } from './arrays.ts'
import type { Reading } from './index.ts'
import type { Denoted } from './resolve.ts'
import { memberName, seenThrough, type Node } from './syntax.ts'

export function readCall(node: TSESTree.CallExpression, reading: Reading): Formula | undefined {
  if (node.callee.type === 'Super') return undefined
  const args = node.arguments
  const denoted = reading.resolver.denoted(node.callee)
  if (isRandom(node, denoted)) return reading.opaque(node, { low: 0, high: 1, grid: 2 ** -53 })
  if (args.some(arg => arg.type === 'SpreadElement')) return undefined
  const elsewhere = denoted && reading.imported(denoted)
  const value = elsewhere && reading.functions.callOf(elsewhere, args, node)
  if (value) return value
  const operator = denoted && operatorOf(denoted, reading)
  if (operator) return applied(operator, args, reading)
  const total = denoted && totalOfNumbers(denoted, args, reading)
  if (total) return total
  const local = reading.resolver.localFunction(node.callee)
  if (!local) return undefined
  const result = reading.functions.call(local, args, node)
  if (!reading.trusting || (result && result.op !== 'symbol') || reading.functions.isUnderstood(local)) return result
  // Of a helper that cannot be understood only the name is left.
  const agreed = node.callee.type === 'Identifier' ? agreedOperator(node.callee.name) : undefined
  return agreed && applied(agreed, args, reading)
}

/** `math.sum(…)` of a library that has tensors too, of what is an array of numbers for certain. */
function totalOfNumbers({ kind, path }: Denoted, args: readonly Node[], reading: Reading): Formula | undefined {
  const operator = kind === 'module' && args.length === 1 ? agreedOperator(path.at(-1) ?? '') : undefined
  if (!operator || (operator !== 'mean' && !isReduction(operator))) return undefined
  const vector = reading.read(args[0]!)
  return vector.domain && vector.op !== 'elements' ? applyOperator(operator, [vector], reading) : undefined
}

function isRandom({ callee, arguments: args }: TSESTree.CallExpression, denoted: Denoted | undefined): boolean {
  if (denoted?.kind === 'global' && denoted.path.join('.') === 'Math.random') return true
  const inner = seenThrough(callee)
  const name =
    inner.type === 'Identifier' ? inner.name : inner.type === 'MemberExpression' ? memberName(inner) : undefined
  return args.length === 0 && name !== undefined && isRandomName(name.replace(/^[_#]+/, ''))
}

export type Callable = Operator | 'pow' | 'sqrt' | 'mean'

/** The operator that a function denotes, whether called or handed to `map`. */
export function operatorOf(denoted: Denoted, reading: Reading): Callable | undefined {
  const { path } = denoted
  if (denoted.kind === 'global') {
    if (path[0] === 'Math')
      return path.length === 2 && Object.hasOwn(mathFunctions, path[1]!)
        ? (mathFunctions[path[1]!] ?? undefined)
        : undefined
    return agreedGlobal(path)
  }
  const name = path.at(-1)
  if (denoted.source === reading.runtime) {
    if (name === 'mean') return 'mean'
    return runtimeFunctions.has(name as Operator) ? (name as Operator) : undefined
  }
  if (isTensorPackage(denoted.source) || path.length > 2) return undefined
  // `import softmax from './softmax'` has no name but the file's.
  return agreedOperator(name ?? denoted.source.replace(/^.*\//, '').replace(/\.\w+$/, ''))
}

export function applyOperator(operator: Callable, args: readonly Formula[], reading: Reading): Formula | undefined {
  const { algebra } = reading
  const [first, second] = args
  if (!first) return undefined
  switch (operator) {
    case 'pow':
      return second && algebra.pow(first, second)
    case 'sqrt':
      return algebra.sqrt(first)
    case 'mean':
      return algebra.mean(first)
    default:
      return algebra.apply(operator, args)
  }
}

/** Operators whose second argument is an array too. */
const takesTwo = (operator: Callable): boolean => operator === 'crossEntropyWithLogits' || isOfTwo(operator)

function applied(operator: Callable, args: readonly Node[], reading: Reading): Formula | undefined {
  const ofVector = operator === 'mean' || isReduction(operator) || isVectorial(operator)
  if (ofVector && args.length > 1 && !takesTwo(operator)) {
    // The atomics take a mapping last: it makes the vector that they reduce.
    const mapping = args.length === 2 ? mapped(reading.vector(args[0]!), args[1]!, reading) : undefined
    return mapping && applyOperator(operator, [mapping], reading)
  }
  const read = args.map((arg, at) =>
    ofVector && (at === 0 || (at === 1 && takesTwo(operator))) ? reading.vector(arg) : reading.number(arg),
  )
  return applyOperator(operator, read, reading)
}
