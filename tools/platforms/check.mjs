/**
 * Makes the calls with a runtime, wherever that runs. Plain JavaScript, for where nothing is transpiled; it judges nothing.
 */

export function valuesOf(runtime, { atomic, args }) {
  if (atomic !== 'RunningMoments') return [...[runtime[atomic](...args)].flat()]
  const moments = new runtime.RunningMoments()
  for (const value of args[0]) moments.push(value)
  return [moments.mean, moments.std(1)]
}

/** Shortest digits that give the same double again; JSON knows neither NaN, nor infinities, nor the sign of -0. */
export const written = value =>
  Array.isArray(value) ? value.map(written) : Object.is(value, -0) ? '-0' : String(value)
const read = text => (Array.isArray(text) ? text.map(read) : Number(text))

/** From calls with written arguments to written results. */
export const check = (runtime, calls) =>
  calls.map(([atomic, args]) => valuesOf(runtime, { atomic, args: read(args) }).map(written))
