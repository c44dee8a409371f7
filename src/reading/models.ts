/**
 * Models of layers: what a model gives is the activation of its last layer, of logits that the code around never sees.
 * Read so, the logarithm of a prediction is that of a softmax, wherever the model was put together.
 */
import type { TSESTree } from '@typescript-eslint/utils'
import type { Activation, Dialect } from '../dialects/tensors.ts'
import type { Reading } from './index.ts'
import { libraryOf } from './libraries.ts'
import type { Variable } from './resolve.ts'
import { descendants, memberName, seenThrough, staticName, type FunctionNode, type Node } from './syntax.ts'

/** What the last layer makes of its logits. */
export interface Output {
  readonly dialect: Dialect
  readonly activation: Activation
}

/** Keras' names, which all its descendants have. */
const runs = new Set(['predict', 'predictOnBatch', 'apply', 'call'])
/** Of (labels, predictions), which a loss takes. */
const predictionAt = 1
/** Layers of layers, and names of names, that are followed. */
const deepest = 8

export class Models {
  readonly #reading: Reading
  #calls: readonly TSESTree.CallExpression[] | undefined

  constructor(reading: Reading) {
    this.#reading = reading
  }

  /** What `model.predict(x)` gives. */
  ofCall(node: TSESTree.CallExpression, depth = 0): Output | undefined {
    if (!this.#reading.tensors.library?.models) return undefined
    const callee = seenThrough(node.callee)
    const name = callee.type === 'MemberExpression' ? memberName(callee) : undefined
    return name !== undefined && runs.has(name)
      ? this.#of((callee as TSESTree.MemberExpression).object, depth)
      : undefined
  }

  /** What the second parameter of a function stands for that a model is compiled with as its loss. */
  ofParameter(variable: Variable): Output | undefined {
    const [definition] = variable.defs
    if (definition?.type !== 'Parameter' || !this.#reading.tensors.library?.models) return undefined
    const fn = definition.node as FunctionNode
    if (fn.params[predictionAt] !== definition.name) return undefined
    for (const call of this.#methodCalls('compile')) {
      const loss = optionOf(call.arguments[0], 'loss')
      if (loss && this.#reading.resolver.localFunction(loss) === fn)
        return this.#of((seenThrough(call.callee) as TSESTree.MemberExpression).object)
    }
    return undefined
  }

  /** What a model, or a layer, gives. */
  #of(node: Node, depth = 0): Output | undefined {
    node = seenThrough(node)
    if (depth > deepest) return undefined
    if (node.type === 'CallExpression') return this.#ofMade(node, depth)
    const value = this.#onlyValue(node)
    if (!value) return undefined
    // Layers that are put on one by one.
    const added = this.#methodCalls('add').filter(call => this.#isSame(calledOn(call), node))
    const last = added.at(-1)?.arguments[0]
    return last ? this.#of(last, depth + 1) : this.#of(value, depth + 1)
  }

  #ofMade(node: TSESTree.CallExpression, depth: number): Output | undefined {
    const denoted = this.#reading.resolver.denoted(node.callee)
    const known = denoted && libraryOf(denoted)
    const models = known?.dialect.models
    if (!models) return undefined
    const [first] = node.arguments
    const path = known.path.join('.')
    if (path === models.ofLayers) {
      const layers = optionOf(first, 'layers')
      const last = layers?.type === 'ArrayExpression' ? layers.elements.at(-1) : undefined
      return last ? this.#of(last, depth + 1) : undefined
    }
    if (path === models.ofOutputs) {
      const outputs = optionOf(first, 'outputs')
      const value = outputs && (this.#onlyValue(outputs) ?? outputs)
      return value?.type === 'CallExpression' ? this.ofCall(value, depth + 1) : undefined
    }
    if (known.path[0] !== models.layers) return undefined
    const named = optionOf(first, 'activation')
    const name = named?.type === 'Literal' ? String(named.value) : (known.path[1] ?? '')
    return Object.hasOwn(models.activations, name)
      ? { dialect: known.dialect, activation: models.activations[name]! }
      : undefined
  }

  /** What a variable, or a field of `this`, is given, if it is given something once. */
  #onlyValue(node: Node): Node | undefined {
    if (node.type === 'Identifier') {
      const variable = this.#reading.resolver.variable(node)
      const written = variable?.references.filter(reference => reference.isWrite()) ?? []
      return written.length === 1 && written[0]!.writeExpr ? seenThrough(written[0]!.writeExpr as Node) : undefined
    }
    if (node.type !== 'MemberExpression' || node.object.type !== 'ThisExpression') return undefined
    const { sourceCode } = this.#reading
    const values: Node[] = []
    for (const part of descendants(sourceCode.ast as Node, sourceCode.visitorKeys)) {
      if (part.type === 'AssignmentExpression' && this.#isSame(part.left, node)) values.push(part.right)
      if (part.type === 'PropertyDefinition' && part.value && staticName(part.key, part.computed) === memberName(node))
        values.push(part.value)
    }
    return values.length === 1 ? seenThrough(values[0]!) : undefined
  }

  /** The same variable, or the same field of `this`. */
  #isSame(a: Node, b: Node): boolean {
    a = seenThrough(a)
    if (a.type === 'Identifier' && b.type === 'Identifier') {
      const variable = this.#reading.resolver.variable(a)
      return variable !== undefined && variable === this.#reading.resolver.variable(b)
    }
    return (
      a.type === 'MemberExpression' &&
      b.type === 'MemberExpression' &&
      a.object.type === 'ThisExpression' &&
      b.object.type === 'ThisExpression' &&
      memberName(a) === memberName(b)
    )
  }

  /** The calls of methods of that name, in the order of the source. */
  #methodCalls(name: string): readonly TSESTree.CallExpression[] {
    const { sourceCode } = this.#reading
    this.#calls ??= [...descendants(sourceCode.ast as Node, sourceCode.visitorKeys)].filter(
      node => node.type === 'CallExpression' && seenThrough(node.callee).type === 'MemberExpression',
    ) as TSESTree.CallExpression[]
    return this.#calls.filter(call => memberName(seenThrough(call.callee) as TSESTree.MemberExpression) === name)
  }
}

const calledOn = (call: TSESTree.CallExpression): Node => (seenThrough(call.callee) as TSESTree.MemberExpression).object

/** The value that an object literal has under a name. */
function optionOf(options: Node | undefined, name: string): Node | undefined {
  const literal = options && seenThrough(options)
  if (literal?.type !== 'ObjectExpression') return undefined
  const found = literal.properties.find(
    property => property.type === 'Property' && staticName(property.key, property.computed) === name,
  ) as TSESTree.Property | undefined
  return found && seenThrough(found.value)
}
