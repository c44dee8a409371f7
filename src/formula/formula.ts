/**
 * The data model: one union of operators, one record. A formula is what a piece of source means as mathematics, in
 * array notation: elementwise operators lift over vectors, reductions are operators. Subtraction, division and
 * negation are `add`, `mul` and `pow` with coefficients, so that `1 - p`, `-p + 1` and `1 + -1 * p` are one formula.
 * Rules speak the same language: a pattern is a formula whose symbols are its variables.
 */

/** Operators of one argument that act on each element of a vector. */
// prettier-ignore
const elementwise = [
  'exp', 'log', 'log2', 'log10', 'log1p', 'expm1', 'abs', 'floor', 'ceil', 'round', 'trunc', 'sign', 'fround',
  'cbrt', 'sin', 'cos', 'tan', 'asin', 'acos', 'atan', 'sinh', 'cosh', 'tanh', 'asinh', 'acosh', 'atanh',
  'sigmoid', 'logSigmoid', 'softplus', 'logexpm1', 'logit', 'log1mexp', 'logcosh', 'expm1mx', 'log1pmx', 'xlogx', 'gamma', 'factorial', 'lgamma', 'lfactorial',
  'sqrt1pm1', 'versin', 'xmsin', 'tanmx', 'langevin',
] as const

/** Operators of several scalars. */
// prettier-ignore
const scalar = [
  'atan2', 'hypot', 'hypotmx', 'expDifference', 'remainder', 'lbeta', 'lchoose', 'logAddExp', 'logSubExp', 'xlogy', 'xlog1py', 'powm1', 'compound', 'compoundm1', 'bceWithLogits',
  'sqrtDifference', 'cbrtDifference', 'logRatio', 'sinDifference', 'cosDifference', 'tanDifference', 'atanDifference', 'reciprocalDifference', 'centralAngle', 'discriminant',
  'standardize', 'if', 'less', 'lessOrEqual', 'equal', 'and', 'or', 'not', 'largest', 'smallest', 'list', 'self',
] as const

/** Operators that give a pair: only an entry of it is a number. */
const pairs = ['quadraticRoots', 'linearFit'] as const

/** Operators that take two vectors, and as many entries of the second as the first has. */
const ofTwo = ['angleBetween', 'covariance', 'correlation', 'linearFit'] as const

/** Operators that take a vector, or two of the same length, and give one number, or a pair. */
// prettier-ignore
const reductions = [
  'sum', 'product', 'max', 'min', 'argmax', 'argmin', 'count', 'logSumExp', 'norm', 'variance', 'std', 'crossEntropyWithLogits',
  ...ofTwo,
] as const

/** Operators that take a vector and give a vector, each entry of which depends on all. */
const vectorial = ['softmax', 'logSoftmax'] as const

export type Elementwise = (typeof elementwise)[number]
export type Reduction = (typeof reductions)[number]
// prettier-ignore
export type Operator =
  | 'number' | 'symbol' | 'field' | 'elements' | 'range' | 'positions' | 'index' | 'add' | 'mul' | 'pow'
  | Elementwise | (typeof scalar)[number] | (typeof pairs)[number] | Reduction | (typeof vectorial)[number]

const set = (names: readonly string[]): ReadonlySet<string> => new Set(names)
const elementwiseSet = set(elementwise)
const reductionSet = set(reductions)
const vectorialSet = set(vectorial)
const pairSet = set(pairs)
const ofTwoSet = set(ofTwo)
const operatorSet = set([...elementwise, ...scalar, ...pairs, ...reductions, ...vectorial])

/** Operators of two arguments that may be exchanged. */
// prettier-ignore
export const symmetric = set(['largest', 'smallest', 'hypot', 'logAddExp', 'lbeta', 'equal', 'and', 'or', 'angleBetween', 'covariance', 'correlation'])

/** Of -x they are the negative of what they are of x. */
// prettier-ignore
export const odd = set(['sinh', 'tanh', 'asinh', 'atanh', 'sin', 'tan', 'asin', 'atan', 'cbrt', 'langevin'])

export const isSymmetric = (f: Formula): boolean => f.args.length === 2 && symmetric.has(f.op)

export const isElementwise = (op: string): boolean =>
  elementwiseSet.has(op) ||
  op === 'field' ||
  op === 'add' ||
  op === 'mul' ||
  op === 'pow' ||
  op === 'if' ||
  op === 'largest' ||
  op === 'smallest'
export const isReduction = (op: string): op is Reduction => reductionSet.has(op)
/** An operator that is called by a name: arithmetic makes none, and takes none away. */
export const isFunction = (op: string): boolean =>
  elementwiseSet.has(op) || vectorialSet.has(op) || (op !== 'count' && reductionSet.has(op))
const functionBits = new Map(
  [...elementwise, ...vectorial, ...reductions].filter(isFunction).map((op, at) => [op as string, 1 << (at % 32)]),
)
/** A bit for a function, which some must share; none for arithmetic. */
export const functionBit = (op: string): number => functionBits.get(op) ?? 0
export const isOfTwo = (op: string): boolean => ofTwoSet.has(op)
export const isPair = (op: string): boolean => pairSet.has(op)
export const isVectorial = (op: string): boolean => vectorialSet.has(op)
export const isOperator = (name: string): name is Operator => operatorSet.has(name)

/** A place in the source. The mathematics never looks inside. */
export type Origin = object

/** What is known of a quantity besides its formula. `grid`: all its values are multiples of it (1 for an integer). */
export interface Known {
  readonly low?: number
  readonly high?: number
  readonly grid?: number
  /** Its magnitude is at least this. */
  readonly away?: number
  /** It is not 0. */
  readonly nonzero?: boolean
  /** It was passed in: nobody here knows its values. */
  readonly given?: boolean
  /** It was computed here, from other quantities than it shows. */
  readonly computed?: boolean
  /** It says how many there are of something. */
  readonly count?: boolean
}

/** How a vector was made element by element: for each element of `base`, `body` in terms of the two symbols. */
export interface Lift {
  readonly base: Formula
  readonly body: Formula
  readonly element: Formula | undefined
  readonly position: Formula | undefined
}

/** Of a formula of tensor code. */
export interface Tensor {
  /** The library whose functions compute it. */
  readonly dialect: string
  /** Its numbers have seven digits and end at 3.4e38. */
  readonly float32?: boolean
  /** Its code is differentiated: a gradient flows back through each part of it. */
  readonly gradients?: boolean
  /** The library's functions take and give plain numbers too. */
  readonly isNumber?: boolean
  /** It is within a model: the code around sees only what the last layer makes of it. */
  readonly hidden?: boolean
  /** It lacks the axis along which it was reduced: which one, or `all` of them, which leaves a number. */
  readonly dropped?: string
  /** How it was reduced: the axis where it is written, and whether the result keeps it. */
  readonly along?: { readonly given: Origin | undefined; readonly keepDims: boolean } | undefined
  /** A number that has the shape of a tensor: leaving it out may change the shape of the result. */
  readonly shaped?: boolean
}

export interface Formula {
  readonly op: Operator
  readonly args: readonly Formula[]
  /** The value of a `number`. */
  readonly value?: number | undefined
  /** The name of a `symbol` or a `field`, or of a `number` such as LN2. */
  readonly name?: string | undefined
  readonly known?: Known | undefined
  /** When a `field`, or the `elements` of an array, were read. */
  readonly epoch?: string | undefined
  /** Two formulas of one algebra with the same key have the same value. */
  readonly key: number
  /** Nodes of the tree, shared ones counted each time: what bounds inlining. */
  readonly size: number
  /** The functions that may be in it, at any depth and under any name: the bits of `functionBit`. */
  readonly functions: number
  /** The vector over whose elements this formula is taken; none for a scalar. Not part of the key. */
  readonly domain?: Formula | undefined
  /** The same quantity under the name of the field: `1 / (1 + exp(-z))` is `sigmoid(z)`. */
  readonly recognized?: Formula | undefined
  readonly lift?: Lift | undefined
  /** Tensor code computes it, or a part of it. */
  readonly tensor?: Tensor | undefined
  /** Of a formula that was made by changing the sign of another: that other, which may have a name in the source. */
  readonly opposite?: Formula | undefined
  /** The source that computes it. */
  readonly origin?: Origin | undefined
  /** The name of the variable that it was read through. */
  readonly called?: string | undefined
  /** The origin is a name or a call; what it stands for was written elsewhere. */
  readonly inlined?: boolean | undefined
  /** For a term of a sum or product: the places in the sum's own expression that brought it in. */
  readonly anchors?: readonly Origin[] | undefined
  /** For a term that came through a name: what the name stands for. */
  readonly whole?: Formula | undefined
  /** For what a sum or product leaves when some terms are taken away. */
  readonly remainder?: { readonly of: Formula; readonly without: ReadonlySet<Origin> } | undefined
}

/** What is said about a formula besides its value. */
export type Notes = Pick<Formula, 'origin' | 'domain' | 'lift' | 'known'>

/** What is known of every count. */
export const countKnown: Known = { low: 0, grid: 1, count: true }

/** A symbol in the place of a formula, which is equal to it and of which no more is seen. */
export const standIn = ({ key }: Formula, name: string, more: Notes & Pick<Formula, 'tensor'> = {}): Formula => ({
  op: 'symbol',
  args: [],
  name,
  key,
  size: 1,
  functions: 0,
  ...more,
})

export const isNumber = (f: Formula, value?: number): boolean =>
  f.op === 'number' && (value === undefined || f.value === value)

/** Whether a formula is a part of another one, or that itself. */
export const mentions = (f: Formula, part: Formula, depth = Infinity): boolean =>
  f.key === part.key || (depth > 0 && f.args.some(arg => mentions(arg, part, depth - 1)))

export const anchorsOf = (f: Formula): readonly Origin[] => f.anchors ?? (f.origin ? [f.origin] : [])

/** The coefficient -1 taken out of a term, if it carries a negative one. */
export function signOf(f: Formula): 1 | -1 {
  if (f.op === 'number') return f.value! < 0 ? -1 : 1
  if (f.op === 'mul' && f.args[0]!.op === 'number' && f.args[0]!.value! < 0) return -1
  return 1
}
