/** Runs a snippet that declares `f`, naive or fixed, on copies of the arguments. */
import * as runtime from '../src/runtime/index.ts'

export function execute(code: string, args: readonly unknown[]): unknown {
  const body = `${code.replace(/^import .*\n/gm, '').replaceAll('export ', '')}\nreturn f`
  const f = new Function('stable', body)(runtime) as (...args: unknown[]) => unknown
  return f(...structuredClone(args))
}
