/**
 * What the atomics are called with: arguments as they come up where people write the formula, many of them, so that
 * nothing is computed once and remembered; the same in every run, and within the range in which the naive formula still
 * works, as `Infinity` and `NaN` are computed at another speed.
 */

/** Numbers in [0, 1) that look random: Marsaglia's xorshift, "Xorshift RNGs", J. Stat. Softw. 8(14), 2003. */
function generator(seed) {
  let state = seed
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 2 ** 32
  }
}

const random = generator(20240229)
const uniform = (from, to) => from + (to - from) * random()
const normal = (mean = 0, sd = 1) =>
  mean + sd * Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
/** Positive, of any size from a thousandth to a thousand times the middle, all equally likely. */
const spread = (middle, times = 1000) => middle * times ** uniform(-1, 1)
const whole = (from, to) => Math.floor(uniform(from, to + 1))

/** Two numbers that are closer than they are large. */
const close = () => {
  const b = spread(2, 10)
  return [b * (1 + spread(1e-2, 10)), b]
}

/** One call's arguments. */
export const scalars = {
  log1p: () => [spread(1e-2)],
  expm1: () => [normal()],
  sigmoid: () => [normal(0, 5)],
  logSigmoid: () => [normal(0, 5)],
  softplus: () => [normal(0, 5)],
  logexpm1: () => [spread(0.5, 20)],
  logit: () => [uniform(0, 1)],
  log1mexp: () => [-spread(0.5, 20)],
  log1pmx: () => [spread(1e-2, 50)],
  expm1mx: () => [normal()],
  sqrt1pm1: () => [spread(1e-2)],
  cosm1: () => [uniform(-3, 3)],
  versin: () => [uniform(-3, 3)],
  expDifference: () => [normal(), normal()],
  hypotmx: () => [normal(), normal()],
  compound: () => [uniform(0, 0.1), uniform(1, 30)],
  compoundm1: () => [uniform(0, 0.1), uniform(1, 30)],
  powm1: () => [uniform(0.5, 2), normal()],
  logcosh: () => [normal(0, 5)],
  xlogx: () => [uniform(0, 1)],
  xlogy: () => [uniform(0, 1), uniform(0, 1)],
  xlog1py: () => [uniform(0, 1), spread(1e-2)],
  logAddExp: () => [normal(0, 10), normal(0, 10)],
  logSubExp: () => {
    const b = normal(0, 10)
    return [b + spread(0.5, 20), b]
  },
  lgamma: () => [spread(5, 20)],
  lfactorial: () => [whole(0, 100)],
  lbeta: () => [spread(5, 10), spread(5, 10)],
  lchoose: () => {
    const n = whole(1, 100)
    return [n, whole(0, n)]
  },
  sqrtDifference: close,
  cbrtDifference: close,
  reciprocalDifference: close,
  logRatio: close,
  atanDifference: close,
  sinDifference: close,
  cosDifference: close,
  tanDifference: () => [uniform(0, 1), uniform(0, 1)],
  langevin: () => [normal(0, 3)],
  xmsin: () => [normal()],
  tanmx: () => [uniform(-1.4, 1.4)],
  discriminant: () => [normal(), normal(), normal()],
  quadraticRoots: () => [1, normal(0, 5), -spread(1, 10)],
  centralAngle: () => [uniform(-1.5, 1.5), uniform(-1.5, 1.5), uniform(-3, 3)],
  hypot: () => [normal(), normal()],
  // Hard labels half of the time.
  bceWithLogits: () => [normal(0, 5), random() < 0.5 ? whole(0, 1) : random()],
  standardize: () => [normal(3, 2), 3, spread(4, 10)],
}

/** One entry of a vector; data about a mean that is not 0, and logits. */
export const vectors = {
  logSumExp: () => normal(0, 5),
  softmax: () => normal(0, 5),
  logSoftmax: () => normal(0, 5),
  crossEntropyWithLogits: () => normal(0, 5),
  norm: () => normal(),
  sum: () => normal(3, 2),
  mean: () => normal(3, 2),
  variance: () => normal(3, 2),
  std: () => normal(3, 2),
  covariance: () => normal(3, 2),
  correlation: () => normal(3, 2),
  linearFit: () => normal(3, 2),
  angleBetween: () => normal(),
  RunningMoments: () => normal(3, 2),
}

/** Another vector as long. */
const pairs = n => [Float64Array.from({ length: n }, () => normal(3, 2))]

/** What comes after the vector. */
export const others = {
  crossEntropyWithLogits: n => [whole(0, n - 1)],
  covariance: pairs,
  correlation: pairs,
  linearFit: pairs,
  angleBetween: pairs,
}
