/**
 * Which atomics call what the language leaves to the engine: it says to the last bit what `Math.sqrt` gives, but not what
 * `Math.log` does, and engines do differ there. Found out by listening, so that no list has to be kept.
 */
import * as runtime from '../../src/runtime/index.ts'
import type { Call } from './calls.ts'
import { valuesOf } from './check.mjs'

const exact = new Set('abs ceil clz32 floor fround imul max min round sign sqrt trunc'.split(' '))

export function ofEngine(calls: readonly Call[]): ReadonlySet<string> {
  const math = Math as unknown as Record<string, (...args: number[]) => number>
  const names = Object.getOwnPropertyNames(Math).filter(name => typeof math[name] === 'function' && !exact.has(name))
  const originals = Object.fromEntries(names.map(name => [name, math[name]!]))
  const found = new Set<string>()
  let calling = ''
  for (const name of names)
    math[name] = (...args) => {
      found.add(calling)
      return originals[name]!(...args)
    }
  for (const call of calls) {
    calling = call.atomic
    valuesOf(runtime, call)
  }
  Object.assign(math, originals)
  return found
}
