/**
 * Two small classifiers, written on a first afternoon: the formulas of the textbook, typed in as they stand there.
 * Every line is right on paper, and gets wrong when the numbers get hot. `npm run demo` shows where, and fixes a copy.
 */

const sum = xs => xs.reduce((a, b) => a + b, 0)
const mean = xs => sum(xs) / xs.length
const dot = (w, x) => sum(w.map((wi, i) => wi * x[i]))

/** Var(x) = E[x²] - E[x]² */
export function variance(xs) {
  const m = mean(xs)
  return mean(xs.map(x => x * x)) - m * m
}

/** The z-scores of a column. */
export function standardized(xs) {
  const m = mean(xs)
  const v = variance(xs)
  return xs.map(x => (x - m) / Math.sqrt(v))
}

export const sigmoid = z => 1 / (1 + Math.exp(-z))

export function softmax(z) {
  const e = z.map(zi => Math.exp(zi))
  const total = sum(e)
  return e.map(ei => ei / total)
}

/** The loss of the softmax classifier, when k is the right class. */
export function crossEntropy(z, k) {
  const p = softmax(z)
  return -Math.log(p[k])
}

/** The loss of the yes-or-no classifier, when y is 1 for yes. */
export function binaryCrossEntropy(z, y) {
  const p = sigmoid(z)
  return -(y * Math.log(p) + (1 - y) * Math.log(1 - p))
}

/** The energy of a sample: high for what the classifier has never seen. */
export const energy = z => -Math.log(sum(z.map(zi => Math.exp(zi))))

/** How much worse than certain: perplexity minus one. */
export const excessPerplexity = loss => Math.exp(loss) - 1

/** One pass over the data, a step after each sample; the weights change in place. The mean loss of the pass. */
export function trainSoftmax(weights, rows, labels, rate) {
  const losses = rows.map((x, n) => {
    const z = weights.map(w => dot(w, x))
    const p = softmax(z)
    weights.forEach((w, k) => {
      const error = p[k] - (labels[n] === k ? 1 : 0)
      x.forEach((xi, i) => (w[i] -= rate * error * xi))
    })
    return crossEntropy(z, labels[n])
  })
  return mean(losses)
}

/** The same for one class against the others. */
export function trainLogistic(w, rows, answers, rate) {
  const losses = rows.map((x, n) => {
    const z = dot(w, x)
    const error = sigmoid(z) - answers[n]
    x.forEach((xi, i) => (w[i] -= rate * error * xi))
    return binaryCrossEntropy(z, answers[n])
  })
  return mean(losses)
}
