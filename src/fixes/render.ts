/**
 * Writes a formula as source again. What was written by a person and means the same at the new place is kept to the
 * letter; only what the rewrite changed is written anew. A part that cannot be moved to where it is needed makes the
 * whole unfixable.
 */
import type { TSESTree } from '@typescript-eslint/utils'
import { runtimeFunctions } from '../dialects/runtime.ts'
import { mathFunctions } from '../dialects/math.ts'
import { isElementwise, isNumber, isReduction, isVectorial, signOf, type Formula } from '../formula/formula.ts'
import { printFormula } from '../formula/print.ts'
import type { Reading } from '../reading/index.ts'
import { isWithin, type Node } from '../reading/syntax.ts'
import { Unfixable, type Finding } from './finding.ts'
import { declarationAround, namedPiece, type Hoist } from './hoist.ts'
import type { Imports } from './imports.ts'
import { ofSameKind } from './kinds.ts'
import { productOf, regrouped, sumOf, type Item } from './chain.ts'
import { isCostly, isMovable, isRepeated } from './movable.ts'
import { named, nameFor } from './name-for.ts'
import { inPlace, withParentheses } from './place.ts'
import { Terms } from './terms.ts'
import { binding, compose, levelOf, negated, operand, separated, type Range, type Text } from './text.ts'
import { assertNumber, Vectors } from './vectors.ts'

/** A nest is fixed as a whole down to here; the rest in ESLint's next pass. */
const deepestNest = 24

const mathNames = new Set(Object.keys(mathFunctions))
const spelling: Readonly<Record<string, string>> = { largest: 'max', smallest: 'min' }
const hasDdof: ReadonlySet<string> = new Set(['variance', 'std'])
const comparisons: Readonly<Record<string, string>> = { less: '<', lessOrEqual: '<=', equal: '===' }

export class Renderer {
  readonly #reading: Reading
  readonly #imports: Imports
  /** The findings inside that are fixed along with the one at hand, outermost first. */
  readonly #nested: (node: Node) => readonly Finding[]
  /** Where the text will stand. */
  readonly #site: Node
  #depth = 0
  /** What the text needs to be declared elsewhere. */
  readonly hoists: Hoist[] = []
  readonly #terms: Terms
  readonly #vectors: Vectors

  constructor(reading: Reading, imports: Imports, site: Node, nested: (node: Node) => readonly Finding[]) {
    this.#reading = reading
    this.#imports = imports
    this.#site = site
    this.#nested = nested
    this.#terms = new Terms(reading, site, this)
    this.#vectors = new Vectors(reading, site, this)
  }

  /** The text that replaces `finding.node`. */
  finding(finding: Finding): Text {
    const result = finding.result
    if (!result) throw new Unfixable('the rule has no replacement to write')
    if (!finding.taken) {
      const text = this.formula(result)
      return isVectorial(result.op) ? ofSameKind(finding.node, text, this.#site, this.#reading) : text
    }
    return this.#terms.replaced(finding, result)
  }

  /** The call that fills an array with a vector: `stable.softmax(z, out)`. */
  filling({ result }: Finding, array: Node): Text {
    if (!result || !isVectorial(result.op)) throw new Unfixable('there is no call that fills an array with it')
    const [source, ...mapping] = this.#vectors.arguments(result.args[0]!)
    const args = [source!, this.#verbatim(array.range), ...mapping]
    return compose(binding.call, `${this.#imports.callee(result.op)}(`, ...separated(args), ')')
  }

  /** What a person has written for a formula, if it means the same where it is needed. Tensors do not change. */
  asItStands(f: Formula): Text | undefined {
    const origin = f.origin as Node | undefined
    return origin && !f.remainder && this.isMovable(origin, false) ? this.source(origin) : undefined
  }

  formula(f: Formula): Text {
    assertNumber(f)
    const made = this.#vectors.made.get(f.key)
    if (made !== undefined) return compose(binding.atom, made)
    if (f.remainder) {
      const kept = this.#terms.remainder(f)
      if (kept) return kept
    }
    const origin = f.origin as Node | undefined
    if (origin && this.isMovable(origin, f.domain !== undefined)) return this.source(origin)
    const variable = f.args.length > 0 && !f.domain ? nameFor(f, this.#site, this.#reading) : undefined
    if (variable) return named(variable)
    try {
      return this.#written(f)
    } catch (error) {
      const hoisted = origin && error instanceof Unfixable ? this.hoisted(origin, f.domain !== undefined) : undefined
      if (hoisted) return hoisted
      throw error
    }
  }

  /** The name under which a piece of a declaration is at hand at the site. */
  hoisted(piece: Node, isVector: boolean): Text | undefined {
    if (isWithin(piece, this.#site) || this.#vectors.parameters.length > 0) return undefined
    const declarator = namedPiece(piece, isVector, this.#site, this.#reading)
    if (!declarator) return undefined
    const { key } = this.#reading.read(piece)
    const before = this.hoists.find(hoist => hoist.declarator === declarator && hoist.key === key)
    if (before) {
      if (!before.replaces.some(([start]) => start === piece.range[0])) before.replaces.push([...piece.range])
      return { text: before.name, level: binding.atom, kept: [piece.range], kindOf: piece }
    }
    const name = this.#imports.free(`${(declarator.id as TSESTree.Identifier).name}Input`)
    this.hoists.push({ declarator, name, text: this.#verbatim(piece.range), key, replaces: [[...piece.range]] })
    return { text: name, level: binding.atom, kept: [piece.range], kindOf: piece }
  }

  /** A vector that a loop reads entry by entry: made once, beside the one that it takes the place of. */
  #madeOnce(f: Formula): Text | undefined {
    const source = originOf(f)
    const declarator = source && declarationAround(source, this.#site, this.#reading)
    if (!declarator) return undefined
    const { name: old } = declarator.id as TSESTree.Identifier
    const there = this.hoists.find(hoist => hoist.key === f.key)
    if (there) return compose(binding.atom, there.name)
    const before = nameFor(f, this.#site, this.#reading)
    if (before) return named(before)
    const beside = new Renderer(this.#reading, this.#imports, declarator, () => [])
    // What the array is made of must not be computed a second time.
    const input = isCostly(source, this.#reading) ? this.hoisted(source, true) : undefined
    if (input) for (const arg of f.args) if (arg.origin === source) beside.#vectors.made.set(arg.key, input.text)
    const text = beside.formula(f)
    const name = this.#imports.free(`log${old[0]!.toUpperCase()}${old.slice(1)}`)
    this.hoists.push({ declarator, name, text, key: f.key, replaces: [] })
    return { text: name, level: binding.atom, kept: text.kept }
  }

  /** A piece of the source, with the findings in it fixed. */
  source(node: Node): Text {
    if (this.#depth >= deepestNest) return compose(levelOf(node), this.#verbatim(node.range))
    this.#depth++
    const text = this.#mended(node)
    this.#depth--
    return { ...text, kindOf: node }
  }

  #verbatim(range: Range): Text {
    return { text: this.#reading.sourceCode.text.slice(...range), level: binding.atom, kept: [range] }
  }

  #mended(node: Node): Text {
    const parts: (string | Text)[] = []
    let at = node.range[0]
    const keep = (end: number): void => {
      if (end > at) parts.push(this.#verbatim([at, end]))
    }
    for (const finding of this.#nested(node)) {
      if (finding.node.range[0] < at) continue
      const replacement = this.finding(finding)
      if (finding.node === node) return replacement
      const [start, end] = withParentheses(finding.node, replacement.level, this.#reading.sourceCode)
      keep(start)
      parts.push(inPlace(finding.node, replacement, this.#reading.sourceCode))
      at = end
    }
    keep(node.range[1])
    return compose(levelOf(node), ...parts)
  }

  isMovable(piece: Node, isVector: boolean): boolean {
    return isMovable(piece, isVector, this.#site, this.#vectors.parameters, this.#reading)
  }

  // What the rewrite made

  #written(f: Formula): Text {
    switch (f.op) {
      case 'number':
        return this.#number(f)
      case 'elements':
        return this.#vectors.array(f)
      case 'add': {
        const opposite = f.opposite?.origin as Node | undefined
        if (opposite && this.isMovable(opposite, false)) return negated(this.source(opposite))
        return sumOf(regrouped(f.args).map(term => this.#signed(term)))
      }
      case 'mul':
        return this.#writtenProduct(f)
      case 'pow':
        return this.#power(f)
      case 'index':
        return compose(
          binding.call,
          operand(this.#vectors.entries(f.args[0]!), binding.call),
          '[',
          this.formula(f.args[1]!),
          ']',
        )
      case 'field':
        return this.#field(f)
      case 'range':
        return this.#vectors.rounds(f)
      case 'count':
        return compose(binding.call, operand(this.#vectors.entries(f.args[0]!), binding.call), '.length')
      case 'list':
        return compose(binding.atom, '[', ...separated(f.args.map(arg => this.formula(arg))), ']')
      case 'less':
      case 'lessOrEqual':
      case 'equal':
        return compose(
          binding.comparison,
          operand(this.formula(f.args[0]!), binding.comparison + 1),
          ` ${comparisons[f.op]} `,
          operand(this.formula(f.args[1]!), binding.comparison + 1),
        )
      case 'not':
        return compose(binding.unary, '!', operand(this.formula(f.args[0]!), binding.unary))
      case 'and':
      case 'or': {
        const level = f.op === 'and' ? binding.and : binding.or
        return compose(
          level,
          operand(this.formula(f.args[0]!), level),
          f.op === 'and' ? ' && ' : ' || ',
          operand(this.formula(f.args[1]!), level + 1),
        )
      }
      case 'if': {
        const [test, yes, no] = f.args.map(arg => operand(this.formula(arg), binding.conditional + 1))
        return compose(binding.conditional, test!, ' ? ', yes!, ' : ', no!)
      }
      case 'symbol':
        throw new Unfixable(`\`${f.name}\` may have another value, or not be seen, where it is needed`)
    }
    return this.call(f)
  }

  /** A term with its sign taken out: as it is written, or, where it was made, by its formula. */
  #signed(term: Formula): Item {
    if (signOf(term) > 0) return { text: this.formula(term), inverted: false }
    const origin = term.origin as Node | undefined
    const text = origin && this.isMovable(origin, false) ? this.source(origin) : undefined
    if (text?.text.startsWith('-') && text.level >= binding.product)
      return { text: { ...text, text: text.text.slice(1) }, inverted: true }
    return { text: this.formula(this.#reading.algebra.negate(term)), inverted: true }
  }

  call(f: Formula): Text {
    if (isVectorial(f.op) || (isReduction(f.op) && f.op !== 'count')) {
      const repeated = isRepeated(f, this.#site)
      const named = repeated && isVectorial(f.op) ? this.#madeOnce(f) : undefined
      if (named) return named
      if (repeated)
        throw new Unfixable('inside this loop it would be computed again for each entry; compute it once before')
    }
    const args =
      f.args.length > 1 && f.args[1]!.domain && isReduction(f.op)
        ? this.#vectors.bothArguments(f)
        : f.args.flatMap(arg =>
            arg.domain && (isReduction(f.op) || isVectorial(f.op)) ? this.#vectors.arguments(arg) : [this.formula(arg)],
          )
    if (f.domain && isElementwise(f.op)) throw new Unfixable('the result is an array that no single call makes')
    const name = spelling[f.op] ?? f.op
    const ofRuntime = f.op === 'list' ? false : runtimeFunctions.has(f.op)
    // variance(x, ddof, mapping): a mapping comes last.
    if (hasDdof.has(f.op) && f.args.length === 1 && args.length === 2) args.splice(1, 0, compose(binding.atom, '0'))
    if (ofRuntime)
      return {
        ...compose(binding.call, `${this.#imports.callee(f.op)}(`, ...separated(args), ')'),
        kindOf: args[0]?.kindOf,
      }
    if (isReduction(f.op) || !mathNames.has(name) || !this.#imports.seesMath())
      throw new Unfixable(`there is no call for ${f.op} here`)
    if (this.#imports.makesUpFor(name)) throw new Unfixable(`this is what stands in for a missing \`Math.${name}\``)
    return compose(binding.call, `Math.${name}(`, ...separated(args), ')')
  }

  #number(f: Formula): Text {
    if (f.name !== undefined && f.name !== 'Infinity') {
      if (!this.#imports.seesMath()) throw new Unfixable('`Math` is something else here')
      const level = f.name.includes(' ') ? binding.product : f.name.startsWith('-') ? binding.unary : binding.call
      return compose(level, f.name.replace(/[A-Z]\w*/, 'Math.$&'))
    }
    const negative = f.value! < 0 || Object.is(f.value, -0)
    return compose(negative ? binding.unary : binding.atom, String(f.value))
  }

  #writtenProduct(f: Formula): Text {
    const { algebra } = this.#reading
    if (signOf(f) < 0) return negated(this.formula(algebra.negate(f)))
    // What counts under a condition only: 0 times what is infinite, or nothing, elsewhere would be NaN.
    const mask = f.args.find(factor => factor.op === 'if' && !factor.origin && factor.args.slice(1).every(isBit))
    if (mask) {
      const rest = algebra.mul(f.args.filter(factor => factor !== mask))
      const [test, ...branches] = mask.args
      return this.formula(algebra.apply('if', [test!, ...branches.map(bit => (isNumber(bit, 0) ? bit : rest))]))
    }
    const above: Item[] = []
    const below: Item[] = []
    for (const factor of regrouped(f.args)) {
      const inverse = factor.op === 'pow' && factor.args[1]!.op === 'number' && factor.args[1]!.value! < 0
      if (inverse && !factor.recognized)
        below.push({ text: this.formula(this.#reading.algebra.invert(factor)), inverted: true })
      else above.push({ text: this.formula(factor), inverted: false })
    }
    return productOf([...above, ...below])
  }

  #power(f: Formula): Text {
    const [base, exponent] = f.args
    if (exponent!.op === 'number') {
      if (exponent!.value === 0.5) {
        if (!this.#imports.seesMath()) throw new Unfixable('`Math` is something else here')
        return compose(binding.call, 'Math.sqrt(', this.formula(base!), ')')
      }
      if (exponent!.value! < 0)
        return productOf([{ text: this.formula(this.#reading.algebra.invert(f)), inverted: true }])
    }
    return compose(
      binding.power,
      operand(this.formula(base!), binding.unary + 1),
      ' ** ',
      operand(this.formula(exponent!), binding.power),
    )
  }

  /** Of an object that was passed to a helper: what the helper reads there is what is read here. */
  #field(f: Formula): Text {
    const init = definitionOf(f.origin as Node | undefined, this.#reading)
    if (init && this.isMovable(init, false)) return this.source(init)
    const object = f.args[0]!.origin as Node | undefined
    const isSame = object && this.#reading.epochs.memoryEpoch(object, object, true) === f.epoch
    if (!isSame || !this.isMovable(object, true) || !/^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(f.name!))
      throw new Unfixable(`\`${printFormula(f)}\` may have another value, or not be seen, where it is needed`)
    return compose(binding.call, operand(this.formula(f.args[0]!), binding.call), `.${f.name}`)
  }
}

/** The `item.x` of a round's own `const x = item.x`. */
function definitionOf(name: Node | undefined, { resolver }: Reading): Node | undefined {
  const variable = name?.type === 'Identifier' ? resolver.variable(name) : undefined
  const initial = variable && resolver.initialValue(variable)
  return initial?.pattern.type === 'Identifier' ? initial.init : undefined
}

/** Where the first array that a formula is made of is written. */
const originOf = (f: Formula): Node | undefined =>
  (f.origin as Node | undefined) ?? f.args.map(originOf).find(origin => origin !== undefined)

const isBit = (f: Formula): boolean => isNumber(f, 0) || isNumber(f, 1)
