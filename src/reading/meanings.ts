/** How the words of a dialect take their operands. */
import type { Meaning } from '../dialects/tensors.ts'
import { isReduction, isVectorial } from '../formula/formula.ts'

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
  meaning === 'spread' ||
  meaning === 'same' ||
  meaning === 'constant' ||
  meaning === 'ones' ||
  meaning === 'zeros' ||
  meaning === 'run'
