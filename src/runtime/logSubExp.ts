import { log1mexp } from './log1mexp.ts'

/**
 * log(exp(a) - exp(b)) for a >= b: a + log1mexp(b - a).
 *
 * logSubExp(a, a) = -Infinity, logSubExp(a, -Infinity) = a, NaN for a < b.
 */
export function logSubExp(a: number, b: number): number {
  if (a === b) return -Infinity
  if (b === -Infinity) return a
  return a + log1mexp(b - a)
}
