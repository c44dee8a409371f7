/**
 * The findings of one file, for all rules that are switched on together: the biggest formula wins, and a fix knows what
 * else it fixes inside. ESLint creates every rule before it visits anything, so by the end of the program all are known.
 *
 * A file is read twice. What is trouble is decided by the trusting reading, so that neither a logger between two lines
 * hides a softmax, nor doubt about it hides that it is shifted; what the certain reading finds as well can be fixed.
 */
import type { TSESLint } from '@typescript-eslint/utils'
import { predicates } from '../formula/facts.ts'
import { anchorsOf, type Formula, type Operator } from '../formula/formula.ts'
import { couldMatch, isInverse, type Bindings, type Match } from '../formula/match.ts'
import { fixOf, type FixOrReason, type Surroundings } from '../fixes/index.ts'
import { smallestSum } from '../fixes/chain.ts'
import type { Finding } from '../fixes/finding.ts'
import { readSettings, specifierFor, type Settings } from '../fixes/settings.ts'
import { isAccumulation, Reading, type Accumulation } from '../reading/index.ts'
import type { Project } from '../reading/modules.ts'
import { isWithin, seenThrough, type Node } from '../reading/syntax.ts'
import type { Rule, RuleRewrite } from './rule.ts'

export interface RuleFinding extends Finding {
  readonly rewrite: RuleRewrite
  /** The reading whose formulas these are. A finding of the trusting one is reported, and never fixed. */
  readonly reading: Reading
}

/** What ESLint says of the file that it lints. */
export interface FileContext {
  readonly sourceCode: TSESLint.SourceCode
  readonly settings: Readonly<Record<string, unknown>>
  readonly filename: string
  readonly cwd: string
  readonly languageOptions: Readonly<Record<string, unknown>>
}

/** What a file must have to be read: functions of `Math` or an alias of it, powers, sums and products, names. */
const ofMath =
  /\bMath(?:\s*\??\.\s*(?:log|exp|pow|sqrt|E\b)|\s*(?:\?\.)?\s*\[|\s*[);,\]}'"`!]|\s+(?:as|satisfies)\b)|=\s*[\w.]*\bMath\b(?!\s*\.)/
const clips = /\bMath\.(?:max|min)\b/
const tiny = /\b1e-\d|\beps/i
const powers = /[\w)\]]\s*\*\*=?\s*[\w(.+-]/
const sums = /\.reduce\(|\b(?:sum|mean)\w*\(/i
const products = /[\w\])] ?\* ?[\w(]/
const summedProducts = /[+]=[^\n;]*[\w\])] ?\* ?[\w(]|(?:sum|total|mean)\w{0,9}sq|second_?moment/i
const names = /(?:softmax|sigmoid|logsumexp|softplus|gamma|factorial|logistic|expit)\w*\s*[(),}]/i

/** A file without mathematics costs no more than these searches. */
const hasMathematics = (text: string): boolean =>
  (text.includes('Math') && (ofMath.test(text) || (clips.test(text) && tiny.test(text)))) ||
  powers.test(text) ||
  (sums.test(text) && products.test(text)) ||
  summedProducts.test(text) ||
  names.test(text)

/** Matches tried before the smallest is taken, so that y is found as y and not as 1 - (1 - y). */
const alternatives = 6

const analyses = new WeakMap<object, Analysis>()

export class Analysis {
  readonly #sourceCode: TSESLint.SourceCode
  readonly settings: Settings | string
  readonly #project: Project
  readonly #rules: Rule[] = []
  #findings: readonly RuleFinding[] | undefined
  #reading: Reading | undefined
  #certain: readonly RuleFinding[] = []
  #names: ReadonlySet<Operator> | undefined
  #byStart: readonly RuleFinding[] | undefined
  #widest: number | undefined
  /** The rule that speaks for the file where the settings are wrong. */
  #speaker: Rule | undefined

  static of({ sourceCode, settings, filename, cwd, languageOptions }: FileContext): Analysis {
    let analysis = analyses.get(sourceCode)
    if (!analysis) {
      const read = readSettings(settings)
      const local = typeof read === 'string' ? read : { ...read, runtime: specifierFor(read.runtime, filename, cwd) }
      analyses.set(sourceCode, (analysis = new Analysis(sourceCode, local, { filename, cwd, languageOptions })))
    }
    return analysis
  }

  /** The analysis of a file that has been linted. */
  static existing(sourceCode: object): Analysis | undefined {
    return analyses.get(sourceCode)
  }

  private constructor(sourceCode: TSESLint.SourceCode, settings: Settings | string, project: Project) {
    this.#sourceCode = sourceCode
    this.#project = project
    this.settings = settings
  }

  enable(rule: Rule): void {
    if (!this.#rules.includes(rule)) this.#rules.push(rule)
    this.#speaker ??= rule
  }

  /** What is wrong with the settings, said once a file. */
  complaint(rule: Rule): string | undefined {
    return typeof this.settings === 'string' && rule === this.#speaker ? this.settings : undefined
  }

  findings(): readonly RuleFinding[] {
    return (this.#findings ??= this.#found())
  }

  /** The trusting reading; none for a file without mathematics. */
  get reading(): Reading | undefined {
    if (typeof this.settings === 'string' || !hasMathematics(this.#sourceCode.text)) return undefined
    return (this.#reading ??= this.#read(this.settings, true))
  }

  #read({ runtime, followImports }: Settings, trusting: boolean): Reading {
    return new Reading(this.#sourceCode, runtime, trusting, followImports ? this.#project : undefined)
  }

  #found(): readonly RuleFinding[] {
    const { reading } = this
    const all = reading ? unlessTooDeep(() => this.#search(reading), []) : []
    if (all.length === 0) return all
    const certain = new Map<string, RuleFinding[]>()
    for (const finding of this.#certainAmong(all)) {
      const same = certain.get(identityOf(finding))
      if (same) same.push(finding)
      else certain.set(identityOf(finding), [finding])
    }
    const found = all.map(finding => certain.get(identityOf(finding))?.shift() ?? finding)
    this.#certain = found.filter(finding => !finding.reading.trusting)
    return found
  }

  /** What the certain reading finds where the trusting one has found something. */
  #certainAmong(all: readonly RuleFinding[]): readonly RuleFinding[] {
    const reading = this.#read(this.settings as Settings, false)
    const byOperator = this.#rewritesByOperator()
    return unlessTooDeep(
      () =>
        [...new Set(all.map(({ root }) => root))].flatMap(root => {
          reading.expressions(root)
          const formula = isAccumulation(root) ? reading.accumulated(root) : reading.read(root)
          const candidates = formula && byOperator.get(formula.op)
          return candidates ? findingsAt(root, formula, candidates, reading) : []
        }),
      [],
    )
  }

  fix(finding: RuleFinding): FixOrReason {
    if (finding.reading.trusting) return { reason: uncertain }
    const names = (this.#names ??= this.#collectNames())
    const surroundings: Surroundings = {
      reading: finding.reading,
      settings: this.settings as Settings,
      nested: node => this.#fixedWithin(node),
      isReplaced: (use, by) => this.#isReplaced(use, by),
      alsoNamed: names.size > mostImports ? names : new Set(),
    }
    return unlessTooDeep(() => fixOf(finding, surroundings), { reason: 'it is nested too deeply' })
  }

  /** A suggestion is a fix that a person must agree to: it does not take others along. */
  suggestion(finding: RuleFinding): FixOrReason {
    if (finding.reading.trusting) return { reason: uncertain }
    return fixOf(finding, {
      reading: finding.reading,
      settings: this.settings as Settings,
      nested: () => [],
      isReplaced: () => false,
      alsoNamed: new Set(),
    })
  }

  /** The finding with another replacement of its pattern. */
  instead(finding: RuleFinding, rewrite: RuleRewrite): RuleFinding {
    return {
      ...finding,
      rewrite,
      result: rewrite.result && finding.reading.matcher.instantiate(rewrite.result, finding.bindings),
    }
  }

  get #inOrder(): readonly RuleFinding[] {
    return (this.#byStart ??= [...this.#certain].sort(
      (a, b) => a.node.range[0] - b.node.range[0] || b.node.range[1] - a.node.range[1],
    ))
  }

  /** Whether a use stands in an expression that another fix replaces. */
  #isReplaced(use: Node, by: Finding): boolean {
    const all = this.#inOrder
    this.#widest ??= all.reduce((most, { node }) => Math.max(most, node.range[1] - node.range[0]), 0)
    for (
      let i = firstFrom(all, use.range[0] - this.#widest);
      i < all.length && all[i]!.node.range[0] <= use.range[0];
      i++
    ) {
      const other = all[i]!
      if (other !== by && other.rewrite.kind === 'fix' && isWithin(use, other.node)) return true
    }
    return false
  }

  #fixedWithin(node: Node): readonly RuleFinding[] {
    const all = this.#inOrder
    const [start, end] = node.range
    const found: RuleFinding[] = []
    for (let i = firstFrom(all, start); i < all.length && all[i]!.node.range[0] < end; i++) {
      const finding = all[i]!
      if (finding.rewrite.kind === 'fix' && isWithin(finding.node, node) && this.#isFixable(finding))
        found.push(finding)
    }
    return found
  }

  readonly #fixable = new Map<RuleFinding, boolean>()

  #isFixable(finding: RuleFinding): boolean {
    let fixable = this.#fixable.get(finding)
    if (fixable === undefined) {
      // Only an edit in its own place can be made along with another.
      const { fix } = this.suggestion(finding)
      fixable = fix !== undefined && fix.edits.filter(edit => edit.range[0] < edit.range[1]).length === 1
      this.#fixable.set(finding, fixable)
    }
    return fixable
  }

  #collectNames(): Set<Operator> {
    const names = new Set<Operator>()
    for (const { rewrite } of this.#certain)
      if (rewrite.result && rewrite.kind === 'fix') collectAtomics(rewrite.result, names)
    return names
  }

  #search(reading: Reading): readonly RuleFinding[] {
    const byOperator = this.#rewritesByOperator()
    const found: RuleFinding[] = []
    // Expressions come parents first: what a bigger formula has taken is no finding of its own.
    const taken: RuleFinding[] = []
    for (const node of reading.expressions()) {
      const formula = isAccumulation(node) ? reading.accumulated(node) : reading.read(node)
      if (!formula) continue
      const candidates = byOperator.get(formula.op)
      if (!candidates) continue
      while (taken.length > 0 && !isWithin(node, taken.at(-1)!.node)) taken.pop()
      if (taken.some(finding => isPartOf(node, finding))) continue
      const here = findingsAt(node, formula, candidates, reading)
      found.push(...here)
      taken.push(...here)
    }
    return withoutConsumed(found, reading)
  }

  #rewritesByOperator(): Map<Operator, Candidate[]> {
    const byOperator = new Map<Operator, Candidate[]>()
    for (const rule of this.#rules) {
      for (const rewrite of rule.lines) {
        const { op } = rewrite.pattern
        for (const at of isInverse(rewrite.pattern) ? [op, 'mul' as const] : [op])
          byOperator.set(at, [...(byOperator.get(at) ?? []), { rule, rewrite }])
      }
    }
    // What can be fixed first, and of that the biggest pattern: the first that matches wins.
    for (const candidates of byOperator.values())
      candidates.sort(
        (a, b) => rank[a.rewrite.kind] - rank[b.rewrite.kind] || weight(b.rewrite.pattern) - weight(a.rewrite.pattern),
      )
    return byOperator
  }
}

const uncertain = 'what lies between may change what it reads'

/** The place and the line of mathematics, by which the findings of two readings are told to be the same. */
const identityOf = ({ node, rewrite }: RuleFinding): string => `${node.range.join(' ')} ${rewrite.text}`

const rank = { fix: 0, suggestion: 1, report: 2 }

/** How much source a pattern stands for: a sigmoid is written with half a dozen operators. */
const weight = (p: Formula): number =>
  (writtenOut.has(p.op) ? 6 : 1) + p.args.reduce((sum, arg) => sum + weight(arg), 0)
const writtenOut: ReadonlySet<Operator> = new Set<Operator>(['sigmoid', 'softmax', 'gamma', 'factorial', 'logSumExp'])

/** A sum of thousands of terms is looked at again in the next pass. */
const mostInOneSum = 16

/** A file nested deeper than the engine's stack is left alone: it must not end everybody's run. */
function unlessTooDeep<T>(compute: () => T, otherwise: T): T {
  try {
    return compute()
  } catch (error) {
    if (error instanceof RangeError && /call stack/i.test(error.message)) return otherwise
    throw error
  }
}

/** ESLint makes ten passes; each fix that has to import takes one. */
const mostImports = 6

/** The first finding that starts at or behind a position: binary search. */
function firstFrom(findings: readonly RuleFinding[], start: number): number {
  let low = 0
  let high = findings.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (findings[middle]!.node.range[0] < start) low = middle + 1
    else high = middle
  }
  return low
}

interface Candidate {
  readonly rule: Rule
  readonly rewrite: RuleRewrite
}

function findingsAt(node: Node, formula: Formula, candidates: readonly Candidate[], reading: Reading): RuleFinding[] {
  const found: RuleFinding[] = []
  let rest: Formula | undefined = formula
  while (rest && found.length < mostInOneSum) {
    const finding: RuleFinding | undefined = firstFinding(node, rest, candidates, reading)
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

function firstFinding(
  node: Node,
  formula: Formula,
  candidates: readonly Candidate[],
  reading: Reading,
): RuleFinding | undefined {
  // What a helper computes whatever its arguments are is reported in the helper.
  const helper = node.type === 'CallExpression' ? reading.functions.calledBy(node.callee) : undefined
  for (const { rule, rewrite } of candidates) {
    if (rewrite.pattern.op === formula.op && !couldMatch(rewrite.pattern, formula)) continue
    if (helper && rewrite.pattern.op === helper.result.op && bestMatch(rewrite, helper.result, helper.reading)) continue
    const match = bestMatch(rewrite, formula, reading)
    if (!match) continue
    const placed = placeOf(node, formula, rewrite, match, reading)
    if (placed) return { rule: rule.name, rewrite, reading, root: node, formula, bindings: match.bindings, ...placed }
  }
  return undefined
}

type Placed = Pick<RuleFinding, 'node' | 'taken' | 'left' | 'negative' | 'result'>

/** Where the pattern is and what it becomes, if it is in this expression and not in a name that stands for it. */
function placeOf(
  node: Node,
  formula: Formula,
  rewrite: RuleRewrite,
  { bindings, taken, left, negative }: Match,
  reading: Reading,
): Placed | undefined {
  const { algebra, matcher } = reading
  const result = rewrite.result && matcher.instantiate(rewrite.result, bindings)
  if (!taken || !rewrite.result) return { node, taken, left, negative, result }
  const gone = formula.args.filter(arg => !left.includes(arg))
  const divided =
    [...left, ...gone].some(arg => anchorsOf(arg).length === 0) ||
    left.some(arg => anchorsOf(arg).some(anchor => taken.has(anchor)))
  // All of it came through one name: the place to report is where that name is defined.
  const [only] = taken
  const throughName =
    only !== node && gone.length > 1 && gone.every(arg => anchorsOf(arg).length === 1 && anchorsOf(arg)[0] === only)
  if (throughName || (divided && taken.size === 1 && left.length > 0)) return undefined
  // Of a part of a sum, what is left of it may be nothing, and yet the sum be more.
  if (left.length === 0 && formula.key === reading.read(node).key)
    return { node, taken: undefined, left, negative: false, result }
  if (taken.size === 0 || ![...taken].every(place => isWithin(place as Node, node))) return undefined
  // A name that stands for terms that go and terms that stay: the whole is written anew.
  if (divided) {
    const parts = result && [...left, result, ...(negative ? [algebra.number(-1)] : [])]
    const whole = parts && (formula.op === 'add' ? algebra.add(parts) : algebra.mul(parts))
    return { node, taken: undefined, left: [], negative: false, result: whole }
  }
  if (formula.op === 'mul') return { node, taken, left, negative, result }
  const { node: sum, inverted } = smallestSum(node, taken)
  return { node: sum, taken, left, negative, result: result && inverted ? algebra.negate(result) : result }
}

function bestMatch(rewrite: RuleRewrite, formula: Formula, { matcher }: Reading): Match | undefined {
  let best: Match | undefined
  let smallest = Infinity
  let tried = 0
  for (const match of matcher.matches(rewrite.pattern, formula)) {
    if (holds(rewrite, match.bindings, matcher)) {
      let size = 0
      for (const value of match.bindings.values.values()) size += value.size
      if (size < smallest) [best, smallest] = [match, size]
    }
    if (++tried >= alternatives) break
  }
  return best
}

const holds = (rewrite: RuleRewrite, bindings: Bindings, matcher: Reading['matcher']): boolean =>
  rewrite.conditions.every(({ predicate, args, negated }) => {
    const built = args.map(arg => matcher.instantiate(arg, bindings))
    return built.every(arg => arg !== undefined) && predicates[predicate]!(...(built as Formula[])) !== negated
  })

/** Whether an expression is within what a finding's pattern has matched, and not within what its variables stand for. */
function isPartOf(node: Node, finding: RuleFinding): boolean {
  if (!isWithin(node, finding.node)) return false
  return !capturedPlaces(finding).some(place => isWithin(node, place))
}

const captured = new WeakMap<RuleFinding, readonly Node[]>()

/** How many names a part of a formula may go through. */
const deepestNames = 12

/** The expressions that the variables of the pattern stand for, and the terms that were left over. */
function capturedPlaces(finding: RuleFinding): readonly Node[] {
  let places = captured.get(finding)
  if (!places) {
    const all: Node[] = []
    const visit = (f: Formula): void => {
      if (f.remainder || !f.origin) f.args.forEach(visit)
      if (f.origin && !f.remainder) all.push(f.origin as Node)
      for (const anchor of f.anchors ?? []) all.push(anchor as Node)
      if (f.lift) visit(f.lift.body)
    }
    for (const value of finding.bindings.values.values()) visit(value)
    finding.left.forEach(visit)
    places = all.filter(place => place !== finding.node)
    captured.set(finding, places)
  }
  return places
}

/** Drops what stands in the definition of a name that bigger findings use up. */
function withoutConsumed(found: readonly RuleFinding[], reading: Reading): readonly RuleFinding[] {
  if (found.length < 2) return found
  const byStart = [...found].sort((a, b) => a.node.range[0] - b.node.range[0])
  const widest = found.reduce((most, { node }) => Math.max(most, node.range[1] - node.range[0]), 0)
  const used = (node: Node): boolean => {
    for (
      let i = firstFrom(byStart, node.range[0] - widest);
      i < byStart.length && byStart[i]!.node.range[0] <= node.range[0];
      i++
    )
      if (isPartOf(node, byStart[i]!)) return true
    return false
  }
  // Through names of names: what a product is made of, that is a term of the sum that is used up.
  const consumed = (node: Node, depth: number): boolean => {
    let at: Node | undefined = node
    while (at && at.type !== 'VariableDeclarator' && !at.type.endsWith('Statement')) at = at.parent
    if (at?.type !== 'VariableDeclarator' || at.id.type !== 'Identifier' || depth > deepestNames) return false
    const variable = reading.sourceCode.getDeclaredVariables!(at as never)[0]
    const uses = variable?.references.filter(reference => !reference.init) ?? []
    return (
      uses.length > 0 &&
      uses.every(({ identifier }) => used(seenThrough(identifier)) || consumed(identifier, depth + 1))
    )
  }
  return found.filter(({ node }) => (isAccumulation(node) ? !isUsedUp(node, used, reading) : !consumed(node, 0)))
}

/** Whether what an assignment in a loop adds up is part of a bigger finding. */
function isUsedUp(assignment: Accumulation, used: (node: Node) => boolean, { resolver }: Reading): boolean {
  const left = assignment.type === 'CallExpression' ? undefined : seenThrough(assignment.left)
  const variable = left?.type === 'Identifier' ? resolver.variable(left) : undefined
  return variable?.references.some(use => !isWithin(use.identifier, assignment) && used(use.identifier)) ?? false
}

function collectAtomics(f: Formula, into: Set<Operator>): void {
  if (f.args.length > 0) into.add(f.op)
  f.args.forEach(arg => collectAtomics(arg, into))
}
