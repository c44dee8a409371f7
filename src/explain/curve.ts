/**
 * The error of a rewrite's two sides along an input, in bits, against the oracle: what the playground, the report and
 * `explain --plot` draw. It is computed point by point, so that whoever waits sees how far it is and can stop it.
 */
import type { Environment, Value } from '../formula/environment.ts'
import { errorInUlps, exact, toDouble, type Exact } from '../oracle/index.ts'
import { float64, type Format } from '../oracle/formats.ts'
import { isUndefined, isUnknown, type Interval } from '../oracle/interval.ts'
import { evaluate, evaluateNaive } from '../rules/evaluate.ts'
import type { RuleRewrite } from '../rules/rule.ts'
import { placesOf, type Sweep } from './sweep.ts'

export interface Point {
  readonly input: number
  /** Bits of the result that are wrong: 0 to all of them. */
  readonly naive: number
  readonly fixed: number
}

export interface Curve {
  readonly format: Format['name']
  /** As many bits can be wrong. */
  readonly bits: number
  readonly scale: Sweep['scale']
  readonly from: number
  readonly to: number
  readonly breaks: number
  readonly points: readonly Point[]
}

/** One input, and what comes of it. */
export interface Comparison {
  readonly naive: Value
  readonly fixed: Value
  /** Undefined where mathematics has no value, or the oracle no way to find it. */
  readonly exact: readonly string[] | undefined
  readonly naiveBits: number | undefined
  readonly fixedBits: number | undefined
}

const mostPoints = 121
/** More than any format can hold. */
const digitsShown = 20

export const rounded = (environment: Environment, { round }: Format): Environment =>
  Object.fromEntries(
    Object.entries(environment).map(([name, value]) => [
      name,
      typeof value === 'number' ? round(value) : value.map(round),
    ]),
  )

const entries = <T>(value: T | readonly T[]): readonly T[] => (Array.isArray(value) ? value : [value as T])

/** Of a vector, the worst entry. */
function bitsWrong(value: Value, truth: readonly Interval[], format: Format): number {
  const ulps = Math.max(...entries(value).map((x, i) => errorInUlps(x, truth[i]!, format)))
  return Math.min(Math.log1p(ulps) / Math.LN2, format.bits)
}

/** Undefined where there is nothing to compare with. */
function truthOf(rewrite: RuleRewrite, environment: Environment): readonly Interval[] | undefined {
  const found: Exact | undefined = rewrite.result && exact(rewrite.result, environment)
  const all = found && entries(found as Interval)
  return all?.some(value => isUndefined(value) || isUnknown(value)) ? undefined : all
}

const shown = (value: Interval): string => {
  const nearest = toDouble(value)
  const digits = value.low.isFinite() ? value.low.toSignificantDigits(digitsShown).toString() : String(nearest)
  return digits.replace('e+', 'e')
}

export function compare(rewrite: RuleRewrite, inputs: Environment, format: Format = float64): Comparison {
  const environment = rounded(inputs, format)
  const naive = evaluateNaive(rewrite, environment, format.round)
  const fixed = evaluate(rewrite.result!, environment, format.round)
  const truth = truthOf(rewrite, environment)
  return {
    naive,
    fixed,
    exact: truth?.map(shown),
    naiveBits: truth && bitsWrong(naive, truth, format),
    fixedBits: truth && bitsWrong(fixed, truth, format),
  }
}

/** The points one by one; undefined for each place at which there is nothing to compare with. */
export function* pointsAlong(
  rewrite: RuleRewrite,
  sweep: Sweep,
  format: Format = float64,
  count = mostPoints,
): Generator<Point | undefined> {
  for (const input of placesOf(sweep, count)) {
    const { naiveBits, fixedBits } = compare(rewrite, sweep.at(input), format)
    yield naiveBits === undefined || fixedBits === undefined
      ? undefined
      : { input: format.round(input), naive: naiveBits, fixed: fixedBits }
  }
}

export const curveOf = (sweep: Sweep, points: Iterable<Point | undefined>, format: Format = float64): Curve => ({
  format: format.name,
  bits: format.bits,
  scale: sweep.scale,
  from: sweep.from,
  to: sweep.to,
  breaks: sweep.breaks,
  points: [...points].filter(point => point !== undefined),
})
