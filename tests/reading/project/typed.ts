export function grow(x: number, rate = 2): number {
  return Math.exp(x * rate)
}
