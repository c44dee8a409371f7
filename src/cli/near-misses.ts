/** Formulas that look like a rule's pattern but are no finding: which condition says so, and what is known of the part. */
import { factsOf } from '../formula/facts.ts'
import { predicates } from '../formula/predicates.ts'
import type { Formula } from '../formula/formula.ts'
import { couldMatch, type Bindings } from '../formula/match.ts'
import type { Condition } from '../formula/notation.ts'
import { printFormula } from '../formula/print.ts'
import type { Reading } from '../reading/index.ts'
import { rules } from '../rules/index.ts'
import type { Rule, RuleRewrite } from '../rules/rule.ts'

/** Matches looked at before the one that misses least is taken. */
const alternatives = 6

interface Miss {
  readonly bindings: Bindings
  readonly failed: readonly Condition[]
}

export function nearMisses(f: Formula, reading: Reading, strict: boolean): string[] {
  return rules.flatMap(rule =>
    rule.lines.flatMap(rewrite => {
      const miss = nearest(rewrite, f, reading)
      return miss ? [remark(rule, rewrite, miss, reading, strict)] : []
    }),
  )
}

function nearest(rewrite: RuleRewrite, f: Formula, { matcher }: Reading): Miss | undefined {
  if (rewrite.pattern.op !== f.op || !couldMatch(rewrite.pattern, f)) return undefined
  let best: Miss | undefined
  let tried = 0
  for (const { bindings } of matcher.matches(rewrite.pattern, f)) {
    const failed = rewrite.conditions.filter(({ predicate, args, negated }) => {
      const built = args.map(arg => matcher.instantiate(arg, bindings))
      return !built.every(arg => arg !== undefined) || predicates[predicate]!(...(built as Formula[])) === negated
    })
    if (!best || failed.length < best.failed.length) best = { bindings, failed }
    if (++tried >= alternatives) break
  }
  return best
}

function remark(
  rule: Rule,
  rewrite: RuleRewrite,
  { bindings, failed }: Miss,
  reading: Reading,
  strict: boolean,
): string {
  const line = `${rule.name} has the pattern \`${rewrite.text.replace(/ [-~]>$/, '')}\``
  const [condition] = failed
  if (condition) {
    const parts = condition.args.map(arg => ({
      name: printFormula(arg),
      value: reading.matcher.instantiate(arg, bindings),
    }))
    const known = parts.flatMap(({ name, value }) => (value ? [described(name, value)] : []))
    return `${line}, but ${condition.negated ? 'not ' : ''}${condition.predicate}(${parts.map(({ name }) => name).join(', ')}) does not hold: ${known.join('; ')}.`
  }
  if (rule.strict && !strict) return `${line}, but is only on with --strict.`
  return `${line}, and a finding that holds this formula, or the helper where it is written, is reported in its place; or a comment switches the rule off.`
}

/** n, between 0 and Infinity, a multiple of 1 */
function described(name: string, value: Formula): string {
  const { low, high, grid } = factsOf(value)
  const printed = printFormula(value)
  const range =
    low === high
      ? `exactly ${low}`
      : low > -Infinity && high < Infinity
        ? `between ${low} and ${high}`
        : low > -Infinity
          ? `at least ${low}`
          : high < Infinity
            ? `at most ${high}`
            : ''
  const facts = [range, grid >= 1 ? 'an integer' : grid > 0 && low !== high ? `a multiple of ${grid}` : '']
    .filter(Boolean)
    .join(' and ')
  return `${printed === name ? name : `${name} = ${printed}`}${facts ? ` is ${facts}` : ''}`
}
