/**
 * When two reads see the same value: when no effect lies between them. As sources run forward but for loops, a read's
 * epoch is the innermost loop that has effects, and how many of them precede the read in it: a name that can be compared
 * without looking at the other read.
 *
 * A certain reader counts every effect but writes to an array that nobody else can have. A trusting one counts only
 * those that name what is read: it takes an unknown call to leave alone what is not handed to it as a statement of its own.
 */
import type { Effect, Effects } from './effects.ts'
import type { Ownership } from './ownership.ts'
import { pathOf, prefixes } from './paths.ts'
import type { Resolver, Variable } from './resolve.ts'
import { enclosingFunction, isLoop, seenThrough, type Node } from './syntax.ts'

export class Epochs {
  readonly #resolver: Resolver
  readonly #effects: Effects
  readonly #ownership: Ownership
  readonly #trusting: boolean
  readonly #changesByPath = new WeakMap<Node, Map<string | Variable | undefined, readonly number[]>>()
  readonly #writersByPath = new WeakMap<Node, Map<string, readonly Node[]>>()
  readonly #loops = new Map<string, Node>()

  constructor(resolver: Resolver, effects: Effects, ownership: Ownership, trusting: boolean) {
    this.#resolver = resolver
    this.#effects = effects
    this.#ownership = ownership
    this.#trusting = trusting
  }

  /** When memory is read at `node`: the member `read`, or the entries of the array `read`. */
  memoryEpoch(node: Node, read: Node = node, entries = false): string {
    const body = enclosingFunction(node)
    return this.#epoch(node, body, this.#changes(body, read, entries))
  }

  /** When `node` reads a variable: 'always' if it is written only once. */
  bindingEpoch(variable: Variable, node: Node): string {
    const writes = this.#resolver.writes(variable)
    if (writes.length === 0) return 'always'
    const body = enclosingFunction(node)
    const here = writes
      .filter(write => enclosingFunction(write.identifier) === body)
      .map(write => endOfWrite(write.identifier))
    const elsewhere = writes.length > here.length && !this.#trusting
    const changes = elsewhere ? [...here, ...this.#effects.of(body).map(effect => effect.at)] : here
    return this.#epoch(
      node,
      body,
      changes.sort((a, b) => a - b),
    )
  }

  /** What may change a path in a function, in order. */
  changing(body: Node, path: string): readonly Node[] {
    let byPath = this.#writersByPath.get(body)
    if (!byPath) this.#writersByPath.set(body, (byPath = new Map()))
    let writers = byPath.get(path)
    if (!writers)
      byPath.set(
        path,
        (writers = this.#effects
          .of(body)
          .filter(this.#concerns(path))
          .map(effect => effect.node)),
      )
    return writers
  }

  /** The loop in which what was read at an epoch changes; undefined if in none. */
  loopOf(epoch: string): Node | undefined {
    return this.#loops.get(epoch)
  }

  #epoch(node: Node, body: Node, changes: readonly number[]): string {
    const { name, loop } = epoch(node, body, changes)
    if (loop) this.#loops.set(name, loop)
    return name
  }

  /** When the length of an array is read: writing to its entries leaves it alone, unless they are its first. */
  lengthEpoch(node: Node, array: Node): string {
    const body = enclosingFunction(node)
    const inner = seenThrough(array)
    const path = pathOf(inner, this.#resolver)
    const variable = inner.type === 'Identifier' ? this.#resolver.variable(inner) : undefined
    const init = variable && this.#resolver.initialValue(variable)?.init
    const isGrowing =
      init?.type === 'ArrayExpression' || (init?.type === 'NewExpression' && init.arguments.length === 0)
    const own = (effect: Effect): boolean =>
      path !== undefined && effect.path === `${path}[]` && effect.node.type !== 'CallExpression' && !isGrowing
    const key = this.#trusting ? path && `${path}[]` : this.#privateRoot(inner)
    const changes = this.#remembered(body, `length of ${path}`, () =>
      this.#effects
        .of(body)
        .filter(this.#concerns(key))
        .filter(effect => !own(effect)),
    )
    return this.#epoch(node, body, changes)
  }

  /** The positions in a function at which what `read` reads may change. */
  #changes(body: Node, read: Node, entries: boolean): readonly number[] {
    const inner = seenThrough(read)
    const path = this.#trusting ? pathOf(inner, this.#resolver) : undefined
    const key = this.#trusting ? path && (entries ? `${path}[]` : path) : this.#privateRoot(inner)
    return this.#remembered(body, key, () => this.#effects.of(body).filter(this.#concerns(key)))
  }

  #remembered(body: Node, key: string | Variable | undefined, find: () => readonly Effect[]): readonly number[] {
    let byKey = this.#changesByPath.get(body)
    if (!byKey) this.#changesByPath.set(body, (byKey = new Map()))
    let changes = byKey.get(key)
    if (!changes) byKey.set(key, (changes = find().map(effect => effect.at)))
    return changes
  }

  #concerns(key: string | Variable | undefined): (effect: Effect) => boolean {
    if (this.#trusting && key === undefined) return () => false
    if (typeof key !== 'string')
      return ({ written }) => !written || written === key || !this.#ownership.isPrivate(written)
    const above = new Set(prefixes(key))
    return ({ path, below }) =>
      path !== undefined ? above.has(path) : (below ?? []).some(one => one !== key && above.has(one))
  }

  #privateRoot(node: Node): Variable | undefined {
    while (node.type === 'MemberExpression') node = seenThrough(node.object)
    const variable = node.type === 'Identifier' ? this.#resolver.variable(node) : undefined
    return variable && this.#ownership.isPrivate(variable) ? variable : undefined
  }
}

/** The end of the assignment: what is read on its right side is still the old value. */
function endOfWrite(identifier: Node): number {
  let node = identifier
  while (
    node.parent &&
    node.type !== 'AssignmentExpression' &&
    node.type !== 'UpdateExpression' &&
    node.type !== 'VariableDeclarator' &&
    node.type !== 'ForOfStatement' &&
    node.type !== 'ForInStatement'
  )
    node = node.parent
  return node.type === 'ForOfStatement' || node.type === 'ForInStatement' ? identifier.range[1] : node.range[1]
}

/** `changes` in order of position. The first change after which `node` is read, within the loop that repeats some. */
function epoch(
  node: Node,
  body: Node,
  changes: readonly number[],
): { readonly name: string; readonly loop: Node | undefined } {
  if (changes.length === 0) return { name: `${body.range[0]}`, loop: undefined }
  let region = body
  for (let at: Node = node, parent = node.parent; parent && at !== body; at = parent, parent = parent.parent) {
    // The update of a for loop runs after its body, though it is written before.
    const isUpdate = parent.type === 'ForStatement' && parent.update === at
    const repeated = isUpdate ? at : isLoop(at) ? at : undefined
    if (repeated && (isUpdate || countBefore(changes, repeated.range[1]) > countBefore(changes, repeated.range[0]))) {
      region = repeated
      break
    }
  }
  const name = `${body.range[0]} ${region.range[0]} ${countBefore(changes, node.range[0])}`
  return { name, loop: region === body ? undefined : region }
}

/** How many changes end at or before a position: binary search. */
function countBefore(changes: readonly number[], position: number): number {
  let low = 0
  let high = changes.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (changes[middle]! <= position) low = middle + 1
    else high = middle
  }
  return low
}
