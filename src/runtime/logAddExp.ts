/**
 * log(exp(a) + exp(b)) for all a and b: max + log1p(exp(min - max)), which cannot overflow.
 *
 * logAddExp(-Infinity, b) = b, also for b = -Infinity; logAddExp(Infinity, b) = Infinity unless b is NaN. Where the
 * result is near 0 the error is absolute, 1.5e-16.
 */
export function logAddExp(a: number, b: number): number {
  if (a === b) return a + Math.LN2
  const largest = a > b ? a : b
  const difference = a > b ? b - a : a - b
  if (difference !== difference) return NaN
  return largest + Math.log1p(Math.exp(difference))
}
