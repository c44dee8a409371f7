/**
 * atan(a) - atan(b), as the angle of (1 + a b, difference): for close a and b, and for large ones of one sign, the
 * subtraction has no digit left. `difference` is what a - b is before a and b are rounded.
 *
 * Of opposite signs nothing cancels, and infinities are taken as by the plain subtraction. Measured: at most 1.7 ulp.
 */
export function atanDifference(a: number, b: number, difference: number = a - b): number {
  const product = a * b
  if (!(product >= 0) || difference - difference !== 0) return Math.atan(a) - Math.atan(b)
  return product < Infinity ? Math.atan2(difference, 1 + product) : Math.atan(difference / a / b)
}
