/**
 * Writes a formula as the naive JavaScript that people write for it, in several styles: the laws about code need code,
 * and a rule that only knows one spelling of its formula is no rule about mathematics.
 */
import { Algebra } from '../../src/formula/algebra.ts'
import { signOf, type Formula } from '../../src/formula/formula.ts'
import { sigmoid } from '../../src/runtime/index.ts'

export interface Style {
  readonly name: string
  readonly language: 'js' | 'ts'
  /** `Math.log`, `const { log } = Math`, or `const ln = Math.log`. */
  readonly math: 'member' | 'destructured' | 'renamed'
  /** `x * x` and `Math.sqrt(x)`, `x ** 2` and `x ** 0.5`, or `Math.pow`. */
  readonly power: 'products' | 'operators' | 'calls'
  /** The operands of sums and products in the opposite order. */
  readonly reversed?: boolean
  /** Every part in a `const` of its own. */
  readonly held?: boolean
  /** `x.map(f).reduce(add)`, one `reduce`, or a local helper. */
  readonly sums: 'chained' | 'reduced' | 'helper'
  /** A sigmoid or softmax written out, as a local helper, or under its agreed name. */
  readonly atomics: 'written' | 'helper' | 'agreed'
}

export const styles: readonly Style[] = [
  { name: 'plain', language: 'ts', math: 'member', power: 'products', sums: 'chained', atomics: 'agreed' },
  {
    name: 'reversed',
    language: 'ts',
    math: 'member',
    power: 'operators',
    reversed: true,
    sums: 'reduced',
    atomics: 'helper',
  },
  {
    name: 'held',
    language: 'ts',
    math: 'destructured',
    power: 'calls',
    held: true,
    sums: 'helper',
    atomics: 'written',
  },
  { name: 'renamed', language: 'js', math: 'renamed', power: 'operators', sums: 'helper', atomics: 'helper' },
  {
    name: 'held, reversed',
    language: 'js',
    math: 'member',
    power: 'products',
    reversed: true,
    held: true,
    sums: 'chained',
    atomics: 'agreed',
  },
]

/** For lines that speak of tensors: as functions of a library. */
export const tensorStyle: Style = {
  name: 'tensors',
  language: 'js',
  math: 'member',
  power: 'calls',
  sums: 'chained',
  atomics: 'written',
}

const level = { conditional: 1, sum: 2, product: 3, unary: 4, power: 5, call: 6 } as const

interface Spelled {
  readonly text: string
  readonly level: number
}

const within = (spelled: Spelled, least: number): string => (spelled.level < least ? `(${spelled.text})` : spelled.text)
const called = (text: string): Spelled => ({ text, level: level.call })

/** What an agreed name does where nobody sees its body, naively. */
export const agreedNames: Readonly<Record<string, (...args: never[]) => unknown>> = {
  sigmoid: (z: number) => 1 / (1 + Math.exp(-z)),
  softmax: (z: readonly number[]) => {
    const total = z.map(Math.exp).reduce((a, b) => a + b, 0)
    return z.map(v => Math.exp(v) / total)
  },
  factorial: (n: number) => {
    let product = 1
    for (let i = 2; i <= n; i++) product *= i
    return product
  },
  // Lanczos' approximation with g = 7, as in Numerical Recipes.
  gamma: (x: number) => {
    const coefficients = [
      676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905,
      -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7,
    ]
    const sum = coefficients.reduce((total, c, i) => total + c / (x + i), 0.9999999999998099)
    return Math.sqrt(2 * Math.PI) * (x + 6.5) ** (x - 0.5) * Math.exp(-x - 6.5) * sum
  },
}

const helpers: Readonly<Record<string, string>> = {
  sigmoid: 'const squash = (t) => 1 / (1 + Math.exp(-t))',
  softmax:
    'const shares = (t) => { const e = t.map(v => Math.exp(v)); const s = e.reduce((a, b) => a + b, 0); return e.map(v => v / s) }',
  factorial: 'const fact = (n) => n <= 1 ? 1 : n * fact(n - 1)',
  sum: 'const total = (t) => t.reduce((a, b) => a + b, 0)',
}
const typedHelpers: Readonly<Record<string, string>> = {
  sigmoid: 'const squash = (t: number) => 1 / (1 + Math.exp(-t))',
  softmax:
    'const shares = (t: number[]) => { const e = t.map(v => Math.exp(v)); const s = e.reduce((a, b) => a + b, 0); return e.map(v => v / s) }',
  factorial: 'const fact = (n: number): number => n <= 1 ? 1 : n * fact(n - 1)',
  sum: 'const total = (t: number[]) => t.reduce((a, b) => a + b, 0)',
}
const helperNames: Readonly<Record<string, string>> = {
  sigmoid: 'squash',
  softmax: 'shares',
  factorial: 'fact',
  sum: 'total',
}
/** What the import of an agreed name would find. */
export const agreedTypes = `export declare function sigmoid(z: number): number
export declare function softmax(z: number[]): number[]
export declare function gamma(x: number): number
export declare function factorial(n: number): number
`
const comparisons: Readonly<Record<string, string>> = { less: '<', lessOrEqual: '<=', equal: '===' }
const renamed: Readonly<Record<string, string>> = { log: 'ln', exp: 'e', sqrt: 'root', pow: 'power' }
const spelling: Readonly<Record<string, string>> = { largest: 'max', smallest: 'min' }

export interface Parameter {
  readonly name: string
  readonly type: 'number' | 'number[]' | 'boolean'
}

export interface Spelling {
  readonly parameters: readonly Parameter[]
  /** Sources that stand for variables of the formula; a variable without one is a parameter. */
  readonly values?: Readonly<Record<string, string>>
  /** Statements before the others. */
  readonly setup?: readonly string[]
}

/** A module that exports the formula as a function `f`. */
export function moduleOf(formula: Formula, style: Style, { parameters, values = {}, setup = [] }: Spelling): string {
  const speller = new Speller(style, values)
  const result = speller.root(formula)
  const typed = parameters.map(({ name, type }) => (style.language === 'ts' ? `${name}: ${type}` : name))
  const lines = [...setup, ...speller.statements].map(line => `  ${line}`)
  return `${[...speller.prelude].map(line => `${line}\n`).join('')}
// The comment above stays.
export function f(${typed.join(', ')}) {
${lines.map(line => `${line}\n`).join('')}  // And this one.
  return ${result} // And this one too.
}
`
}

/** The formula as an expression, the statements that it needs before it, and what the module needs before these. */
export function spelled(
  formula: Formula,
  style: Style,
  values: Readonly<Record<string, string>>,
): { readonly prelude: ReadonlySet<string>; readonly statements: readonly string[]; readonly text: string } {
  const speller = new Speller(style, values)
  const text = speller.root(formula)
  return { prelude: speller.prelude, statements: speller.statements, text }
}

/** The same as calls of TensorFlow.js. */
export function tensorModuleOf(formula: Formula, { parameters, values = {} }: Spelling): string {
  const call = (name: string, ...args: string[]): string => `tf.${name}(${args.join(', ')})`
  const text = (f: Formula): string => {
    const [first] = f.args
    switch (f.op) {
      case 'number':
        return String(f.value)
      case 'symbol':
        return values[f.name!] ?? f.name!
      case 'add': {
        const terms = [...f.args].sort((a, b) => signOf(b) - signOf(a))
        return terms
          .slice(1)
          .reduce(
            (sum, term) =>
              signOf(term) < 0 ? call('sub', sum, text(algebra.negate(term))) : call('add', sum, text(term)),
            text(terms[0]!),
          )
      }
      case 'mul':
        return signOf(f) < 0
          ? call('neg', text(algebra.negate(f)))
          : f.args.map(text).reduce((product, factor) => call('mul', product, factor))
      case 'pow':
        return call('div', '1', text(algebra.invert(f)))
      case 'sum':
        return call('sum', text(first!), '-1')
    }
    return call(tensorNames[f.op] ?? f.op, ...f.args.map(text))
  }
  return `import * as tf from '@tensorflow/tfjs'
export function f(${parameters.map(({ name }) => name).join(', ')}) {
  return ${text(formula)} // This comment stays.
}
`
}

const tensorNames: Readonly<Record<string, string>> = { largest: 'maximum', smallest: 'minimum' }

/** The same functions of plain numbers, to run what was fixed. */
export const numbersAsTensors: Readonly<Record<string, (...args: number[]) => number>> = {
  add: (a, b) => a! + b!,
  sub: (a, b) => a! - b!,
  mul: (a, b) => a! * b!,
  div: (a, b) => a! / b!,
  neg: a => -a!,
  exp: Math.exp,
  log: Math.log,
  sigmoid,
}

/** How an entry of each vector is written in a callback, by the key of the vector. */
type Scope = ReadonlyMap<number, string>

class Speller {
  readonly prelude = new Set<string>()
  readonly statements: string[] = []
  readonly #style: Style
  readonly #values: Readonly<Record<string, string>>
  #held = 0
  /** The vector that says how many entries there are. */
  #first: Formula | undefined

  constructor(style: Style, values: Readonly<Record<string, string>>) {
    this.#style = style
    this.#values = values
  }

  #isWrittenOut(f: Formula): boolean {
    return f.op === 'softmax' && this.#style.atomics === 'written'
  }

  root(f: Formula): string {
    this.#first = firstVector(f)
    return f.domain ? this.#vector(f) : this.#expression(f, undefined).text
  }

  #hold(text: string): string {
    const name = `part${++this.#held}`
    this.statements.push(`const ${name} = ${text}${this.#style.language === 'js' ? ` // About ${name}.` : ''}`)
    return name
  }

  /** A part of a formula: in its own `const` where the style wants it, and where it does not change from entry to entry. */
  #part(f: Formula, scope: Scope | undefined): Spelled {
    const leaf =
      f.op === 'number' ||
      f.op === 'symbol' ||
      f.op === 'count' ||
      (f.op === 'mul' && f.args.length === 2 && f.args[0]!.value === -1)
    const closed = !f.domain
    const reduction = f.op === 'sum' || f.op === 'product'
    const hold = closed && !leaf && (this.#style.held || (scope && reduction && this.#style.sums !== 'reduced'))
    return hold
      ? called(this.#hold(this.#expression(f, undefined).text))
      : this.#expression(f, closed ? undefined : scope)
  }

  #expression(f: Formula, scope: Scope | undefined): Spelled {
    const entry = scope?.get(f.key)
    if (entry !== undefined) return called(entry)
    switch (f.op) {
      case 'number':
        return f.name === undefined
          ? { text: String(f.value), level: f.value! < 0 ? level.unary : level.call }
          : { text: f.name.replace(/[A-Z]\w*/, 'Math.$&'), level: f.name.includes(' ') ? level.product : level.call }
      case 'symbol':
        return this.#symbol(f)
      case 'add':
        return this.#sum(f, scope)
      case 'mul':
        return this.#product(f, scope)
      case 'pow':
        return this.#power(f, scope)
      case 'exp':
        if (this.#style.power !== 'operators' || this.#style.math !== 'member') break
        return { text: `Math.E ** ${within(this.#part(f.args[0]!, scope), level.unary)}`, level: level.power }
      case 'sum':
      case 'product':
        return this.#reduction(f)
      case 'count':
        return called(`${this.#countedName(f)}.length`)
      case 'index':
        if (this.#isWrittenOut(f.args[0]!))
          return this.#part(shareOf(algebra.index(f.args[0]!.args[0]!, f.args[1]!), f.args[0]!.args[0]!), scope)
        return called(`${this.#vector(f.args[0]!)}[${this.#part(f.args[1]!, scope).text}]`)
      case 'if': {
        const [test, yes, no] = f.args.map(arg => within(this.#part(arg, scope), level.conditional + 1))
        return { text: `${test} ? ${yes} : ${no}`, level: level.conditional }
      }
      case 'less':
      case 'lessOrEqual':
      case 'equal': {
        const [a, b] = f.args.map(arg => within(this.#part(arg, scope), level.sum))
        return { text: `${a} ${comparisons[f.op]} ${b}`, level: level.conditional }
      }
      case 'softmax':
        return this.#expression(shareOf(f.args[0]!, f.args[0]!), scope)
      case 'sigmoid':
        if (this.#style.atomics === 'written')
          return this.#expression(algebra.invert(onePlusExp(algebra.negate(f.args[0]!))), scope)
      // falls through
      case 'factorial':
      case 'gamma':
        return called(`${this.#atomic(f.op)}(${this.#part(f.args[0]!, scope).text})`)
    }
    return called(`${this.#math(spelling[f.op] ?? f.op)}(${f.args.map(arg => this.#part(arg, scope).text).join(', ')})`)
  }

  #symbol(f: Formula): Spelled {
    const value = this.#values[f.name!]
    return value === undefined
      ? called(f.name!)
      : { text: value, level: /^(\d[\d.e-]*|[\w.]+(\(.*\))?)$/.test(value) ? level.call : level.conditional }
  }

  #countedName(f: Formula): string {
    return this.#values['count of'] ?? (f.args[0]!.name === 'domain' ? 'x' : f.args[0]!.name!)
  }

  #atomic(op: string): string {
    const helper =
      this.#style.atomics === 'agreed' || op === 'gamma'
        ? undefined
        : (this.#style.language === 'ts' ? typedHelpers : helpers)[op]
    if (helper) this.prelude.add(helper)
    else if (this.#style.language === 'ts') this.prelude.add(`import { ${op} } from './mathematics.ts'`)
    return helper ? helperNames[op]! : op
  }

  #math(name: string): string {
    if (this.#style.math === 'member') return `Math.${name}`
    const alias = this.#style.math === 'renamed' ? (renamed[name] ?? name) : name
    this.prelude.add(this.#style.math === 'renamed' ? `const ${alias} = Math.${name}` : `const { ${name} } = Math`)
    return alias
  }

  #inOrder<T>(all: readonly T[]): readonly T[] {
    return this.#style.reversed ? [...all].reverse() : all
  }

  #sum(f: Formula, scope: Scope | undefined): Spelled {
    const terms = f.args.flatMap(term =>
      isSpread(term)
        ? this.#spread(term)
        : [{ negative: signOf(term) < 0, text: within(this.#part(positive(term), scope), level.product) }],
    )
    const text = this.#inOrder(terms).map(({ negative, text: term }, at) =>
      at === 0 ? (negative ? negated(term) : term) : ` ${negative ? '-' : '+'} ${term}`,
    )
    return { text: text.join(''), level: level.sum }
  }

  /** exp(c...) as exp(c[0]) and so on: the entries are parameters of their own. */
  #spread(term: Formula): { negative: boolean; text: string }[] {
    const names = this.#values[term.args[0]!.name!]!.split(' ')
    return names.map(name => ({ negative: false, text: `${this.#math(term.op)}(${name})` }))
  }

  #product(f: Formula, scope: Scope | undefined): Spelled {
    if (signOf(f) < 0) return { text: negated(within(this.#part(positive(f), scope), level.unary)), level: level.unary }
    const isBelow = (factor: Formula): boolean =>
      factor.op === 'pow' && factor.args[1]!.op === 'number' && factor.args[1]!.value! < 0
    const above = f.args.filter(factor => !isBelow(factor))
    const below = f.args.filter(isBelow).map(factor => within(this.#part(inverted(factor), scope), level.unary))
    const factors = this.#inOrder(above).map(factor => within(this.#part(factor, scope), level.product + 1))
    return { text: [factors.length > 0 ? factors.join(' * ') : '1', ...below].join(' / '), level: level.product }
  }

  #power(f: Formula, scope: Scope | undefined): Spelled {
    const [base, exponent] = f.args
    const p = exponent!.value
    if (p !== undefined && p < 0)
      return { text: `1 / ${within(this.#part(inverted(f), scope), level.unary)}`, level: level.product }
    const part = this.#part(base!, scope)
    if (this.#style.power === 'calls')
      return called(`${this.#math('pow')}(${part.text}, ${exponent!.value ?? this.#part(exponent!, scope).text})`)
    if (this.#style.power === 'products' && p === 0.5) return called(`${this.#math('sqrt')}(${part.text})`)
    if (this.#style.power === 'products' && p === 2)
      return { text: `${within(part, level.unary)} * ${within(part, level.unary)}`, level: level.product }
    return {
      text: `${within(part, level.call)} ** ${within(this.#part(exponent!, scope), level.unary)}`,
      level: level.power,
    }
  }

  // Vectors

  #vector(f: Formula): string {
    if (f.op === 'symbol') return this.#symbol(f).text
    if (f.op === 'softmax') return `${this.#atomic('softmax')}(${this.#vector(f.args[0]!)})`
    if (
      f.op === 'exp' &&
      f.args[0]!.op === 'symbol' &&
      this.#style.math === 'member' &&
      this.#style.power === 'products'
    )
      return `${this.#symbol(f.args[0]!).text}.map(Math.exp)`
    const { base, names, body } = this.#elementwise(f)
    return `${base}.map(${names.length === 1 ? names[0] : `(${names.join(', ')})`} => ${body})`
  }

  /** The vectors of which an elementwise formula takes entries. */
  #atomsOf(f: Formula): Formula[] {
    if (!f.domain) return []
    if (f.op === 'symbol' || (f.op === 'softmax' && !this.#isWrittenOut(f))) return [f]
    const all = f.args.flatMap(arg => this.#atomsOf(arg))
    return all.filter((atom, at) => all.findIndex(other => other.key === atom.key) === at)
  }

  /** An elementwise formula as the body of a callback over the first of its vectors. */
  #elementwise(f: Formula): { base: string; names: readonly string[]; body: string } {
    const [first, ...others] = this.#atomsOf(f)
    const base = this.#vector(first!)
    const scope = new Map([[first!.key, 'v']])
    for (const other of others)
      scope.set(other.key, `${other.op === 'symbol' ? this.#vector(other) : this.#hold(this.#vector(other))}[i]`)
    const body = this.#expression(f, scope).text
    const indexed = others.length > 0
    return {
      base,
      names: indexed ? ['v', 'i'] : ['v'],
      body: body,
    }
  }

  #reduction(f: Formula): Spelled {
    const [sign, start] = f.op === 'sum' ? ['+', 0] : ['*', 1]
    const [vector] = f.args
    const along =
      vector && this.#first && !this.#atomsOf(vector).some(atom => firstVector(atom)?.key === this.#first!.key)
    if (along) return this.#loop(vector, sign, start)
    if (f.op === 'sum' && this.#style.sums === 'helper') {
      this.prelude.add((this.#style.language === 'ts' ? typedHelpers : helpers)['sum']!)
      return called(`total(${this.#vector(vector!)})`)
    }
    if (this.#style.sums === 'reduced') {
      const { base, names, body } = this.#elementwise(vector!)
      return called(
        `${base}.reduce((all, ${names.join(', ')}) => all ${sign} ${/[-+?]/.test(body) ? `(${body})` : body}, ${start})`,
      )
    }
    return called(`${this.#vector(vector!)}.reduce((a, b) => a ${sign} b, ${start})`)
  }

  /** Another array alone is as long as the first one for certain only where one loop reads both. */
  #loop(vector: Formula, sign: string, start: number): Spelled {
    const name = `part${++this.#held}`
    const scope = new Map(this.#atomsOf(vector).map(atom => [atom.key, `${this.#vector(atom)}[i]`]))
    const body = this.#expression(vector, scope).text
    this.statements.push(
      `let ${name} = ${start}`,
      `for (let i = 0; i < ${this.#vector(this.#first!)}.length; i++) ${name} ${sign}= ${body}`,
    )
    return called(name)
  }
}

/** What a softmax is taken of is summed up whole: it is nobody's second array. */
const firstVector = (f: Formula): Formula | undefined => {
  if (f.op === 'symbol') return f.domain ? f : undefined
  const all = f.args.toSorted((a, b) => Number(hasSoftmax(b)) - Number(hasSoftmax(a)))
  return all.map(firstVector).find(found => found !== undefined)
}
const hasSoftmax = (f: Formula): boolean => f.op === 'softmax' || f.args.some(hasSoftmax)

const isSpread = (f: Formula): boolean => f.args.some(arg => arg.op === 'symbol' && arg.name!.endsWith('...'))

/** Only for writing: its formulas are compared with no others. */
const algebra = new Algebra()
const onePlusExp = (f: Formula): Formula => algebra.add([algebra.number(1), algebra.apply('exp', [f])])

/** exp(entry) / sum(exp(all)). */
const shareOf = (entry: Formula, all: Formula): Formula =>
  algebra.divide(algebra.apply('exp', [entry]), {
    ...algebra.symbol('', ''),
    op: 'sum',
    args: [algebra.apply('exp', [all])],
  })

/** A negative term without its sign. */
function positive(f: Formula): Formula {
  if (signOf(f) > 0) return f
  if (f.op === 'number') return algebra.negate(f)
  const [coefficient, ...others] = f.args
  if (coefficient!.value === -1 && others.length === 1) return others[0]!
  return { ...f, args: coefficient!.value === -1 ? others : [algebra.number(-coefficient!.value!), ...others] }
}

/** JavaScript has no -x ** 2. */
const negated = (text: string): string =>
  text.includes('**') && !/^\([^()]*\)$/.test(text) ? `-(${text})` : `-${text}`

/** 1/x^2 as x^2. */
const inverted = (f: Formula): Formula =>
  f.args[1]!.value === -1 ? f.args[0]! : { ...f, args: [f.args[0]!, { ...f.args[1]!, value: -f.args[1]!.value! }] }
