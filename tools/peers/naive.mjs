/**
 * What people write without the runtime: the formula for numbers, and one plain loop after the other for vectors. The
 * loops put their results into an array of the kind that they are given. None of this is stable. Plain JavaScript, so that what is
 * measured is what is written.
 */

/** Lanczos's approximation, g = 7: what most programs have that have no library. */
const lanczos = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
]
function gamma(x) {
  if (x < 0.5) return Math.PI / (Math.sin(Math.PI * x) * gamma(1 - x))
  let sum = lanczos[0]
  for (let i = 1; i < lanczos.length; i++) sum += lanczos[i] / (x - 1 + i)
  const t = x + 6.5
  return Math.sqrt(2 * Math.PI) * t ** (x - 0.5) * Math.exp(-t) * sum
}

export const scalars = {
  log1p: x => Math.log(1 + x),
  expm1: x => Math.exp(x) - 1,
  sigmoid: x => 1 / (1 + Math.exp(-x)),
  logSigmoid: x => Math.log(1 / (1 + Math.exp(-x))),
  softplus: x => Math.log(1 + Math.exp(x)),
  logexpm1: x => Math.log(Math.exp(x) - 1),
  logit: p => Math.log(p / (1 - p)),
  log1mexp: x => Math.log(1 - Math.exp(x)),
  log1pmx: x => Math.log(1 + x) - x,
  expm1mx: x => Math.exp(x) - 1 - x,
  sqrt1pm1: x => Math.sqrt(1 + x) - 1,
  cosm1: x => Math.cos(x) - 1,
  versin: x => 1 - Math.cos(x),
  powm1: (x, y) => x ** y - 1,
  compound: (x, n) => (1 + x) ** n,
  compoundm1: (x, n) => (1 + x) ** n - 1,
  logcosh: x => Math.log(Math.cosh(x)),
  xlogx: x => x * Math.log(x),
  xlogy: (x, y) => x * Math.log(y),
  xlog1py: (x, y) => x * Math.log(1 + y),
  logAddExp: (a, b) => Math.log(Math.exp(a) + Math.exp(b)),
  logSubExp: (a, b) => Math.log(Math.exp(a) - Math.exp(b)),
  lgamma: x => Math.log(gamma(x)),
  lfactorial: n => Math.log(gamma(n + 1)),
  lbeta: (a, b) => Math.log((gamma(a) * gamma(b)) / gamma(a + b)),
  lchoose: (n, k) => Math.log(gamma(n + 1) / (gamma(k + 1) * gamma(n - k + 1))),
  sqrtDifference: (a, b) => Math.sqrt(a) - Math.sqrt(b),
  cbrtDifference: (a, b) => Math.cbrt(a) - Math.cbrt(b),
  reciprocalDifference: (a, b) => 1 / a - 1 / b,
  logRatio: (a, b) => Math.log(a / b),
  atanDifference: (a, b) => Math.atan(a) - Math.atan(b),
  sinDifference: (a, b) => Math.sin(a) - Math.sin(b),
  cosDifference: (a, b) => Math.cos(a) - Math.cos(b),
  tanDifference: (a, b) => Math.tan(a) - Math.tan(b),
  langevin: x => 1 / Math.tanh(x) - 1 / x,
  xmsin: x => x - Math.sin(x),
  tanmx: x => Math.tan(x) - x,
  discriminant: (a, b, c) => b * b - 4 * a * c,
  quadraticRoots: (a, b, c) => {
    const root = Math.sqrt(b * b - 4 * a * c)
    return [(-b - root) / (2 * a), (-b + root) / (2 * a)]
  },
  expDifference: (a, b) => Math.exp(a) - Math.exp(b),
  hypotmx: (x, y) => Math.sqrt(x * x + y * y) - x,
  hypot: (x, y) => Math.sqrt(x * x + y * y),
  bceWithLogits: (z, y) => {
    const p = 1 / (1 + Math.exp(-z))
    return -(y * Math.log(p) + (1 - y) * Math.log(1 - p))
  },
  centralAngle: (p, q, d) => Math.acos(Math.sin(p) * Math.sin(q) + Math.cos(p) * Math.cos(q) * Math.cos(d)),
  standardize: (x, mean, variance) => (x - mean) / Math.sqrt(variance),
}

function sum(x) {
  let total = 0
  for (let i = 0; i < x.length; i++) total += x[i]
  return total
}

function sumOfExps(x) {
  let total = 0
  for (let i = 0; i < x.length; i++) total += Math.exp(x[i])
  return total
}

function softmax(x) {
  const result = new x.constructor(x.length)
  let total = 0
  for (let i = 0; i < x.length; i++) total += result[i] = Math.exp(x[i])
  for (let i = 0; i < x.length; i++) result[i] /= total
  return result
}

function logSoftmax(x) {
  const result = softmax(x)
  for (let i = 0; i < x.length; i++) result[i] = Math.log(result[i])
  return result
}

function norm(x) {
  let squares = 0
  for (let i = 0; i < x.length; i++) squares += x[i] * x[i]
  return Math.sqrt(squares)
}

function variance(x) {
  let total = 0
  let squares = 0
  for (let i = 0; i < x.length; i++) {
    total += x[i]
    squares += x[i] * x[i]
  }
  return squares / x.length - (total / x.length) ** 2
}

/** n Σ xy - Σ x Σ y, and likewise for the squares. */
function comoments(x, y) {
  const n = x.length
  let [sumX, sumY, xx, xy, yy] = [0, 0, 0, 0, 0]
  for (let i = 0; i < n; i++) {
    sumX += x[i]
    sumY += y[i]
    xx += x[i] * x[i]
    xy += x[i] * y[i]
    yy += y[i] * y[i]
  }
  return { n, sumX, sumY, xx: n * xx - sumX * sumX, xy: n * xy - sumX * sumY, yy: n * yy - sumY * sumY }
}

function linearFit(x, y) {
  const { n, sumX, sumY, xx, xy } = comoments(x, y)
  const slope = xy / xx
  return [slope, (sumY - slope * sumX) / n]
}

function covariance(x, y) {
  const { n, xy } = comoments(x, y)
  return xy / (n * n)
}

function correlation(x, y) {
  const { xx, xy, yy } = comoments(x, y)
  return xy / Math.sqrt(xx * yy)
}

function angleBetween(x, y) {
  let product = 0
  for (let i = 0; i < x.length; i++) product += x[i] * y[i]
  return Math.acos(product / (norm(x) * norm(y)))
}

/** Sums that are kept while the values come in. */
class RunningSums {
  count = 0
  total = 0
  squares = 0

  push(value) {
    this.count++
    this.total += value
    this.squares += value * value
  }

  variance() {
    return this.squares / this.count - (this.total / this.count) ** 2
  }
}

export const varianceOfStream = Moments => x => {
  const moments = new Moments()
  for (let i = 0; i < x.length; i++) moments.push(x[i])
  return moments.variance()
}

export const vectors = {
  logSumExp: x => Math.log(sumOfExps(x)),
  softmax,
  logSoftmax,
  crossEntropyWithLogits: (x, k) => -Math.log(Math.exp(x[k]) / sumOfExps(x)),
  norm,
  sum,
  mean: x => sum(x) / x.length,
  variance,
  std: x => Math.sqrt(variance(x)),
  covariance,
  correlation,
  linearFit,
  angleBetween,
  RunningMoments: varianceOfStream(RunningSums),
}

export const naive = { ...scalars, ...vectors }
