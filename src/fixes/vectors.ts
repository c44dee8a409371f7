/**
 * Vectors where a call takes them: an array that exists, an array and the mapping that makes the vector of it, or an
 * array that is made for the call.
 */
import { isElementwise, isPair, isVectorial, symmetric, type Formula } from '../formula/formula.ts'
import type { Reading } from '../reading/index.ts'
import { seenThrough, type Node } from '../reading/syntax.ts'
import { Unfixable } from './finding.ts'
import { binding, compose, operand, uses, type Text } from './text.ts'

interface Writer {
  formula(f: Formula): Text
  source(node: Node): Text
  call(f: Formula): Text
  hoisted(piece: Node, isVector: boolean): Text | undefined
  isMovable(piece: Node, isVector: boolean): boolean
}

export class Vectors {
  readonly #reading: Reading
  readonly #site: Node
  readonly #write: Writer
  /** The definitions of callback parameters that the text may use. */
  parameters: readonly Node[] = []
  /** Parameters of mappings that are made here, by the keys of their symbols. */
  readonly made = new Map<number, string>()

  constructor(reading: Reading, site: Node, write: Writer) {
    this.#reading = reading
    this.#site = site
    this.#write = write
  }

  /** The array itself, without a mapping. */
  entries(vector: Formula): Text {
    const [array, mapping] = this.arguments(vector)
    if (mapping) throw new Unfixable('the array that would be indexed exists only element by element')
    return array!
  }

  /** An array whose entries may have changed since they were read is not the same vector. */
  array(f: Formula): Text {
    const origin = (f.origin ?? f.args[0]!.origin) as Node | undefined
    if (origin && !this.#write.isMovable(origin, true)) {
      const named = this.#write.hoisted(origin, true)
      if (named) return named
      throw new Unfixable(`the entries of \`${this.#reading.textOf(origin)}\` may be others by then`)
    }
    return this.#write.formula(f.args[0]!)
  }

  /** As many entries as a loop has rounds: what they are, a mapping says. */
  rounds(range: Formula): Text {
    const [count, start] = range.args
    if (start!.value !== 0) throw new Unfixable('the loop does not begin with the first entry')
    return compose(binding.atom, '{ length: ', operand(this.#write.formula(count!), binding.assignment), ' }')
  }

  /** An array, or an array and the mapping that makes the vector of it. */
  arguments(vector: Formula, alone = false): Text[] {
    assertNumber(vector)
    const origin = vector.origin as Node | undefined
    const made = this.made.get(vector.key)
    if (made !== undefined) return [compose(binding.atom, made)]
    const inPlaceOfMapping = vector.lift && origin && seenThrough(origin).type === 'CallExpression' && !alone
    if (origin && !inPlaceOfMapping && this.#write.isMovable(origin, true)) return [this.#write.source(origin)]
    if (vector.op === 'elements') return [this.array(vector)]
    if (vector.op === 'range') return [this.rounds(vector)]
    // A second array of the same loop: the call reads as much of it as of the first.
    if (alone && isAlong(vector)) return [this.array(vector.args[0]!)]
    if (vector.op === 'list') return [this.#write.formula(vector)]
    if (isVectorial(vector.op) || isPair(vector.op)) return [this.#write.call(vector)]
    const { lift } = vector
    if (!lift || alone) {
      if (origin && this.#write.isMovable(origin, true)) return [this.#write.source(origin)]
      const mapped = alone ? undefined : this.#mapped(vector)
      if (mapped) return mapped
      throw new Unfixable('the vector cannot be written where it is needed')
    }
    const [base, mapping] = this.arguments(lift.base)
    if (mapping) throw new Unfixable('the vector is made in two steps')
    return [base!, this.#mapping(lift.element, lift.position, () => this.#write.formula(lift.body))]
  }

  /** Two arrays, and what else the call takes. The first says how many entries there are. */
  bothArguments(f: Formula): Text[] {
    const [x, y, ...more] = f.args
    const pair = isAlong(x!) && symmetric.has(f.op) ? [y!, x!] : [x!, y!]
    if (isAlong(pair[0]!)) throw new Unfixable('the loop may not go through the whole of the first array')
    return [...pair.map(vector => this.#wholeVector(vector)), ...more.map(arg => this.#write.formula(arg))]
  }

  /** A vector without a mapping, which is made an array of its own. */
  #wholeVector(vector: Formula): Text {
    if (!vector.domain) return this.#write.formula(vector)
    const isMade = !isAlong(vector) && vector.op !== 'elements'
    const [base, mapping] = isMade && !vector.lift ? (this.#mapped(vector) ?? []) : this.arguments(vector, !isMade)
    if (!base) throw new Unfixable('the vector cannot be written where it is needed')
    return mapping ? compose(binding.call, 'Array.from(', base, ', ', mapping, ')') : base
  }

  /** An elementwise formula of one array as a mapping that nobody wrote: `x => x / 2`. */
  #mapped(vector: Formula): Text[] | undefined {
    const { domain } = vector
    if (!domain || domain.op !== 'elements') return undefined
    const { algebra } = this.#reading
    const name = this.#freeName('v')
    const entry = algebra.symbol(name, `mapping ${name}`)
    const visit = (f: Formula): Formula | undefined => {
      if (f.key === domain.key) return { ...entry, origin: undefined }
      if (!f.domain) return f
      if (!isElementwise(f.op) && f.op !== 'index') return undefined
      const args = f.args.map(visit)
      return args.every(arg => arg !== undefined)
        ? { ...algebra.rebuild({ ...f, domain: undefined }, args as Formula[]) }
        : undefined
    }
    const body = visit(vector)
    if (!body) return undefined
    const [array] = this.arguments(domain)
    this.made.set(entry.key, name)
    return [array!, compose(binding.assignment, `${name} => `, operand(this.#write.formula(body), binding.conditional))]
  }

  #mapping(element: Formula | undefined, position: Formula | undefined, body: () => Text): Text {
    const outer = this.parameters
    const definitions = [element, position].flatMap(symbol => (symbol ? [this.#reading.home(symbol)?.node] : []))
    this.parameters = [...outer, ...definitions.filter(node => node !== undefined)]
    const symbols = [element, position].filter(symbol => symbol !== undefined)
    for (const { key, name } of symbols) this.made.set(key, name!)
    const text = body()
    for (const { key } of symbols) this.made.delete(key)
    this.parameters = outer
    const names =
      position && uses(text.text, position.name!)
        ? `(${element?.name ?? '_'}, ${position.name})`
        : (element?.name ?? '()')
    return compose(binding.assignment, `${names} => `, operand(text, binding.conditional))
  }

  #freeName(name: string): string {
    let candidate = name
    for (let i = 2; this.#reading.resolver.lookUp(candidate, this.#site); i++) candidate = `${name}${i}`
    return candidate
  }
}

/** The entries of an array that a loop over another one reads. */
const isAlong = (vector: Formula): boolean => vector.op === 'index' && vector.args[1]!.op === 'positions'

/** What takes numbers does not take tensors. */
export function assertNumber({ tensor }: Formula): void {
  if (tensor && tensor.dropped !== 'all') throw new Unfixable('numbers and tensors are mixed here')
}
