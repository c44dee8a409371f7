/**
 * All that can be said of a finding, as plain data: `explain`, the report and the playground say it in text, in a page
 * and on the screen.
 */
import type { Environment } from '../formula/environment.ts'
import type { Edit } from '../fixes/index.ts'
import type { RuleRewrite } from '../rules/rule.ts'
import type { Limits } from './sweep.ts'

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
