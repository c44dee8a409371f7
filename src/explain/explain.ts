/** Makes the explanation of a finding, and finds again the rewrite and the input that it speaks of. */
import { factsOf } from '../formula/facts.ts'
import { mathOf } from '../formula/mathml.ts'
import { printFormula, withNames } from '../formula/print.ts'
import type { FixOrReason } from '../fixes/index.ts'
import type { Analysis } from '../rules/analysis.ts'
import { adviceOf, longestPrinted, sourceIn, troubleOf } from '../rules/define-rule.ts'
import { rules } from '../rules/index.ts'
import type { RuleFinding } from '../rules/locate.ts'
import type { Rule, RuleRewrite } from '../rules/rule.ts'
import { hazardOf, sentence, witnessOf } from '../rules/witness.ts'
import type { Explanation } from './explanation.ts'
import { sweepOf, type Sweep } from './sweep.ts'

const ruleOf = (name: string): Rule => rules.find(rule => rule.name === name)!

export function explanationOf(finding: RuleFinding, analysis: Analysis): Explanation {
  const { rewrite, bindings, formula, node, reading } = finding
  const rule = ruleOf(finding.rule)
  const textOf = sourceIn(reading)
  const witness = witnessOf(rewrite, bindings, formula, textOf)
  const { fix, reason } = outcomeOf(finding, analysis)
  const values = [...bindings.values]
  /** What is long when it is read is better shown as the source has it. */
  const names = new Map(
    values.flatMap(([, value]) => {
      const source = printFormula(value).length > longestPrinted ? textOf(value) : undefined
      return source === undefined ? [] : [[value.key, source] as const]
    }),
  )
  const shown = withNames(formula, new Map([...names].map(([key, source]) => [key, grouped(source)])))
  return {
    rule: rule.name,
    why: rule.why,
    trouble: troubleOf(rule, finding),
    range: [node.range[0], node.range[1]],
    line: node.loc.start.line,
    lastLine: node.loc.end.line,
    column: node.loc.start.column + 1,
    read: printFormula(shown),
    rewrite: rewrite.text.replace(/ [-~]>$/, ''),
    where: values
      .map(([name, value]) => [name, names.get(value.key) ?? printFormula(value)] as const)
      .filter(([name, read]) => name !== read),
    measured: witness && sentence(witness),
    kind: fix?.caution === undefined ? rewrite.kind : 'suggestion',
    caution: fix?.caution,
    replacement: fix?.replacement,
    edits: fix?.edits ?? [],
    advice: fix ? undefined : adviceOf(rule, finding, reason),
    math: { read: mathOf(shown, printFormula(shown)), ...sidesOf(rewrite) },
    inputs: hazardOf(rewrite, bindings),
    limits: Object.fromEntries(values.map(([name, value]) => [name, factsOf(value)])),
  }
}

/** Whatever is around it, it stays one thing. */
const grouped = (source: string): string => (/^[\w$.]+$/.test(source) ? source : `(${source})`)

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
