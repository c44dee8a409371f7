/**
 * Writes a formula as calls of the tensor library that the code uses: as functions or as methods, as the code was. What
 * the library has no call for, and what would change a shape, is not written.
 */
import type { TSESTree } from '@typescript-eslint/utils'
import { byName } from '../dialects/by-name.ts'
import { runtimeFunctions } from '../dialects/runtime.ts'
import type { Dialect, Meaning, Spelling, Vocabulary } from '../dialects/tensors.ts'
import {
  isNumber,
  isReduction,
  isVectorial,
  signOf,
  type Formula,
  type Operator,
  type Origin,
} from '../formula/formula.ts'
import { Notation } from '../formula/notation.ts'
import { classOf } from '../reading/classes.ts'
import type { Reading } from '../reading/index.ts'
import type { TensorCall } from '../reading/tensors.ts'
import { descendants, isWithin, seenThrough, wrapped, type Node } from '../reading/syntax.ts'
import { Unfixable, type Finding } from './finding.ts'
import type { Imports } from './imports.ts'
import { Reach } from './reach.ts'
import type { Renderer } from './render.ts'
import { binding, compose, operand, separated, type Text } from './text.ts'

/** Whether what stands at a node is made by one call of a library. */
export const isTensorCall = (node: Node, reading: Reading): boolean => {
  const inner = seenThrough(node)
  return inner.type === 'CallExpression' && reading.tensors.callOf(inner) !== undefined
}

/** Whether all places are in one operand of a call: then they are found there. */
export function isInOnePart(places: ReadonlySet<Origin>, call: Node): boolean {
  if (call.type !== 'CallExpression') return false
  const callee = seenThrough(call.callee)
  const parts: readonly Node[] = [...call.arguments, ...(callee.type === 'MemberExpression' ? [callee.object] : [])]
  return parts.some(part => [...places].every(place => isWithin(place as Node, part)))
}

/** What a library may have under these names without being any better. */
const fused: ReadonlySet<string> = new Set([...runtimeFunctions, 'sinh', 'tanh', 'asinh', 'acosh', 'atanh'])

const withinModel =
  'the last layer of the model has the activation in it: leave it out there, and apply it where the model predicts'

export class TensorWriter {
  readonly #reading: Reading
  readonly #renderer: Renderer
  readonly #call: TensorCall
  readonly #dialect: Dialect
  readonly #node: TSESTree.CallExpression
  readonly #finding: Finding
  readonly reach: Reach
  /** Calls of the library that are written here. */
  readonly #made = new Set<string>()
  /** What is worse than before where the library's call is, in words that follow "it". */
  caution: string | undefined

  constructor(finding: Finding, reading: Reading, renderer: Renderer, imports: Imports) {
    const node = seenThrough(finding.node)
    const call = node.type === 'CallExpression' ? reading.tensors.callOf(node) : undefined
    if (!call) throw new Unfixable('numbers and tensors are mixed here')
    this.#reading = reading
    this.#renderer = renderer
    this.#call = call
    this.#dialect = call.dialect
    this.#node = node as TSESTree.CallExpression
    this.#finding = finding
    this.reach = new Reach(reading, call.dialect, node, imports)
  }

  text(): Text {
    const { result, formula } = this.#finding
    if (!result) throw new Unfixable('the rule has no replacement to write')
    if (someTensor(formula, ({ shaped }) => shaped === true))
      throw new Unfixable('a tensor of ones may be there for its shape')
    if (someTensor(formula, ({ dialect }) => dialect !== this.#dialect.name))
      throw new Unfixable('it is made with several libraries')
    const text = this.#formula(result)
    if (this.#dialect.consumes) this.#keepUses(text)
    return text
  }

  #formula(f: Formula): Text {
    return this.#renderer.asItStands(f) ?? this.#written(f)
  }

  #written(f: Formula): Text {
    switch (f.op) {
      case 'number':
        return compose(f.value! < 0 ? binding.unary : binding.atom, String(f.value))
      case 'symbol':
        if (f.tensor?.hidden) throw new Unfixable(withinModel)
        throw new Unfixable(`\`${f.name}\` may have another value, or not be seen, where it is needed`)
      case 'add':
        return this.#sum(f)
      case 'mul':
        return this.#product(f)
      case 'pow': {
        const [base, exponent] = f.args as [Formula, Formula]
        if (isNumber(exponent, 0.5)) return this.#operation('sqrt', [base])
        if (isNumber(exponent, 2)) return this.#operation('square', [base])
        if (isNumber(exponent, -1)) return this.#operation('reciprocal', [base])
        return this.#operation('pow', [base, exponent])
      }
    }
    const spelling = this.#dialect.atomics[f.op]
    if (spelling) return this.#atomic(f, spelling)
    const variance = f.op === 'std' && f.args.length === 1 ? this.#dialect.atomics.variance : undefined
    if (variance) return this.#apply('sqrt', [this.#atomic({ ...f, op: 'variance' }, variance)])
    if (fused.has(f.op) || isReduction(f.op) || isVectorial(f.op)) throw new Unfixable(this.#lacks(f.op))
    return this.#operation(f.op as Meaning, f.args)
  }

  /** The biggest of the terms that are not subtracted comes first. */
  #sum(f: Formula): Text {
    const { algebra } = this.#reading
    const terms = [...f.args].sort(
      (a, b) => Number(signOf(a) < 0) - Number(signOf(b) < 0) || Number(isNumber(a)) - Number(isNumber(b)),
    )
    return terms
      .slice(1)
      .reduce(
        (sum, term) =>
          signOf(term) < 0
            ? this.#apply('subtract', [sum, this.#formula(algebra.negate(term))])
            : this.#apply('add', [sum, this.#formula(term)]),
        this.#formula(terms[0]!),
      )
  }

  #product(f: Formula): Text {
    const { algebra } = this.#reading
    if (signOf(f) < 0) return this.#apply('negate', [this.#formula(algebra.negate(f))])
    const isBelow = (factor: Formula): boolean =>
      factor.op === 'pow' && factor.args[1]!.op === 'number' && factor.args[1]!.value! < 0 && !factor.recognized
    const above = f.args.filter(factor => !isBelow(factor)).sort((a, b) => Number(isNumber(a)) - Number(isNumber(b)))
    const below = f.args.filter(isBelow).map(factor => algebra.invert(factor))
    const [first, ...others] = above
    let text = first ? this.#formula(first) : this.#apply('reciprocal', [this.#formula(below.shift()!)])
    for (const factor of others) text = this.#apply('mul', [text, this.#formula(factor)])
    for (const factor of below) text = this.#apply('divide', [text, this.#formula(factor)])
    return text
  }

  #operation(meaning: Meaning, args: readonly Formula[]): Text {
    return this.#apply(
      meaning,
      args.map(arg => this.#formula(arg)),
    )
  }

  /** The library's plain call for an operator, by its name in the table. */
  #apply(meaning: Meaning, args: readonly Text[]): Text {
    const [first, ...rest] = args as [Text, ...Text[]]
    const method = this.#isReceiver(first) ? nameOf(this.#dialect.methods, meaning) : undefined
    if (method !== undefined) return this.#methodCall(first, method, rest)
    const name = nameOf(this.#dialect.functions, meaning)
    if (name === undefined) throw new Unfixable(this.#lacks(meaning))
    return this.#functionCall(name, args)
  }

  #atomic(f: Formula, spelling: Spelling): Text {
    if (spelling.composed !== undefined) {
      const whole = this.#reading.matcher.instantiate(new Notation().formula(spelling.composed), {
        values: new Map([['x', f.args[0]!]]),
      })
      return this.#formula(whole!)
    }
    this.caution ??= spelling.caution
    const isAlong = isReduction(f.op) || isVectorial(f.op)
    const isLoss = losses.has(f.op)
    const operands = isAlong && !isLoss ? f.args.slice(0, 1) : spelling.swapped ? f.args.toReversed() : f.args
    const args = operands.map(arg => this.#formula(arg))
    const options = [
      ...(isAlong ? this.#options(f, spelling) : []),
      ...(spelling.behind ?? []).map(text => (text.includes('.') ? this.#callee(text) : compose(binding.atom, text))),
    ]
    if (isAlong && !isLoss && f.args.length > 1)
      throw new Unfixable(`the call of ${this.#dialect.name} would divide by another number`)
    const [first, ...rest] = args as [Text, ...Text[]]
    const isMethod = spelling.method !== undefined && this.#isReceiver(first)
    const call =
      isMethod || (spelling.function === undefined && this.#call.written === 'method')
        ? this.#methodCall(first, spelling.method!, [...rest, ...options])
        : this.#functionCall(spelling.function ?? this.#missing(f.op), [...args, ...options])
    return spelling.member === undefined ? call : compose(binding.call, call, `.${spelling.member}`)
  }

  /** The axis as it was given, and whether the result keeps it. */
  #options(f: Formula, { lastAxisOnly, keepDims: keepDimsText }: Spelling): Text[] {
    const axis = f.args[0]!.domain
    const reduced = axis && reductionAlong(this.#finding.formula, axis)
    if (!axis || !reduced) throw new Unfixable('the axis is not known here')
    const key = axis.name!.replace(/^axis /, '')
    const { given, keepDims } = reduced.tensor!.along!
    if (lastAxisOnly && key !== '-1') {
      this.caution ??=
        key === 'all'
          ? 'goes along the last axis, which is the same for a vector only'
          : 'goes along the last axis alone'
      return []
    }
    if (lastAxisOnly && keepDims && isReduction(f.op)) throw new Unfixable('the result keeps its axes')
    if (lastAxisOnly || (key === '-1' && isVectorial(f.op) && !given)) return []
    const kept = keepDims && isReduction(f.op)
    if (!given) {
      if (kept) throw new Unfixable('the result keeps its axes')
      return []
    }
    const text = this.#renderer.asItStands({ ...this.#reading.read(given as Node), origin: given })
    if (!text) throw new Unfixable('the axis may be another where it is needed')
    if (!kept) return [text]
    return [text, compose(binding.atom, keepDimsText ?? this.#dialect.keepDims)]
  }

  /** Methods where there were methods: of what has been called a method on, or is made by a call of the library. */
  #isReceiver({ text, kept }: Text): boolean {
    if (this.#call.written !== 'method') return false
    const [piece, ...more] = kept
    const { sourceCode, tensors } = this.#reading
    if (!piece || more.length > 0 || sourceCode.text.slice(...piece) !== text) return this.#made.has(text)
    let node = sourceCode.getNodeByRangeIndex(piece[0]) as Node | null
    while (node && node.range[1] < piece[1]) node = node.parent ?? null
    if (!node) return false
    const inner = seenThrough(node)
    if (inner.type === 'CallExpression') return tensors.callOf(inner) !== undefined
    const { parent } = wrapped(node)
    return (
      parent?.type === 'MemberExpression' &&
      parent.object === wrapped(node) &&
      parent.parent.type === 'CallExpression' &&
      parent.parent.callee === parent
    )
  }

  #methodCall(receiver: Text, name: string, args: readonly Text[]): Text {
    if (this.#dialect === byName) this.#assertVisible(name)
    return this.#new(compose(binding.call, operand(receiver, binding.call), `.${name}(`, ...separated(args), ')'))
  }

  #new(text: Text): Text {
    this.#made.add(text.text)
    return text
  }

  #functionCall(path: string, args: readonly Text[]): Text {
    if (this.#dialect === byName) throw new Unfixable('the library is not known')
    return this.#new(compose(binding.call, this.#callee(path), '(', ...separated(args), ')'))
  }

  /** The name that leads to the library is used still, if it was. */
  #callee(path: string): Text {
    const text = this.reach.callee(path)
    const name = /^[\w$]+/.exec(text)?.[0]
    for (const part of descendants(this.#node, this.#reading.sourceCode.visitorKeys))
      if (part.type === 'Identifier' && part.name === name && this.#reading.resolver.isReference(part))
        return { text, level: binding.call, kept: [part.range] }
    return compose(binding.call, text)
  }

  /** Of a class that is no library's, only what can be seen to be there is called. */
  #assertVisible(method: string): void {
    const methods = classOf(this.#node, this.#reading)
    if (!methods) throw new Unfixable('its class is not known')
    if (!methods.has(method)) throw new Unfixable(`its class has no method \`${method}\``)
  }

  /** Where each use takes a tensor away, no use may be lost or added. */
  #keepUses(text: Text): void {
    const uses = (from: string): string =>
      [...from.matchAll(/[\w$.]+/g)]
        .map(([name]) => name)
        .filter(name => /\.ref$/.test(name))
        .sort()
        .join()
    const names = (from: string): Map<string, number> => {
      const counts = new Map<string, number>()
      for (const [name] of from.matchAll(/[A-Za-z_$][\w$]*/g)) counts.set(name, (counts.get(name) ?? 0) + 1)
      return counts
    }
    const before = this.#reading.sourceCode.text.slice(...this.#node.range)
    const [had, has] = [names(before), names(text.text)]
    const isLocal = (name: string): boolean => {
      const variable = this.#reading.resolver.lookUp(name, this.#node)
      return variable !== undefined && variable.defs.every(({ type }) => type !== 'ImportBinding')
    }
    for (const name of new Set([...had.keys(), ...has.keys()]))
      if (isLocal(name) && had.get(name) !== has.get(name))
        throw new Unfixable(`\`${name}\` would be used up another number of times`)
    if (uses(before) !== uses(text.text)) throw new Unfixable('a `.ref` would be lost')
    for (const part of descendants(this.#node, this.#reading.sourceCode.visitorKeys))
      if (part.type === 'ThisExpression') throw new Unfixable('it is not certain how often its parts are used up')
  }

  #missing(name: string): never {
    throw new Unfixable(this.#lacks(name))
  }

  #lacks(name: string): string {
    return this.#dialect === byName ? 'its library is not known' : `${this.#dialect.name} has no ${name} that is better`
  }
}

/** What a library has no name for in a formula. */
export function lacking(f: Formula | undefined, dialect: Dialect): string | undefined {
  if (!f) return undefined
  if (fused.has(f.op) && !dialect.atomics[f.op] && nameOf(dialect.functions, f.op as Meaning) === undefined)
    return `${dialect.name} has no ${f.op} that is better`
  return f.args.map(arg => lacking(arg, dialect)).find(reason => reason !== undefined)
}

/** The first name that a table has for a meaning. */
const nameOf = (words: Vocabulary, meaning: Meaning): string | undefined =>
  Object.entries(words).find(([, other]) => other === meaning)?.[0]

/** The formula's own reduction along an axis. */
function reductionAlong(f: Formula, axis: Formula): Formula | undefined {
  const own = isReduction(f.op) || isVectorial(f.op) ? f.args[0]?.domain : undefined
  if (own?.key === axis.key && f.tensor?.along) return f
  for (const part of f.recognized ? [...f.args, f.recognized] : f.args) {
    const found = reductionAlong(part, axis)
    if (found) return found
  }
  return undefined
}

const someTensor = (f: Formula, test: (tensor: NonNullable<Formula['tensor']>) => boolean): boolean =>
  (f.tensor !== undefined && test(f.tensor)) || f.args.some(arg => someTensor(arg, test))

/** Losses, whose parts are fixed one by one: no library has a call that takes the place of the whole, whatever the shapes. */
export const losses: ReadonlySet<Operator> = new Set<Operator>(['bceWithLogits', 'crossEntropyWithLogits'])
