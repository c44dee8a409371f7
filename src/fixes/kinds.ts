/**
 * Fixed code gives the kind of array that was there: a typed array stays one of its type, and an array an array. A call
 * of the runtime gives the kind of its argument; where that was another, the result is copied.
 */
import { ofVectorFunction } from '../reading/containers.ts'
import type { Reading } from '../reading/index.ts'
import type { Node } from '../reading/syntax.ts'
import { Unfixable } from './finding.ts'
import { binding, compose, type Text } from './text.ts'

/** Kinds in which numbers keep what the call has given them. */
const copying: ReadonlySet<string> = new Set(['Array', 'Float64Array', 'Float32Array'])

/** The call, or a copy of what it gives. */
export function ofSameKind(replaced: Node, call: Text, site: Node, { containers, resolver }: Reading): Text {
  const kind = containers.of(replaced)
  const made = call.kindOf ? ofVectorFunction(containers.of(call.kindOf)) : 'Array'
  if (kind !== undefined && kind === made) return call
  if (kind === undefined || !copying.has(kind) || resolver.lookUp(kind, site))
    throw new Unfixable('it might make another kind of array')
  return compose(binding.call, `${kind}.from(`, call, ')')
}
