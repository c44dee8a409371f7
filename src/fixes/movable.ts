/**
 * What of the source may be written at another place. A name must mean the same variable there, with the same value;
 * an array must hold the same entries; what has side effects stays where it is, and what is costly out of loops.
 */
import type { Formula } from '../formula/formula.ts'
import type { Reading } from '../reading/index.ts'
import {
  descendants,
  enclosingThis,
  isFunction,
  isImmediateCallback,
  isLoop,
  isWithin,
  seenThrough,
  type Node,
} from '../reading/syntax.ts'

/** Whether a piece of the source means at the site what it means where it is. `parameters` are seen there besides. */
export function isMovable(
  piece: Node,
  isVector: boolean,
  site: Node,
  parameters: readonly Node[],
  reading: Reading,
): boolean {
  const { resolver, effects, epochs, sourceCode } = reading
  const inPlace = isWithin(piece, site)
  if (inPlace && inSameScope(piece, site)) return true
  if (!inPlace && (effects.isImpure(piece) || (entersLoop(piece, site) && isCostly(piece, reading)))) return false
  const changed = (read: Node, entries: boolean): boolean =>
    epochs.memoryEpoch(read, read, entries) !== epochs.memoryEpoch(site, read, entries)
  for (const part of descendants(piece, sourceCode.visitorKeys)) {
    if (part.type === 'MemberExpression' && !inPlace && !isFrozen(part.object, reading) && changed(part, false))
      return false
    if (part.type === 'ThisExpression' && !inPlace && enclosingThis(part) !== enclosingThis(site)) return false
    if (part.type !== 'Identifier' || !resolver.isReference(part)) continue
    const variable = resolver.variable(part)
    const definition = variable?.identifiers[0]
    if (definition && (isWithin(definition, piece) || parameters.includes(definition))) continue
    if (resolver.lookUp(part.name, site) !== variable) return false
    // A `var` is seen behind its loop, and holds there what the last round left.
    if (definition && !inPlace && entersLoop(site, definition as Node)) return false
    if (variable && !inPlace && epochs.bindingEpoch(variable, part) !== epochs.bindingEpoch(variable, site))
      return false
  }
  return inPlace || !isVector || isFrozen(piece, reading) || !changed(seenThrough(piece), true)
}

function isFrozen(array: Node, { resolver, ownership }: Reading): boolean {
  const inner = seenThrough(array)
  const variable = inner.type === 'Identifier' ? resolver.variable(inner) : undefined
  return variable !== undefined && ownership.isFrozen(variable)
}

export function isCostly(piece: Node, { sourceCode }: Reading): boolean {
  for (const part of descendants(piece, sourceCode.visitorKeys)) if (part.type === 'CallExpression') return true
  return false
}

/** Whether a piece from outside would be evaluated again in each round of a loop. */
function entersLoop(piece: Node, site: Node): boolean {
  for (let at: Node | undefined = site; at; at = at.parent) if (isLoop(at) && !isWithin(piece, at)) return true
  return false
}

/** No function stands between a part and the whole: all its names mean the same. */
function inSameScope(part: Node, whole: Node): boolean {
  for (let at: Node | undefined = part; at && at !== whole; at = at.parent)
    if (isFunction(at)) return isFunction(part) && at === part && inSameScope(part.parent!, whole)
  return true
}

/** Whether a vector of n entries would be made anew for each of n entries, which takes n^2 steps. */
export function isRepeated(f: Formula, site: Node): boolean {
  for (let at = site; at.parent; at = at.parent) {
    if (isFunction(at) && !isImmediateCallback(at)) return false
    if (isLoop(at) && !isReadIn(f, at)) return true
  }
  return false
}

/** Whether the array that a vector is made of is already taken up in each round of the loop. */
const isReadIn = (f: Formula, loop: Node): boolean =>
  f.origin ? isWithin(f.origin as Node, loop) : f.args.some(arg => isReadIn(arg, loop))
