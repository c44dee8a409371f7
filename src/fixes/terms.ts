/**
 * Sums and products of which a rewrite takes some terms: the pieces that stay are kept as they are written, and the
 * result stands where the first of the others stood.
 */
import { signOf, type Formula, type Origin } from '../formula/formula.ts'
import type { Reading } from '../reading/index.ts'
import { isWithin, seenThrough, type Node } from '../reading/syntax.ts'
import { productOf, sumOf, type Item } from './chain.ts'
import { Unfixable, type Finding } from './finding.ts'
import { negated, type Text } from './text.ts'

interface Writer {
  formula(f: Formula): Text
  source(node: Node): Text
}

/** A piece that stays, and where it is written. */
interface Piece extends Item {
  readonly node: Node
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
  replaced({ formula, node, taken, left }: Finding, result: Formula): Text {
    const op = formula.op as 'add' | 'mul'
    const items = this.#items(op, node, false, taken!)
    const at = items.indexOf('here')
    const kept = items.filter(item => item !== 'here')
    const { algebra } = this.#reading
    const minus = signOf(result) < 0
    const text = this.#write.formula(minus ? algebra.negate(result) : result)
    const replacement: Item = { text, inverted: op === 'add' && minus }
    const inPlace = items.flatMap((item, i) => (item !== 'here' ? [item] : i === at ? [replacement] : []))
    if (op === 'add') return sumOf(inPlace.concat(at < 0 && kept.length === 0 ? [replacement] : []))
    const sign = this.#signOf(op, kept, algebra.mul(left))
    if (!sign) throw new Unfixable(`of \`${this.#reading.textOf(node)}\` no part can be kept as it is written`)
    return minus === sign < 0 ? productOf(inPlace) : negated(productOf(inPlace))
  }

  /** What a rewrite leaves of a chain, as it was written. */
  remainder(f: Formula): Text | undefined {
    const { of, without } = f.remainder!
    const op = of.op as 'add' | 'mul'
    const root = of.origin as Node | undefined
    if (!root || !isWithin(root, this.#site)) return undefined
    if (![...without].every(place => isWithin(place as Node, root))) return undefined
    const kept = this.#items(op, root, false, without).filter(item => item !== 'here')
    const sign = kept.length > 0 ? this.#signOf(op, kept, f) : undefined
    if (!sign) return undefined
    if (op === 'mul') return sign > 0 ? productOf(kept) : negated(productOf(kept))
    return sumOf(sign > 0 ? kept : kept.map(item => ({ ...item, inverted: !item.inverted })))
  }

  /** Whether pieces of source are a formula or its negative; undefined if they are neither. */
  #signOf(op: 'add' | 'mul', pieces: readonly Piece[], f: Formula): 1 | -1 | undefined {
    const { algebra } = this.#reading
    const parts = pieces.map(({ node, inverted }) => {
      const part = this.#reading.read(node)
      return !inverted ? part : op === 'add' ? algebra.negate(part) : algebra.invert(part)
    })
    const whole = op === 'add' ? algebra.add(parts) : algebra.mul(parts)
    return whole.key === f.key ? 1 : algebra.negate(whole).key === f.key ? -1 : undefined
  }

  /** The pieces of a chain that stay, largest first, and 'here' for those that go. Of a product, without its signs. */
  #items(op: 'add' | 'mul', node: Node, inverted: boolean, taken: ReadonlySet<Origin>): (Piece | 'here')[] {
    const inner = seenThrough(node)
    if (taken.has(node) || taken.has(inner)) return ['here']
    const isNeutral = op === 'mul' && !inverted && inner.type === 'Literal' && inner.value === 1
    if (isNeutral) return []
    if (![...taken].some(origin => isWithin(origin as Node, node)))
      return [{ text: this.#write.source(node), inverted, node }]
    const [direct, inverse] = op === 'add' ? ['+', '-'] : ['*', '/']
    if (inner.type === 'BinaryExpression' && (inner.operator === direct || inner.operator === inverse))
      return [
        ...this.#items(op, inner.left, inverted, taken),
        ...this.#items(op, inner.right, inverted !== (inner.operator === inverse), taken),
      ]
    if (inner.type === 'UnaryExpression' && inner.operator === '-')
      return this.#items(op, inner.argument, op === 'add' ? !inverted : inverted, taken)
    if (inner.type === 'UnaryExpression' && inner.operator === '+')
      return this.#items(op, inner.argument, inverted, taken)
    throw new Unfixable(`\`${this.#reading.textOf(node)}\` holds both what is replaced and what stays`)
  }
}
