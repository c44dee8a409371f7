/** What a rule is: data. From it come the ESLint rule, its message, its page, its proofs. */
import type { Rewrite } from '../formula/notation.ts'
import type { Environment } from './evaluate.ts'

export interface RuleData {
  readonly name: string
  /** One sentence: what goes wrong, and why. */
  readonly why: string
  /** Lines of mathematics; with a hazard of its own where the rule's does not fit. */
  readonly rewrites: readonly (string | Line)[]
  /** Values at which the naive side goes wrong, by the names of the variables. */
  readonly hazard: Environment
  /** Only in `configs.strict`: right, but not worth everybody's time. */
  readonly strict?: boolean
  /** The softmax in the pattern is measured as it is mostly written: without a shift. */
  readonly unshifted?: boolean
  /** All that is lost is the last digit, which a result that is cut to a whole number shows. */
  readonly lastDigit?: boolean
  /** What else to do, for findings that have no replacement. */
  readonly advice?: string
  /** Where the two sides differ on purpose, in words for the docs: special values, a domain that grows. */
  readonly differs?: string
  /** The same for the proofs: formulas that are not 0 where the two sides differ on purpose. */
  readonly except?: readonly string[]
  /** What values the proofs take for a variable, by its name; reals of either sign otherwise. */
  readonly sample?: Readonly<Record<string, Sample>>
}

export interface Line {
  readonly rewrite: string
  readonly hazard?: Environment
  /** What goes wrong, where it is not the value at the hazard: words that follow the formula. */
  readonly says?: string
  /** A formula: by how many ulp the new side may be worse where the old one has not failed. For sums that cancel. */
  readonly concedes?: string
  /** As for a rule. */
  readonly lastDigit?: boolean
  /** A line before with other signs: proved like all others, and not listed on the page. */
  readonly variant?: boolean
}

export type Sample =
  'positive' | 'nonPositive' | 'probability' | 'count' | 'index' | 'boolean' | 'small' | 'spread' | 'nearOne'

export interface RuleRewrite extends Rewrite {
  readonly hazard: Environment
  readonly unshifted: boolean
  readonly lastDigit: boolean
  readonly concedes: string | undefined
  readonly says: string | undefined
  readonly variant: boolean
  /** Other replacements of the same pattern under the same conditions, each of which changes a value on purpose. */
  readonly alternatives: readonly RuleRewrite[]
}

export interface Rule extends RuleData {
  readonly lines: readonly RuleRewrite[]
}
