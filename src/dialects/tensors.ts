/**
 * What a dialect is: a table of what a tensor library's functions and methods mean, and of how it spells the atomics
 * that are better than the naive code. No code: how calls are read and written is the same for all.
 */
import type { Operator } from '../formula/formula.ts'

/** An operator of formulas, or one of the words that formulas spell with several of them, or have no need of. */
export type Meaning =
  | Exclude<Operator, 'number' | 'symbol' | 'field' | 'elements' | 'range' | 'positions' | 'index' | 'list' | 'self'>
  // Spelt with others: a - b, a / b, -a, 1 / a, a^2, sqrt(a), 1 / sqrt(a), 2^a, a > b, a >= b, a held between b and c.
  | 'subtract'
  | 'divide'
  | 'negate'
  | 'reciprocal'
  | 'square'
  | 'sqrt'
  | 'rsqrt'
  | 'exp2'
  | 'mean'
  | 'greater'
  | 'greaterOrEqual'
  | 'clip'
  /** A tensor of one number, of ones, of zeros. */
  | 'constant'
  | 'ones'
  | 'zeros'
  /** The same numbers: a copy, a cast, a barrier to gradients. */
  | 'same'
  /** The same numbers along more dimensions: what a sum over an axis needs beside what was summed. */
  | 'spread'
  /** The result of the function that it is given. */
  | 'run'
  /** It is given a formula in a string. */
  | 'expression'
  /** A function of its arguments alone, about which nothing else is known. */
  | 'pure'

export type Vocabulary = Readonly<Record<string, Meaning>>

/** How a library writes an atomic. */
export interface Spelling {
  /** In the notation of the rules, where several calls are better than the one there is: `-softplus(-x)`. */
  readonly composed?: string
  /** The path of the function below the package's root. */
  readonly function?: string
  readonly method?: string
  /** What is taken from the function's result. */
  readonly member?: string
  /** What is written behind the axis, so that the result keeps it, where that is another than elsewhere. */
  readonly keepDims?: string
  /** The second operand comes first, as labels do. */
  readonly swapped?: boolean
  /** What is written behind the operands; with a dot in it, a path below the package's root. */
  readonly behind?: readonly string[]
  /** Along the last axis, and along no other. */
  readonly lastAxisOnly?: boolean
  /** Where it is worse than the naive code, in words that follow "it": then it is only suggested. */
  readonly caution?: string
}

/** What the last layer of a model makes of its logits. */
export type Activation = 'sigmoid' | 'softmax'

/** How a library puts models together of layers. */
export interface Models {
  /** The function that takes them as a list, under the name `layers`. */
  readonly ofLayers: string
  /** The function that takes what the last one gives, under the name `outputs`. */
  readonly ofOutputs: string
  /** What holds the functions that make layers. */
  readonly layers: string
  /** By the names that the option `activation` has for them. */
  readonly activations: Readonly<Record<string, Activation>>
}

export interface Dialect {
  readonly name: string
  /** Packages, and what path below their root is the library's; by the beginning of the package's name. */
  readonly packages: Readonly<Record<string, string>>
  /** The names by which a script tag brings it, or paths that begin with one. */
  readonly globals: readonly string[]
  readonly functions: Vocabulary
  readonly methods: Vocabulary
  readonly atomics: Readonly<Partial<Record<Operator, Spelling>>>
  readonly models?: Models
  /**
   * What functions compute that are not read any further: of their first operand y and their second p, in the notation of
   * the rules with the library's names.
   */
  readonly inside?: Readonly<Record<string, string>>
  /** The names of numbers in its formulas in strings, beside those of the rules. */
  readonly constants?: Readonly<Record<string, number>>
  /** Numbers have seven digits, and exp overflows beyond 88. */
  readonly float32: boolean
  /** Its code is differentiated: a gradient flows back through each part of it. */
  readonly gradients?: boolean
  /** What is written behind the axis, so that the result keeps it. */
  readonly keepDims: string
  /** Its sum or max of several arguments is one of these, not along an axis. */
  readonly variadic?: boolean
  /** Its functions take and give plain numbers too. */
  readonly numbers?: boolean
  /** Each use of a tensor takes it away: code is only rewritten where all are used as often as before. */
  readonly consumes?: boolean
}

/** The names on which all libraries agree: of functions, and of methods with one argument less. */
// prettier-ignore
export const elementary = {
  abs: 'abs', acos: 'acos', acosh: 'acosh', asin: 'asin', asinh: 'asinh', atan: 'atan', atan2: 'atan2', atanh: 'atanh',
  ceil: 'ceil', cos: 'cos', cosh: 'cosh', exp: 'exp', expm1: 'expm1', floor: 'floor', log: 'log', log1p: 'log1p',
  pow: 'pow', round: 'round', sign: 'sign', sin: 'sin', sinh: 'sinh', sqrt: 'sqrt', square: 'square', tan: 'tan', tanh: 'tanh',
  add: 'add', max: 'max', min: 'min', mean: 'mean', sum: 'sum', prod: 'product',
} as const satisfies Vocabulary

/** NumPy's names, where others have shorter ones. */
// prettier-ignore
export const numpy = {
  ...elementary,
  absolute: 'abs', arccos: 'acos', arccosh: 'acosh', arcsin: 'asin', arcsinh: 'asinh', arctan: 'atan', arctan2: 'atan2', arctanh: 'atanh',
  divide: 'divide', exp2: 'exp2', hypot: 'hypot', log10: 'log10', log2: 'log2', logaddexp: 'logAddExp', maximum: 'largest', minimum: 'smallest',
  multiply: 'mul', negative: 'negate', power: 'pow', reciprocal: 'reciprocal', subtract: 'subtract', trueDivide: 'divide',
  clip: 'clip', equal: 'equal', greater: 'greater', greaterEqual: 'greaterOrEqual', greater_equal: 'greaterOrEqual',
  less: 'less', lessEqual: 'lessOrEqual', less_equal: 'lessOrEqual', where: 'if',
  array: 'constant', ones: 'ones', onesLike: 'ones', ones_like: 'ones', zeros: 'zeros', zerosLike: 'zeros', zeros_like: 'zeros',
  expandDims: 'spread', expand_dims: 'spread', broadcastTo: 'spread', broadcast_to: 'spread', copy: 'same', astype: 'same',
  dot: 'pure', matmul: 'pure', reshape: 'pure', squeeze: 'pure', transpose: 'pure', arange: 'pure', linspace: 'pure',
} as const satisfies Vocabulary
