/**
 * What classes hand out by methods that the whole field names alike: `v.size()` is a count, `v.getValue(i)` an entry. Where
 * their bodies cannot be seen, only a trusting reader takes them for what they are called.
 */
import type { TSESTree } from '@typescript-eslint/utils'
import { countKnown, type Formula } from '../formula/formula.ts'
import { isCountName } from '../formula/quantities.ts'
import type { Reading } from './index.ts'
import { pathOf } from './paths.ts'
import { memberName, seenThrough } from './syntax.ts'

const isGetter = (name: string): boolean => /^(get|at|item)(Value|Entry|Element|Item|At)?$/.test(name)

export function readGetter(node: TSESTree.CallExpression, reading: Reading): Formula | undefined {
  const callee = seenThrough(node.callee)
  if (!reading.trusting || callee.type !== 'MemberExpression' || callee.object.type === 'Super') return undefined
  const name = memberName(callee)
  const path = pathOf(callee.object, reading.resolver)
  if (name === undefined || path === undefined || node.arguments.length > 1) return undefined
  const { algebra, epochs } = reading
  const [position] = node.arguments
  const epoch = epochs.memoryEpoch(node, callee.object, true)
  if (!position) {
    if (!isCountName(name.replace(/^get_?/, ''))) return undefined
    const count = algebra.field(reading.read(callee.object), `${name}()`, epoch)
    return { ...count, known: countKnown }
  }
  if (!isGetter(name) || position.type === 'SpreadElement') return undefined
  return algebra.index(reading.vector(callee.object), reading.read(position))
}
