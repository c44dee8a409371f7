/** Types for those who judge; the check itself has to run where there is no TypeScript. */
export interface Call {
  readonly atomic: string
  readonly args: readonly (number | readonly number[])[]
  readonly truth?: number | readonly number[]
}

type Runtime = typeof import('../../src/runtime/index.ts')

export function callsOf(runtime: Runtime): readonly Call[]
export function valuesOf(runtime: Runtime, call: Call): readonly number[]
export function check(runtime: Runtime): readonly (readonly string[])[]
