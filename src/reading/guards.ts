/**
 * What the conditions around an expression say of it: in `if (x > 20) return x; return log(1 + exp(x))` the second x is
 * at most 20. A condition speaks of every formula that is equal to one of its sides, and of their difference.
 */
import type { TSESTree } from '@typescript-eslint/utils'
import { factsOf } from '../formula/facts.ts'
import { isNumber, type Formula, type Known } from '../formula/formula.ts'
import { exits } from './flow.ts'
import { isTruth } from './operators.ts'
import type { Reading } from './index.ts'
import { memberName, type Node } from './syntax.ts'

/** `low` is no more than `high`, or below it, or only known to be another. */
interface Guard {
  readonly relation: 'at most' | 'below' | 'not'
  readonly low: Formula
  readonly high: Formula
  /** The key of low - high, and of high - low. */
  readonly below: number
  readonly above: number
}

/** Of more conditions than these the outermost are forgotten. */
const mostGuards = 24
const none: readonly Guard[] = []

export class Guards {
  readonly #reading: Reading
  readonly #byNode = new Map<Node, readonly Guard[]>()

  constructor(reading: Reading) {
    this.#reading = reading
  }

  /** The formula with what the conditions at a place say of it, and, if it is what stands there, the call around it. */
  guarded(formula: Formula, at: Node, own = true): Formula {
    if (formula.op === 'number') return formula
    let known: Known | undefined
    for (const guard of this.#at(at)) known = merged(known, said(formula, guard))
    if (own) known = merged(known, this.#clamped(at))
    return known ? { ...formula, known: merged(formula.known, known)! } : formula
  }

  /** In Math.max(0.2, x), what x is below 0.2 is of no account. */
  #clamped(node: Node): Known | undefined {
    const { parent } = node
    if (parent?.type !== 'CallExpression' || parent.callee === node || parent.arguments.length !== 2) return undefined
    const bound = parent.arguments.find(argument => argument !== node)
    if (bound?.type !== 'Literal' || typeof bound.value !== 'number') return undefined
    const denoted = this.#reading.resolver.denoted(parent.callee)
    const name = denoted?.kind === 'global' && denoted.path[0] === 'Math' ? denoted.path[1] : undefined
    return name === 'max' ? { low: bound.value } : name === 'min' ? { high: bound.value } : undefined
  }

  #at(node: Node): readonly Guard[] {
    const path: Node[] = []
    let guards: readonly Guard[] | undefined
    for (let at: Node | undefined = node; at && !guards; at = before(at) ?? at.parent) {
      if (!isStep(at)) continue
      guards = this.#byNode.get(at)
      if (!guards) path.push(at)
    }
    guards ??= none
    while (path.length > 0) {
      const next = path.pop()!
      const own = this.#own(next)
      if (own.length > 0) guards = [...guards, ...own].slice(-mostGuards)
      this.#byNode.set(next, guards)
    }
    return guards
  }

  /** What holds in a node, and not in its parent, or not before it. */
  #own(node: Node): readonly Guard[] {
    const { parent } = node
    const previous = before(node)
    if (previous)
      return previous.type === 'IfStatement' && !previous.alternate && exits(previous.consequent)
        ? this.#from(previous.test, false)
        : none
    if (parent?.type === 'IfStatement' || parent?.type === 'ConditionalExpression')
      return node === parent.test ? none : this.#from(parent.test, node === parent.consequent)
    if (parent?.type === 'CallExpression') {
      const branch = this.#reading.tensors.branch(node)
      return branch ? this.#from(branch.test, branch.holds) : none
    }
    if (parent?.type === 'LogicalExpression' && node === parent.right && parent.operator !== '??')
      return this.#from(parent.left, parent.operator === '&&')
    return none
  }

  #from(test: Node, holds: boolean): readonly Guard[] {
    const found: Guard[] = []
    const { algebra } = this.#reading
    const add = (low: Formula, high: Formula, relation: Guard['relation'] = 'at most'): void => {
      const [below, above] = [algebra.add([low, algebra.negate(high)]), algebra.add([high, algebra.negate(low)])]
      found.push({ relation, low, high, below: below.key, above: above.key })
    }
    const visit = (f: Formula, is: boolean): void => {
      const [a, b] = f.args
      if (f.op === 'not') visit(a!, !is)
      else if (f.op === (is ? 'and' : 'or')) f.args.forEach(arg => visit(arg, is))
      else if (f.op === (is ? 'or' : 'and')) outside(f.args.map(arg => ordered(arg, is)))
      else if (f.op === 'less') is ? add(a!, b!, 'below') : add(b!, a!)
      else if (f.op === 'lessOrEqual') is ? add(a!, b!) : add(b!, a!, 'below')
      else if (f.op === 'equal') is ? (add(a!, b!), add(b!, a!)) : add(a!, b!, 'not')
      else if (is && !isTruth(f)) add(f, algebra.number(0), 'not')
    }
    /** x < -1 || 1 < x: the magnitude is at least 1. */
    const outside = ([p, q]: readonly (readonly [Formula, Formula] | undefined)[]): void => {
      const [below, above] = p && q && p[0].key === q[1].key ? [p, q] : [q, p]
      if (!below || !above || below[0].key !== above[1].key) return
      const [low, high] = [factsOf(below[1]).high, factsOf(above[0]).low]
      if (low < 0 && high > 0) add(algebra.number(Math.min(-low, high)), algebra.apply('abs', [below[0]]))
    }
    visit(this.#reading.read(test), holds)
    return found
  }
}

/** The sides of a comparison, or of its contrary, the smaller one first. */
function ordered({ op, args: [a, b] }: Formula, is: boolean): readonly [Formula, Formula] | undefined {
  return op === 'less' || op === 'lessOrEqual' ? (is ? [a!, b!] : [b!, a!]) : undefined
}

/** A node at which conditions may begin to hold: a branch, or a statement in a list. */
function isStep({ parent }: Node): boolean {
  switch (parent?.type) {
    case 'BlockStatement':
    case 'Program':
    case 'SwitchCase':
    case 'IfStatement':
    case 'ConditionalExpression':
    case 'LogicalExpression':
      return true
    case 'CallExpression':
      return isWhere(parent)
    default:
      return false
  }
}

/** `tf.where(test, a, b)`, by its name: what it is the tensors' dialect says. */
const isWhere = ({ callee, arguments: args }: TSESTree.CallExpression): boolean =>
  args.length >= 2 &&
  (callee.type === 'Identifier' ? callee.name : callee.type === 'MemberExpression' ? memberName(callee) : undefined) ===
    'where'

/** The statement before one in the same list. */
function before(node: Node): Node | undefined {
  const { parent } = node
  if (parent?.type !== 'BlockStatement' && parent?.type !== 'Program' && parent?.type !== 'SwitchCase') return undefined
  const list: readonly Node[] = parent.type === 'SwitchCase' ? parent.consequent : parent.body
  if (parent.type === 'SwitchCase' && node === parent.test) return undefined
  return list[indexIn(list, node) - 1]
}

/** By position: a list can have thousands of statements. */
function indexIn(list: readonly Node[], node: Node): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (list[middle]!.range[0] < node.range[0]) low = middle + 1
    else high = middle
  }
  return low
}

function said(f: Formula, { relation, low, high, below, above }: Guard): Known | undefined {
  if (relation === 'not') {
    const other = f.key === low.key ? high : f.key === high.key ? low : undefined
    return other && isNumber(other, 0) ? { nonzero: true } : undefined
  }
  const strict = relation === 'below'
  if (f.key === low.key) {
    const most = factsOf(high).high
    return { high: most, ...(strict && most <= 0 && { nonzero: true }) }
  }
  if (f.key === high.key) {
    const least = factsOf(low).low
    return { low: least, ...(strict && least >= 0 && { nonzero: true }) }
  }
  if (f.key === below) return { high: 0 }
  if (f.key === above) return { low: 0 }
  const [least, most] = [low.recognized ?? low, high.recognized ?? high]
  if (least.op === 'abs' && least.args[0]!.key === f.key) {
    const bound = factsOf(high).high
    return { low: -bound, high: bound }
  }
  return most.op === 'abs' && most.args[0]!.key === f.key ? { away: factsOf(low).low } : undefined
}

function merged(a: Known | undefined, b: Known | undefined): Known | undefined {
  if (!a || !b) return a ?? b
  return {
    ...a,
    ...b,
    low: Math.max(a.low ?? -Infinity, b.low ?? -Infinity),
    high: Math.min(a.high ?? Infinity, b.high ?? Infinity),
    away: Math.max(a.away ?? 0, b.away ?? 0),
  }
}
