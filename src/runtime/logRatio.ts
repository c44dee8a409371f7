/**
 * log(a / b), or log(a) - log(b), as log1p(difference / b) where a and b are close: there the quotient is rounded to the
 * spacing of numbers around 1. `difference` is what a - b is before a and b are rounded.
 *
 * logRatio(a, ±0) = Infinity for a > 0, logRatio(0, b) = -Infinity, NaN for a and b of opposite signs. Measured: at most 1.2 ulp.
 */
export function logRatio(a: number, b: number, difference: number = a - b): number {
  const ratio = a / b
  if (ratio > 0.5 && ratio < 2) return Math.log1p(difference / b)
  // A quotient that is subnormal has lost digits, and one that is out of range all of them.
  if (ratio > 2 ** -1000 && ratio < 2 ** 1000) return Math.log(ratio)
  // A quotient by an infinity is 0, whatever the signs are.
  const infinite = b - b !== 0
  if (!infinite && ((a > 0 && b < 0) || (a < 0 && (b > 0 || Object.is(b, 0))))) return NaN
  return Math.log(Math.abs(a)) - Math.log(Math.abs(b))
}
