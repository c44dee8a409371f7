/**
 * Source becomes formulas here. Each kind of syntax is read by one file beside this one; what none of them knows is an
 * opaque symbol. One reading serves all rules: it is made once a file and kept by its `SourceCode`.
 */
import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { Algebra } from '../formula/algebra.ts'
import { standIn, type Formula, type Notes } from '../formula/formula.ts'
import { isTallyName } from '../formula/quantities.ts'
import { Matcher } from '../formula/match.ts'
import { recognize } from '../formula/recognitions.ts'
import { readArray, readArrayMethod, readLength, readSpreadExtreme } from './arrays.ts'
import { readIdentifier, readMember, readThis } from './bindings.ts'
import { operatorOf, readCall } from './calls.ts'
import { Compensation } from './compensation.ts'
import { Containers } from './containers.ts'
import { Effects } from './effects.ts'
import { Epochs } from './epochs.ts'
import { Fields } from './fields.ts'
import { Flow, type Place } from './flow.ts'
import { Functions } from './functions.ts'
import { readGetter } from './getters.ts'
import { Guards } from './guards.ts'
import { readBinary, readConditional, readLiteral, readLogical, readUnary } from './operators.ts'
import { Ownership } from './ownership.ts'
import { contents, EntryPlace } from './entries.ts'
import { readAssignment, VariablePlace } from './places.ts'
import { exported, type Export, type ParsedFile, type Project } from './modules.ts'
import { Tensors } from './tensors.ts'
import { Resolver, type Denoted, type Variable } from './resolve.ts'
import {
  descendants,
  enclosingFunction,
  isLoop,
  isTransparent,
  memberName,
  seenThrough,
  type FunctionNode,
  type Node,
} from './syntax.ts'
import { Types } from './types.ts'

/** A part that is read differently from an expression of its own: how deep a chain of names and helpers may go. */
const deepestReading = 400

/** The place that a symbol varies with: its definition, or the expression itself. */
export interface Home {
  readonly node: Node
  /** It has the same value whenever it is read. */
  readonly constant: boolean
  /** The loop in which it changes, if that is not where it is defined. */
  readonly loop?: Node | undefined
  /** The `this.name` that it is. */
  readonly field?: TSESTree.MemberExpression | undefined
}

const readingsOfFiles = new WeakMap<object, Map<string, Reading>>()

type Read = (node: never, reading: Reading) => Formula | undefined

const readTensor: Read = (node: TSESTree.CallExpression, reading) => reading.tensors.read(node)
const readTensorUse: Read = (node: TSESTree.MemberExpression, reading) => reading.tensors.readUse(node)
const readNewTensor: Read = (node: TSESTree.NewExpression, reading) => reading.tensors.readNew(node)

const readers: Readonly<Record<string, readonly Read[]>> = {
  Literal: [readLiteral],
  ThisExpression: [readThis],
  AssignmentExpression: [readAssignment],
  Identifier: [readIdentifier],
  ArrayExpression: [readArray],
  MemberExpression: [readTensorUse, readLength, readMember],
  UnaryExpression: [readUnary],
  BinaryExpression: [readBinary],
  LogicalExpression: [readLogical],
  ConditionalExpression: [readConditional],
  CallExpression: [readSpreadExtreme, readTensor, readCall, readArrayMethod, readGetter],
  NewExpression: [readNewTensor],
}

/** What is taken for granted: what is nearly always so, see epochs.ts; that arrays read together are of one length; nothing. */
export type Trust = 'all' | 'lengths' | 'none'

export class Reading {
  readonly sourceCode: TSESLint.SourceCode
  readonly trust: Trust
  readonly algebra: Algebra
  readonly matcher: Matcher
  readonly resolver: Resolver
  readonly effects: Effects
  readonly ownership: Ownership
  readonly epochs: Epochs
  readonly compensation: Compensation
  readonly functions: Functions
  readonly flow: Flow
  readonly guards = new Guards(this)
  readonly fields = new Fields(this)
  readonly tensors = new Tensors(this)
  readonly containers = new Containers(this)
  /** The module whose exports are the atomics themselves. */
  readonly runtime: string
  readonly #formulas = new Map<Node, Formula>()
  readonly #homes = new Map<number, Home>()
  readonly #types: Types
  readonly #inProgress = new Set<Node>()
  readonly #places = new Map<Variable, Place | undefined>()

  /** Where other files of the project are; undefined if imports are not to be followed. */
  readonly #project: Project | undefined

  constructor(sourceCode: TSESLint.SourceCode, runtime: string, trust: Trust = 'none', project?: Project) {
    this.sourceCode = sourceCode
    this.#project = project
    this.#types = new Types(sourceCode)
    this.runtime = runtime
    this.trust = trust
    this.algebra = new Algebra(trust !== 'none')
    this.matcher = new Matcher(this.algebra)
    this.compensation = new Compensation(this.algebra)
    this.resolver = new Resolver(sourceCode.scopeManager!, sourceCode.ast as Node, sourceCode.visitorKeys)
    this.effects = new Effects(
      this.resolver,
      sourceCode.visitorKeys,
      denoted => operatorOf(denoted, this) !== undefined,
      denoted => this.#isPureImport(denoted),
      call => this.tensors.isPure(call),
    )
    this.ownership = new Ownership(this.resolver, this.effects)
    this.epochs = new Epochs(this.resolver, this.effects, this.ownership, this.trusting)
    this.functions = new Functions(this)
    this.flow = new Flow(this)
  }

  get trusting(): boolean {
    return this.trust === 'all'
  }

  /** The formula of an expression. */
  read(node: Node): Formula {
    const known = this.#formulas.get(node)
    if (known) return known
    // A name that is defined by itself, or a chain too long to follow.
    if (this.#inProgress.has(node) || this.#inProgress.size > deepestReading) return this.opaque(node)
    this.#inProgress.add(node)
    const formula = this.#read(node)
    this.#inProgress.delete(node)
    this.#formulas.set(node, formula)
    return formula
  }

  #read(node: Node): Formula {
    if (isTransparent(node)) return { ...this.read(seenThrough(node)), origin: node }
    if (this.#types.forbid(node)) return this.guards.guarded(this.opaque(node), node)
    for (const read of readers[node.type] ?? []) {
      const formula = read(node as never, this)
      if (!formula) continue
      this.compensation.note(formula)
      return this.guards.guarded({ ...this.named(formula), origin: node, anchors: undefined }, node)
    }
    return this.guards.guarded(this.opaque(node), node)
  }

  /** What an operator of the language is applied to: a tensor is no number, unless all of it was reduced to one. */
  number(node: Node): Formula {
    const formula = this.read(node)
    if (!formula.tensor || formula.tensor.dropped === 'all' || formula.tensor.isNumber) return formula
    return standIn(formula, this.textOf(node), { origin: node, known: formula.known })
  }

  /** The formula with the name that the field has for it, if there is one. */
  named(formula: Formula): Formula {
    return recognize(formula, this.algebra, this.matcher)
  }

  /** A quantity of which nothing is known, and that equals no other. */
  opaque(node: Node, known: Notes['known'] = undefined): Formula {
    return this.settled(this.algebra.unique(this.textOf(node), { origin: node, ...(known && { known }) }), {
      node,
      constant: false,
    })
  }

  /** Remembers where a symbol belongs, so that it is not mistaken for a constant of the code around. */
  settled(symbol: Formula, home: Home): Formula {
    this.#homes.set(symbol.key, home)
    return symbol
  }

  /** Whether all the symbols of a formula satisfy a test. */
  everySymbol(f: Formula, test: (symbol: Formula, home: Home | undefined) => boolean): boolean {
    const seen = new Set<Formula>()
    const visit = (part: Formula): boolean => {
      if (seen.has(part)) return true
      seen.add(part)
      return part.op === 'symbol' ? test(part, this.#homes.get(part.key)) : part.args.every(visit)
    }
    return visit(f)
  }

  home(symbol: Formula): Home | undefined {
    return this.#homes.get(symbol.key)
  }

  /** The function of another file that a name denotes. */
  imported(denoted: Denoted): Export | undefined {
    if (!this.#project || denoted.kind !== 'module' || denoted.path.length > 1) return undefined
    return exported(this.#project.filename, denoted.source, denoted.path[0] ?? 'default', this.#project)
  }

  #isPureImport(denoted: Denoted): boolean {
    const found = this.imported(denoted)
    return found !== undefined && this.ofFile(found.file).effects.isPure(found.fn)
  }

  /** The reading of another file: one for all that import it. */
  ofFile({ path, sourceCode }: ParsedFile): Reading {
    const key = `${this.trust} ${this.runtime}`
    let readings = readingsOfFiles.get(sourceCode)
    if (!readings) readingsOfFiles.set(sourceCode, (readings = new Map()))
    let reading = readings.get(key)
    if (!reading) {
      reading = new Reading(sourceCode, this.runtime, this.trust, { ...this.#project!, filename: path })
      readings.set(key, reading)
    }
    return reading
  }

  /** A function whose result says all that a call of it does. */
  isKnown(fn: FunctionNode): boolean {
    return this.trusting ? !fn.async && !fn.generator : this.effects.isPure(fn)
  }

  /** The place of a variable, if its values can be followed. */
  place(variable: Variable): Place | undefined {
    if (!this.#places.has(variable)) this.#places.set(variable, VariablePlace.of(variable, this))
    return this.#places.get(variable)
  }

  /** The entries of an array-valued expression, as they are when it is evaluated. */
  vector(node: Node): Formula {
    const formula = this.read(node)
    if (formula.domain) return formula
    const inner = seenThrough(node)
    const made = contents(inner, node, this)
    if (made) return { ...made, origin: node }
    const variable = inner.type === 'Identifier' ? this.resolver.variable(inner) : undefined
    const epoch = variable && this.ownership.isFrozen(variable) ? 'frozen' : this.epochs.memoryEpoch(node, node, true)
    const known = formula.name !== undefined && isTallyName(formula.name) ? { known: { low: 0, grid: 1 } } : {}
    return this.algebra.elements(formula, epoch, { origin: node, ...known })
  }

  /** What an expression stands for when it is handed on: of an array that loops have filled, its entries. */
  value(node: Node): Formula {
    const formula = this.read(node)
    return formula.op === 'symbol' ? (contents(seenThrough(node), node, this) ?? formula) : formula
  }

  /** Short and on one line, for messages. */
  textOf(node: Node): string {
    const text = this.sourceCode.text
      .slice(node.range[0], Math.min(node.range[1], node.range[0] + 200))
      .replace(/\s+/g, ' ')
    return text.length > 40 ? `${text.slice(0, 39)}…` : text
  }

  /** What an assignment in a loop adds up to, or the array that it fills, when the loop is done. */
  accumulated(node: Accumulation): Formula | undefined {
    const left = seenThrough(node.type === 'CallExpression' ? (node.callee as TSESTree.MemberExpression) : node.left)
    for (let loop: Node | undefined = node.parent; loop && loop !== enclosingFunction(node); loop = loop.parent) {
      const trip = isLoop(loop) ? this.flow.trips.of(loop) : undefined
      if (!trip) continue
      const variable = left.type === 'Identifier' ? this.resolver.variable(left) : undefined
      if (variable) return this.flow.loops.collected(trip, node, this.place(variable))
      if (left.type !== 'MemberExpression' || (!left.computed && node.type !== 'CallExpression')) return undefined
      const entry = EntryPlace.of(left.object, this.algebra.positions(trip.domain), this)
      const vector = entry?.vectorOf(node, trip)
      return vector && { ...vector, origin: node }
    }
    return undefined
  }

  /** All formulas of the file, or of a part of it, parents first. Reads the innermost first, so that no nesting is too deep. */
  expressions(
    within: Node = this.sourceCode.ast as Node,
    isRead: (node: Node) => boolean = () => true,
  ): readonly Node[] {
    const all: Node[] = []
    for (const node of descendants(within, this.sourceCode.visitorKeys, isRead))
      if (isAccumulation(node) || (isMathematical(node) && !isInnerTerm(node))) all.push(node)
    for (let i = all.length - 1; i >= 0; i--) this.read(all[i]!)
    return all
  }
}

/** What can be a formula of its own; names, members, lists and comparisons are read as parts of others. */
function isMathematical(node: Node): boolean {
  switch (node.type) {
    case 'CallExpression':
    case 'ConditionalExpression':
      return true
    case 'BinaryExpression':
    case 'UnaryExpression':
      return arithmetic.has(node.operator)
    default:
      return false
  }
}

const arithmetic = new Set(['+', '-', '*', '/', '**'])

/** `sum += …`, `out[i] = …`, `out.push(…)` as statements. */
export type Accumulation = TSESTree.AssignmentExpression | TSESTree.CallExpression
export function isAccumulation(node: Node): node is Accumulation {
  if (node.parent?.type !== 'ExpressionStatement') return false
  if (node.type === 'AssignmentExpression') return true
  return node.type === 'CallExpression' && node.callee.type === 'MemberExpression' && memberName(node.callee) === 'push'
}

const additive = new Set(['+', '-'])
const multiplicative = new Set(['*', '/'])

/** A term of a longer sum or product, which is read as a whole: reading each prefix would be quadratic. */
function isInnerTerm(node: Node): boolean {
  const parent = node.parent
  if (node.type !== 'BinaryExpression' || parent?.type !== 'BinaryExpression') return false
  return (
    (additive.has(node.operator) && additive.has(parent.operator)) ||
    (multiplicative.has(node.operator) && multiplicative.has(parent.operator))
  )
}
