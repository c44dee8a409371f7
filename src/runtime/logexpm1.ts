/** From here on exp(-x) changes no digit of x: 2^-53 of 37 is above exp(-37) = 8.5e-17. */
const linear = 37

/**
 * log(exp(x) - 1) for x >= 0, the inverse of `softplus`: log(expm1(x)), and for large x, where expm1 overflows, x.
 *
 * logexpm1(0) = -Infinity, logexpm1(x < 0) = NaN, logexpm1(Infinity) = Infinity. Near its zero log(2) the error is
 * absolute, 2e-16.
 */
export function logexpm1(x: number): number {
  if (x > linear) return x
  return Math.log(Math.expm1(x))
}
