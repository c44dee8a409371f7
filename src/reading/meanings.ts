/** How the words of a dialect take their operands, and what they make of them. */
import type { Meaning } from '../dialects/tensors.ts'
import { isReduction, isVectorial, type Formula, type Operator } from '../formula/formula.ts'
import type { Reading } from './index.ts'

/** How many operands a meaning has; the rest are options. */
const binary = new Set<Meaning>([
  'add',
  'mul',
  'subtract',
  'divide',
  'pow',
  'largest',
  'smallest',
  'atan2',
  'hypot',
  'logAddExp',
  'less',
  'lessOrEqual',
  'greater',
  'greaterOrEqual',
  'equal',
  'xlogy',
])
export const arity = (meaning: Meaning): number =>
  binary.has(meaning) ? 2 : meaning === 'if' || meaning === 'clip' ? 3 : 1
export const reduces = (meaning: Meaning): boolean => meaning === 'mean' || isReduction(meaning) || isVectorial(meaning)
/** What takes whatever comes. */
export const isOpen = (meaning: Meaning): boolean =>
  meaning === 'pure' ||
  meaning === 'expression' ||
  meaning === 'spread' ||
  meaning === 'same' ||
  meaning === 'constant' ||
  meaning === 'ones' ||
  meaning === 'zeros' ||
  meaning === 'run'

/** The formula of a word's operands. */
export function built(meaning: Meaning, args: readonly Formula[], reading: Reading): Formula | undefined {
  const { algebra } = reading
  const [a, b, c] = args as [Formula, Formula, Formula]
  switch (meaning) {
    case 'add':
      return algebra.add(args)
    case 'mul':
      return algebra.mul(args)
    case 'subtract':
      return algebra.add([a, algebra.negate(b)])
    case 'divide':
      return algebra.mul([a, reading.named(algebra.invert(b))])
    case 'negate':
      return algebra.negate(a)
    case 'reciprocal':
      return algebra.invert(a)
    case 'square':
      return algebra.mul([a, a])
    case 'sqrt':
      return algebra.sqrt(a)
    case 'rsqrt':
      return algebra.invert(algebra.sqrt(a))
    case 'exp2':
      return algebra.pow(algebra.number(2), a)
    case 'pow':
      return algebra.pow(a, b)
    case 'greater':
      return algebra.apply('less', [b, a])
    case 'greaterOrEqual':
      return algebra.apply('lessOrEqual', [b, a])
    case 'clip':
      return algebra.apply('smallest', [c, algebra.apply('largest', [b, a])])
    default:
      return algebra.apply(meaning as Operator, args)
  }
}
