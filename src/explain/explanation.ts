/**
 * All that can be said of a finding, as plain data: `explain`, the report and the playground say it in text, in a page
 * and on the screen.
 */
import { factsOf } from '../formula/facts.ts'
import type { Environment } from '../formula/environment.ts'
import { mathOf } from '../formula/mathml.ts'
import { printFormula } from '../formula/print.ts'
import type { Edit, FixOrReason } from '../fixes/index.ts'
import type { Analysis } from '../rules/analysis.ts'
import { adviceOf, troubleOf } from '../rules/define-rule.ts'
import { rules } from '../rules/index.ts'
import type { RuleFinding } from '../rules/locate.ts'
import type { Rule, RuleRewrite } from '../rules/rule.ts'
import { hazardOf, sentence, witnessOf } from '../rules/witness.ts'
import { sweepOf, type Limits, type Sweep } from './sweep.ts'

export interface Explanation {
  readonly rule: string
  readonly why: string
  /** What is wrong, in one sentence without its full stop. */
  readonly trouble: string
  readonly range: readonly [start: number, end: number]
  readonly line: number
  readonly lastLine: number
  readonly column: number
  readonly read: string
  readonly rewrite: string
  /** What the variables of the rewrite stand for in the source, where that is not their own name. */
  readonly where: readonly (readonly [variable: string, formula: string])[]
  readonly measured: string | undefined
  readonly kind: RuleRewrite['kind']
  /** What stands in place of the finding; none where there is no edit. */
  readonly replacement: string | undefined
  readonly edits: readonly Edit[]
  /** Where what is suggested is worse than the source, in words that follow "it". */
  readonly caution: string | undefined
  /** What to do instead, and why it is not done for you. */
  readonly advice: string | undefined
  /** As MathML. */
  readonly math: { readonly read: string; readonly naive: string; readonly stable: string | undefined }
  /** Where the naive side goes wrong, by the variables of the rewrite. */
  readonly inputs: Environment
  readonly limits: Readonly<Record<string, Limits>>
}

const longestName = 24

const ruleOf = (name: string): Rule => rules.find(rule => rule.name === name)!

export function explanationOf(finding: RuleFinding, analysis: Analysis): Explanation {
  const { rewrite, bindings, formula, node } = finding
  const rule = ruleOf(finding.rule)
  const witness = witnessOf(rewrite, bindings)
  const { fix, reason } = outcomeOf(finding, analysis)
  const values = [...bindings.values]
  return {
    rule: rule.name,
    why: rule.why,
    trouble: troubleOf(rule, finding),
    range: [node.range[0], node.range[1]],
    line: node.loc.start.line,
    lastLine: node.loc.end.line,
    column: node.loc.start.column + 1,
    read: printFormula(formula),
    rewrite: rewrite.text.replace(/ [-~]>$/, ''),
    where: values.map(([name, value]) => [name, printFormula(value)] as const).filter(([name, read]) => name !== read),
    measured: witness && sentence(witness),
    kind: fix?.caution === undefined ? rewrite.kind : 'suggestion',
    caution: fix?.caution,
    replacement: fix?.replacement,
    edits: fix?.edits ?? [],
    advice: fix ? undefined : adviceOf(rule, finding, reason),
    math: { read: mathOf(formula, printFormula(formula)), ...sidesOf(rewrite) },
    inputs: hazardOf(rewrite, bindings),
    limits: Object.fromEntries(values.map(([name, value]) => [name, factsOf(value)])),
  }
}

function outcomeOf(finding: RuleFinding, analysis: Analysis): Partial<FixOrReason> {
  const { kind } = finding.rewrite
  return kind === 'fix' ? analysis.fix(finding) : kind === 'suggestion' ? analysis.suggestion(finding) : {}
}

/** The two sides of a rewrite, typeset. */
export const sidesOf = ({ pattern, result }: RuleRewrite): { naive: string; stable: string | undefined } => ({
  naive: mathOf(pattern, printFormula(pattern)),
  stable: result && mathOf(result, printFormula(result)),
})

/** The rewrite that an explanation speaks of, and the input to vary: what is needed to plot it. */
export function plottable({
  rule: name,
  rewrite: text,
  inputs,
  limits,
}: Pick<Explanation, 'rule' | 'rewrite' | 'inputs' | 'limits'>): { rewrite: RuleRewrite; sweep: Sweep } | undefined {
  const rule = ruleOf(name)
  const rewrite = rule.lines.flatMap(line => [line, ...line.alternatives]).find(line => line.text === text)
  const sweep = rewrite?.result && sweepOf(rule, rewrite, inputs, limits)
  return sweep && { rewrite: rewrite!, sweep }
}

/** What the source calls an input of the rewrite, if that is short enough for an axis. */
export function inputOf({ where }: Pick<Explanation, 'where'>, variable: string): string {
  const [, formula = variable] = where.find(([name]) => name === variable) ?? []
  return formula.length <= longestName ? formula : variable
}

/** The source with edits made. */
export function applied(text: string, edits: readonly Edit[]): string {
  const last = [...edits].sort((a, b) => b.range[0] - a.range[0] || b.range[1] - a.range[1])
  return last.reduce(
    (result, { range: [start, end], text: replacement }) => result.slice(0, start) + replacement + result.slice(end),
    text,
  )
}
