/**
 * Reads "log(1 + x) -> log1p(x)". The notation is that of formulas on paper, so that a rule can be checked by eye:
 *
 *   rewrite   := formula arrow formula? ("when" condition ("and" condition)*)?
 *   arrow     := "->" equal, better: a fix | "~>" a value changes on purpose: a suggestion
 *   condition := "not"? predicate "(" formula ("," formula)* ")"
 *   formula   := term (("+" | "-") term)*
 *   term      := factor (("*" | "/") factor)*
 *   factor    := "-" factor | power
 *   power     := entry ("^" factor)?
 *   entry     := atom ("[" formula "]")*
 *   atom      := number | constant | variable "..."? | operator "(" formula,* ")" | "[" formula,* "]" | "(" formula ")"
 *
 * `x...` stands for all the remaining terms of that form; `[a, b]` is a list. A name that is no operator and no
 * constant is a variable. An arrow with nothing behind it reports and has no replacement.
 */
import { Algebra } from './algebra.ts'
import { isOperator, isPair, isReduction, isVectorial, type Formula } from './formula.ts'

export interface Condition {
  readonly predicate: string
  readonly args: readonly Formula[]
  readonly negated: boolean
}

export interface Rewrite {
  readonly text: string
  readonly pattern: Formula
  readonly result: Formula | undefined
  readonly conditions: readonly Condition[]
  readonly kind: 'fix' | 'suggestion' | 'report'
}

// prettier-ignore
export const constants: Readonly<Record<string, number>> = {
  E: Math.E, PI: Math.PI, LN2: Math.LN2, LN10: Math.LN10, LOG2E: Math.LOG2E, LOG10E: Math.LOG10E, SQRT2: Math.SQRT2, Infinity,
}

const token = /\s*(->|~>|\.\.\.|[0-9]+(?:\.[0-9]+)?(?:e[+-]?[0-9]+)?|[A-Za-z_][A-Za-z0-9_]*|[-+*/^()[\],])/y

function tokenize(text: string): string[] {
  const tokens: string[] = []
  token.lastIndex = 0
  while (token.lastIndex < text.trimEnd().length) {
    const at = token.lastIndex
    const found = token.exec(text)
    if (!found) throw new Error(`Cannot read the notation "${text}" at "${text.slice(at)}".`)
    tokens.push(found[1]!)
  }
  return tokens
}

/** What the text says, before it is known which variables are vectors. */
export interface Tree {
  readonly head: string
  readonly args: readonly Tree[]
}

const leaf = (head: string): Tree => ({ head, args: [] })

class Parser {
  readonly #tokens: string[]
  #at = 0
  readonly #text: string

  constructor(text: string) {
    this.#text = text
    this.#tokens = tokenize(text)
  }

  get next(): string | undefined {
    return this.#tokens[this.#at]
  }

  take(expected?: string): string {
    const found = this.#tokens[this.#at++]
    if (found === undefined || (expected !== undefined && found !== expected))
      throw new Error(
        `Cannot read the notation "${this.#text}": expected ${expected ?? 'more'}, found ${found ?? 'the end'}.`,
      )
    return found
  }

  formula(): Tree {
    const terms = [this.#term()]
    while (this.next === '+' || this.next === '-') {
      const negative = this.take() === '-'
      terms.push(negative ? { head: '-', args: [this.#term()] } : this.#term())
    }
    return terms.length === 1 ? terms[0]! : { head: '+', args: terms }
  }

  list(close: string): Tree[] {
    const all: Tree[] = []
    while (this.next !== close) {
      all.push(this.formula())
      if (this.next === ',') this.take()
    }
    this.take(close)
    return all
  }

  #term(): Tree {
    let all = this.#factor()
    while (this.next === '*' || this.next === '/') all = { head: this.take(), args: [all, this.#factor()] }
    return all
  }

  #factor(): Tree {
    if (this.next === '-') {
      this.take()
      return { head: '-', args: [this.#factor()] }
    }
    const base = this.#entry()
    if (this.next !== '^') return base
    this.take()
    return { head: '^', args: [base, this.#factor()] }
  }

  #entry(): Tree {
    let all = this.#atom()
    while (this.next === '[') {
      this.take()
      all = { head: 'index', args: [all, this.formula()] }
      this.take(']')
    }
    return all
  }

  #atom(): Tree {
    const text = this.take()
    if (text === '(') {
      const inner = this.formula()
      this.take(')')
      return inner
    }
    if (text === '[') return { head: 'list', args: this.list(']') }
    if (this.next === '...') return leaf(text + this.take())
    if (this.next !== '(') return leaf(text)
    this.take()
    return { head: text, args: this.list(')') }
  }
}

/** What a formula in a string says; undefined for what is not of this grammar. */
export function parse(text: string): Tree | undefined {
  try {
    const parser = new Parser(text)
    const tree = parser.formula()
    return parser.next === undefined ? tree : undefined
  } catch {
    return undefined
  }
}

const reduces = (head: string): boolean => head === 'mean' || isReduction(head) || isVectorial(head)

/** Variables under a reduction, and those that have entries, stand for vectors, unless a condition says `scalar(c)` or `constant(c)`. */
function vectorNames(trees: readonly Tree[], scalars: ReadonlySet<string>): Set<string> {
  const names = new Set<string>()
  const visit = (tree: Tree, reduced: boolean): void => {
    if (tree.args.length === 0) {
      if (reduced && /^[a-z]/.test(tree.head) && !scalars.has(tree.head)) names.add(tree.head)
    } else if (tree.head !== 'list')
      tree.args.forEach((arg, at) =>
        visit(arg, reduced || reduces(tree.head) || (tree.head === 'index' && at === 0 && !isPair(arg.head))),
      )
  }
  trees.forEach(tree => visit(tree, false))
  return names
}

/** Reads formulas and rewrites in one algebra of their own. All the vectors of one rewrite have one domain. */
export class Notation {
  readonly algebra = new Algebra()
  readonly #domain = this.algebra.symbol('positions', 'domain')

  formula(text: string): Formula {
    const tree = new Parser(text).formula()
    return this.#build(tree, vectorNames([tree], new Set()), text)
  }

  rewrite(text: string): Rewrite {
    const [body, ...clauses] = text.split(/ when | and /)
    const parser = new Parser(body!)
    const pattern = parser.formula()
    const arrow = parser.take()
    const result = parser.next === undefined ? undefined : parser.formula()
    if (parser.next !== undefined || (arrow !== '->' && arrow !== '~>'))
      throw new Error(`Cannot read the notation "${text}": expected one arrow and nothing behind the result.`)
    const conditions = clauses.map(clause => this.#condition(clause))
    const scalars = new Set(
      conditions
        .filter(c => !c.negated && (c.predicate === 'scalar' || c.predicate === 'constant'))
        .flatMap(c => c.args.map(arg => arg.head)),
    )
    const vectors = vectorNames(result ? [pattern, result] : [pattern], scalars)
    const build = (tree: Tree): Formula => this.#build(tree, vectors, text)
    return {
      text,
      pattern: build(pattern),
      result: result && build(result),
      conditions: conditions.map(condition => ({ ...condition, args: condition.args.map(build) })),
      kind: result === undefined ? 'report' : arrow === '->' ? 'fix' : 'suggestion',
    }
  }

  #condition(text: string): { predicate: string; args: readonly Tree[]; negated: boolean } {
    const parser = new Parser(text)
    let predicate = parser.take()
    const negated = predicate === 'not'
    if (negated) predicate = parser.take()
    parser.take('(')
    return { predicate, args: parser.list(')'), negated }
  }

  #build(tree: Tree, vectors: ReadonlySet<string>, text: string): Formula {
    const algebra = this.algebra
    const { head } = tree
    if (tree.args.length === 0 && head !== 'list') {
      if (/^[0-9]/.test(head)) return algebra.number(Number(head))
      if (head in constants) return algebra.number(constants[head]!, head)
      const variable = algebra.symbol(head, head)
      return vectors.has(head) ? { ...variable, domain: this.#domain } : variable
    }
    const args = tree.args.map(arg => this.#build(arg, vectors, text))
    switch (head) {
      case '+':
        return algebra.add(args)
      case '-':
        return algebra.negate(args[0]!)
      case '*':
        return algebra.mul(args)
      case '/':
        return algebra.divide(args[0]!, args[1]!)
      case '^':
        return algebra.pow(args[0]!, args[1]!)
      case 'sqrt':
        return algebra.sqrt(args[0]!)
      case 'mean':
        return algebra.mean(args[0]!)
      case 'index':
        return algebra.index(args[0]!, args[1]!)
    }
    if (!isOperator(head)) throw new Error(`Cannot read the notation "${text}": no operator ${head}.`)
    return algebra.apply(head, args)
  }
}
