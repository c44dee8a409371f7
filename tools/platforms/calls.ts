/**
 * What every platform computes, the same calls in the same order: of each atomic some of the points that its accuracy is
 * measured at, and those where floating point is at its edges. An atomic that is in tools/accuracy/atomics.ts is here.
 */
import strd from '../../tests/runtime/reference/nist-strd.json' with { type: 'json' }
import { argumentsOf, atomics, type Atomic } from '../accuracy/atomics.ts'
import { pointsOf, type Point } from '../accuracy/reference.ts'

export interface Call {
  readonly atomic: string
  readonly args: readonly (number | readonly number[])[]
  /** The point whose value it should give; missing where only the platforms are compared. */
  readonly point?: Point
}

/** Of each atomic. */
const most = 400

const edges = [0, 5e-324, 2 ** -1022, 2 ** -53, 0.5, 1, 2, 37.5, 709.5, 745.5, 2 ** 53, Number.MAX_VALUE, Infinity, NaN]
const signed = edges.flatMap(x => [x, -x])
const combinations = (n: number): readonly (readonly number[])[] =>
  n === 0 ? [[]] : combinations(n - 1).flatMap(before => signed.map(x => [...before, x]))

/** In JSON there is no Float64Array. */
const plain = (args: readonly (number | Float64Array)[]): Call['args'] =>
  args.map(arg => (typeof arg === 'number' ? arg : [...arg]))

function callsOf(name: string, atomic: Atomic): readonly Call[] {
  const points = pointsOf(name)
  const step = Math.ceil(points.length / most)
  const some = points.filter((_, at) => at % step === 0)
  const numbers = atomic.takes ? 2 : points[0]!.x.length
  const atEdges = combinations(Math.min(numbers, 2)).map(x =>
    Float64Array.from({ length: numbers }, (_, at) => x[at] ?? 1),
  )
  return [
    ...some.map(point => ({ atomic: name, args: plain(argumentsOf(atomic, point.x)), point })),
    ...atEdges.map(x => ({ atomic: name, args: plain(argumentsOf(atomic, x)) })),
  ]
}

/** A stream is seen once, and NIST's data are chosen so that this costs digits: it has to agree, not to be exact. */
const streams: readonly Call[] = strd.map(({ x }) => ({ atomic: 'RunningMoments', args: [x] }))

export const calls: readonly Call[] = [
  ...Object.entries(atomics).flatMap(([name, atomic]) => callsOf(name, atomic)),
  ...streams,
]
