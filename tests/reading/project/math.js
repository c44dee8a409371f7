/** Helpers of a project, naive on purpose; the linted file beside them is written in modules.test.ts. */
export function weights(z) {
  let total = 0
  const e = []
  for (const v of z) {
    e.push(Math.exp(v))
    total += Math.exp(v)
  }
  return e.map(v => v / total)
}

export const odds = p => p / (1 - p)

/** No softmax, whatever its name. */
export function softmax(z) {
  return z.map(v => v / 2)
}

export default t => 1 / (1 + Math.exp(-t))

function hidden(x) {
  return Math.exp(x)
}
export { hidden as grow }
export * from './deep/index.js'
