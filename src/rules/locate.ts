/**
 * Where an expression holds a rule's line of mathematics: the first line that matches its formula, under its conditions,
 * with the smallest values for its variables, and the piece of source that it replaces.
 */
import { isAwayFromZero, predicates } from '../formula/predicates.ts'
import { anchorsOf, type Formula, type Operator, type Origin } from '../formula/formula.ts'
import type { Bindings, Match } from '../formula/match.ts'
import { isInOnePart, isTensorCall, lacking, losses } from '../fixes/tensors.ts'
import { smallestSum } from '../fixes/chain.ts'
import type { Finding } from '../fixes/finding.ts'
import { entrywise } from '../reading/axes.ts'
import { writtenIn } from '../reading/expressions.ts'
import type { Reading } from '../reading/index.ts'
import { isFunction, isWithin, type Node } from '../reading/syntax.ts'
import type { Rule, RuleRewrite } from './rule.ts'

export interface RuleFinding extends Finding {
  readonly rewrite: RuleRewrite
  /** The reading whose formulas these are. A finding of the trusting one is reported, and never fixed. */
  readonly reading: Reading
  /** Why nothing is tried to fix it. */
  readonly unfixable?: string
}

export interface Candidate {
  readonly rule: Rule
  readonly rewrite: RuleRewrite
}

/** The lines to try at a formula, by its operator, in the order in which they are to be tried. */
export type Candidates = ReadonlyMap<Operator, readonly Candidate[]>

/** Matches tried before the smallest is taken, so that y is found as y and not as 1 - (1 - y). */
const alternatives = 6

/** A sum of thousands of terms is looked at again in the next pass. */
const mostInOneSum = 16

/** `apart`: the formula is not that of the node, but is written in it in another way. */
export function findingsAt(
  node: Node,
  formula: Formula,
  candidates: Candidates,
  reading: Reading,
  apart = false,
): RuleFinding[] {
  if (reading.compensation.has(formula)) return []
  const found: RuleFinding[] = []
  let rest: Formula | undefined = formula
  while (rest && found.length < mostInOneSum) {
    const finding: RuleFinding | undefined = biggestFinding(node, rest, candidates, reading, apart)
    if (!finding) break
    found.push(finding)
    // A sum may hold the pattern more than once: exp(a) - 1 + exp(b) - 1.
    rest =
      finding.taken && finding.left.length > 1
        ? {
            ...(rest.op === 'add' ? reading.algebra.add(finding.left) : reading.algebra.mul(finding.left)),
            origin: rest.origin,
            domain: rest.domain,
          }
        : undefined
  }
  return found
}

/** More terms, or, of two lines that differ in nothing but a sign, the one that finds p as p and not as 1 - (1 - p). */
const takesMore = (a: Match, of: RuleRewrite, b: Match, than: RuleRewrite): boolean =>
  a.left.length < b.left.length ||
  (a.left.length === b.left.length && of.pattern.size === than.pattern.size && sizeOf(a) < sizeOf(b))

const sizeOf = ({ bindings }: Match): number =>
  [...bindings.values.values()].reduce((total, value) => total + value.size, 0)

/** Of the lines that match, the first of those that take most. */
function biggestFinding(
  node: Node,
  formula: Formula,
  candidates: Candidates,
  reading: Reading,
  apart: boolean,
): RuleFinding | undefined {
  // What stands within a call that only hands it on is reported there.
  if (formula.tensor && reading.tensors.isFrame(node)) return undefined
  // What a helper computes whatever its arguments are is reported in the helper.
  const helper = node.type === 'CallExpression' ? reading.functions.calledBy(node.callee) : undefined
  let best: { readonly finding: RuleFinding; readonly match: Match } | undefined
  for (const { rule, rewrite } of candidates.get(formula.op) ?? []) {
    if (best && (best.finding.rewrite.kind !== rewrite.kind || rewrite.lastDigit)) break
    if (!apart && formula.tensor && rewrite.result && mentions(rewrite.result, losses)) continue
    if (
      helper &&
      rewrite.pattern.op === helper.result.op &&
      bestMatch(rewrite, helper.result, undefined, helper.reading)
    )
      continue
    const match =
      bestMatch(rewrite, formula, node, reading) ??
      (formula.tensor && formula.domain ? bestMatch(rewrite, entrywise(formula), node, reading) : undefined)
    if (!match || (best && !takesMore(match, rewrite, best.match, best.finding.rewrite))) continue
    if (rewrite.lastDigit && isOutranked(formula, candidates, reading)) continue
    const placed = placeOf(node, formula, rewrite, match, reading, apart)
    if (!placed) continue
    const finding = { rule: rule.name, rewrite, reading, root: node, formula, bindings: match.bindings, ...placed }
    best = { finding, match }
  }
  return best?.finding
}

/** What is found in a formula that is in a string, or inside a function of a library: in the biggest part that holds any. */
export function findingsWritten(call: Node, candidates: Candidates, reading: Reading): readonly RuleFinding[] {
  const written = call.type === 'CallExpression' ? writtenIn(call, reading) : undefined
  if (!written) return []
  const { node, dialect, formulas, where } = written
  for (const formula of formulas) {
    const found = findingsAt(node, formula, candidates, reading, true)
    const reasonFor = ({ result }: RuleFinding): string =>
      (node === call ? undefined : lacking(result, dialect)) ?? where
    if (found.length > 0) return found.map(finding => ({ ...finding, unfixable: reasonFor(finding) }))
  }
  return []
}

/** How deep in what a helper computes a finding may be: the logarithm of -y * log(p). */
const deepestCalled = 3

/** What a helper makes of its arguments, and neither holds alone: `loss(softmax(z)[t])`, where loss is p => -Math.log(p). */
export function findingsCalled(
  call: Node,
  formula: Formula,
  candidates: Candidates,
  reading: Reading,
): readonly RuleFinding[] {
  if (call.type !== 'CallExpression' || !reading.trusting) return []
  const helper = reading.functions.calledBy(call.callee)
  if (!helper) return []
  const given = new Set(call.arguments.flatMap(argument => keysOf(reading.read(argument))))
  // Digits that an argument has lost are reported where it is computed. The logarithm of what has vanished is the helper's.
  const isMade = ({ pattern }: RuleRewrite): boolean =>
    undoes(pattern) && !hasShape(helper.result, pattern, helper.reading)
  let parts = formula.args
  for (let depth = 0; depth < deepestCalled && parts.length > 0; depth++) {
    parts = parts.filter(part => !given.has(part.key))
    for (const part of parts) {
      const found = findingsAt(call, part, candidates, reading, true).filter(({ rewrite }) => isMade(rewrite))
      if (found.length > 0)
        return found.map(finding => ({ ...finding, unfixable: 'a function that is called computes it' }))
    }
    parts = parts.flatMap(part => part.args)
  }
  return []
}

const exponentials: ReadonlySet<Operator> = new Set<Operator>(['exp', 'sigmoid', 'softmax', 'product'])

/** A logarithm of an exponential. */
const undoes = (f: Formula): boolean =>
  f.op === 'log' ? f.args.some(arg => mentions(arg, exponentials)) : f.args.some(undoes)

const keysOf = (f: Formula): readonly number[] => [f.key, ...f.args.flatMap(keysOf)]

/** Whether a pattern is somewhere in a formula, whatever is known of its quantities. */
const hasShape = (f: Formula, pattern: Formula, reading: Reading): boolean =>
  !reading.matcher.matches(pattern, f)[Symbol.iterator]().next().done ||
  f.args.some(arg => hasShape(arg, pattern, reading))

/** The loss that a finding in tensor code is a part of, in the same expression. */
export function lossAround({ node, reading }: RuleFinding, candidates: Candidates): RuleFinding | undefined {
  for (let at = node.parent; at && !at.type.endsWith('Statement') && !isFunction(at); at = at.parent) {
    if (at.type !== 'CallExpression') continue
    const formula = reading.read(at)
    if (!formula.tensor) continue
    for (const { rule, rewrite } of candidates.get(formula.op) ?? []) {
      if (!rewrite.result || !mentions(rewrite.result, losses)) continue
      const match = bestMatch(rewrite, formula, at, reading)
      const placed = match && placeOf(at, formula, rewrite, match, reading)
      if (placed)
        return negated({ rule: rule.name, rewrite, reading, root: at, formula, bindings: match.bindings, ...placed })
    }
  }
  return undefined
}

/** The minus before a loss that is the negative of a sum goes with it. */
function negated(loss: RuleFinding): RuleFinding {
  const { node, reading, formula, result } = loss
  const call = node.parent?.type === 'MemberExpression' ? node.parent.parent : node.parent
  if (loss.taken || call?.type !== 'CallExpression' || !result) return loss
  const outer = reading.read(call)
  const { algebra } = reading
  return outer.key === algebra.negate(formula).key
    ? { ...loss, node: call, root: call, formula: outer, result: algebra.negate(result) }
    : loss
}

const mentions = (f: Formula, operators: ReadonlySet<Operator>): boolean =>
  operators.has(f.op) || f.args.some(arg => mentions(arg, operators))

/** How far down a line about the last digit reaches: to the logarithm in floor(log(x) / LN10). */
const deepestPart = 2

/** Whether a part is in worse trouble than a last digit: log(1 + x) / LN10 is a log1p before it is a log10. */
const isOutranked = (formula: Formula, candidates: Candidates, reading: Reading, depth = deepestPart): boolean =>
  formula.args.some(
    part =>
      (candidates.get(part.op) ?? []).some(
        ({ rewrite }) => !rewrite.lastDigit && bestMatch(rewrite, part, undefined, reading),
      ) ||
      (depth > 0 && isOutranked(part, candidates, reading, depth - 1)),
  )

type Placed = Pick<RuleFinding, 'node' | 'taken' | 'left' | 'result'>

/** Where the pattern is and what it becomes, if it is in this expression and not in a name that stands for it. */
function placeOf(
  node: Node,
  formula: Formula,
  rewrite: RuleRewrite,
  { bindings, taken, left }: Match,
  reading: Reading,
  apart = false,
): Placed | undefined {
  const { algebra, matcher } = reading
  const result = rewrite.result && matcher.instantiate(rewrite.result, bindings)
  if (!taken || !rewrite.result || apart) return { node, taken, left, result }
  if (formula.tensor && isTensorCall(node, reading))
    return placeOfTensor(node, formula, result, { taken, left }, reading)
  const gone = formula.args.filter(arg => !left.includes(arg))
  const divided =
    [...left, ...gone].some(arg => anchorsOf(arg).length === 0) ||
    left.some(arg => anchorsOf(arg).some(anchor => taken.has(anchor)))
  // All of it came through one name: the place to report is where that name is defined.
  const [only] = taken
  const throughName =
    only !== node && gone.length > 1 && gone.every(arg => anchorsOf(arg).length === 1 && anchorsOf(arg)[0] === only)
  // 1 - d, where d is s - 1: of the two 1 it is the one of d that makes the pattern.
  const inName = formula.args.some(
    ({ anchors }) =>
      anchors?.length === 1 &&
      anchors[0] !== node &&
      gone.length > 1 &&
      gone.every(term =>
        formula.args.some(arg => arg.key === term.key && arg.anchors?.length === 1 && arg.anchors[0] === anchors[0]),
      ),
  )
  if (throughName || (inName && divided) || (divided && taken.size === 1 && left.length > 0)) return undefined
  // Of what a helper computes, some goes and some stays: its body would be written here.
  if (left.some(arg => anchorsOf(arg).some(anchor => taken.has(anchor) && isHelperCall(anchor as Node, reading))))
    return undefined
  // Of a part of a sum, what is left of it may be nothing, and yet the sum be more.
  if (left.length === 0 && formula.key === reading.read(node).key) return { node, taken: undefined, left, result }
  if (taken.size === 0 || ![...taken].every(place => isWithin(place as Node, node))) return undefined
  // A name that stands for terms that go and terms that stay: the whole is written anew.
  if (divided) {
    const parts = result && [...left, result]
    const whole = parts && (formula.op === 'add' ? algebra.add(parts) : algebra.mul(parts))
    return { node, taken: undefined, left: [], result: whole }
  }
  if (formula.op === 'mul') return { node, taken, left, result }
  const { node: sum, inverted } = smallestSum(node, taken)
  return { node: sum, taken, left, result: result && inverted ? algebra.negate(result) : result }
}

const isHelperCall = (node: Node, { functions }: Reading): boolean =>
  node.type === 'CallExpression' && functions.calledBy(node.callee) !== undefined

/** A chain of calls has no terms side by side: what is left over is written anew with the rest, at the smallest call. */
function placeOfTensor(
  node: Node,
  formula: Formula,
  result: Formula | undefined,
  { taken, left }: Pick<Match, 'left'> & { readonly taken: ReadonlySet<Origin> },
  { algebra }: Reading,
): Placed | undefined {
  const whole = { node, taken: undefined, left: [] }
  if (taken.size === 0 || isInOnePart(taken, node)) return undefined
  if (!result || left.length === 0) return { ...whole, result }
  return { ...whole, result: formula.op === 'add' ? algebra.add([result, ...left]) : algebra.mul([result, ...left]) }
}

/** At a node, what the conditions around it say counts too. */
function bestMatch(
  rewrite: RuleRewrite,
  formula: Formula,
  at: Node | undefined,
  { matcher, guards }: Reading,
): Match | undefined {
  let best: Match | undefined
  let smallest = Infinity
  let tried = 0
  const known = (f: Formula): Formula => (at ? guards.guarded(f, at, f === formula) : f)
  for (const match of matcher.matches(rewrite.pattern, formula)) {
    if (match.left.length === 0 && cancels(rewrite) && isAwayFromZero(known(formula))) continue
    if (holds(rewrite, match.bindings, matcher, known)) {
      const size = sizeOf(match)
      if (size < smallest) [best, smallest] = [match, size]
    }
    if (++tried >= alternatives) break
  }
  return best
}

function holds(
  { conditions }: RuleRewrite,
  bindings: Bindings,
  matcher: Reading['matcher'],
  known: (f: Formula) => Formula,
): boolean {
  return conditions.every(({ predicate, args, negated }) => {
    const built = args.map(arg => matcher.instantiate(arg, bindings))
    return (
      built.every(arg => arg !== undefined) && predicates[predicate]!(...(built as Formula[]).map(known)) !== negated
    )
  })
}

/** Its trouble is that a small result has lost its digits. */
const cancels = ({ conditions }: RuleRewrite): boolean =>
  conditions.some(({ predicate, negated }) => predicate === 'small' && !negated)
