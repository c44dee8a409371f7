/** What a naive formula returns at its hazard, and what is exact: measured, never asserted. */
import { factsOf } from '../formula/facts.ts'
import { printFormula } from '../formula/print.ts'
import { isNumber, type Formula } from '../formula/formula.ts'
import type { Bindings } from '../formula/match.ts'
import { evaluate, evaluateNaive, type Environment, type Value } from './evaluate.ts'
import type { RuleRewrite } from './rule.ts'

export interface Witness {
  readonly at: string
  readonly naive: string
  readonly exact: string
}

const longestName = 24
const longestSource = 30
const digits = 6

/** From here on nobody counts the zeros of a number that has little else. */
const countless = 1e15

const written = (x: number): string => {
  const power = x.toExponential()
  return Math.abs(x) >= countless && Number.isFinite(x) && power.length < String(x).length ? power : String(x)
}
const short = (x: number): string => written(Number(x.toPrecision(digits)))
const show = (value: Value, shown = short): string =>
  typeof value === 'number' ? shown(value) : `[${value.map(entry => shown(entry)).join(', ')}]`

/** The source of a formula, short and on one line. */
export type TextOf = (f: Formula) => string | undefined

const bound = (name: string, bindings: Bindings | undefined): Formula | undefined =>
  bindings?.values.get(name) ?? bindings?.values.get(`${name}...`)

/** The variables of the notation under the names that the source has for them, where these are short. */
function names(bindings: Bindings | undefined, hazard: Environment, textOf: TextOf): string {
  return Object.entries(hazard)
    .flatMap(([name, value]) => {
      const formula = bound(name, bindings)
      if (!formula) return [`${name} = ${plain(value)}`]
      if (formula.op === 'number') return []
      const parts = formula.op === 'list' ? formula.args : [formula]
      return parts.map(part => named(part, name, formula === part ? value : (value as readonly number[])[0]!, textOf))
    })
    .join(', ')
}

/** A value under its name in the source; x = -1 rather than -x = 1. */
function named(formula: Formula, name: string, value: Value, textOf: TextOf): string {
  const opposite = typeof value === 'number' ? oppositeOf(formula) : undefined
  const shown = opposite ?? formula
  const [printed, source] = [shown.called ?? printFormula(shown), textOf(shown)]
  const label = printed.length <= longestName ? printed : source && source.length <= longestSource ? source : undefined
  return label === undefined
    ? `${name} = ${plain(value)}`
    : `${label} = ${plain(opposite ? -(value as number) : value)}`
}

/** The y of -y. */
const oppositeOf = ({ op, args }: Formula): Formula | undefined =>
  op === 'mul' && args.length === 2 && isNumber(args[0]!, -1) ? args[1]! : undefined

const plain = (value: Value): string => show(value, written)

/** Where a finding goes wrong: numbers that the source gives take the place of the rule's, and no value is out of reach. */
export const hazardOf = (rewrite: RuleRewrite, bindings: Bindings | undefined): Environment =>
  worstOf(rewrite, bindings).hazard

interface Worst {
  readonly hazard: Environment
  readonly found: Pick<Witness, 'naive' | 'exact'> | undefined
}

function worstOf(rewrite: RuleRewrite, bindings: Bindings | undefined): Worst {
  const at = (choose: (value: Value, formula: Formula) => Value): Environment =>
    Object.fromEntries(
      Object.entries(rewrite.hazard).map(([name, value]) => {
        const formula = bound(name, bindings)
        if (formula?.op === 'list') return [name, formula.args.map(() => (value as readonly number[])[0]!)]
        if (!formula) return [name, value]
        return [name, formula.op === 'number' && typeof value === 'number' ? formula.value! : choose(value, formula)]
      }),
    )
  const natural = at((value, formula) => reachable(unsigned(value, formula), formula))
  for (const hazard of [natural, at(reachable), at(within)]) {
    const found = measured(rewrite, hazard)
    if (found) return { hazard, found }
  }
  return { hazard: natural, found: undefined }
}

/** Below this, values of both signs are in the same trouble. */
const tiny = 1e-5

/** Of 1 - p, a small p is what one thinks of, and not a small -p. */
const unsigned = (value: Value, formula: Formula): Value =>
  typeof value === 'number' && Math.abs(value) < tiny && oppositeOf(formula) ? -Math.abs(value) : value

/** 1 - x * x is in trouble for a small x * x, not for a negative one; what has a bound is in trouble at the bound. */
function reachable(value: Value, formula: Formula): Value {
  const { low, high } = factsOf(formula)
  const isIn = (x: number): boolean => low <= x && x <= high
  const [all, negative] = [[value].flat() as number[], ([value].flat() as number[]).map(x => -x)]
  if (all.every(isIn)) return value
  if (negative.every(isIn)) return typeof value === 'number' ? negative[0]! : negative
  return typeof value === 'number' ? Math.min(Math.max(value, low), high) : value
}

/** In the middle of its bounds, where the bounds themselves are no trouble. */
function within(value: Value, formula: Formula): Value {
  const { low, high } = factsOf(formula)
  const isOut = typeof value === 'number' && (value < low || value > high)
  return isOut && Number.isFinite(high - low) ? (low + high) / 2 : reachable(value, formula)
}

/** What is returned there, and what is exact; undefined if it is the same. */
function measured(rewrite: RuleRewrite, hazard: Environment): Pick<Witness, 'naive' | 'exact'> | undefined {
  if (!rewrite.result) return undefined
  const naive = show(evaluateNaive(rewrite, hazard), rewrite.lastDigit ? written : short)
  const exact = show(evaluate(rewrite.result, hazard))
  return naive === exact || exact === 'NaN' ? undefined : { naive, exact }
}

/** Whether float32 holds the values: finite, and apart from each other. */
const isFloat32 = (value: Value): boolean => {
  const values = [value].flat() as number[]
  const rounded = values.map(Math.fround)
  return rounded.every(Number.isFinite) && new Set(rounded).size === new Set(values).size
}

/** Undefined where there is no result to measure against, the tensor cannot hold such values, or they are no trouble. */
export function witnessOf(
  rewrite: RuleRewrite,
  bindings?: Bindings,
  formula?: Formula,
  textOf: TextOf = () => undefined,
): Witness | undefined {
  const { hazard, found } = worstOf(rewrite, bindings)
  if (formula?.tensor?.float32 && !Object.values(hazard).every(isFloat32)) return undefined
  return found && { at: names(bindings, hazard, textOf), ...found }
}

export const sentence = (witness: Witness): string =>
  `returns ${witness.naive} at ${witness.at}; exact ${witness.exact}`
