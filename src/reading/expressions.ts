/**
 * Formulas that are no expressions of the language. In strings: `math.evaluate('log(1 + x)')`. Such a string is read with
 * the grammar of the rules, whose operators and precedence are mathjs's; what goes beyond it (statements, matrices, units,
 * implicit products) is not read at all. The names in it belong to a scope of their own, so its formula is looked at by
 * itself and never within another. And inside functions of a library, which take the logarithm of what they are given.
 */
import type { TSESTree } from '@typescript-eslint/utils'
import type { Dialect, Meaning } from '../dialects/tensors.ts'
import type { Formula } from '../formula/formula.ts'
import { printFormula } from '../formula/print.ts'
import { constants, parse, type Tree } from '../formula/notation.ts'
import type { Reading } from './index.ts'
import { libraryOf } from './libraries.ts'
import { arity, built, isOpen, reduces } from './meanings.ts'
import { isString, seenThrough, staticName, type Node } from './syntax.ts'

/** A place, and the formulas to look at there, the whole first. */
export interface Written {
  readonly node: Node
  readonly dialect: Dialect
  readonly formulas: readonly Formula[]
  /** Where that is, in words that say why it is not changed. */
  readonly where: string
}

/** What the names in a formula stand for. */
type Scope = (name: string) => Formula

/** Longer ones are data. */
const longest = 400

const operators: Readonly<Record<string, Meaning>> = {
  '+': 'add',
  '*': 'mul',
  '/': 'divide',
  '^': 'pow',
  '-': 'negate',
}

export const writtenIn = (call: TSESTree.CallExpression, reading: Reading): Written | undefined =>
  inString(call, reading) ?? insideOf(call, reading)

function inString(call: TSESTree.CallExpression, reading: Reading): Written | undefined {
  const found = reading.tensors.callOf(call)
  if (found?.meaning !== 'expression') return undefined
  const node = seenThrough(found.operands[0]!)
  const text = isString(node) ? staticName(node, true) : undefined
  const tree = text === undefined || text.length > longest ? undefined : parse(text)
  const scope: Scope = name => reading.algebra.symbol(name, `in the string at ${node.range[0]} ${name}`)
  const formulas: Formula[] = []
  const whole = tree && formulaOf(tree, found.dialect, reading, scope, formulas)
  return whole && { node, dialect: found.dialect, formulas: formulas.reverse(), where: 'it is written in a string' }
}

/** What a function of a library computes of its operands; its parts are the library's own. */
function insideOf(call: TSESTree.CallExpression, reading: Reading): Written | undefined {
  const denoted = reading.resolver.denoted(call.callee)
  const known = denoted && libraryOf(denoted)
  const text = known?.dialect.inside?.[known.path.join('.')]
  const [y, p, ...more] = call.arguments
  if (text === undefined || !y || !p || more.length > 0) return undefined
  const whole = formulaOf(parse(text)!, known!.dialect, reading, name => reading.read(name === 'y' ? y : p), [])
  const where = `\`${reading.textOf(call.callee)}\` computes it from probabilities`
  return whole && { node: call, dialect: known!.dialect, formulas: [whole], where }
}

/** The formula of a tree, whose parts are collected, the innermost first; none for lists and what is taken out of them. */
function formulaOf(
  tree: Tree,
  dialect: Dialect,
  reading: Reading,
  scope: Scope,
  parts: Formula[],
): Formula | undefined {
  const { algebra } = reading
  const { head } = tree
  if (tree.args.length === 0) {
    if (/^[0-9]/.test(head)) return algebra.number(Number(head))
    const constant = constants[head] ?? dialect.constants?.[head]
    return constant === undefined ? scope(head) : algebra.number(constant, head)
  }
  const args = tree.args.map(arg => formulaOf(arg, dialect, reading, scope, parts))
  if (!args.every(arg => arg !== undefined)) return undefined
  const meaning = operators[head] ?? (Object.hasOwn(dialect.functions, head) ? dialect.functions[head] : undefined)
  if (head === 'list' || head === 'index') return undefined
  const fits = meaning !== undefined && !isOpen(meaning) && !reduces(meaning)
  const whole = fits && (head === '+' || args.length === arity(meaning)) ? built(meaning, args, reading) : undefined
  // A quantity of its own: the same for the same arguments.
  if (!whole) return scope(`${head}(${args.map(printFormula).join(', ')})`)
  const named = reading.named(whole)
  parts.push(named)
  return named
}
