/**
 * Source becomes formulas here. Each kind of syntax is read by one file beside this one; what none of them knows is an
 * opaque symbol. One reading serves all rules: it is made once a file and kept by its `SourceCode`.
 */
import type { TSESLint } from '@typescript-eslint/utils'
import { Algebra, type Formula, type Notes } from '../formula/formula.ts'
import { Matcher } from '../formula/match.ts'
import { recognize } from '../formula/recognitions.ts'
import { readArrayMethod, readLength, readSpreadExtreme } from './arrays.ts'
import { readIdentifier, readMember } from './bindings.ts'
import { operatorOf, readCall } from './calls.ts'
import { Effects } from './effects.ts'
import { Functions } from './functions.ts'
import { readBinary, readConditional, readLiteral, readLogical, readUnary } from './operators.ts'
import { Resolver } from './resolve.ts'
import { descendants, isTransparent, seenThrough, type Node } from './syntax.ts'

/** A part that is read differently from an expression of its own: how deep a chain of names and helpers may go. */
const deepestReading = 400

/** The place that a symbol varies with: its definition, or the expression itself. */
interface Home {
  readonly node: Node
  /** It has the same value whenever it is read. */
  readonly constant: boolean
}

type Read = (node: never, reading: Reading) => Formula | undefined

const readers: Readonly<Record<string, readonly Read[]>> = {
  Literal: [readLiteral],
  Identifier: [readIdentifier],
  MemberExpression: [readLength, readMember],
  UnaryExpression: [readUnary],
  BinaryExpression: [readBinary],
  LogicalExpression: [readLogical],
  ConditionalExpression: [readConditional],
  CallExpression: [readSpreadExtreme, readCall, readArrayMethod],
}

export class Reading {
  readonly sourceCode: TSESLint.SourceCode
  readonly algebra = new Algebra()
  readonly matcher = new Matcher(this.algebra)
  readonly resolver: Resolver
  readonly effects: Effects
  readonly functions: Functions
  /** The module whose exports are the atomics themselves. */
  readonly runtime: string
  readonly #formulas = new Map<Node, Formula>()
  readonly #homes = new Map<number, Home>()
  readonly #inProgress = new Set<Node>()

  constructor(sourceCode: TSESLint.SourceCode, runtime: string) {
    this.sourceCode = sourceCode
    this.runtime = runtime
    this.resolver = new Resolver(sourceCode.scopeManager!)
    this.effects = new Effects(
      this.resolver,
      sourceCode.visitorKeys,
      denoted => operatorOf(denoted, this) !== undefined,
    )
    this.functions = new Functions(this)
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
    for (const read of readers[node.type] ?? []) {
      const formula = read(node as never, this)
      if (!formula) continue
      return { ...this.named(formula), origin: node, anchors: undefined }
    }
    return this.opaque(node)
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

  /** The entries of an array-valued expression, as they are when it is evaluated. */
  vector(node: Node): Formula {
    const formula = this.read(node)
    if (formula.domain) return formula
    const inner = seenThrough(node)
    const variable = inner.type === 'Identifier' ? this.resolver.variable(inner) : undefined
    const epoch = variable && this.effects.isFrozen(variable) ? 'frozen' : this.effects.memoryEpoch(node)
    return this.algebra.elements(formula, epoch, { origin: node })
  }

  /** Short and on one line, for messages. */
  textOf(node: Node): string {
    const text = this.sourceCode.text
      .slice(node.range[0], Math.min(node.range[1], node.range[0] + 200))
      .replace(/\s+/g, ' ')
    return text.length > 40 ? `${text.slice(0, 39)}…` : text
  }

  /** All expressions of the file, parents first. Reads the innermost first, so that no nesting is too deep. */
  expressions(): readonly Node[] {
    const all: Node[] = []
    for (const node of descendants(this.sourceCode.ast as Node, this.sourceCode.visitorKeys))
      if (readers[node.type] && node.type !== 'Identifier' && node.type !== 'Literal' && !isInnerTerm(node))
        all.push(node)
    for (let i = all.length - 1; i >= 0; i--) this.read(all[i]!)
    return all
  }
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
