/** Literals, arithmetic, comparisons, conditions. Long sums and products are read term by term, without recursion. */
import type { TSESTree } from '@typescript-eslint/utils'
import type { Formula } from '../formula/formula.ts'
import { predicates } from '../formula/predicates.ts'
import type { Reading } from './index.ts'
import { memberName, seenThrough, type Node } from './syntax.ts'

export function readLiteral(node: TSESTree.Literal, { algebra }: Reading): Formula | undefined {
  if (typeof node.value === 'number') return algebra.number(node.value)
  return typeof node.value === 'boolean' ? algebra.number(node.value ? 1 : 0) : undefined
}

export function readUnary(node: TSESTree.UnaryExpression, reading: Reading): Formula | undefined {
  switch (node.operator) {
    case '-':
      return reading.algebra.negate(reading.number(node.argument))
    case '+': {
      // Nobody makes a number of a sum of numbers: `+(digits + 1)` joins text.
      const argument = reading.number(node.argument)
      return argument.op === 'add' ? undefined : argument
    }
    case '!':
      return reading.algebra.apply('not', [reading.number(node.argument)])
    case '~':
      return reading.opaque(node, { grid: 1 })
    default:
      return undefined
  }
}

const bitwise = new Set(['|', '&', '^', '<<', '>>', '>>>'])

export function readBinary(node: TSESTree.BinaryExpression, reading: Reading): Formula | undefined {
  const { algebra } = reading
  const { operator } = node
  if (operator === '+' || operator === '-') return readChain(node, reading, '+', '-')
  if (operator === '*' || operator === '/') return readChain(node, reading, '*', '/')
  if (bitwise.has(operator)) return reading.opaque(node, { grid: 1 })
  if (node.left.type === 'PrivateIdentifier') return undefined
  const left = reading.number(node.left)
  const right = reading.number(node.right)
  switch (operator) {
    case '**':
      return algebra.pow(left, right)
    case '%':
      return algebra.apply('remainder', [left, right])
    case '<':
      return algebra.apply('less', [left, right])
    case '>':
      return algebra.apply('less', [right, left])
    case '<=':
      return algebra.apply('lessOrEqual', [left, right])
    case '>=':
      return algebra.apply('lessOrEqual', [right, left])
    case '==':
    case '===':
      return algebra.apply('equal', [left, right])
    case '!=':
    case '!==':
      return algebra.apply('not', [algebra.apply('equal', [left, right])])
    default:
      return undefined
  }
}

/** One term of a chain: with its sign, or above or below the line. */
function readChain(
  node: TSESTree.BinaryExpression,
  reading: Reading,
  direct: '+' | '*',
  inverse: '-' | '/',
): Formula | undefined {
  const { algebra } = reading
  const terms: Formula[] = []
  const stack: { readonly node: Node; readonly inverted: boolean }[] = [{ node, inverted: false }]
  while (stack.length > 0) {
    const { node: at, inverted } = stack.pop()!
    const inner = seenThrough(at)
    if (inner.type === 'BinaryExpression' && (inner.operator === direct || inner.operator === inverse)) {
      // A group that has a name of its own, such as a sigmoid, stays together.
      const known = inner === node ? undefined : namedGroup(inner, reading)
      if (!known) {
        if (direct === '+') reading.compensation.noteGroups(inner, reading)
        stack.push(
          { node: inner.right, inverted: inverted !== (inner.operator === inverse) },
          { node: inner.left, inverted },
        )
        continue
      }
    }
    if (isText(inner, reading)) return undefined
    const term = reading.number(at)
    terms.push(!inverted ? term : direct === '+' ? algebra.negate(term) : reading.named(algebra.invert(term)))
  }
  if (direct === '*') return algebra.mul(terms)
  reading.compensation.noteTerms(terms)
  return algebra.add(terms)
}

/** Only short groups in parentheses are tried: the long chains are not sigmoids. */
function namedGroup(node: TSESTree.BinaryExpression, reading: Reading): Formula | undefined {
  if (node.range[1] - node.range[0] > 400) return undefined
  const formula = reading.read(node)
  return formula.recognized ? formula : undefined
}

const textMethods = new Set([
  'toFixed',
  'toPrecision',
  'toExponential',
  'toString',
  'toLocaleString',
  'join',
  'trim',
  'padStart',
])

/** What `+` joins instead of adding it. */
function isText(node: Node, { resolver }: Reading): boolean {
  if (node.type === 'Identifier') {
    const variable = resolver.variable(node)
    const initial = variable && resolver.initialValue(variable)
    return initial?.pattern.type === 'Identifier' && isTextItself(seenThrough(initial.init))
  }
  return isTextItself(node)
}

function isTextItself(node: Node): boolean {
  if (node.type === 'TemplateLiteral') return true
  if (node.type === 'Literal') return typeof node.value === 'string'
  if (node.type !== 'CallExpression') return false
  const callee = seenThrough(node.callee)
  if (callee.type === 'MemberExpression') return textMethods.has(memberName(callee) ?? '')
  return callee.type === 'Identifier' && callee.name === 'String'
}

const truths: ReadonlySet<string> = new Set(['less', 'lessOrEqual', 'equal', 'and', 'or', 'not'])
export const isTruth = (f: Formula): boolean => truths.has(f.op)

export function readLogical(node: TSESTree.LogicalExpression, reading: Reading): Formula | undefined {
  const usual = readFallback(node, reading)
  if (usual || node.operator === '??') return usual
  const [left, right] = [reading.number(node.left), reading.number(node.right)]
  return isTruth(left) && isTruth(right)
    ? reading.algebra.apply(node.operator === '&&' ? 'and' : 'or', [left, right])
    : undefined
}

/** `p[k] ?? 0`, `total || 1`: a number for what is not there, or cannot be divided by. A trusting reader takes what is. */
function readFallback({ operator, left, right }: TSESTree.LogicalExpression, reading: Reading): Formula | undefined {
  const otherwise = reading.trusting && operator !== '&&' ? reading.read(right) : undefined
  if (otherwise?.op !== 'number') return undefined
  const usual = reading.number(left)
  // p * log(p || 1) is careful with 0; a total that is 0 was made of nothing.
  const isWatched = operator === '||' && otherwise.value !== 0 && predicates.atHand!(usual)
  return isTruth(usual) || isWatched ? undefined : { ...usual, inlined: true }
}

export function readConditional(node: TSESTree.ConditionalExpression, reading: Reading): Formula | undefined {
  return reading.algebra.apply(
    'if',
    [node.test, node.consequent, node.alternate].map(part => reading.number(part)),
  )
}
