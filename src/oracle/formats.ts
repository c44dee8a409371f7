/** The two formats of IEEE 754 that programs compute in: what a number is rounded to, and how far the next one is. */
export interface Format {
  readonly name: 'float64' | 'float32'
  /** Of the significand: as many bits as an error can cost. */
  readonly bits: number
  /** 2 to this is the smallest number. */
  readonly least: number
  /** 2 to this is the first that is too large. */
  readonly most: number
  readonly round: (x: number) => number
}

export const float64: Format = { name: 'float64', bits: 53, least: -1074, most: 1024, round: x => x }
export const float32: Format = { name: 'float32', bits: 24, least: -149, most: 128, round: Math.fround }

/** The distance from a number to the next one away from 0. */
export function spacing(x: number, { bits, least, most }: Format = float64): number {
  const size = Math.abs(x)
  if (!Number.isFinite(x)) return 2 ** (most - bits)
  let exponent = size === 0 ? least : Math.floor(Math.log2(size))
  // The logarithm may have been rounded up to a whole number.
  if (2 ** exponent > size) exponent--
  return 2 ** Math.max(exponent - bits + 1, least)
}
