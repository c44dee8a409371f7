/**
 * Formulas are built here, in canonical form: sums and products are flat and in one order, so that equality is a
 * comparison of two keys.
 */
import { nameOfMultiple } from './constants.ts'
import {
  anchorsOf,
  countKnown,
  functionBit,
  isElementwise,
  isNumber,
  isReduction,
  isVectorial,
  odd,
  signOf,
  symmetric,
  type Formula,
  type Notes,
  type Operator,
  type Reduction,
  type Tensor,
} from './formula.ts'

const isPowerOfTwo = (x: number): boolean => Number.isFinite(x) && x !== 0 && Number.isInteger(Math.log2(Math.abs(x)))
const exactProduct = (a: number, b: number): boolean =>
  isPowerOfTwo(a) || isPowerOfTwo(b) || (Number.isInteger(a) && Number.isInteger(b) && Number.isSafeInteger(a * b))

/** A number of things: whoever divides by it has some. */
const isCount = (f: Formula): boolean => f.op === 'count' || f.known?.count === true
const isInverseCount = (f: Formula): boolean => isCount(powerOf(f)[0]) && powerOf(f)[1] < 0

/** A factor as a base and a whole exponent. */
function powerOf(f: Formula): readonly [Formula, number] {
  const exponent = f.op === 'pow' && !f.recognized && f.args[1]!.op === 'number' ? f.args[1]!.value! : NaN
  return Number.isInteger(exponent) ? [f.args[0]!, exponent] : [f, 1]
}

/** Drops 1 and -1 from 1 + x - 1, so that 1 - (1 - y) is y. */
function withoutOpposites(terms: Formula[]): Formula[] {
  const numbers = terms.filter(term => term.op === 'number')
  if (numbers.length < 2 || numbers.length > 8) return terms
  const dropped = new Set<Formula>()
  for (const term of numbers) {
    const opposite = numbers.find(other => other.value === -term.value! && !dropped.has(other))
    if (opposite && !dropped.has(term)) dropped.add(term).add(opposite)
  }
  return terms.filter(term => !dropped.has(term))
}

/** What not all operators have. */
type Special = Pick<Formula, 'value' | 'name' | 'epoch'> & Notes

/**
 * Builds formulas in canonical form and numbers them, so that equality is a comparison of two keys. One algebra a file:
 * the numbering lives and dies with it.
 */
export class Algebra {
  readonly trusting: boolean
  #keys = new Map<string, number>()
  #fresh = 0

  /** A trusting algebra takes all arrays that are read along the same loop to be as long as the loop. */
  constructor(trusting = false) {
    this.trusting = trusting
  }

  #key(text: string): number {
    let key = this.#keys.get(text)
    if (key === undefined) this.#keys.set(text, (key = this.#keys.size))
    return key
  }

  #make(op: Operator, args: readonly Formula[], key: string, more: Special = {}): Formula {
    let size = 1
    let functions = functionBit(op)
    let tensor: Tensor | undefined
    for (const arg of args) {
      size += arg.size
      functions |= arg.functions
      tensor ??= arg.tensor
    }
    // All formulas have the same fields in the same order: engines are several times as fast with objects of one shape.
    return {
      op,
      args,
      key: this.#key(key),
      size,
      functions,
      value: more.value,
      name: more.name,
      known: more.known,
      epoch: more.epoch,
      domain: more.domain,
      origin: more.origin,
      lift: more.lift,
      tensor,
      recognized: undefined,
      opposite: undefined,
      called: undefined,
      inlined: undefined,
      anchors: undefined,
      whole: undefined,
      remainder: undefined,
    }
  }

  number(value: number, name?: string): Formula {
    const key = `number ${Object.is(value, -0) ? '-0' : value}`
    return this.#make('number', [], key, name === undefined ? { value } : { value, name })
  }

  /** An exact product of two numbers. */
  #multiple(a: Formula, b: Formula): Formula {
    const [constant, by] = a.name === undefined ? [b, a.value!] : [a, b.value!]
    const { name, value } = constant
    const keepsName = name !== undefined && Number.isFinite(value) && isPowerOfTwo(by)
    return this.number(value! * by, keepsName ? nameOfMultiple(name, by) : undefined)
  }

  /** A quantity about which only `known` is known. Symbols with the same identity have the same value. */
  symbol(name: string, identity: string, notes: Notes = {}): Formula {
    return this.#make('symbol', [], `symbol ${identity}`, { name, ...notes })
  }

  /** A quantity that equals nothing else: an unknown call. */
  unique(name: string, notes: Notes = {}): Formula {
    return this.symbol(name, `unique ${this.#fresh++}`, notes)
  }

  /** `object.name`, as it stands at one time, which `epoch` names. */
  field(object: Formula, name: string, epoch: string): Formula {
    return this.#make('field', [object], `field ${object.key} ${name} ${epoch}`, {
      name,
      epoch,
      ...this.#domainOf([object]),
    })
  }

  /** The entries of an array as they stand at one time, which `epoch` names: a vector, and its own domain. */
  elements(array: Formula, epoch: string, notes: Notes = {}): Formula {
    if (array.domain) return array
    const self = this.#make('elements', [array], `elements ${array.key} ${epoch}`, {
      origin: array.origin,
      epoch,
      ...notes,
    })
    return { ...self, domain: self }
  }

  /** The rounds of a counted loop: a vector of `count` entries that is its own domain. */
  range(count: Formula, start: Formula): Formula {
    const self = this.#make('range', [count, start], `range ${count.key} ${start.key}`)
    return { ...self, domain: self }
  }

  /** What a loop of `count` rounds goes through: over the length of an array, that array. */
  rounds(count: Formula, start: Formula): Formula {
    return count.op === 'count' && isNumber(start, 0) ? count.args[0]! : this.range(count, start)
  }

  /** 0, 1, 2, … along a vector. */
  positions(domain: Formula): Formula {
    return this.#make('positions', [domain], `positions ${domain.key}`, { domain, known: { low: 0, grid: 1 } })
  }

  negate(f: Formula): Formula {
    const turned = this.mul([this.number(-1), f])
    return { ...turned, anchors: anchorsOf(f), opposite: f.opposite ? turned.opposite : f }
  }

  invert(f: Formula): Formula {
    return { ...this.pow(f, this.number(-1)), anchors: anchorsOf(f) }
  }

  divide(a: Formula, b: Formula): Formula {
    return this.mul([a, this.invert(b)])
  }

  add(terms: readonly Formula[]): Formula {
    const flat: Formula[] = []
    for (const term of terms) this.#flatten('add', term, flat)
    const kept = withoutOpposites(flat.filter(term => !isNumber(term, 0)))
    if (kept.length === 0) return this.number(0)
    if (kept.length === 1) return kept[0]!
    if (kept.every(term => term.op === 'number')) return this.number(kept.reduce((sum, term) => sum + term.value!, 0))
    return this.#commutative('add', kept)
  }

  mul(factors: readonly Formula[]): Formula {
    if (factors.length === 2 && isNumber(factors[0]!, -1) && factors[1]!.opposite) return factors[1]!.opposite
    const flat: Formula[] = []
    for (const factor of factors) this.#flatten('mul', factor, flat)
    let coefficient: Formula | undefined
    const numbers: Formula[] = []
    const others: Formula[] = []
    for (const factor of flat) {
      if (factor.op !== 'number') this.#raise(others, factor)
      else if (!coefficient) coefficient = factor
      else if (exactProduct(coefficient.value!, factor.value!))
        coefficient = {
          ...this.#multiple(coefficient, factor),
          anchors: [...anchorsOf(coefficient), ...anchorsOf(factor)],
        }
      else numbers.push(factor)
    }
    if (coefficient && coefficient.value === 1 && others.length + numbers.length > 0) coefficient = undefined
    const all = [...(coefficient ? [coefficient] : []), ...numbers, ...others]
    if (all.length === 0) return this.number(1)
    // As a term of a sum it has its own place, not those of its factors.
    if (all.length === 1) return all[0]!.origin ? all[0]! : { ...all[0]!, anchors: undefined }
    if (others.length === 0) return this.number(all.reduce((product, factor) => product * factor.value!, 1))
    const [first, second] = all
    if (all.length === 2 && isNumber(first!, -1) && second!.op === 'add' && !second!.recognized)
      return this.add(this.#terms(second!).map(term => this.negate(term)))
    return this.#commutative('mul', all)
  }

  /**
   * x * x is x^2: a factor joins one that is already there. Only for a count, which is never 0, do inverses join too:
   * n * (s / n)^2 is s^2 / n, but x / x stays as it is.
   */
  #raise(factors: Formula[], factor: Formula): void {
    // Beyond a handful of factors the search would be quadratic, and nobody writes such powers.
    const [base, exponent] = powerOf(factor)
    const at = factors.length < 16 ? factors.findIndex(other => powerOf(other)[0].key === base.key) : -1
    const other = factors[at]
    const sum = other ? powerOf(other)[1] + exponent : 0
    if (!other || (!isCount(base) && exponent < 0 !== powerOf(other)[1] < 0)) factors.push(factor)
    else if (sum === 0) factors.splice(at, 1)
    else
      factors[at] = {
        ...this.pow(base, this.number(sum)),
        anchors: [...anchorsOf(other), ...anchorsOf(factor)],
        origin: undefined,
      }
  }

  pow(base: Formula, exponent: Formula): Formula {
    if (exponent.op === 'number') {
      const p = exponent.value!
      if (p === 1) return base
      if (base.op === 'number' && p === -1 && isPowerOfTwo(base.value!)) return this.number(1 / base.value!)
      if (base.op === 'number' && p !== -1 && p !== 0.5) return this.number(base.value! ** p)
      if (p === -1 && !base.recognized) {
        if (base.op === 'mul') return this.mul(this.#terms(base).map(factor => this.invert(factor)))
        if (base.op === 'exp') return this.apply('exp', [this.negate(base.args[0]!)])
        if (base.op === 'pow' && base.args[1]!.op === 'number')
          return this.pow(base.args[0]!, this.number(-base.args[1]!.value!))
      }
      if (base.op === 'mul' && Number.isInteger(p) && base.args.some(isInverseCount))
        return this.mul(base.args.map(factor => this.pow(factor, exponent)))
      if (
        base.op === 'pow' &&
        Number.isInteger(p) &&
        base.args[1]!.op === 'number' &&
        Number.isInteger(base.args[1]!.value)
      )
        return this.pow(base.args[0]!, this.number(base.args[1]!.value! * p))
    }
    if (isNumber(base, Math.E)) return this.apply('exp', [exponent])
    return this.#make('pow', [base, exponent], `pow ${base.key} ${exponent.key}`, this.#domainOf([base, exponent]))
  }

  sqrt(f: Formula): Formula {
    return this.pow(f, this.number(0.5))
  }

  mean(vector: Formula): Formula {
    return this.divide(this.reduce('sum', [vector]), this.count(vector))
  }

  count(vector: Formula): Formula {
    const domain = vector.domain ?? vector
    if (domain.op === 'range') return { ...domain.args[0]!, known: countKnown }
    return this.#make('count', [domain], `count ${domain.key}`, { known: countKnown })
  }

  /** A reduction over the domain of its first argument. Factors that do not depend on it are taken out of a sum. */
  reduce(op: Reduction, args: readonly Formula[]): Formula {
    const [vector] = args
    if (op === 'count') return this.count(vector!)
    if (op === 'sum' && vector!.op === 'mul' && !vector!.recognized) {
      const outside = vector!.args.filter(factor => !factor.domain)
      if (outside.length > 0) {
        const inside = this.mul(vector!.args.filter(factor => factor.domain))
        return this.mul([...outside, this.reduce('sum', [{ ...inside, lift: undefined, domain: vector!.domain }])])
      }
    }
    const domain = vector!.domain ?? vector!
    const whole = this.trusting && (domain.op === 'elements' || (domain.op === 'range' && isNumber(domain.args[1]!, 0)))
    return this.#make(op, args, `${op} ${args.map(arg => arg.key).join(' ')} over ${whole ? 'all' : domain.key}`)
  }

  /** One entry of a vector; for an elementwise vector, the formula of the entries. */
  index(vector: Formula, position: Formula): Formula {
    if (vector.op === 'elements' && vector.args[0]!.op === 'list') return this.index(vector.args[0]!, position)
    if (vector.op === 'list' && position.op === 'number' && vector.args[position.value!])
      return vector.args[position.value!]!
    if ((position.op === 'argmax' || position.op === 'argmin') && position.args[0]!.key === vector.key)
      return this.reduce(position.op === 'argmax' ? 'max' : 'min', position.args)
    if (position.op === 'positions' && this.#sameLength(vector, position.domain!))
      return { ...vector, domain: position.domain }
    if (vector.domain && vector.op !== 'elements') {
      if (vector.op === 'positions') return position
      if (vector.op === 'index') return this.index(vector.args[0]!, this.index(vector.args[1]!, position))
      const inner = vector.args.map(arg => (arg.domain ? this.index(arg, position) : arg))
      if (isElementwise(vector.op)) {
        const entry = this.rebuild({ ...vector, domain: undefined, lift: undefined }, inner)
        return vector.recognized ? this.recognize(entry, this.index(vector.recognized, position)) : entry
      }
    }
    return this.#make('index', [vector, position], `index ${vector.key} ${position.key}`, {
      ...(position.domain && { domain: position.domain }),
    })
  }

  /**
   * An array that is read along another one, or along a count, is taken to be as long only by a trusting reader. Of a
   * softmax whose entries are weighed with labels nobody doubts it.
   */
  #sameLength(vector: Formula, domain: Formula): boolean {
    if (vector.domain?.key === domain.key || isVectorial(vector.op)) return true
    return this.trusting && (domain.op !== 'range' || isNumber(domain.args[1]!, 0))
  }

  apply(op: Operator, args: readonly Formula[]): Formula {
    if (isReduction(op)) return this.reduce(op, args)
    if (op === 'if' && args[0]!.op === 'number') return args[0]!.value ? args[1]! : args[2]!
    if (op === 'if' && args[1]!.key === args[2]!.key) return args[1]!
    if (odd.has(op) && signOf(args[0]!) < 0) return this.negate(this.apply(op, [this.negate(args[0]!)]))
    const keys = args.map(arg => arg.key)
    if (symmetric.has(op) && keys.length === 2) keys.sort((a, b) => a - b)
    const key = `${op} ${keys.join(' ')}${isVectorial(op) ? ` over ${args[0]!.domain?.key}` : ''}`
    return this.#make(op, args, key, this.#domainOf(args))
  }

  /** The same operator on other arguments, in canonical form again. */
  rebuild(f: Formula, args: readonly Formula[]): Formula {
    switch (f.op) {
      case 'number':
      case 'symbol':
        return f
      case 'add':
        return this.add(args)
      case 'mul':
        return args.length === 2 && isNumber(args[0]!, -1) ? this.negate(args[1]!) : this.mul(args)
      case 'pow':
        return this.pow(args[0]!, args[1]!)
      case 'index':
        return this.index(args[0]!, args[1]!)
      case 'range':
        return this.range(args[0]!, args[1]!)
      case 'positions':
        return this.positions(args[0]!)
      case 'field':
        return this.field(args[0]!, f.name!, f.epoch!)
      case 'elements':
        return this.elements(args[0]!, 'substituted')
      default:
        return this.apply(f.op, args)
    }
  }

  /** The recognised form gives the formula its key, so that all the ways to write a sigmoid are equal. */
  recognize(f: Formula, as: Formula): Formula {
    return { ...f, recognized: as, key: as.key, functions: f.functions | as.functions }
  }

  #flatten(op: 'add' | 'mul', f: Formula, into: Formula[]): void {
    if (f.op !== op || f.recognized) into.push(f)
    else for (const term of this.#terms(f)) into.push(term)
  }

  #terms(f: Formula): readonly Formula[] {
    return f.inlined && f.origin ? f.args.map(arg => ({ ...arg, anchors: [f.origin!], whole: f })) : f.args
  }

  #commutative(op: 'add' | 'mul', args: readonly Formula[]): Formula {
    const keys = args.map(arg => arg.key).sort((a, b) => a - b)
    return this.#make(op, args, `${op} ${keys.join(' ')}`, this.#domainOf(args))
  }

  #domainOf(args: readonly Formula[]): { domain?: Formula } {
    const domain = args.find(arg => arg.domain)?.domain
    return domain ? { domain } : {}
  }
}
