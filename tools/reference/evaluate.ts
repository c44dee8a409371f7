/** Evaluates atomics for measure.py: reads points as raw doubles, writes values as raw doubles beside them. */
import { readFileSync, writeFileSync } from 'node:fs'
import * as runtime from '../../src/runtime/index.ts'

const [file, job] = process.argv.slice(2) as [string, string]

/** Which function, how many numbers a point has, and whether a point is a vector. */
const { name, arity, isVector } = JSON.parse(job) as { name: keyof typeof runtime; arity: number; isVector: boolean }

const bytes = readFileSync(file)
const points = new Float64Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength))
const f = runtime[name] as unknown as (...args: unknown[]) => number | ArrayLike<number>
const values: number[] = []
for (let i = 0; i < points.length; i += arity) {
  const args = points.subarray(i, i + arity)
  const value = isVector ? f(args) : f(...args)
  if (typeof value === 'number') values.push(value)
  else for (let j = 0; j < value.length; j++) values.push(value[j]!)
}
writeFileSync(file + '.out', new Uint8Array(new Float64Array(values).buffer))
