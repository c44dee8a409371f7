/**
 * Formulas in strings: `math.evaluate('log(1 + x)')`. Such a string is read with the grammar of the rules, whose operators
 * and precedence are mathjs's; what goes beyond it (statements, matrices, units, implicit products) is not read at all.
 * The names in it belong to a scope of their own, so its formula is looked at by itself and never within another.
 */
import type { TSESTree } from '@typescript-eslint/utils'
import type { Dialect, Meaning } from '../dialects/tensors.ts'
import type { Formula } from '../formula/formula.ts'
import { constants, parse, type Tree } from '../formula/notation.ts'
import type { Reading } from './index.ts'
import { arity, built, isOpen, reduces } from './meanings.ts'
import { isString, seenThrough, staticName, type Node } from './syntax.ts'

/** A string, and the formulas that it holds, the whole first. */
export interface Written {
  readonly node: Node
  readonly dialect: Dialect
  readonly formulas: readonly Formula[]
}

/** Longer ones are data. */
const longest = 400

const operators: Readonly<Record<string, Meaning>> = {
  '+': 'add',
  '*': 'mul',
  '/': 'divide',
  '^': 'pow',
  '-': 'negate',
}

export function writtenIn(call: TSESTree.CallExpression, reading: Reading): Written | undefined {
  const found = reading.tensors.callOf(call)
  if (found?.meaning !== 'expression') return undefined
  const node = seenThrough(found.operands[0]!)
  const text = isString(node) ? staticName(node, true) : undefined
  const tree = text === undefined || text.length > longest ? undefined : parse(text)
  if (!tree) return undefined
  const formulas: Formula[] = []
  const whole = formulaOf(tree, found.dialect, reading, `expression ${node.range[0]}`, formulas)
  return whole && { node, dialect: found.dialect, formulas: formulas.reverse() }
}

/** The formula of a tree, whose parts are collected, the innermost first; none for lists and what is taken out of them. */
function formulaOf(
  tree: Tree,
  dialect: Dialect,
  reading: Reading,
  scope: string,
  parts: Formula[],
): Formula | undefined {
  const { algebra } = reading
  const { head } = tree
  if (tree.args.length === 0) {
    if (/^[0-9]/.test(head)) return algebra.number(Number(head))
    const constant = constants[head] ?? dialect.constants?.[head]
    return constant === undefined ? algebra.symbol(head, `${scope} ${head}`) : algebra.number(constant, head)
  }
  const args = tree.args.map(arg => formulaOf(arg, dialect, reading, scope, parts))
  if (!args.every(arg => arg !== undefined)) return undefined
  const meaning = operators[head] ?? (Object.hasOwn(dialect.functions, head) ? dialect.functions[head] : undefined)
  const isFunction = head !== 'list' && head !== 'index'
  if (!isFunction) return undefined
  const fits = meaning !== undefined && !isOpen(meaning) && !reduces(meaning)
  const whole = fits && (head === '+' || args.length === arity(meaning)) ? built(meaning, args, reading) : undefined
  // A quantity of its own: the same for the same arguments.
  if (!whole) return algebra.symbol(`${head}(…)`, `${scope} ${head} ${args.map(({ key }) => key).join(' ')}`)
  const named = reading.named(whole)
  parts.push(named)
  return named
}
