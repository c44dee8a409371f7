/** Types for those who judge; the check itself has to run where there is no TypeScript. */
import type { Call } from './calls.ts'

type Runtime = typeof import('../../src/runtime/index.ts')
type Written = string | readonly Written[]

export function valuesOf(runtime: Runtime, call: Call): readonly number[]
export function written(value: Call['args']): readonly Written[]
export function check(
  runtime: Runtime,
  calls: readonly (readonly [atomic: string, args: readonly Written[]])[],
): readonly (readonly string[])[]
