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
const digits = 6

const short = (x: number): string => String(Number(x.toPrecision(digits)))
const show = (value: Value, shown = short): string =>
  typeof value === 'number' ? shown(value) : `[${value.map(entry => shown(entry)).join(', ')}]`

const bound = (name: string, bindings: Bindings | undefined): Formula | undefined =>
  bindings?.values.get(name) ?? bindings?.values.get(`${name}...`)

/** The variables of the notation under the names that the source has for them, where these are short. */
function names(bindings: Bindings | undefined, hazard: Environment): string {
  return Object.entries(hazard)
    .flatMap(([name, value]) => {
      const formula = bound(name, bindings)
      if (!formula) return [`${name} = ${plain(value)}`]
      if (formula.op === 'number') return []
      if (formula.op === 'list') return formula.args.map(arg => named(arg, name, (value as readonly number[])[0]!))
      return [named(formula, name, value)]
    })
    .join(', ')
}

/** A value under its name in the source; x = -1 rather than -x = 1. */
function named(formula: Formula, name: string, value: Value): string {
  const negated =
    typeof value === 'number' && formula.op === 'mul' && formula.args.length === 2 && isNumber(formula.args[0]!, -1)
  const printed = printFormula(negated ? formula.args[1]! : formula)
  return `${printed.length <= longestName ? printed : name} = ${plain(negated ? -(value as number) : value)}`
}

const plain = (value: Value): string => (typeof value === 'number' ? String(value) : `[${value.join(', ')}]`)

/** Where a finding goes wrong: numbers that the source itself gives take the place of the rule's. */
export function hazardOf(rewrite: RuleRewrite, bindings: Bindings | undefined): Environment {
  return Object.fromEntries(
    Object.entries(rewrite.hazard).map(([name, value]) => {
      const formula = bound(name, bindings)
      if (formula?.op === 'list') return [name, formula.args.map(() => (value as readonly number[])[0]!)]
      if (!formula || typeof value !== 'number') return [name, value]
      if (formula.op === 'number') return [name, formula.value!]
      // 1 - x * x is in trouble for a small x * x, not for a negative one.
      const { low, high } = factsOf(formula)
      return [name, (value < low || value > high) && -value >= low && -value <= high ? -value : value]
    }),
  )
}

/** Whether float32 holds the values: finite, and apart from each other. */
const isFloat32 = (value: Value): boolean => {
  const values = [value].flat() as number[]
  const rounded = values.map(Math.fround)
  return rounded.every(Number.isFinite) && new Set(rounded).size === new Set(values).size
}

/** Undefined where the rewrite has no result to measure against, or the tensor cannot hold such values. */
export function witnessOf(rewrite: RuleRewrite, bindings?: Bindings, formula?: Formula): Witness | undefined {
  if (!rewrite.result) return undefined
  const hazard = hazardOf(rewrite, bindings)
  if (formula?.tensor?.float32 && !Object.values(hazard).every(isFloat32)) return undefined
  return {
    at: names(bindings, hazard),
    naive: show(evaluateNaive(rewrite, hazard), rewrite.lastDigit ? String : short),
    exact: show(evaluate(rewrite.result, hazard)),
  }
}

export const sentence = (witness: Witness): string =>
  `returns ${witness.naive} at ${witness.at}; exact ${witness.exact}`
