/**
 * Calls of tensor libraries: `tf.log(tf.add(1, x))` and `x.add(1).log()` are log(1 + x). What a name means is looked up in
 * the table of the library that the file imports, or, for classes of which only the names are known, in one for all.
 */
import type { TSESTree } from '@typescript-eslint/utils'
import { byName, hasExactNumbers, hasGradients, isConversion } from '../dialects/by-name.ts'
import type { Dialect, Meaning } from '../dialects/tensors.ts'
import { isVectorial, type Formula, type Operator, type Tensor } from '../formula/formula.ts'
import { along, axesIn } from './axes.ts'
import { classOf } from './classes.ts'
import type { Reading } from './index.ts'
import { libraryOf } from './libraries.ts'
import { arity, built, isOpen, reduces } from './meanings.ts'
import { Models, type Output } from './models.ts'
import { Namespaces } from './namespaces.ts'
import type { Denoted, Variable } from './resolve.ts'
import { isFunction, memberName, seenThrough, staticName, type Node } from './syntax.ts'

/** A call, understood: what it means, and on which operands. */
export interface TensorCall {
  readonly dialect: Dialect
  readonly meaning: Meaning
  readonly operands: readonly Node[]
  readonly written: 'function' | 'method'
}

interface Axis {
  readonly key: string
  readonly keepDims: boolean
  readonly given: Node | undefined
}

export class Tensors {
  readonly #reading: Reading
  readonly #namespaces: Namespaces
  readonly #models: Models
  readonly #predictions = new Map<Variable, Formula | undefined>()
  #library: Dialect | undefined
  #exact: boolean | undefined
  #counts: boolean | undefined
  #gradients: boolean | undefined
  #searched = false

  constructor(reading: Reading) {
    this.#reading = reading
    this.#namespaces = new Namespaces(reading)
    this.#models = new Models(reading)
  }

  /** The library that the file uses, if it is one. */
  get library(): Dialect | undefined {
    if (!this.#searched) {
      this.#searched = true
      const { scopeManager, ast } = this.#reading.sourceCode
      const used = new Set<Dialect>()
      for (const statement of ast.body)
        if (statement.type === 'ImportDeclaration') {
          const found = libraryOf({ kind: 'module', source: statement.source.value, path: ['tensorflow'] })
          if (found) used.add(found.dialect)
        }
      for (const scope of scopeManager!.scopes)
        for (const { identifier, resolved } of scope.references) {
          if (resolved && resolved.defs.length > 0 && resolved.defs[0]!.type !== 'Variable') continue
          const denoted = this.#reading.resolver.denoted(identifier as Node)
          const found = denoted && libraryOf({ ...denoted, path: [...denoted.path, 'tensorflow'] })
          if (found) used.add(found.dialect)
        }
      if (used.size === 1) [this.#library] = used
    }
    return this.#library
  }

  /** What a call of a tensor library, or of something like it, means. */
  callOf(node: TSESTree.CallExpression): TensorCall | undefined {
    const callee = seenThrough(node.callee)
    if (callee.type !== 'MemberExpression' && callee.type !== 'Identifier') return undefined
    if (node.arguments.some(argument => argument.type === 'SpreadElement')) return undefined
    const denoted = this.#reading.resolver.denoted(callee)
    const known = denoted && libraryOf(denoted)
    if (known) return this.#named(known.dialect, 'function', known.path.join('.'), node.arguments)
    const name = callee.type === 'Identifier' ? nameOf(callee, denoted) : memberName(callee)
    if (name === undefined) return undefined
    if (this.#namespaces.has(callee, denoted)) return this.#named(byName, 'function', name, node.arguments)
    if (callee.type === 'Identifier' || callee.object.type === 'Super' || this.#isNamespace(callee.object))
      return undefined
    // What is written in this file counts by what it computes.
    const local = this.#reading.resolver.localFunction(callee)
    if (local && this.#reading.functions.isUnderstood(local)) return undefined
    const dialect = this.library ?? byName
    return this.#named(dialect, 'method', name, [callee.object, ...node.arguments])
  }

  #named(
    dialect: Dialect,
    written: TensorCall['written'],
    name: string,
    operands: readonly Node[],
  ): TensorCall | undefined {
    const words = written === 'function' ? dialect.functions : dialect.methods
    const word = Object.hasOwn(words, name) ? words[name] : undefined
    const meaning = word && dialect.variadic && areSeveral(operands) ? (ofSeveral[word] ?? word) : word
    if (!meaning || (dialect === byName && (meaning === 'pure' || this.#isExact))) return undefined
    if (!this.#fits(meaning, operands, dialect)) return undefined
    return { dialect, meaning, operands, written }
  }

  #fits(meaning: Meaning, operands: readonly Node[], dialect: Dialect): boolean {
    if (isOpen(meaning)) return meaning !== 'run' || operands.some(operand => isFunction(seenThrough(operand)))
    if (operands.length < arity(meaning)) return false
    if (reduces(meaning)) return dialect.variadic ? operands.length === 1 : operands.length <= 4
    return operands.length === arity(meaning)
  }

  /** A name of something that has functions and is no tensor: a module, a global. */
  #isNamespace(object: Node): boolean {
    const denoted = this.#reading.resolver.denoted(object)
    return (
      denoted !== undefined &&
      (denoted.kind === 'module' ||
        denoted.path.length !== 1 ||
        isCapital(denoted.path[0]!) ||
        isGlobal(denoted.path[0]!))
    )
  }

  get #isExact(): boolean {
    return (this.#exact ??= hasExactNumbers(this.#reading.sourceCode.text))
  }

  #isDifferentiated(dialect: Dialect): boolean {
    if (dialect !== byName) return dialect.gradients === true
    return (this.#gradients ??= hasGradients(this.#reading.sourceCode.text))
  }

  /** The formula of a call. */
  read(node: TSESTree.CallExpression): Formula | undefined {
    const call = this.callOf(node)
    if (call) return this.#meant(call, node)
    const output = this.#models.ofCall(node)
    return output ? this.#activated(output, node) : this.#converted(node)
  }

  /** The predictions that a loss is given, which a model is compiled with. */
  readParameter(variable: Variable, node: Node): Formula | undefined {
    if (!this.#predictions.has(variable)) {
      const output = this.#models.ofParameter(variable)
      this.#predictions.set(variable, output && this.#activated(output, node))
    }
    return this.#predictions.get(variable)
  }

  /** What the last layer of a model makes of logits that are not seen. */
  #activated({ dialect, activation }: Output, node: Node): Formula | undefined {
    const tensor = this.#tensorOf(dialect)
    const symbol = this.#reading.algebra.unique('logits', {})
    const logits = { ...this.#reading.settled(symbol, { node, constant: false }), tensor: { ...tensor, hidden: true } }
    return isVectorial(activation)
      ? this.#reduced(activation, logits, [], tensor)
      : { ...this.#reading.algebra.apply(activation, [logits]), tensor }
  }

  #tensorOf(dialect: Dialect): Tensor {
    return {
      dialect: dialect.name,
      ...(dialect.numbers && { isNumber: true }),
      ...(dialect.float32 && { float32: true }),
      ...(this.#isDifferentiated(dialect) && { gradients: true }),
    }
  }

  /** asTensor(x) and its like give back the same numbers. */
  #converted(node: TSESTree.CallExpression): Formula | undefined {
    const callee = seenThrough(node.callee)
    const name =
      callee.type === 'Identifier' ? callee.name : callee.type === 'MemberExpression' ? memberName(callee) : undefined
    const [first] = node.arguments
    if (name === undefined || !first || first.type === 'SpreadElement') return undefined
    if (isConversion(name)) return { ...this.#operand(first), inlined: true }
    if (name !== 'scalar') return undefined
    const value = this.#reading.read(first)
    return value.op === 'number' ? { ...value, tensor: { dialect: byName.name, dropped: 'all' } } : undefined
  }

  /** A call that hands on what was computed within it. */
  isFrame(node: Node): boolean {
    if (node.type !== 'CallExpression') return false
    const call = this.callOf(node)
    return call ? isOpen(call.meaning) : this.#converted(node) !== undefined
  }

  /** The library's function has no effect but its result. */
  isPure(node: TSESTree.CallExpression): boolean {
    if (node.parent.type === 'ExpressionStatement') return false
    const call = this.callOf(node)
    if (!call || call.meaning === 'run' || call.meaning === 'expression') return false
    return call.dialect !== byName || (call.written === 'method' && classOf(node, this.#reading) !== undefined)
  }

  /** Of `where(test, a, b)`, the test that holds, or does not, where a branch counts. */
  branch(node: Node): { readonly test: Node; readonly holds: boolean } | undefined {
    const { parent } = node
    if (parent?.type !== 'CallExpression' || parent.callee === node) return undefined
    const call = this.callOf(parent)
    if (call?.meaning !== 'if') return undefined
    const [test, yes, no] = call.operands
    return node === yes ? { test: test!, holds: true } : node === no ? { test: test!, holds: false } : undefined
  }

  /** `new Value(1)`, `new Value(max)` of an autograd engine: the number itself. */
  readNew(node: TSESTree.NewExpression): Formula | undefined {
    const [only, ...more] = node.arguments
    if (
      node.callee.type !== 'Identifier' ||
      !only ||
      more.length > 0 ||
      !/^(Variable|Value|Scalar|Dual|Var)$/.test(node.callee.name)
    )
      return undefined
    const value = this.#reading.read(only)
    if (value.domain || value.op === 'list') return undefined
    return { ...value, tensor: { dialect: byName.name }, inlined: true }
  }

  #meant(call: TensorCall, node: TSESTree.CallExpression): Formula | undefined {
    const { dialect, meaning, operands } = call
    const { algebra } = this.#reading
    const tensor = this.#tensorOf(dialect)
    const noted = (f: Formula, more: Partial<Tensor> = {}): Formula => ({ ...f, tensor: { ...tensor, ...more } })
    switch (meaning) {
      case 'pure':
      case 'expression':
        return noted(this.#reading.opaque(node))
      case 'run':
        return this.#result(operands)
      case 'constant': {
        const value = operands[0] ? this.#reading.read(operands[0]) : undefined
        if (!value || value.op === 'list' || value.domain) return noted(this.#reading.opaque(node))
        return noted(value, { dropped: 'all' })
      }
      case 'ones':
      case 'zeros':
        return noted({ ...algebra.number(meaning === 'ones' ? 1 : 0) }, { shaped: true })
      case 'same':
        return operands[0] && this.#operand(operands[0])
      case 'spread': {
        const value = operands[0] && this.#operand(operands[0])
        const isReduced = value && axesIn(value).length > 0 && !value.domain
        return isReduced
          ? {
              ...value,
              tensor: { ...tensor, along: value.tensor?.along && { ...value.tensor.along, keepDims: true } },
              inlined: true,
            }
          : noted(this.#reading.opaque(node))
      }
    }
    const read = operands.slice(0, reduces(meaning) ? 1 : arity(meaning)).map(operand => this.#operand(operand, tensor))
    if (reduces(meaning)) return this.#reduced(meaning as Operator | 'mean', read[0]!, operands.slice(1), tensor)
    const { args, dropped } = this.#combined(read, tensor)
    const whole = built(meaning, args, this.#reading)
    return whole && { ...this.#reading.named(whole), tensor: { ...tensor, ...(dropped !== undefined && { dropped }) } }
  }

  /** An operand, with the mark that it is part of a tensor's formula. */
  #operand(node: Node, tensor?: Tensor): Formula {
    const f = this.#reading.read(node)
    return f.tensor || !tensor ? f : { ...f, tensor: f.op === 'number' ? { ...tensor, dropped: 'all' } : tensor }
  }

  /** `x.ref` is x, used once more, in a file that counts the uses of its tensors. */
  readUse(node: TSESTree.MemberExpression): Formula | undefined {
    if (node.computed || memberName(node) !== 'ref' || node.object.type === 'Super') return undefined
    this.#counts ??= this.library?.consumes ?? /\.ref\.(?:add|sub|mul|div)\(/.test(this.#reading.sourceCode.text)
    return this.#counts ? { ...this.#reading.read(node.object), inlined: true } : undefined
  }

  /** What the function computes that a library runs. */
  #result(operands: readonly Node[]): Formula | undefined {
    const fn = operands.map(seenThrough).find(isFunction)
    const result = fn && fn.params.length === 0 ? this.#reading.functions.result(fn) : undefined
    return result && result.op !== 'symbol' ? { ...result, inlined: true } : undefined
  }

  /** Operands of one shape: along one axis, if one of them was reduced along it. */
  #combined(read: readonly Formula[], tensor: Tensor): { args: readonly Formula[]; dropped: string | undefined } {
    const shapes = read.map(shapeOf)
    const whole = shapes.includes('whole')
    const partial = [...new Set(shapes.filter(shape => shape !== 'whole' && shape !== 'all'))]
    // sum(x, 1) without its axis does not stand beside x as the same sum with its axis does; sum(x, 0) does.
    const misaligned = (shape: string): boolean =>
      shape !== 'whole' && shape !== 'all' && shape !== '0' && (whole || partial.length > 1)
    const args = read.map((f, at) =>
      misaligned(shapes[at]!)
        ? {
            ...this.#reading.algebra.unique(f.origin ? this.#reading.textOf(f.origin as Node) : 'sum', {
              origin: f.origin,
            }),
            tensor,
          }
        : f,
    )
    const axis = args.flatMap(arg => axesIn(arg))[0]
    const dropped = whole ? undefined : (partial[0] ?? 'all')
    if (!axis) return { args, dropped }
    return { args: args.map(arg => along(arg, axis, isAll)), dropped }
  }

  #reduced(op: Operator | 'mean', f: Formula, options: readonly Node[], tensor: Tensor): Formula | undefined {
    const { algebra } = this.#reading
    const { key, keepDims, given } = this.#axis(op, options)
    const axis = algebra.symbol(`axis ${key}`, `axis ${key}`)
    const lifted = along(f, axis, isAll)
    const vector = lifted.domain ? lifted : { ...lifted, domain: axis }
    const reduced = { ...tensor, along: { given, keepDims } }
    if (isVectorial(op)) return { ...algebra.apply(op as Operator, [vector]), tensor: reduced }
    const value = algebra.apply(op === 'mean' ? 'sum' : (op as Operator), [vector])
    const noted = { ...value, tensor: reduced }
    const whole = op === 'mean' ? algebra.divide(noted, algebra.count(vector)) : noted
    return { ...whole, tensor: keepDims && key !== 'all' ? reduced : { ...reduced, dropped: key } }
  }

  /** The axis, by which two reductions are told to be along the same; and whether it is kept. */
  #axis(op: Operator | 'mean', options: readonly Node[]): Axis {
    const [first, ...rest] = options.map(option => seenThrough(option))
    let axis = first
    let keepDims = rest.some(option => option.type === 'Literal' && option.value === true)
    for (const option of [axis, ...rest]) {
      if (option?.type !== 'ObjectExpression') continue
      for (const property of option.properties) {
        if (property.type !== 'Property') continue
        const name = staticName(property.key, property.computed)
        if (name === 'axis' || name === 'dim') axis = seenThrough(property.value)
        // A value that is not known here is taken to be what the code around needs.
        if (/^keep_?dims?$/i.test(name ?? ''))
          keepDims = property.value.type !== 'Literal' || property.value.value === true
      }
    }
    const given = axis
    if (axis?.type === 'ArrayExpression' && axis.elements.length === 1 && axis.elements[0])
      axis = seenThrough(axis.elements[0])
    const none =
      !axis ||
      axis.type === 'ObjectExpression' ||
      (axis.type === 'Literal' && (axis.value === null || typeof axis.value === 'boolean')) ||
      (axis.type === 'Identifier' && axis.name === 'undefined')
    if (none) return { key: isVectorial(op) ? '-1' : 'all', keepDims, given: undefined }
    const value = this.#reading.read(axis!)
    const isList = axis!.type === 'ArrayExpression'
    const key =
      value.op === 'number'
        ? String(value.value)
        : isList
          ? this.#reading.textOf(axis!).replace(/\s/g, '')
          : `of ${value.key}`
    return { key, keepDims, given }
  }
}

/** What a library that takes several arguments makes of two of them; max(matrix, 1) is along an axis. */
const ofSeveral: Partial<Record<Meaning, Meaning>> = { max: 'largest', min: 'smallest', sum: 'add' }
const areSeveral = ([, second, ...more]: readonly Node[]): boolean =>
  second !== undefined && more.length === 0 && !(second.type === 'Literal' && Number.isInteger(second.value))

/** `maximum` of `const maximum = core.max`, but `log` of `import { log as ln }`. */
const nameOf = ({ name }: TSESTree.Identifier, denoted: Denoted | undefined): string =>
  Object.hasOwn(byName.functions, name) ? name : (denoted?.path.at(-1) ?? name)

/** All axes at once. */
const isAll = (axis: Formula): boolean => axis.op === 'symbol' && axis.name === 'axis all'

/** 'whole', 'all' for a number, or the axis that it lacks. */
const shapeOf = (f: Formula): string =>
  f.tensor?.dropped ?? (f.op === 'number' || f.op === 'count' || f.known?.count ? 'all' : 'whole')

const isCapital = (name: string): boolean => /^[A-Z]/.test(name)
const globals = new Set([
  'window',
  'document',
  'console',
  'process',
  'globalThis',
  'self',
  'logger',
  'log',
  'd3',
  '_',
  '$',
  'chai',
  'assert',
  'expect',
  'cy',
])
const isGlobal = (name: string): boolean => globals.has(name)
