/**
 * Objects and modules that hold functions of tensors, though nothing is known of them but how they are called:
 * `$M.exp(x)` and `$M.rdivide(a, b)`, `this.backend.log(p)`, `import { exp, log, where } from './numpy'`. One such call
 * alone may be a logger's; several different ones, an exponential or a logarithm among them, are not.
 */
import type { TSESTree } from '@typescript-eslint/utils'
import { byName } from '../dialects/by-name.ts'
import type { Reading } from './index.ts'
import type { Denoted } from './resolve.ts'
import { descendants, memberName, seenThrough, type Node } from './syntax.ts'

const functionsNeeded = 2
const namesNeeded = 3
/** Longer ones are calls of calls. */
const longestObject = 40

const telling = new Set(['exp', 'log', 'log1p', 'expm1', 'softmax', 'sigmoid', 'sqrt', 'logSoftmax', 'logsumexp'])
const unary = new Set([
  'exp',
  'log',
  'sqrt',
  'sigmoid',
  'softmax',
  'neg',
  'negative',
  'abs',
  'tanh',
  'square',
  'mean',
  'log1p',
  'expm1',
])
const binary = new Set([
  'add',
  'sub',
  'subtract',
  'mul',
  'multiply',
  'div',
  'divide',
  'rdivide',
  'times',
  'minus',
  'plus',
  'maximum',
  'minimum',
  'pow',
  'where',
])

export class Namespaces {
  readonly #reading: Reading
  #found: ReadonlySet<string> | undefined

  constructor(reading: Reading) {
    this.#reading = reading
  }

  /** Whether a function that is called belongs to one. */
  has(callee: TSESTree.MemberExpression | TSESTree.Identifier, denoted: Denoted | undefined): boolean {
    const name = callee.type === 'Identifier' ? denoted?.path.at(-1) : memberName(callee)
    if (name === undefined || !Object.hasOwn(byName.functions, name)) return false
    const key = keyOf(callee, denoted, this.#reading)
    return key !== undefined && (this.#found ??= this.#search()).has(key)
  }

  #search(): Set<string> {
    const { sourceCode, resolver } = this.#reading
    const called = new Map<string, Set<string>>()
    const note = (key: string | undefined, name: string): void => {
      if (key !== undefined) called.set(key, (called.get(key) ?? new Set()).add(name))
    }
    const found = new Set<string>()
    for (const node of descendants(sourceCode.ast as Node, sourceCode.visitorKeys)) {
      if (node.type === 'ImportDeclaration') {
        const names = node.specifiers.flatMap(specifier =>
          specifier.type === 'ImportSpecifier' && specifier.imported.type === 'Identifier'
            ? [specifier.imported.name]
            : [],
        )
        const known = names.filter(name => unary.has(name) || binary.has(name))
        if (known.length >= namesNeeded && known.some(name => telling.has(name)))
          found.add(`module ${node.source.value}`)
      }
      // `export const exp = core.exp`
      if (node.type === 'MemberExpression' && node.parent.type !== 'CallExpression') {
        const name = memberName(node)
        if (name !== undefined && (unary.has(name) || binary.has(name)) && resolver.denoted(node)?.kind === 'module')
          note(keyOf(node, resolver.denoted(node), this.#reading), name)
      }
      if (node.type !== 'CallExpression') continue
      const callee = seenThrough(node.callee)
      if (callee.type !== 'MemberExpression') continue
      const name = memberName(callee)
      if (
        name === undefined ||
        !(unary.has(name) ? node.arguments.length === 1 : binary.has(name) && node.arguments.length >= 2)
      )
        continue
      // x.log(2) and x.mean(1) are methods.
      const [first] = node.arguments
      if (
        node.arguments.length === 1 &&
        (first!.type === 'Literal' || first!.type === 'ObjectExpression' || first!.type === 'ArrayExpression')
      )
        continue
      note(keyOf(callee, resolver.denoted(callee), this.#reading), name)
    }
    for (const [key, names] of called)
      if (names.size >= functionsNeeded && [...names].some(name => telling.has(name))) found.add(key)
    return found
  }
}

/** What holds the function: a module, a global, or an object by its text. */
function keyOf(callee: Node, denoted: Denoted | undefined, { sourceCode }: Reading): string | undefined {
  if (denoted?.kind === 'module') return denoted.path.length <= 1 ? `module ${denoted.source}` : undefined
  if (callee.type !== 'MemberExpression') return undefined
  if (denoted?.kind === 'global' && /^(Math|Number|console|Object|JSON)$/.test(denoted.path[0] ?? '')) return undefined
  const object = seenThrough(callee.object)
  if (object.type !== 'Identifier' && object.type !== 'MemberExpression' && object.type !== 'ThisExpression')
    return undefined
  const text = sourceCode.text.slice(...object.range)
  return text.length <= longestObject && !/(^|\.)(this|log|logger|console|Math)$/i.test(text)
    ? `object ${text}`
    : undefined
}
