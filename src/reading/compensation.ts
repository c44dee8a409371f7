/**
 * Code that computes with its own rounding. `u = 1 + x` and then `u - 1` is x on paper; whoever writes it wants what the
 * addition has lost. So do (y - 1) / log(y) for y = exp(x), two-sums, the sums of Kahan and Neumaier, and a root h that is
 * improved by h * h - x. A stable function in the place of one half would leave the other half without its counterpart, so
 * both are left alone.
 */
import type { TSESTree } from '@typescript-eslint/utils'
import type { Algebra } from '../formula/algebra.ts'
import { isNumber, mentions, signOf, type Formula } from '../formula/formula.ts'
import type { Reading } from './index.ts'
import { seenThrough, type Node } from './syntax.ts'

/** How deep below a formula its compensated part may be: log(u) * x / (u - 1). */
const deepest = 2
/** Compensations are short. */
const mostTerms = 8

export class Compensation {
  readonly #algebra: Algebra
  /** Sums of which a term is taken back, and what is left of them. */
  readonly #sums = new Set<number>()
  /** Exponentials that are less 1 somewhere, and whose logarithm is taken somewhere. */
  readonly #lessOne = new Set<number>()
  readonly #logged = new Set<number>()

  constructor(algebra: Algebra) {
    this.#algebra = algebra
  }

  /** The terms of a sum, as they are written: one of them may be a sum with a name. */
  noteTerms(terms: readonly Formula[]): void {
    if (terms.length > mostTerms) return
    for (const term of terms) {
      const root = this.#residualOf(term, terms) ?? (isCorrected(term, terms) ? term : undefined)
      if (root) this.#sums.add(root.key)
    }
    if (!terms.some(isGroup)) return
    for (const sum of terms.filter(isGroup))
      if (terms.some(term => term !== sum && sum.args.some(part => this.#isTakenBack(part, term)))) {
        this.#noteSum(sum)
        this.#sums.add(this.#algebra.add(terms).key)
      }
  }

  /** The h of h * h - x * x - y * y, where h is the root of x * x + y * y: what its rounding has lost. */
  #residualOf(term: Formula, terms: readonly Formula[]): Formula | undefined {
    const [root, two] = term.op === 'pow' ? term.args : []
    if (!root || !isNumber(two!, 2) || !isRoot(root)) return undefined
    const others = terms.filter(other => other !== term)
    return this.#algebra.negate(this.#algebra.add(others)).key === root.args[0]!.key ? root : undefined
  }

  /** (1 + x) - 1, and 1 - (1 + x), without a name for the sum. */
  noteGroups({ left, right, operator }: TSESTree.BinaryExpression, reading: Reading): void {
    if (operator !== '-') return
    const takesBack = (sum: Node, term: Node): boolean =>
      !isChain(term) && isChain(sum) && added(sum).some(part => reading.textOf(part) === reading.textOf(term))
    const sum = [
      [left, right],
      [right, left],
    ].find(([group, term]) => takesBack(seenThrough(group!), seenThrough(term!)))?.[0]
    if (sum) this.#noteSum(reading.read(sum))
  }

  #noteSum(sum: Formula): void {
    this.#sums.add(sum.key).add(this.#algebra.negate(sum).key)
  }

  /** A 1 that was taken off may be put back for many reasons: (1 + d) * (1 - d), where d is tanh(x) as 2 * sigmoid(2 * x) - 1. */
  #isTakenBack(part: Formula, term: Formula): boolean {
    if (isNumber(part, -1)) return false
    return signOf(part) !== signOf(term) && this.#algebra.negate(part).key === term.key
  }

  note(f: Formula): void {
    if (f.op === 'log' && f.args[0]!.op === 'exp') this.#logged.add(f.args[0]!.key)
    if (f.op === 'add' && f.args.some(term => term.op === 'number' && Math.abs(term.value!) === 1))
      for (const term of f.args) if (term.op === 'exp') this.#lessOne.add(term.key)
  }

  /** Whether a formula is one half of a compensation. */
  has(f: Formula, depth = 0): boolean {
    if (this.#sums.has(f.key) || (this.#lessOne.has(f.key) && this.#logged.has(f.key))) return true
    return depth < deepest && f.args.some(arg => this.has(arg, depth + 1))
  }
}

const isRoot = (f: Formula): boolean => f.op === 'pow' && isNumber(f.args[1]!, 0.5)

/** A root that Newton's method improves: h - (… h …) / (2 * h). */
const isCorrected = (root: Formula, terms: readonly Formula[]): boolean =>
  isRoot(root) &&
  terms.some(({ op, args }) => {
    const below = op === 'mul' ? args.find(arg => isInverseOf(arg, root)) : undefined
    return below !== undefined && args.some(arg => isGroup(arg) && arg.args.some(term => mentions(term, root, 3)))
  })

/** 1 / h is the power -1/2 of what h is the root of. */
const isInverseOf = ({ op, args }: Formula, root: Formula): boolean =>
  op === 'pow' && isNumber(args[1]!, -0.5) && args[0]!.key === root.args[0]!.key

const isGroup = (f: Formula): boolean => f.op === 'add' && !f.recognized && f.args.length <= mostTerms

const isChain = (node: Node): node is TSESTree.BinaryExpression =>
  node.type === 'BinaryExpression' && (node.operator === '+' || node.operator === '-')

/** The terms that a short chain adds. */
function added(chain: Node, deep = mostTerms): Node[] {
  const inner = seenThrough(chain)
  if (!isChain(inner)) return [inner]
  if (deep === 0) return []
  return inner.operator === '+'
    ? [...added(inner.left, deep - 1), ...added(inner.right, deep - 1)]
    : added(inner.left, deep - 1)
}
