/** Numbers, points and goals as the tables say them. */
import { moments, type Arguments, type Goal } from './atomics.ts'

/** Two or three digits tell which of two errors is the larger; where none of a result's are right, one does. */
export function inUlps(error: number): string {
  if (Number.isNaN(error)) return '–'
  if (error === Infinity) return '∞'
  if (error < 1e4) return error < 100 ? error.toFixed(2) : error.toFixed(0)
  return error.toExponential(0).replace('e+', 'e')
}

export const absolutely = (error: number): string => (error === Infinity ? '∞' : error.toExponential(1))

const number = (x: number): string => String(x).replace('e+', 'e')

/** A point in full, so that it can be tried; of a long vector, what it looks like. */
export function pointOf(x: Arguments | undefined): string {
  if (!x) return '–'
  if (x.length <= 3) return Array.from(x, number).join(', ')
  const { mean, deviation } = moments(x)
  return `${x.length} numbers, ${number(Number(mean.toPrecision(3)))} ± ${number(Number(deviation.toPrecision(2)))}`
}

export function wordsOf({ ulp, absolute, only }: Goal): string {
  const near = absolute === undefined ? '' : `; near 0 at most ${absolute} absolutely`
  return `at most ${ulp.toFixed(1)} ulp${only ? ` for ${only[0]}` : ''}${near}`
}
