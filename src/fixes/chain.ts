/** Sums and products as lists of pieces: each with its sign, or above or below the line. */
import type { TSESTree } from '@typescript-eslint/utils'
import type { Formula, Origin } from '../formula/formula.ts'
import { isWithin, seenThrough, type Node } from '../reading/syntax.ts'
import { binding, compose, negated, operand, type Text } from './text.ts'

/** A term of a sum with its sign, or a factor above or below the line. */
export interface Item {
  readonly text: Text
  readonly inverted: boolean
}

export function sumOf(items: readonly Item[]): Text {
  const [first, ...rest] = items.length > 1 && items[0]!.inverted ? leadWithPositive(items) : items
  const start = first!.inverted ? negated(first!.text) : first!.text
  if (rest.length === 0) return start
  return compose(
    binding.sum,
    operand(start, binding.sum),
    ...rest.flatMap(({ text, inverted }) => [inverted ? ' - ' : ' + ', operand(text, binding.sum + 1)]),
  )
}

export function productOf(items: readonly Item[]): Text {
  const [first, ...rest] = items
  const start = first!.inverted ? compose(binding.product, '1 / ', operand(first!.text, binding.power)) : first!.text
  if (rest.length === 0) return start
  return compose(
    binding.product,
    operand(start, binding.product),
    ...rest.flatMap(({ text, inverted }) => [inverted ? ' / ' : ' * ', operand(text, binding.product + 1)]),
  )
}

/** -a + b reads better as b - a, and is the same sum. */
function leadWithPositive(items: readonly Item[]): readonly Item[] {
  const [first, second, ...rest] = items
  return second && !second.inverted ? [second, first!, ...rest] : items
}

/** The smallest part of a sum that holds all the places, and whether it is subtracted from the rest. */
export function smallestSum(
  root: Node,
  places: ReadonlySet<Origin>,
): { readonly node: Node; readonly inverted: boolean } {
  let node = seenThrough(root)
  let inverted = false
  for (;;) {
    if (!isSum(node)) return { node, inverted }
    const { left, right, operator } = node as TSESTree.BinaryExpression
    const side = [left, right].find(part => [...places].every(place => isWithin(place as Node, part)))
    if (!side || !isSum(seenThrough(side))) return { node, inverted }
    if (side === right && operator === '-') inverted = !inverted
    node = seenThrough(side)
  }
}

const isSum = (node: Node): boolean =>
  node.type === 'BinaryExpression' && (node.operator === '+' || node.operator === '-')

/** Terms that came through one name, and are all that it stands for, under that name again. */
export function regrouped(terms: readonly Formula[]): Formula[] {
  const complete = (named: Formula): boolean => terms.filter(term => term.whole === named).length === named.args.length
  const seen = new Set<Formula>()
  return terms.flatMap(term => {
    const named = term.whole
    if (!named || !complete(named)) return [term]
    if (seen.has(named)) return []
    seen.add(named)
    return [named]
  })
}
