/** How far a result is from the truth, in units of the last place of the truth. */
const buffer = new DataView(new ArrayBuffer(8))

/** The distance from a number to the next larger in magnitude. */
export function ulp(x: number): number {
  if (!Number.isFinite(x)) return NaN
  buffer.setFloat64(0, Math.abs(x))
  const bits = buffer.getBigUint64(0)
  buffer.setBigUint64(0, bits + 1n)
  const next = buffer.getFloat64(0)
  return next === Infinity ? 2 ** 971 : next - Math.abs(x)
}
