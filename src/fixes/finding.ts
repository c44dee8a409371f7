/** What matching hands to the fixes: a place, the formula there, and what it should be. */
import type { Bindings } from '../formula/match.ts'
import type { Rewrite } from '../formula/notation.ts'
import type { Formula, Origin } from '../formula/formula.ts'
import type { Node } from '../reading/syntax.ts'

export interface Finding {
  readonly rule: string
  readonly rewrite: Rewrite
  /** The smallest expression that holds the whole pattern. */
  readonly node: Node
  /** The whole sum or product that `node` is a part of, or `node` itself. */
  readonly root: Node
  readonly formula: Formula
  readonly bindings: Bindings
  /** At a sum or product of which terms are left over: the places of those that are replaced. */
  readonly taken: ReadonlySet<Origin> | undefined
  /** The terms that are left over. */
  readonly left: readonly Formula[]
  readonly result: Formula | undefined
}

/** Why there is no fix, in words for the person with the squiggle. */
export class Unfixable extends Error {}
