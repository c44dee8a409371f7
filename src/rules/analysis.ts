/**
 * The findings of one file, for all rules that are switched on together: the biggest formula wins, and a fix knows what
 * else it fixes inside. ESLint creates every rule before it visits anything, so by the end of the program all are known.
 *
 * A file is read twice. What is trouble is decided by the trusting reading, so that neither a logger between two lines
 * hides a softmax, nor doubt about it hides that it is shifted; what the certain reading finds as well can be fixed. Only
 * for formulas of two arrays there is a third, which takes these to be of one length: what it finds is suggested.
 */
import type { TSESLint } from '@typescript-eslint/utils'
import { isOfTwo, type Formula, type Operator } from '../formula/formula.ts'
import { isInverse } from '../formula/match.ts'
import { fixOf, type FixOrReason, type Surroundings } from '../fixes/index.ts'
import type { Finding } from '../fixes/finding.ts'
import { readSettings, specifierFor, type Settings } from '../fixes/settings.ts'
import { isAccumulation, Reading, type Trust } from '../reading/index.ts'
import type { Project } from '../reading/modules.ts'
import { isWithin, type Node } from '../reading/syntax.ts'
import {
  findingsAt,
  findingsCalled,
  findingsWritten,
  lossAround,
  type Candidate,
  type Candidates,
  type RuleFinding,
} from './locate.ts'
import { isMinifiedApplication, leftAlone } from './minified.ts'
import { firstFrom, isPartOf, withoutConsumed } from './overlaps.ts'
import { mathematicalCode } from './prefilter.ts'
import { worthReading } from './regions.ts'
import type { Rule, RuleRewrite } from './rule.ts'
import { warn } from './warning.ts'

/** What ESLint says of the file that it lints. */
export interface FileContext {
  readonly sourceCode: TSESLint.SourceCode
  readonly settings: Readonly<Record<string, unknown>>
  readonly filename: string
  readonly cwd: string
  readonly languageOptions: Readonly<Record<string, unknown>>
}

const analyses = new WeakMap<object, Analysis>()

export class Analysis {
  readonly #sourceCode: TSESLint.SourceCode
  readonly #code: string | undefined
  readonly settings: Settings | string
  readonly #project: Project
  readonly #rules: Rule[] = []
  #findings: readonly RuleFinding[] | undefined
  #reading: Reading | undefined
  #lengths: Reading | undefined
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
    this.#code = codeIn(sourceCode, project)
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
    if (typeof this.settings === 'string' || this.#code === undefined) return undefined
    return (this.#reading ??= this.#read(this.settings, 'all'))
  }

  #read({ runtime, followImports }: Settings, trust: Trust): Reading {
    return new Reading(this.#sourceCode, runtime, trust, followImports ? this.#project : undefined)
  }

  #found(): readonly RuleFinding[] {
    const { reading } = this
    const all = reading ? unlessTooDeep(() => this.#search(reading), []) : []
    if (all.length === 0) return all
    const certain = new Map<string, RuleFinding[]>()
    for (const finding of this.#foundAgain(all, this.#read(this.settings as Settings, 'none'))) {
      const same = certain.get(identityOf(finding))
      if (same) same.push(finding)
      else certain.set(identityOf(finding), [finding])
    }
    const found = all.map(finding => certain.get(identityOf(finding))?.shift() ?? finding)
    this.#certain = found.filter(finding => !finding.reading.trusting)
    return found
  }

  /** What another reading finds where the trusting one has found something. */
  #foundAgain(all: readonly RuleFinding[], reading: Reading): readonly RuleFinding[] {
    const byOperator = candidatesOf(this.#rules)
    return unlessTooDeep(
      () =>
        [...new Set(all.map(({ root }) => root))].flatMap(root => {
          reading.expressions(root)
          const formula = isAccumulation(root) ? reading.accumulated(root) : reading.read(root)
          return formula ? findingsAt(root, formula, byOperator, reading) : []
        }),
      [],
    )
  }

  fix(finding: RuleFinding): FixOrReason {
    if (finding.unfixable !== undefined) return { reason: finding.unfixable }
    const found: FixOrReason = finding.reading.trusting ? { reason: uncertain } : this.#certainFix(finding)
    return found.fix || !isAboutTwo(finding) ? found : (this.#ofOneLength(finding) ?? found)
  }

  #certainFix(finding: RuleFinding): FixOrReason {
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

  /** A fix for the case that two arrays are of one length, which a person must know. */
  #ofOneLength(finding: RuleFinding): FixOrReason | undefined {
    this.#lengths ??= this.#read(this.settings as Settings, 'lengths')
    const same = this.#foundAgain([finding], this.#lengths).find(other => identityOf(other) === identityOf(finding))
    const { fix } = same ? this.suggestion(same) : {}
    return fix && { fix: { ...fix, caution: sameLength } }
  }

  /** A suggestion is a fix that a person must agree to: it does not take others along. */
  suggestion(finding: RuleFinding): FixOrReason {
    if (finding.unfixable !== undefined) return { reason: finding.unfixable }
    if (finding.reading.trusting) return { reason: uncertain }
    return fixOf(finding, {
      reading: finding.reading,
      settings: this.settings as Settings,
      nested: () => [],
      isReplaced: () => false,
      alsoNamed: new Set(),
    })
  }

  /** The library's own call in the place of the whole loss that a finding in tensor code is a part of. */
  wholeLoss(finding: RuleFinding): FixOrReason {
    const loss = finding.formula.tensor && lossAround(finding, candidatesOf(this.#rules))
    return loss ? this.suggestion(loss) : { reason: 'it is no part of a loss' }
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
      fixable =
        fix !== undefined &&
        fix.caution === undefined &&
        fix.edits.filter(edit => edit.range[0] < edit.range[1]).length === 1
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
    const byOperator = candidatesOf(this.#rules)
    const found: RuleFinding[] = []
    // Expressions come parents first: what a bigger formula has taken is no finding of its own.
    const taken: RuleFinding[] = []
    for (const node of reading.expressions(undefined, worthReading(this.#sourceCode, this.#code!))) {
      found.push(...findingsWritten(node, byOperator, reading))
      const formula = isAccumulation(node) ? reading.accumulated(node) : reading.read(node)
      if (!formula) continue
      while (taken.length > 0 && !isWithin(node, taken.at(-1)!.node)) taken.pop()
      if (taken.some(finding => isPartOf(node, finding))) continue
      const own = byOperator.has(formula.op) ? findingsAt(node, formula, byOperator, reading) : []
      const here = own.length > 0 ? own : findingsCalled(node, formula, byOperator, reading)
      found.push(...here)
      taken.push(...here)
    }
    return withoutConsumed(found, reading)
  }
}

/** Its code, if it is to be read. */
function codeIn(sourceCode: TSESLint.SourceCode, { filename }: Project): string | undefined {
  const { text, lines } = sourceCode
  if (!isMinifiedApplication(text, lines)) return mathematicalCode(sourceCode)
  warn(leftAlone(filename, text))
  return undefined
}

const uncertain = 'what lies between may change what it reads'

const sameLength = 'takes the arrays to be as long as each other'

/** Its replacement takes two arrays. */
const isAboutTwo = ({ result }: RuleFinding): boolean => result !== undefined && mentionsTwo(result)
const mentionsTwo = (f: Formula): boolean => isOfTwo(f.op) || f.args.some(mentionsTwo)

/** The place and the line of mathematics, by which the findings of two readings are told to be the same. */
const identityOf = ({ node, rewrite }: RuleFinding): string => `${node.range.join(' ')} ${rewrite.text}`

/** The lines of some rules by the operator of their patterns. The same rules are on for nearly all files of a run. */
function candidatesOf(rules: readonly Rule[]): Candidates {
  const same = latest.rules.length === rules.length && latest.rules.every((rule, at) => rule === rules[at])
  if (!same) latest = { rules: [...rules], candidates: sorted(rules) }
  return latest.candidates
}
let latest: { readonly rules: readonly Rule[]; readonly candidates: Candidates } = { rules: [], candidates: new Map() }

function sorted(rules: readonly Rule[]): Candidates {
  const byOperator = new Map<Operator, Candidate[]>()
  for (const rule of rules) {
    for (const rewrite of rule.lines) {
      const { op } = rewrite.pattern
      for (const at of isInverse(rewrite.pattern) ? [op, 'mul' as const] : [op])
        byOperator.set(at, [...(byOperator.get(at) ?? []), { rule, rewrite }])
    }
  }
  // What can be fixed first, and of that the biggest pattern, with the fewest variables: the first that matches wins.
  // What is only about a last digit waits for all the others.
  for (const candidates of byOperator.values())
    candidates.sort(
      ({ rewrite: a }, { rewrite: b }) =>
        rankOf(a) - rankOf(b) ||
        weight(b.pattern) - weight(a.pattern) ||
        variablesOf(a.pattern).size - variablesOf(b.pattern).size,
    )
  return byOperator
}

const ranks = { fix: 0, suggestion: 1, report: 2 }
const rankOf = ({ kind, lastDigit }: RuleRewrite): number => (lastDigit ? ranks.report + 1 : ranks[kind])

const variablesOf = (p: Formula): ReadonlySet<string> =>
  new Set(p.op === 'symbol' ? [p.name!] : p.args.flatMap(arg => [...variablesOf(arg)]))

/** How much source a pattern stands for: a sigmoid is written with half a dozen operators. */
const weight = (p: Formula): number =>
  (writtenOut.has(p.op) ? 6 : 1) + p.args.reduce((sum, arg) => sum + weight(arg), 0)
const writtenOut: ReadonlySet<Operator> = new Set<Operator>(['sigmoid', 'softmax', 'gamma', 'factorial', 'logSumExp'])

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

function collectAtomics(f: Formula, into: Set<Operator>): void {
  if (f.args.length > 0) into.add(f.op)
  f.args.forEach(arg => collectAtomics(arg, into))
}
