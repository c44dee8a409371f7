/** Makes an ESLint rule of a rule's data. The only file that knows ESLint's rule interface. */
import type { TSESLint } from '@typescript-eslint/utils'
import { printFormula, withNames } from '../formula/print.ts'
import { Notation } from '../formula/notation.ts'
import type { Bindings } from '../formula/match.ts'
import type { Edit, Fix } from '../fixes/index.ts'
import type { Reading } from '../reading/index.ts'
import type { Node } from '../reading/syntax.ts'
import { Analysis, type FileContext } from './analysis.ts'
import type { RuleFinding } from './locate.ts'
import { unlessMistaken } from './mistakes.ts'
import type { Line, Rule, RuleData, RuleRewrite } from './rule.ts'
import { sentence, witnessOf, type TextOf } from './witness.ts'

export type MessageIds = 'unstable' | 'unstableWithoutFix' | 'replace' | 'replaceAlthough' | 'settings'
export type RuleModule = TSESLint.RuleModule<MessageIds, []>

export const pageOf = (name: string): string =>
  `https://github.com/stable-math/eslint-plugin-stable-math/blob/main/docs/rules/${name}.md`

/** Reads the rewrites of a rule once, when the plugin is loaded. */
export function defineRule(data: RuleData): Rule {
  const lines: (RuleRewrite & { alternatives: RuleRewrite[] })[] = []
  for (const line of data.rewrites) {
    const {
      rewrite,
      hazard = data.hazard,
      lastDigit = data.lastDigit ?? false,
      concedes,
      says,
      variant = false,
    }: Line = typeof line === 'string' ? { rewrite: line } : line
    const parsed = {
      ...new Notation().rewrite(rewrite),
      hazard: ofVariables(hazard, rewrite),
      unshifted: data.unshifted ?? false,
      lastDigit,
      concedes,
      says,
      variant,
      alternatives: [],
    }
    const first = parsed.kind === 'suggestion' ? lines.find(other => patternOf(other) === patternOf(parsed)) : undefined
    if (first) first.alternatives.push({ ...parsed, conditions: first.conditions })
    else lines.push(parsed)
  }
  return { ...data, lines }
}

const patternOf = ({ text }: RuleRewrite): string => text.split(/->|~>/)[0]!.trim()

/** Of the rule's hazard, the variables that occur in one of its rewrites. */
const ofVariables = (hazard: RuleData['hazard'], rewrite: string): RuleData['hazard'] =>
  Object.fromEntries(Object.entries(hazard).filter(([name]) => new RegExp(`\\b${name}\\b`).test(rewrite)))

export function eslintRule(rule: Rule): RuleModule {
  return {
    meta: {
      type: 'problem',
      docs: { description: rule.why, url: pageOf(rule.name) },
      fixable: 'code',
      hasSuggestions: true,
      schema: [],
      defaultOptions: [],
      messages: {
        unstable: '{{trouble}}. Use {{replacement}}.',
        unstableWithoutFix: '{{trouble}}. {{advice}}',
        replace: 'Replace by {{replacement}}.',
        replaceAlthough: 'Replace by {{replacement}}, although it {{caution}}.',
        settings: '{{complaint}}',
      },
    } as RuleModule['meta'],
    defaultOptions: [],
    create(context) {
      const analysis = Analysis.of(context as unknown as FileContext)
      analysis.enable(rule)
      return {
        'Program:exit'(program) {
          const complaint = analysis.complaint(rule)
          if (complaint)
            context.report({ node: program, loc: { line: 1, column: 0 }, messageId: 'settings', data: { complaint } })
          unlessMistaken(context, () => {
            for (const finding of analysis.findings())
              if (finding.rule === rule.name) context.report(descriptor(rule, finding, analysis))
          })
        },
      }
    },
  }
}

function descriptor(rule: Rule, finding: RuleFinding, analysis: Analysis): TSESLint.ReportDescriptor<MessageIds> {
  const { node, rewrite } = finding
  const trouble = troubleOf(rule, finding)
  const alone = (reason?: string): TSESLint.ReportDescriptor<MessageIds> => ({
    node: node as never,
    messageId: 'unstableWithoutFix',
    data: { trouble, advice: adviceOf(rule, finding, reason) },
  })
  if (rewrite.kind === 'report') return alone()
  const { fix, reason } = rewrite.kind === 'fix' ? analysis.fix(finding) : analysis.suggestion(finding)
  if (!fix) return alone(reason)
  const data = { trouble, replacement: replacementOf(fix) }
  const others = [
    ...rewrite.alternatives.map(other => analysis.suggestion(analysis.instead(finding, other))),
    analysis.wholeLoss(finding),
  ].flatMap(other => (other.fix ? [suggestionOf(other.fix)] : []))
  if (rewrite.kind === 'fix' && fix.caution === undefined)
    return { node: node as never, messageId: 'unstable', data, fix: fixer => applied(fix, fixer), suggest: others }
  return { node: node as never, messageId: 'unstable', data, suggest: [suggestionOf(fix), ...others] }
}

/** `logP[i]`, with `const logP = stable.logSoftmax(z)`. */
const replacementOf = ({ replacement, declares }: Fix): string =>
  [`\`${replacement}\``, ...declares.map(declaration => `with \`${declaration}\``)].join(', ')

const suggestionOf = (fix: Fix): TSESLint.ReportSuggestionArray<MessageIds>[number] => ({
  messageId: fix.caution === undefined ? 'replace' : 'replaceAlthough',
  data: { replacement: replacementOf(fix), caution: fix.caution ?? '' },
  fix: fixer => applied(fix, fixer),
})

/** How a formula is written in the source that it was read from. */
export const sourceIn =
  (reading: Reading): TextOf =>
  ({ origin, lift }) => {
    const written = origin ?? lift?.body.origin
    return written && reading.textOf(written as Node)
  }

/** A longer formula is better shown as it is written. */
export const longestPrinted = 70

/** What the source calls that for which the variables of the pattern stand. */
const namesOf = ({ values }: Bindings): ReadonlyMap<number, string> =>
  new Map([...values.values()].flatMap(({ key, called }) => (called === undefined ? [] : [[key, called] as const])))

/** `log(1 + rate)` returns 0 at rate = 1e-17; exact 1e-17. */
export function troubleOf(rule: Rule, finding: RuleFinding): string {
  const { rewrite, bindings, formula: whole, taken, node, reading } = finding
  const witness = witnessOf(rewrite, bindings, whole, sourceIn(reading))
  const asWritten = taken !== undefined || rewrite.says !== undefined
  const shown = (asWritten && reading.matcher.instantiate(rewrite.pattern, bindings)) || whole
  const printed = printFormula(withNames(shown, namesOf(bindings)))
  const formula = `\`${printed.length <= longestPrinted ? printed : reading.textOf(node)}\``
  if (rewrite.says !== undefined) return `${formula} ${rewrite.says}`
  if (witness) return `${formula} ${sentence(witness)}`
  const sooner = whole.tensor?.float32 ? ', and in float32, which ends at 3.4e38, long before' : ''
  return `${formula}: ${rule.why.replace(/\.$/, '')}${sooner}`
}

/** A longer one says less than the rule's own line. */
const longestAdvice = 160

/** What to do by hand, and why it is not done for you. */
export function adviceOf(rule: Rule, finding: RuleFinding, reason: string | undefined): string {
  const printed = finding.result && printFormula(finding.result)
  const short = printed && printed.length > longestAdvice ? printFormula(finding.rewrite.result!) : printed
  const use = short ? `Use \`${short}\`` : (rule.advice ?? 'Rewrite it').replace(/\.$/, '')
  return reason ? `${use}; it is not done for you, because ${reason}.` : `${use}.`
}

const applied = (fix: Fix, fixer: TSESLint.RuleFixer): TSESLint.RuleFix[] =>
  fix.edits.map(({ range, text }: Edit) => fixer.replaceTextRange(range as [number, number], text))
