/**
 * Laws 1 to 3, about the two sides of a rewrite as numbers. Each law is a function from a rewrite to its complaints, so
 * that it can be shown to fail as well as to hold.
 */
import { Notation } from '../../src/formula/notation.ts'
import { evaluate, evaluateNaive, type Environment, type Value } from '../../src/rules/evaluate.ts'
import type { Rule, RuleRewrite } from '../../src/rules/rule.ts'
import { witnessOf } from '../../src/rules/witness.ts'
import { agree, errorInUlps, exact, toDouble, type Exact } from '../../src/oracle/index.ts'
import { isUndefined, isUnknown, type Interval } from '../../src/oracle/interval.ts'
import { extremeSamples, neighbours, ordinarySamples } from './samples.ts'

export type Law = (rule: Rule, rewrite: RuleRewrite) => readonly string[]

const complaintsShown = 5
const identityPoints = 60
const fewestCompared = 20
const extremePoints = 240
const ulpsAllowed = 2
const neighboursTried = 8
const ulpsAtHazard = 4
/** Of the sixteen digits, at least this share is lost at the hazard. */
const errorAtHazard = 1e-6

export const show = (environment: Environment): string =>
  Object.entries(environment)
    .map(
      ([name, value]) => `${name} = ${typeof value === 'number' ? shown(value) : `[${value.map(shown).join(', ')}]`}`,
    )
    .join(', ')
const shown = (x: number): string => (Object.is(x, -0) ? '-0' : String(x))

const entries = (value: Value): readonly number[] => (typeof value === 'number' ? [value] : value)
const known = (entry: Interval): Interval | undefined => (isUnknown(entry) ? undefined : entry)
const intervals = (value: Exact): readonly Interval[] => [value].flat()

/** Both sides are the same number, to 50 digits, where the left one is defined. */
export const identity: Law = (rule, rewrite) => {
  if (rewrite.kind !== 'fix') return []
  const complaints: string[] = []
  let compared = 0
  for (const environment of ordinarySamples(rule, rewrite, identityPoints)) {
    const before = exact(rewrite.pattern, environment)
    const after = exact(rewrite.result!, environment)
    if (!before || !after || intervals(before).some(isUndefined)) continue
    compared++
    const same =
      intervals(before).length === intervals(after).length &&
      intervals(before).every((entry, i) => agree(entry, intervals(after)[i]!))
    if (!same) complaints.push(`at ${show(environment)}: ${digits(before)} on the left, ${digits(after)} on the right`)
  }
  if (compared < fewestCompared)
    complaints.push(`only ${compared} of ${identityPoints} points could be compared: the rule needs a \`sample\``)
  return complaints.slice(0, complaintsShown)
}

const digits = (value: Exact): string =>
  intervals(value)
    .map(({ low }) => low.toSignificantDigits(25).toString())
    .join(', ')

/** Nowhere in float64 is the new side less accurate than the old by more than 2 ulp. */
export const neverWorse: Law = (rule, rewrite) => {
  if (rewrite.kind !== 'fix') return []
  const exceptions = (rule.except ?? []).map(text => new Notation().formula(text))
  const excepted = (environment: Environment): boolean =>
    exceptions.some(
      exception =>
        variableNames(exception).every(name => name in environment) &&
        entries(evaluate(exception, environment)).some(Boolean),
    )
  const complaints: string[] = []
  if ((rule.except || rewrite.concedes) && !rule.differs) complaints.push('what differs is not said in words')
  let measured = 0
  for (const environment of extremeSamples(rule, rewrite, extremePoints)) {
    if (excepted(environment)) continue
    const before = entries(evaluateNaive(rewrite, environment))
    const after = entries(evaluate(rewrite.result!, environment))
    if (before.length !== after.length)
      complaints.push(`at ${show(environment)}: ${before.length} values became ${after.length}`)
    const truth = exact(rewrite.pattern, environment)
    if (truth && intervals(truth).some(entry => !isUndefined(entry) && !isUnknown(entry))) measured++
    for (const [i, value] of after.entries()) {
      const complaint = worse(
        before[i]!,
        value,
        truth && known(intervals(truth)[i]!),
        () => worstNearby(rule, rewrite, environment, i) + conceded(rewrite, environment),
      )
      if (complaint) complaints.push(`at ${show(environment)}: ${complaint}`)
    }
  }
  if (measured < fewestCompared) complaints.push(`only ${measured} of ${extremePoints} points could be measured`)
  return complaints.slice(0, complaintsShown)
}

const variableNames = (f: { op: string; name?: string | undefined; args: readonly unknown[] }): string[] =>
  f.op === 'symbol' ? [f.name!] : f.op === 'count' ? [] : f.args.flatMap(arg => variableNames(arg as typeof f))

/** Where there is no truth to be had the old value is kept, unless it was an overflow; where there is none, NaN is right. */
function worse(before: number, after: number, truth: Interval | undefined, nearby: () => number): string | undefined {
  if (before === after || (Number.isNaN(before) && Number.isNaN(after))) return undefined
  if (Number.isNaN(before) && (!truth || isUndefined(truth))) return undefined
  if (!truth) return Number.isFinite(before) ? `${shown(before)} became ${shown(after)}` : undefined
  if (isUndefined(truth))
    return Number.isNaN(after) ? undefined : `${shown(before)} became ${shown(after)}, where nothing is defined`
  const [old, now] = [errorInUlps(before, truth), errorInUlps(after, truth)]
  if (now <= old + ulpsAllowed || now <= nearby() + ulpsAllowed) return undefined
  return `${shown(before)} (${old.toPrecision(3)} ulp off) became ${shown(after)} (${now.toPrecision(3)} ulp off), exact ${toDouble(truth)}`
}

function conceded({ concedes }: RuleRewrite, environment: Environment): number {
  const ulps = concedes === undefined ? undefined : exact(new Notation().formula(concedes), environment)
  return ulps ? toDouble(intervals(ulps)[0]!) : 0
}

/** A value that the old side has right by luck, and wrong a few ulp further, is no accuracy to be lost. */
function worstNearby(rule: Rule, rewrite: RuleRewrite, environment: Environment, entry: number): number {
  const errors = neighbours(rule, rewrite, environment, neighboursTried).map(near => {
    const truth = exact(rewrite.pattern, near)
    const there = truth && known(intervals(truth)[entry]!)
    return there && !isUndefined(there) ? errorInUlps(entries(evaluateNaive(rewrite, near))[entry]!, there) : 0
  })
  return Math.max(...errors.filter(Number.isFinite))
}

/** At the hazard the old side has lost most of its digits, the new one has them all, and the message says so. */
export const betterAtTheHazard: Law = (_rule, rewrite) => {
  if (!rewrite.result) return []
  const complaints: string[] = []
  const truth = exact(rewrite.result, rewrite.hazard)
  if (!truth) return [`the exact value at ${show(rewrite.hazard)} is out of reach`]
  const naive = entries(evaluateNaive(rewrite, rewrite.hazard))
  const stable = entries(evaluate(rewrite.result, rewrite.hazard))
  const nearest = intervals(truth).map(toDouble)
  const least = rewrite.lastDigit ? 0 : errorAtHazard
  const lost = nearest.some((value, i) => !(Math.abs(naive[i]! - value) <= least * Math.abs(value)))
  if (!lost) complaints.push(`at ${show(rewrite.hazard)} the naive side is right: ${naive}`)
  for (const [i, entry] of intervals(truth).entries()) {
    const error = errorInUlps(stable[i]!, entry)
    if (!(error <= ulpsAtHazard + conceded(rewrite, rewrite.hazard)))
      complaints.push(
        `at ${show(rewrite.hazard)} the result is ${stable[i]}, exact ${nearest[i]}: ${error.toPrecision(3)} ulp off`,
      )
  }
  const witness = witnessOf(rewrite)
  if (!witness) return [...complaints, 'the message shows no difference']
  const printed = nearest.map(value => String(Number(value.toPrecision(6)))).join(', ')
  const expected = typeof evaluate(rewrite.result, rewrite.hazard) === 'number' ? printed : `[${printed}]`
  // A number may be written in more than one way.
  const said = witness.exact.replace(/[^\s,[\]]+/g, number => String(Number(number)))
  if (said !== expected) complaints.push(`the message says ${witness.exact}, exact is ${expected}`)
  if (witness.naive === witness.exact) complaints.push(`the message shows no difference: ${witness.naive}`)
  return complaints
}
