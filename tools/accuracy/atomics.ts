/**
 * Every atomic: what is promised of it, how it is called, and over what its error is drawn. The promises are in ulps of the exact value; where
 * that comes near 0 beside the terms that it is made of, no double can hold a relative one, and it is absolute.
 */

/** The arguments of a point, as its file has them: the entries of a vector come one by one. */
export type Arguments = Float64Array

export interface Goal {
  readonly ulp: number
  /** For the points near 0. */
  readonly absolute?: number
  /** Only for these points, in words and as a test. */
  readonly only?: readonly [said: string, holds: (x: Arguments) => boolean]
}

export interface Axis {
  readonly label: string
  readonly of: (x: Arguments, exact: number) => number
  /** Below this size everything is drawn at 0; without it, the axis is a plain logarithm. */
  readonly smallest?: number
  /** From here on nothing happens that would be worth the room. */
  readonly largest?: number
}

export interface Atomic {
  readonly goals: readonly Goal[]
  readonly axis: Axis
  /** What it is called with at a point, where that is not the numbers one by one. */
  readonly takes?: (x: Arguments) => readonly (number | Arguments)[]
  /** The size of the terms: the exact value is near 0 if it is below a tenth of it, and below 1. */
  readonly terms?: (x: Arguments) => number
}

/** A copy, as the call may keep it. */
const vector = (x: Arguments): readonly Arguments[] => [x.slice()]
/** One after the other. */
const vectors = (x: Arguments): readonly Arguments[] => [x.slice(0, x.length / 2), x.slice(x.length / 2)]
const vectorAndNumber = (x: Arguments): readonly [Arguments, number] => [x.slice(0, -1), x.at(-1)!]

export const argumentsOf = ({ takes }: Atomic, x: Arguments): readonly (number | Arguments)[] => takes?.(x) ?? [...x]

const argument = (label: string, smallest: number, largest = 1e4): Axis => ({
  label,
  of: x => x[0]!,
  smallest,
  largest,
})
const value = (label: string, smallest: number, largest = Infinity): Axis => ({
  label,
  of: (_, exact) => exact,
  smallest,
  largest,
})
const among = (label: string, of: (x: Arguments) => number): Axis => ({ label, of })

const total = (x: Arguments): number => x.reduce((a, b) => a + b, 0)

/** Roughly: for axes and descriptions. */
export function moments(x: Arguments): { mean: number; deviation: number } {
  const mean = total(x) / x.length
  return { mean, deviation: Math.sqrt(total(x.map(v => (v - mean) ** 2)) / x.length) }
}

const largest = (x: Arguments): number => x.reduce((a, b) => Math.max(a, Math.abs(b)), 0)

/** How far from 0 the data lie, in their own standard deviations. */
export function meanInDeviations(x: Arguments): number {
  const { mean, deviation } = moments(x)
  return Math.abs(mean) / deviation
}

const range = among(
  'largest - smallest entry',
  x => x.reduce((a, b) => Math.max(a, b)) - x.reduce((a, b) => Math.min(a, b)),
)
const fromZero = among('|mean| / standard deviation', meanInDeviations)
const cancellation = among('Σ |x| / |Σ x|', x => total(x.map(Math.abs)) / Math.abs(total(x)))

const closeness = among('|a - b| / |b|', ([a, b]) => Math.max(Math.abs((a! - b!) / b!), 1e-17))
const ofQuadratic = among('(b² - 4ac) / b²', ([a, b, c]) =>
  Math.max(Math.abs((b! * b! - 4 * a! * c!) / (b! * b!)), 1e-17),
)

const atMost = (ulp: number): readonly Goal[] => [{ ulp }]
/** One ulp where the value is not near 0, and there what the rounding of 1 costs. */
const nearZero: readonly Goal[] = [{ ulp: 1, absolute: 1.5e-16 }]

/** Its terms are of all sizes: near 0 is where B(a, b) itself rounds to 1. */
const roundingOfOne = (): number => 10 * 2 ** -53

export const atomics: Record<string, Atomic> = {
  log1p: { goals: atMost(1), axis: argument('x', 1e-20) },
  expm1: { goals: atMost(1), axis: argument('x', 1e-20) },
  log1pmx: { goals: atMost(2), axis: argument('x', 1e-20) },
  expm1mx: { goals: atMost(2), axis: argument('x', 1e-20) },
  sqrt1pm1: { goals: atMost(2), axis: argument('x', 1e-20) },
  cosm1: { goals: atMost(2), axis: argument('x', 1e-10) },
  versin: { goals: atMost(2), axis: argument('x', 1e-10) },
  compound: { goals: atMost(2), axis: value('(1 + x)^n', 1e-20, 1e4) },
  compoundm1: { goals: atMost(2), axis: value('(1 + x)^n - 1', 1e-20, 1e4) },
  powm1: { goals: atMost(2), axis: value('x^y - 1', 1e-20, 1e4) },
  logcosh: { goals: atMost(2), axis: argument('x', 1e-10) },
  sigmoid: { goals: atMost(1), axis: argument('x', 1) },
  logSigmoid: { goals: atMost(1), axis: argument('x', 1) },
  softplus: { goals: atMost(1), axis: argument('x', 1) },
  logexpm1: { goals: atMost(2), axis: argument('x', 1e-20) },
  log1mexp: { goals: atMost(1), axis: argument('x', 1e-20) },
  logit: { goals: atMost(1), axis: among('p / (1 - p)', x => Math.max(x[0]! / (1 - x[0]!), 1e-20)) },
  xlogx: { goals: atMost(2), axis: argument('x', 1e-20) },
  xlogy: { goals: atMost(2), axis: among('y', x => x[1]!) },
  xlog1py: { goals: atMost(2), axis: { label: 'y', of: x => x[1]!, smallest: 1e-20, largest: 1e4 } },
  logAddExp: { goals: nearZero, axis: value('log(e^a + e^b)', 1e-17), terms: largest },
  logSubExp: { goals: nearZero, axis: value('log(e^a - e^b)', 1e-17), terms: largest },
  lgamma: {
    goals: [
      { ulp: 1.5, only: ['x > 0', ([x]) => x! > 0] },
      { ulp: 4, only: ['x < 0', ([x]) => x! < 0] },
    ],
    axis: argument('x', 0.1, 200),
  },
  lfactorial: { goals: atMost(1), axis: argument('n', 0.1, 1e3) },
  lbeta: { goals: atMost(20), axis: value('log B(a, b)', 1e-17), terms: roundingOfOne },
  lchoose: { goals: atMost(2), axis: value('log C(n, k)', 1e-17) },
  sqrtDifference: { goals: atMost(2), axis: closeness },
  cbrtDifference: { goals: atMost(2), axis: closeness },
  reciprocalDifference: { goals: atMost(2), axis: closeness },
  logRatio: { goals: atMost(2), axis: closeness },
  atanDifference: { goals: atMost(2), axis: closeness },
  sinDifference: { goals: atMost(2), axis: closeness },
  cosDifference: { goals: atMost(2), axis: closeness },
  tanDifference: { goals: atMost(2), axis: closeness },
  langevin: { goals: atMost(2), axis: argument('x', 1e-10) },
  xmsin: { goals: atMost(2), axis: argument('x', 1e-10) },
  tanmx: {
    goals: [
      {
        ulp: 2,
        only: [
          '|x| < 4 or |tan(x) - x| > |x| / 100',
          ([x]) => Math.abs(x!) < 4 || Math.abs(Math.tan(x!) / x! - 1) > 0.01,
        ],
      },
    ],
    axis: argument('x', 1e-10),
  },
  discriminant: { goals: atMost(1), axis: ofQuadratic },
  quadraticRoots: { goals: atMost(2), axis: ofQuadratic },
  bceWithLogits: { goals: atMost(1.5), axis: argument('z', 0.1) },
  crossEntropyWithLogits: { goals: atMost(2), axis: range, takes: vectorAndNumber },
  logSumExp: { goals: nearZero, axis: value('log Σ e^x', 1e-17), takes: vector, terms: largest },
  softmax: { goals: atMost(2), axis: range, takes: vector },
  logSoftmax: { goals: atMost(1), axis: range, takes: vector },
  expDifference: { goals: atMost(2), axis: value('e^a - e^b', 1e-20, 1e4) },
  hypotmx: {
    goals: atMost(2),
    axis: among('|x| / |y|', ([x, y]) => Math.min(Math.max(Math.abs(x! / y!), 1e-20), 1e20)),
  },
  hypot: { goals: atMost(1.2), axis: among('sqrt(x² + y²)', x => Math.hypot(...x)) },
  norm: { goals: atMost(2), axis: among('largest |entry|', largest), takes: vector },
  sum: { goals: atMost(1), axis: cancellation, takes: vector },
  mean: { goals: atMost(1.5), axis: cancellation, takes: vector },
  variance: { goals: atMost(4), axis: fromZero, takes: vector },
  std: { goals: atMost(4), axis: fromZero, takes: vector },
  covariance: { goals: atMost(2), axis: fromZero, takes: vectors },
  correlation: { goals: atMost(2), axis: fromZero, takes: vectors },
  linearFit: { goals: atMost(2), axis: fromZero, takes: vectors },
  angleBetween: { goals: atMost(2), axis: value('angle', 1e-15), takes: vectors },
  centralAngle: { goals: atMost(2), axis: value('angle', 1e-15) },
  standardize: { goals: atMost(2), axis: value('(x - mean) / sqrt(variance)', 1e-3) },
}
