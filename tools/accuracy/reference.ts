/** Reads the points and exact values that reference.py has written: its header says what the files hold. */
import { existsSync, readFileSync } from 'node:fs'
import { CannotRun } from '../../src/cli/failure.ts'

/** The exact value cut towards 0 to a double, and what was cut off in ulps of that double. */
export interface Exact {
  readonly high: number
  readonly low: number
}

export interface Point {
  readonly x: Float64Array
  readonly exact: readonly Exact[]
}

export function pointsOf(name: string): readonly Point[] {
  const file = new URL(`reference/${name}.bin`, import.meta.url)
  if (!existsSync(file)) throw new CannotRun(`No reference for ${name}: run \`tools/accuracy/reference.py ${name}\`.`)
  const { buffer, byteOffset, byteLength } = readFileSync(file)
  const view = new DataView(buffer, byteOffset, byteLength)
  const doubles = Float64Array.from({ length: byteLength / 8 }, (_, i) => view.getFloat64(8 * i, true))
  const points: Point[] = []
  for (let at = 0; at < doubles.length;) {
    const [count, args, values] = doubles.subarray(at, at + 3) as unknown as [number, number, number]
    at += 3
    for (let i = 0; i < count; i++) {
      const x = doubles.subarray(at, at + args)
      at += args
      const exact = Array.from({ length: values }, (_, j) => ({
        high: doubles[at + 2 * j]!,
        low: doubles[at + 2 * j + 1]!,
      }))
      at += 2 * values
      points.push({ x, exact })
    }
  }
  return points
}
