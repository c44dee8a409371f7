/**
 * Sums and products of which a rewrite takes some terms: the pieces that stay are kept as they are written, and the
 * result stands where the first of the others stood.
 */
import { anchorsOf, signOf, type Formula, type Origin } from '../formula/formula.ts'
import type { Reading } from '../reading/index.ts'
import { isWithin, seenThrough, type Node } from '../reading/syntax.ts'
import { productOf, sumOf, type Item } from './chain.ts'
import { Unfixable } from './finding.ts'
import { negated, type Text } from './text.ts'

interface Writer {
  formula(f: Formula): Text
  source(node: Node): Text
}

export class Terms {
  readonly #reading: Reading
  readonly #site: Node
  readonly #write: Writer

  constructor(reading: Reading, site: Node, write: Writer) {
    this.#reading = reading
    this.#site = site
    this.#write = write
  }

  /** The chain with the result of a rewrite in the place of the terms that it took. */
  replaced(op: 'add' | 'mul', node: Node, taken: ReadonlySet<Origin>, result: Formula, negative: boolean): Text {
    const state = { placed: false, negative: false }
    const place = (): Text =>
      this.#write.formula(op === 'add' || signOf(result) > 0 ? result : this.#reading.algebra.negate(result))
    const items = this.#items(op, node, false, taken, state)
    const rest = items.filter(item => item !== 'here')
    if (op === 'mul') {
      const flipped = signOf(result) < 0 !== (state.negative !== negative)
      const at = items.indexOf('here')
      const texts: Item[] = items.flatMap((item, i) =>
        item !== 'here' ? [item] : i === at ? [{ text: place(), inverted: false }] : [],
      )
      const product = productOf(texts)
      return flipped ? negated(product) : product
    }
    const minus = signOf(result) < 0
    const replacement: Item = {
      text: this.#write.formula(minus ? this.#reading.algebra.negate(result) : result),
      inverted: minus,
    }
    const at = items.indexOf('here')
    return sumOf(
      items
        .flatMap((item, i) => (item !== 'here' ? [item] : i === at ? [replacement] : []))
        .concat(at < 0 && rest.length === 0 ? [replacement] : []),
    )
  }

  /** What a rewrite leaves of a chain, as it was written. */
  remainder(f: Formula): Text | undefined {
    const { of, without } = f.remainder!
    const op = of.op as 'add' | 'mul'
    const root = of.origin as Node | undefined
    if (!root || !isWithin(root, this.#site) || (f.op !== op && f.op !== 'number')) return undefined
    if (![...without].every(place => isWithin(place as Node, root))) return undefined
    const state = { placed: true, negative: false }
    const items = this.#items(op, root, false, without, state).filter(item => item !== 'here')
    if (items.length === 0) return undefined
    if (op === 'add') {
      // The formula may be the negative of what is left: 1 - x is 1 + (-x).
      const first = f.args[0]!
      const anchors = new Set(anchorsOf(first))
      const turned = of.args.find(arg => anchorsOf(arg).some(anchor => anchors.has(anchor)))
      const flip = turned !== undefined && signOf(turned) !== signOf(first)
      return sumOf(flip ? items.map(item => ({ ...item, inverted: !item.inverted })) : items)
    }
    const product = productOf(items)
    return state.negative !== signOf(f) < 0 ? negated(product) : product
  }

  /** The pieces of a chain that stay, largest first, and 'here' for those that go. */
  #items(
    op: 'add' | 'mul',
    node: Node,
    inverted: boolean,
    taken: ReadonlySet<Origin>,
    state: { negative: boolean },
  ): (Item | 'here')[] {
    const inner = seenThrough(node)
    if (taken.has(node) || taken.has(inner)) return ['here']
    const isNeutral = op === 'mul' && !inverted && inner.type === 'Literal' && inner.value === 1
    if (isNeutral) return []
    if (![...taken].some(origin => isWithin(origin as Node, node)))
      return [{ text: this.#write.source(node), inverted }]
    const [direct, inverse] = op === 'add' ? ['+', '-'] : ['*', '/']
    if (inner.type === 'BinaryExpression' && (inner.operator === direct || inner.operator === inverse))
      return [
        ...this.#items(op, inner.left, inverted, taken, state),
        ...this.#items(op, inner.right, inverted !== (inner.operator === inverse), taken, state),
      ]
    if (inner.type === 'UnaryExpression' && inner.operator === '-') {
      if (op === 'mul') state.negative = !state.negative
      return this.#items(op, inner.argument, op === 'add' ? !inverted : inverted, taken, state)
    }
    if (inner.type === 'UnaryExpression' && inner.operator === '+')
      return this.#items(op, inner.argument, inverted, taken, state)
    throw new Unfixable(`\`${this.#reading.textOf(node)}\` holds both what is replaced and what stays`)
  }
}
