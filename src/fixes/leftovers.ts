/**
 * What a fix leaves without a use: a variable whose every value was read in the source that is replaced. Its declaration
 * goes, and all that was done for its sake: assignments, entries of an array, the loop that did nothing else; and what
 * that leaves without a use in turn.
 */
import type { TSESTree } from '@typescript-eslint/utils'
import type { Reading } from '../reading/index.ts'
import type { Variable } from '../reading/resolve.ts'
import {
  descendants,
  enclosingFunction,
  isFunction,
  isImmediateCallback,
  isWithin,
  memberName,
  seenThrough,
  type Node,
} from '../reading/syntax.ts'
import { updateIn } from '../reading/trips.ts'
import { cuts, lineRange } from './cuts.ts'
import { Unfixable } from './finding.ts'
import type { Range } from './text.ts'
import { dropped, isIn, isStatementList, movesWhole, removable } from './uses.ts'

export interface Leftovers {
  readonly declarators: ReadonlySet<TSESTree.VariableDeclarator>
  /** Assignments, loops and branches that had no other purpose. */
  readonly statements: ReadonlySet<Node>
  /** What to cut out of the source for them to go. */
  readonly cuts: readonly Range[]
}

/** An array that the replacement fills anew: what was in it before is of no use. */
export interface Overwritten {
  readonly variable: Variable
  readonly at: Node
}

/** What to remove when `replaced` goes and only `kept` of it stays, wherever that came from. */
export function leftovers(
  reading: Reading,
  replaced: Node,
  kept: readonly Range[],
  overwritten?: Overwritten,
): Leftovers {
  return new Removal(reading, replaced, kept, overwritten).run()
}

class Removal {
  readonly #reading: Reading
  readonly #kept: readonly Range[]
  readonly #overwritten: Overwritten | undefined
  readonly #replaced: Node
  readonly #gone: Range[]
  readonly #declarators = new Set<TSESTree.VariableDeclarator>()
  readonly #statements = new Set<Node>()
  /** An `if` of which only the else is left: that has to go, too. */
  readonly #unfinished = new Set<Node>()

  constructor(reading: Reading, replaced: Node, kept: readonly Range[], overwritten: Overwritten | undefined) {
    this.#reading = reading
    this.#replaced = replaced
    this.#kept = kept
    this.#overwritten = overwritten
    this.#gone = [replaced.range]
  }

  run(): Leftovers {
    const queue = dropped(this.#reading, this.#replaced, this.#kept)
    if (this.#overwritten) this.#collapse(this.#replaced, queue)
    this.#removeAll(queue)
    if (this.#overwritten) {
      this.#forget(this.#overwritten, queue)
      this.#removeAll(queue)
    }
    for (const branches of this.#unfinished)
      if (!this.#statements.has(branches) && !this.#isInRemoved(branches))
        throw new Unfixable('what is left over cannot be taken out')
    const outermost = new Set([...this.#statements].filter(node => !this.#isInRemoved(node)))
    return {
      declarators: this.#declarators,
      statements: outermost,
      cuts: [
        ...cuts(new Set([...this.#declarators].filter(node => !this.#isInRemoved(node))), this.#reading),
        ...[...outermost].filter(node => !isWithin(this.#replaced, node)).map(node => this.#cutOf(node)),
      ],
    }
  }

  #cutOf(statement: Node): Range {
    const { parent } = statement
    return parent?.type === 'IfStatement' && parent.alternate === statement
      ? [parent.consequent.range[1], statement.range[1]]
      : lineRange(this.#reading.sourceCode, statement)
  }

  #removeAll(queue: Variable[]): void {
    const seen = new Set<Variable>()
    while (queue.length > 0) {
      const variable = queue.shift()!
      if (seen.has(variable)) continue
      if (this.#remove(variable, queue)) seen.add(variable)
    }
  }

  #isGone(node: Node): boolean {
    return isIn(node, this.#gone) && !isIn(node, this.#kept)
  }

  #isInRemoved(node: Node): boolean {
    return [...this.#statements].some(other => other !== node && isWithin(node, other))
  }

  /** Takes a variable away if nobody reads it any more; whether it is done with. */
  #remove(variable: Variable, queue: Variable[]): boolean {
    const declarator = removable(this.#reading, variable)
    if (!declarator) return false
    const uses = variable.references.filter(reference => !reference.init).map(use => use.identifier as Node)
    const writes: Node[] = []
    for (const use of uses) {
      if (this.#isGone(use)) continue
      const write = this.#writeBy(use, variable)
      if (!write) return false
      if (!this.#isGone(write)) writes.push(write)
    }
    // What is assigned may only count on what goes as well, or on what it assigns itself.
    const { effects } = this.#reading
    for (const write of writes) if (!this.#isRemovable(write)) throw this.#leftOver(variable)
    const { init } = declarator
    if (init && effects.isImpure(init) && !movesWhole(this.#reading, init, this.#kept)) throw this.#leftOver(variable)
    this.#loseNoComment(declarator, variable)
    this.#declarators.add(declarator)
    this.#gone.push(declarator.range)
    if (init) queue.push(...dropped(this.#reading, init, this.#kept))
    for (const write of new Set(writes)) this.#drop(write, queue)
    const declaration = declarator.parent as TSESTree.VariableDeclaration
    if (declaration.declarations.every(part => this.#declarators.has(part))) this.#collapse(declaration, queue)
    return true
  }

  #leftOver(variable: Variable): Unfixable {
    return new Unfixable(`\`${variable.name}\` would be left over, and what it runs has side effects`)
  }

  #loseNoComment(node: Node, variable: Variable | undefined): void {
    const lost = this.#reading.sourceCode
      .getCommentsInside(node as never)
      .some(comment => !isIn(comment as never, this.#kept))
    if (lost)
      throw new Unfixable(
        variable ? `a comment in the declaration of \`${variable.name}\` would be lost` : 'a comment would be lost',
      )
  }

  /** Forgets what an array held before the replacement fills it: nobody may read it in between. */
  #forget({ variable, at }: Overwritten, queue: Variable[]): void {
    const before = variable.references
      .filter(use => !use.init && use.identifier.range[0] < at.range[1])
      .map(use => use.identifier as Node)
      .filter(use => !this.#isGone(use))
    const writes = new Set<Node>()
    for (const use of before) {
      const write = this.#writeBy(use, variable)
      if (write && this.#isRemovable(write) && enclosingFunction(use) === enclosingFunction(at)) writes.add(write)
    }
    const forgets = (use: Node): boolean => isLength(use) || [...writes].some(write => isWithin(use, write))
    if (!before.every(forgets)) throw new Unfixable(`what \`${variable.name}\` holds is read before it is filled anew`)
    for (const write of writes) this.#drop(write, queue)
  }

  /** The statement that does nothing but write the variable, or an entry of the array that it holds. */
  #writeBy(use: Node, variable: Variable): Node | undefined {
    let target = use
    const member = use.parent
    if (
      member?.type === 'MemberExpression' &&
      member.object === use &&
      this.#reading.ownership.isPrivateOrSole(variable, use)
    )
      target = member
    const write = target.parent
    const isWrite =
      (write?.type === 'AssignmentExpression' && write.left === target) ||
      (write?.type === 'UpdateExpression' && write.argument === target) ||
      (write?.type === 'CallExpression' &&
        write.callee === target &&
        target !== use &&
        memberName(target as TSESTree.MemberExpression) === 'push')
    if (isWrite)
      return write.parent?.type === 'ExpressionStatement' ? write.parent : isFunction(write.parent) ? write : undefined
    // s = s + x, where the s on the right is read for nothing but itself.
    for (let at: Node | undefined = use.parent; at; at = at.parent)
      if (at.type === 'ExpressionStatement') {
        const { expression } = at
        const left = expression.type === 'AssignmentExpression' ? seenThrough(expression.left) : undefined
        return left?.type === 'Identifier' && this.#reading.resolver.variable(left) === variable ? at : undefined
      }
    return undefined
  }

  #isRemovable(write: Node): boolean {
    const expression = write.type === 'ExpressionStatement' ? write.expression : write
    const { effects } = this.#reading
    if (expression.type === 'UpdateExpression') return true
    if (expression.type === 'CallExpression') return !expression.arguments.some(argument => effects.isImpure(argument))
    return expression.type === 'AssignmentExpression' && !effects.isImpure(expression.right)
  }

  #drop(statement: Node, queue: Variable[]): void {
    if (this.#statements.has(statement)) return
    this.#loseNoComment(statement, undefined)
    this.#statements.add(statement)
    this.#gone.push(statement.range)
    queue.push(...dropped(this.#reading, statement, this.#kept))
    this.#collapse(statement, queue)
  }

  /** A block, branch or loop in which nothing is left to do goes too. */
  #collapse(statement: Node, queue: Variable[]): void {
    const { parent } = statement
    if (!parent) return
    if (parent.type === 'BlockStatement') {
      if (parent.parent.type === 'WhileStatement' && this.#onlyCounts(parent.parent, queue)) return
      if (!parent.body.every(part => this.#isNothing(part))) return
      if (parent.parent && isOwner(parent.parent)) this.#collapseOwner(parent.parent, queue)
      return
    }
    if (isOwner(parent)) this.#collapseOwner(parent, queue)
    else if (!isStatementList(parent)) throw new Unfixable('what is left over cannot be taken out')
  }

  #collapseOwner(owner: Node, queue: Variable[]): void {
    const { effects } = this.#reading
    const isPure = (node: Node | null | undefined): boolean => !node || !effects.isImpure(node)
    if (owner.type === 'IfStatement') {
      const branches = [owner.consequent, owner.alternate].filter(branch => branch !== null)
      const gone = branches.filter(branch => this.#isNothing(branch))
      if (gone.length === branches.length && isPure(owner.test)) return this.#drop(owner, queue)
      if (gone.includes(owner.consequent)) this.#unfinished.add(owner)
      else if (gone.length > 0) this.#drop(owner.alternate!, queue)
      return
    }
    if (owner.type === 'WhileStatement' && this.#onlyCounts(owner, queue)) return
    if (owner.type === 'ForStatement' && this.#headCounts(owner)) return this.#drop(owner, queue)
    if (owner.type === 'ForOfStatement' && isPure(owner.right)) return this.#drop(owner, queue)
    if (isFunction(owner) && isImmediateCallback(owner)) {
      const call = owner.parent as TSESTree.CallExpression
      const isAlone = call.parent?.type === 'ExpressionStatement' && call.callee.type === 'MemberExpression'
      if (isAlone && isPure((call.callee as TSESTree.MemberExpression).object)) return this.#drop(call.parent, queue)
    }
    throw new Unfixable('the loop would be left with nothing to do')
  }

  /** `while (i < n) i++` and `while (i--) {}` go, where nobody asks how far they came. */
  #onlyCounts(loop: TSESTree.WhileStatement, queue: Variable[]): boolean {
    const { resolver } = this.#reading
    const body: readonly Node[] = loop.body.type === 'BlockStatement' ? loop.body.body : [loop.body]
    const left = body.filter(part => !this.#isNothing(part))
    const inTest = updateIn(loop.test)
    const steps = [
      ...left.map(part => (part.type === 'ExpressionStatement' ? part.expression : part)),
      ...(inTest ? [inTest] : []),
    ]
    const counters = steps.map(step => step.type === 'UpdateExpression' && resolver.variable(step.argument))
    const [variable] = counters
    if (!variable || !counters.every(counter => counter === variable) || this.#testActs(loop.test)) return false
    const isInside = ({ identifier, init }: Variable['references'][number]): boolean =>
      init === true || isWithin(identifier, loop) || this.#isGone(identifier)
    if (!removable(this.#reading, variable) || !variable.references.every(isInside)) return false
    this.#drop(loop, queue)
    queue.push(variable)
    return true
  }

  /** A test does more than to compare, and to step the counter. */
  #testActs(test: Node): boolean {
    const sides = test.type === 'BinaryExpression' ? [test.left, test.right] : [test]
    return sides.some(side => side.type !== 'UpdateExpression' && this.#reading.effects.isImpure(side))
  }

  /** Only what the loop counts with is in its head, and nobody asks for it afterwards. */
  #headCounts({ init, test, update, range }: TSESTree.ForStatement): boolean {
    const { resolver, effects, sourceCode } = this.#reading
    const step = update ?? (test && updateIn(test))
    if (!step || (test && this.#testActs(test))) return false
    if (
      init?.type === 'VariableDeclaration' &&
      init.declarations.some(({ init: value }) => value && effects.isImpure(value))
    )
      return false
    const counters = new Set<Variable>()
    for (const part of init ? [init, step] : [step])
      for (const node of descendants(part, sourceCode.visitorKeys)) {
        if (node.type === 'CallExpression' || node.type === 'AwaitExpression') return false
        const target =
          node.type === 'AssignmentExpression'
            ? node.left
            : node.type === 'UpdateExpression'
              ? node.argument
              : node.type === 'VariableDeclarator'
                ? node.id
                : undefined
        if (!target) continue
        const variable = target.type === 'Identifier' ? resolver.lookUp(target.name, target) : undefined
        if (!variable) return false
        counters.add(variable)
      }
    return [...counters].every(variable => this.#isSetAgain(variable, range))
  }

  /** Every use of a counter outside its loop is in a loop that sets it anew. */
  #isSetAgain(variable: Variable, [start, end]: Range): boolean {
    const outside = (node: Node): boolean => node.range[0] < start || node.range[1] > end
    const uses = variable.references
      .filter(use => !use.init)
      .map(use => use.identifier as Node)
      // What is kept of the expression itself is evaluated where it was; what comes from elsewhere has its own counter.
      .filter(use => outside(use) && !this.#isGone(use) && (!isIn(use, this.#kept) || isWithin(use, this.#replaced)))
    if (uses.length === 0) return true
    const declared = variable.defs.some(({ name }) => outside(name as Node))
    return declared && uses.every(use => setsAnew(use, variable, this.#reading))
  }

  #isNothing(node: Node): boolean {
    if (node === this.#replaced || this.#statements.has(node) || node.type === 'EmptyStatement') return true
    if (node.type === 'ExpressionStatement' && node.expression === this.#replaced) return true
    if (node.type === 'BlockStatement') return node.body.every(part => this.#isNothing(part))
    // The body of an arrow function that was its only expression.
    if (node.type === 'VariableDeclaration')
      return node.declarations.every(declarator => this.#declarators.has(declarator) || this.#isUnusedPart(declarator))
    return false
  }

  /** A constant within a loop that only served what is gone. */
  #isUnusedPart(declarator: TSESTree.VariableDeclarator): boolean {
    const { sourceCode, effects } = this.#reading
    if (declarator.init && effects.isImpure(declarator.init)) return false
    return sourceCode.getDeclaredVariables!(declarator as never).every(variable =>
      variable.references.every(use => use.init || this.#isGone(use.identifier) || isIn(use.identifier, this.#kept)),
    )
  }
}

/** `x.length`, which says nothing of the entries. */
const isLength = ({ parent }: Node): boolean => parent?.type === 'MemberExpression' && memberName(parent) === 'length'

/** `for (i = 0; …)` around the use, or as it. */
function setsAnew(use: Node, variable: Variable, { resolver, sourceCode }: Reading): boolean {
  for (let at = use.parent; at && !isFunction(at); at = at.parent) {
    if (at.type !== 'ForStatement' || !at.init) continue
    for (const node of descendants(at.init, sourceCode.visitorKeys)) {
      const target =
        node.type === 'AssignmentExpression' && node.operator === '='
          ? node.left
          : node.type === 'VariableDeclarator' && node.init
            ? node.id
            : undefined
      if (target?.type === 'Identifier' && resolver.lookUp(target.name, target) === variable) return true
    }
  }
  return use.parent?.type === 'VariableDeclarator' && use.parent.id === use && !use.parent.init
}

/** What a statement can be the body of. */
const isOwner = (node: Node): boolean =>
  node.type === 'IfStatement' ||
  node.type === 'ForStatement' ||
  node.type === 'ForOfStatement' ||
  node.type === 'ForInStatement' ||
  node.type === 'WhileStatement' ||
  node.type === 'DoWhileStatement' ||
  (isFunction(node) && isImmediateCallback(node))
