/**
 * The biggest formula wins: what stands in an expression, or in the definition of a name, that a bigger finding has used
 * is no finding of its own.
 */
import type { Formula } from '../formula/formula.ts'
import { isAccumulation, type Accumulation, type Reading } from '../reading/index.ts'
import { isWithin, seenThrough, type Node } from '../reading/syntax.ts'
import type { RuleFinding } from './locate.ts'

/** The first finding that starts at or behind a position: binary search. */
export function firstFrom(findings: readonly RuleFinding[], start: number): number {
  let low = 0
  let high = findings.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (findings[middle]!.node.range[0] < start) low = middle + 1
    else high = middle
  }
  return low
}

/** Whether an expression is within what a finding's pattern has matched, and not within what its variables stand for. */
export function isPartOf(node: Node, finding: RuleFinding): boolean {
  if (!isWithin(node, finding.node)) return false
  return !capturedPlaces(finding).some(place => isWithin(node, place))
}

const captured = new WeakMap<RuleFinding, readonly Node[]>()

/** How many names a part of a formula may go through. */
const deepestNames = 12

/** The expressions that the variables of the pattern stand for, and the terms that were left over. */
function capturedPlaces(finding: RuleFinding): readonly Node[] {
  let places = captured.get(finding)
  if (!places) {
    const all: Node[] = []
    const visit = (f: Formula): void => {
      if (f.remainder || !f.origin) f.args.forEach(visit)
      if (f.origin && !f.remainder) all.push(f.origin as Node)
      for (const anchor of f.anchors ?? []) all.push(anchor as Node)
      if (f.lift) visit(f.lift.body)
    }
    for (const value of finding.bindings.values.values()) visit(value)
    finding.left.forEach(visit)
    places = all.filter(place => place !== finding.node)
    captured.set(finding, places)
  }
  return places
}

/** Drops what stands in the definition of a name that bigger findings use up. */
export function withoutConsumed(found: readonly RuleFinding[], reading: Reading): readonly RuleFinding[] {
  if (found.length < 2) return found
  const byStart = [...found].sort((a, b) => a.node.range[0] - b.node.range[0])
  const widest = found.reduce((most, { node }) => Math.max(most, node.range[1] - node.range[0]), 0)
  const used = (node: Node): boolean => {
    for (
      let i = firstFrom(byStart, node.range[0] - widest);
      i < byStart.length && byStart[i]!.node.range[0] <= node.range[0];
      i++
    )
      if (isPartOf(node, byStart[i]!)) return true
    return false
  }
  // Through names of names: what a product is made of, that is a term of the sum that is used up.
  const consumed = (node: Node, depth: number): boolean => {
    let at: Node | undefined = node
    while (at && at.type !== 'VariableDeclarator' && !at.type.endsWith('Statement')) at = at.parent
    if (at?.type !== 'VariableDeclarator' || at.id.type !== 'Identifier' || depth > deepestNames) return false
    const variable = reading.sourceCode.getDeclaredVariables!(at as never)[0]
    const uses = variable?.references.filter(reference => !reference.init) ?? []
    return (
      uses.length > 0 &&
      uses.every(({ identifier }) => used(seenThrough(identifier)) || consumed(identifier, depth + 1))
    )
  }
  return found.filter(({ node }) => (isAccumulation(node) ? !isUsedUp(node, used, reading) : !consumed(node, 0)))
}

/** Whether what an assignment in a loop adds up is part of a bigger finding. */
function isUsedUp(assignment: Accumulation, used: (node: Node) => boolean, { resolver }: Reading): boolean {
  const left = assignment.type === 'CallExpression' ? undefined : seenThrough(assignment.left)
  const variable = left?.type === 'Identifier' ? resolver.variable(left) : undefined
  return variable?.references.some(use => !isWithin(use.identifier, assignment) && used(use.identifier)) ?? false
}
