/** Shapes as they stand in real programs, each with what goes wrong in it. */
export interface Shape {
  readonly title: string
  readonly story: string
  readonly code: string
}

export const gallery: readonly Shape[] = [
  {
    title: 'Hot logits',
    story: 'The loss of a classifier that has become sure of itself: beyond a logit of 709 it is Infinity or NaN.',
    code: `export function loss(logits, label) {
  const exps = logits.map(z => Math.exp(z))
  const total = exps.reduce((a, b) => a + b, 0)
  const probabilities = exps.map(e => e / total)
  return -Math.log(probabilities[label])
}
`,
  },
  {
    title: 'ELU near 0',
    story: 'An activation whose negative side has lost all its digits where it meets the positive one.',
    code: `export const elu = (x, alpha = 1) => (x > 0 ? x : alpha * (Math.exp(x) - 1))
`,
  },
  {
    title: 'Variance of timestamps',
    story: 'Milliseconds since 1970 are 13 digits long, their squares 25: more than a number holds.',
    code: `export function jitter(timestamps) {
  let sum = 0
  let squares = 0
  for (const t of timestamps) {
    sum += t
    squares += t * t
  }
  const mean = sum / timestamps.length
  return Math.sqrt(squares / timestamps.length - mean * mean)
}
`,
  },
  {
    title: 'Survival analysis',
    story: 'The logarithm of the chance to fail within a short while: 1 - S(t) cancels when S(t) is nearly 1.',
    code: `/** Logarithm of the probability of an event before time t, under a constant hazard rate. */
export const logFailure = (rate, t) => Math.log(1 - Math.exp(-rate * t))
`,
  },
  {
    title: 'Logistic regression',
    story: 'The cross-entropy of a probability that has been rounded to 1.',
    code: `const sigmoid = z => 1 / (1 + Math.exp(-z))

export function crossEntropy(z, y) {
  const p = sigmoid(z)
  return -(y * Math.log(p) + (1 - y) * Math.log(1 - p))
}
`,
  },
  {
    title: 'Mixture of Gaussians',
    story: 'The evidence of a point far from all components: every density is 0, and its logarithm -Infinity.',
    code: `export function evidence(logDensities) {
  let total = 0
  for (const logDensity of logDensities) total += Math.exp(logDensity)
  return Math.log(total)
}
`,
  },
  {
    title: 'Small interest rates',
    story: 'Continuous compounding of a tiny rate: 1 + rate has forgotten it.',
    code: `export const continuousRate = rate => Math.log(1 + rate)
`,
  },
  {
    title: 'Batch normalisation',
    story: 'A feature that never changes has variance 0, and 0 / 0 fills the network with NaN.',
    code: `export function normalize(xs) {
  const mean = xs.reduce((a, b) => a + b, 0) / xs.length
  const variance = xs.reduce((a, x) => a + (x - mean) ** 2, 0) / xs.length
  return xs.map(x => (x - mean) / Math.sqrt(variance))
}
`,
  },
]
