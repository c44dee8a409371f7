/**
 * Which input of a rewrite is varied to see its error, and from where to where: the first one to which its hazard gives a
 * tiny or a huge value, or any value, from where nothing is wrong yet to beyond the hazard. What is of like size there goes along: both sides of a
 * triangle, all entries of a vector. Entries that differ by little next to their size are moved, others are scaled.
 */
import type { Environment, Value } from '../formula/environment.ts'
import type { Rule, RuleRewrite, Sample } from '../rules/rule.ts'

export interface Sweep {
  /** In the notation of the rewrite. */
  readonly variable: string
  readonly scale: 'linear' | 'log'
  readonly from: number
  readonly to: number
  /** Where the witness is measured. */
  readonly breaks: number
  /** All inputs, when the varied one is this. */
  at(input: number): Environment
}

/** What a variable can be: of a formula in the source, from its range. */
export interface Limits {
  readonly low: number
  readonly high: number
}

const limitsOf: Partial<Record<Sample, Limits>> = {
  positive: { low: 0, high: Infinity },
  nonPositive: { low: -Infinity, high: 0 },
  probability: { low: 0, high: 1 },
  count: { low: 0, high: Infinity },
}

/** Settings of a formula rather than its inputs. */
const fixedSamples: ReadonlySet<Sample | undefined> = new Set(['index', 'boolean', 'nearOne'])

/** Below this an input is small, above the other it is huge: then its order of magnitude is what is varied. */
const small = 1e-3
const huge = 1e5
const isExtreme = (size: number): boolean => size < small || size > huge
/** How far beyond the hazard. */
const beyond = 1.2
const decadesBeyond = 3
/** Inputs whose sizes differ by less go along. */
const alike = 10
/** Entries whose differences are smaller than this share of them are moved together. */
const close = 0.01

const sizeOf = (value: Value): number =>
  typeof value === 'number' ? Math.abs(value) : value.reduce((most, entry) => Math.max(most, Math.abs(entry)), 0)
const leading = (value: Value): number =>
  typeof value === 'number' ? value : value.reduce((a, b) => (Math.abs(b) > Math.abs(a) ? b : a), 0)

/** Undefined for a rewrite without an input that could be varied. */
export function sweepOf(
  rule: Rule,
  rewrite: RuleRewrite,
  inputs: Environment,
  limits: Readonly<Record<string, Limits>> = {},
): Sweep | undefined {
  const constants = new Set(
    rewrite.conditions.filter(({ predicate }) => predicate === 'tiny').flatMap(({ args }) => args.map(arg => arg.name)),
  )
  const isFixed = (name: string): boolean => limits[name] !== undefined && limits[name].low === limits[name].high
  const varies = Object.keys(inputs).filter(
    name =>
      !fixedSamples.has(rule.sample?.[name]) && !constants.has(name) && !isFixed(name) && sizeOf(inputs[name]!) > 0,
  )
  const variable = varies.find(name => isExtreme(sizeOf(inputs[name]!))) ?? varies[0]
  if (variable === undefined) return undefined
  const breaks = leading(inputs[variable]!)
  const whole = rule.sample?.[variable] === 'count'
  const along = varies.filter(name => {
    const ratio = sizeOf(inputs[name]!) / Math.abs(breaks)
    return name === variable || (ratio <= alike && ratio >= 1 / alike && rule.sample?.[name] !== 'probability')
  })
  const at = (input: number): Environment => {
    const moved = along.map(name => [name, movedTo(inputs[name]!, input, breaks, rule.sample?.[name] === 'count')])
    return { ...inputs, ...Object.fromEntries(moved) }
  }
  const sampled = limitsOf[rule.sample?.[variable] ?? 'spread'] ?? { low: -Infinity, high: Infinity }
  const known = typeof inputs[variable] === 'number' ? limits[variable] : undefined
  return {
    variable,
    breaks,
    at: whole ? input => at(Math.round(input)) : at,
    ...rangeOf(breaks, {
      low: Math.max(sampled.low, known?.low ?? -Infinity),
      high: Math.min(sampled.high, known?.high ?? Infinity),
    }),
  }
}

function movedTo(value: Value, input: number, breaks: number, whole: boolean): Value {
  // At the hazard itself it is the hazard, to the last digit: there may be no trouble next to it.
  if (input === breaks) return value
  const scaled = (x: number): number => (whole ? Math.round((x / breaks) * input) : (x / breaks) * input)
  if (typeof value === 'number') return value === breaks ? input : scaled(value)
  const spread = Math.max(...value) - Math.min(...value)
  return spread < close * sizeOf(value)
    ? value.map(x => (x === breaks ? input : input + (x - breaks)))
    : value.map(scaled)
}

function rangeOf(breaks: number, { low, high }: Limits): Pick<Sweep, 'scale' | 'from' | 'to'> {
  const size = Math.abs(breaks)
  const sign = Math.sign(breaks)
  if (isExtreme(size)) {
    const near = size < small ? Math.max(size / 10 ** decadesBeyond, Number.MIN_VALUE) : 1
    const far = size < small ? 10 : Math.min(size * 10 ** decadesBeyond, Number.MAX_VALUE)
    const most = sign > 0 ? high : -low
    const [from, to] = [sign * near, sign * (most > near ? Math.min(far, most) : far)]
    return { scale: 'log', from: Math.min(from, to), to: Math.max(from, to) }
  }
  const from = Math.max(-beyond * size, low)
  const to = Math.min(beyond * size, high)
  return from < to ? { scale: 'linear', from, to } : { scale: 'linear', from: -beyond * size, to: beyond * size }
}

/** Places along a sweep, evenly spread and not on round numbers, which are often exact by chance. */
export function placesOf({ scale, from, to }: Sweep, count: number): readonly number[] {
  const share = (i: number): number => (i + 0.5) / count
  if (scale === 'linear') return Array.from({ length: count }, (_, i) => from + (to - from) * share(i))
  const sign = Math.sign(from || to)
  const [low, high] = [
    Math.log(Math.min(Math.abs(from), Math.abs(to))),
    Math.log(Math.max(Math.abs(from), Math.abs(to))),
  ]
  const places = Array.from({ length: count }, (_, i) => sign * Math.exp(low + (high - low) * share(i)))
  return sign > 0 ? places : places.reverse()
}
