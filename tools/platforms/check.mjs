/**
 * What every platform computes, the same calls in the same order: the reference values' arguments, and those at which
 * floating point is at its edges. Plain JavaScript, as it runs where nothing is transpiled; it judges nothing.
 */
import pairs from '../../tests/runtime/reference/pairs.json' with { type: 'json' }
import scalars from '../../tests/runtime/reference/scalars.json' with { type: 'json' }
import strd from '../../tests/runtime/reference/nist-strd.json' with { type: 'json' }
import vectors from '../../tests/runtime/reference/vectors.json' with { type: 'json' }

const edges = [0, 5e-324, 2 ** -1022, 2 ** -53, 0.5, 1, 2, 37.5, 709.5, 745.5, 2 ** 53, Number.MAX_VALUE, Infinity, NaN]
const signed = edges.flatMap(x => [x, -x])
const ofOne = signed.map(x => [x])
const ofTwo = signed.flatMap(x => signed.map(y => [x, y]))

/** Each call of an atomic; `truth` is what it should give, and missing where only the platforms are compared. */
export function callsOf(runtime) {
  const points = Object.entries({ ...scalars, ...pairs })
  const names = Object.keys(runtime).sort((a, b) => b.length - a.length)
  /** A table is called by its atomic, and what is special about its points. */
  const called = key => names.find(name => key.startsWith(name))
  return [
    ...points.flatMap(([key, rows]) =>
      rows.map(row => ({ atomic: called(key), args: row.slice(0, -1), truth: row.at(-1) })),
    ),
    ...points.flatMap(([key, [row]]) =>
      (row.length === 2 ? ofOne : ofTwo).map(args => ({ atomic: called(key), args })),
    ),
    ...vectors.flatMap(({ x, ...truths }) =>
      Object.entries(truths).map(([atomic, truth]) => ({ atomic, args: [x], truth })),
    ),
    ...vectors.flatMap(({ x, variance, logSoftmax }) => [
      { atomic: 'std', args: [x], truth: Math.sqrt(variance) },
      ...logSoftmax.map((truth, at) => ({ atomic: 'crossEntropyWithLogits', args: [x, at], truth: -truth })),
    ]),
    ...scalars.xlogx.map(([x, truth]) => ({ atomic: 'xlogy', args: [x, x], truth })),
    ...scalars.log1p.map(([x, truth]) => ({ atomic: 'xlog1py', args: [1, x], truth })),
    ...ofTwo.flatMap(args => ['xlogy', 'xlog1py'].map(atomic => ({ atomic, args }))),
    ...ofTwo.map(([x, y]) => ({ atomic: 'standardize', args: [x, 1, y] })),
    ...scalars.expm1.map(([x]) => ({ atomic: 'standardize', args: [x, 0, 4], truth: x / 2 })),
    ...strd.map(({ x, cert_mean, cert_sd }) => ({ atomic: 'RunningMoments', args: [x], truth: [cert_mean, cert_sd] })),
  ]
}

export function valuesOf(runtime, { atomic, args }) {
  if (atomic !== 'RunningMoments') return [runtime[atomic](...args)].flat()
  const moments = new runtime.RunningMoments()
  for (const value of args[0]) moments.push(value)
  return [moments.mean, moments.std(1)]
}

/** Shortest digits that give the same double again; JSON knows neither NaN, nor infinities, nor the sign of -0. */
const written = value => (Object.is(value, -0) ? '-0' : String(value))

export const check = runtime => callsOf(runtime).map(call => valuesOf(runtime, call).map(written))
