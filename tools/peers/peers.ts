/**
 * Who else has each atomic. Scalar atomics are called with numbers, vector atomics with a Float64Array first;
 * `crossEntropyWithLogits` with the index of the right class after it.
 *
 * Only functions that a library has under some name are here, not what could be put together from its parts: but for a
 * sign, or the factor from a sample's variance to that of a population.
 */
import { createRequire } from 'node:module'
import { install } from '../install.ts'
import type { Call, Values } from './naive.mjs'

export interface Peer {
  readonly library: string
  readonly call: Call
  /** It computes in float32, in whole or in part, whatever it is given. */
  readonly single?: true
}

install(new URL('./', import.meta.url))

/** The peers are not there when the project is type-checked: they are of any type. */
const require = createRequire(import.meta.url)
/** jax-js asks for the class before it has anything to do with it; Node.js has it from version 24 on. */
;(globalThis as { Float16Array?: unknown }).Float16Array ??= class {}

const special = (name: string) => require(`@stdlib/math-base-special-${name}`)
const log1pexp = special('log1pexp')
const xlogy = special('xlogy')
const dnrm2 = require('@stdlib/blas-base-dnrm2')
const dsumkbn = require('@stdlib/blas-ext-base-dsumkbn')
const dmeanpn = require('@stdlib/stats-strided-dmeanpn')
const variancepn = require('@stdlib/stats-strided-variancepn')
const stdevpn = require('@stdlib/stats-strided-stdevpn')
const math = require('mathjs')
const { jStat } = require('jstat')
const simple = require('simple-statistics')
const d3 = require('d3-array')
const numpy = require('numpy-ts')
const R = require('lib-r-math.js')
const cephes = require('cephes')
const jax = require('@jax-js/jax')
const tf = require('@tensorflow/tfjs-core')
// Without it, tfjs greets.
tf.enableProdMode()
require('@tensorflow/tfjs-backend-cpu')

await Promise.all([cephes.compiled, tf.ready(), jax.init('wasm')])
jax.defaultDevice('wasm')

const peer =
  (library: string) =>
  (call: Call): Peer => ({ library, call })
const single =
  (library: string) =>
  (call: Call): Peer => ({ library, call, single: true })

const builtin = peer('Math')
const stdlib = peer('stdlib')
const mathjs = peer('mathjs')
const jstat = peer('jstat')
const simpleStatistics = peer('simple-statistics')
const d3Array = peer('d3-array')
const rMath = peer('lib-r-math.js')
const ofCephes = peer('cephes')

const first = (values: Values): number => values[0]!

/** These know arrays only: a number goes in as one of length 1. */
const arrays =
  (of: (call: Call) => Peer, array: (x: Values) => unknown, read: (y: never) => Values) =>
  (f: (...args: any[]) => unknown) => ({
    scalar: of((...args: number[]) => first(read(f(...args.map(x => array([x]))) as never))),
    toNumber: of((x: Values) => first(read(f(array(x)) as never))),
    toVector: of((x: Values) => read(f(array(x)) as never)),
  })

const inNumpy = arrays(
  peer('numpy-ts'),
  x => numpy.array(x, 'float64'),
  (y: number | { data: Values }) => (typeof y === 'number' ? [y] : y.data),
)
/** It takes float64, but some of its exponentials and logarithms are those of float32. */
const inJax = arrays(
  single('jax-js'),
  x => jax.numpy.array(Float64Array.from(x)),
  (y: { dataSync(): Values }) => y.dataSync(),
)
/** Tensors are kept until they are told to go. */
const inTidy = (call: Call): Peer => single('tfjs')((...args: unknown[]) => tf.tidy(() => call(...args)))
const inTensorflow = arrays(
  inTidy,
  x => tf.tensor1d(Float32Array.from(x)),
  (y: { dataSync(): Values }) => y.dataSync(),
)

const ofPopulation = (variance: number, n: number): number => (variance * (n - 1)) / n

/** The formula of the textbooks against overflow: none of the libraries has it for float64, but every program does. */
const usual = peer('the usual form')
function shiftedExps(x: Values, e?: Float64Array): { m: number; total: number } {
  let m = -Infinity
  for (let i = 0; i < x.length; i++) if (x[i]! > m) m = x[i]!
  let total = 0
  for (let i = 0; i < x.length; i++) {
    const value = Math.exp(x[i]! - m)
    if (e) e[i] = value
    total += value
  }
  return { m, total }
}

export const peers: Record<string, readonly Peer[]> = {
  log1p: [
    builtin(Math.log1p),
    stdlib(special('log1p')),
    mathjs(math.log1p),
    inNumpy(numpy.log1p).scalar,
    rMath(R.log1p),
    ofCephes(cephes.log1p),
    inTensorflow(tf.log1p).scalar,
    inJax(jax.numpy.log1p).scalar,
  ],
  expm1: [
    builtin(Math.expm1),
    stdlib(special('expm1')),
    mathjs(math.expm1),
    inNumpy(numpy.expm1).scalar,
    ofCephes(cephes.expm1),
    inTensorflow(tf.expm1).scalar,
    inJax(jax.numpy.expm1).scalar,
  ],
  sigmoid: [
    stdlib(special('expit')),
    simpleStatistics(simple.cumulativeStdLogisticProbability),
    rMath((x: number) => R.plogis(x)),
    inTensorflow(tf.sigmoid).scalar,
    inJax(jax.nn.sigmoid).scalar,
  ],
  logSigmoid: [
    stdlib((x: number) => -log1pexp(-x)),
    rMath((x: number) => R.plogis(x, 0, 1, true, true)),
    inTensorflow(tf.logSigmoid).scalar,
    inJax(jax.nn.logSigmoid).scalar,
  ],
  softplus: [stdlib(log1pexp), inTensorflow(tf.softplus).scalar, inJax(jax.nn.softplus).scalar],
  logit: [
    stdlib(special('logit')),
    simpleStatistics(simple.logit),
    rMath((x: number) => R.qlogis(x)),
    inJax(jax.scipySpecial.logit).scalar,
  ],
  log1mexp: [stdlib(special('log1mexp')), single('jax-js')((x: number) => inJax(jax.nn.log1mexp).scalar.call(-x))],
  log1pmx: [stdlib(special('log1pmx'))],
  sqrt1pm1: [stdlib(special('sqrt1pm1'))],
  cosm1: [stdlib(special('cosm1')), ofCephes(cephes.cosm1)],
  versin: [stdlib(special('versin'))],
  powm1: [stdlib(special('powm1'))],
  xlogx: [stdlib((x: number) => xlogy(x, x))],
  xlogy: [stdlib(xlogy)],
  xlog1py: [stdlib(special('xlog1py'))],
  logAddExp: [stdlib(special('logaddexp')), inNumpy(numpy.logaddexp).scalar, inJax(jax.numpy.logaddexp).scalar],
  lgamma: [
    stdlib(special('gammaln')),
    mathjs(math.lgamma),
    jstat(jStat.gammaln),
    simpleStatistics(simple.gammaln),
    rMath(R.lgamma),
    ofCephes(cephes.lgam),
  ],
  lfactorial: [stdlib(special('factorialln')), jstat(jStat.factorialln)],
  lbeta: [stdlib(special('betaln')), jstat(jStat.betaln), rMath(R.lbeta), ofCephes(cephes.lbeta)],
  lchoose: [stdlib(special('binomcoefln')), jstat(jStat.combinationln), rMath(R.lchoose)],
  hypot: [
    builtin(Math.hypot),
    stdlib(special('hypot')),
    mathjs(math.hypot),
    inNumpy(numpy.hypot).scalar,
    rMath(R.hypot),
    inJax(jax.numpy.hypot).scalar,
  ],
  bceWithLogits: [
    usual((z: number, y: number) => Math.max(z, 0) - z * y + Math.log1p(Math.exp(-Math.abs(z)))),
    inTidy((z: number, y: number) =>
      first(tf.losses.sigmoidCrossEntropy(tf.tensor1d([y]), tf.tensor1d([z])).dataSync()),
    ),
  ],
  crossEntropyWithLogits: [
    usual((z: Values, k: number) => {
      const { m, total } = shiftedExps(z)
      return m + Math.log(total) - z[k]!
    }),
    inTidy((z: Values, k: number) =>
      first(
        tf.losses
          .softmaxCrossEntropy(tf.oneHot([k], z.length), tf.tensor2d(Float32Array.from(z), [1, z.length]))
          .dataSync(),
      ),
    ),
  ],
  logSumExp: [
    usual((x: Values) => {
      const { m, total } = shiftedExps(x)
      return m + Math.log(total)
    }),
    inTensorflow(tf.logSumExp).toNumber,
    inJax(jax.nn.logsumexp).toNumber,
  ],
  softmax: [
    usual((x: Values) => {
      const e = new Float64Array(x.length)
      const { total } = shiftedExps(x, e)
      for (let i = 0; i < e.length; i++) e[i]! /= total
      return e
    }),
    inTensorflow(tf.softmax).toVector,
    inJax(jax.nn.softmax).toVector,
  ],
  logSoftmax: [
    usual((x: Values) => {
      const { m, total } = shiftedExps(x)
      const shift = m + Math.log(total)
      const result = new Float64Array(x.length)
      for (let i = 0; i < x.length; i++) result[i] = x[i]! - shift
      return result
    }),
    inTensorflow(tf.logSoftmax).toVector,
    inJax(jax.nn.logSoftmax).toVector,
  ],
  norm: [
    stdlib((x: Float64Array) => dnrm2(x.length, x, 1)),
    mathjs((x: Values) => math.norm(Array.from(x))),
    inNumpy(numpy.linalg.norm).toNumber,
    inTensorflow(tf.norm).toNumber,
  ],
  sum: [
    stdlib((x: Float64Array) => dsumkbn(x.length, x, 1)),
    mathjs((x: Values) => math.sum(Array.from(x))),
    jstat((x: Values) => jStat.sum(x)),
    simpleStatistics(simple.sum),
    d3Array(d3.fsum),
    inNumpy(numpy.sum).toNumber,
    inTensorflow(tf.sum).toNumber,
    inJax(jax.numpy.sum).toNumber,
  ],
  mean: [
    stdlib((x: Float64Array) => dmeanpn(x.length, x, 1)),
    mathjs((x: Values) => math.mean(Array.from(x))),
    jstat((x: Values) => jStat.mean(x)),
    simpleStatistics(simple.mean),
    d3Array(d3.mean),
    inNumpy(numpy.mean).toNumber,
    inTensorflow(tf.mean).toNumber,
    inJax(jax.numpy.mean).toNumber,
  ],
  variance: [
    stdlib((x: Float64Array) => variancepn(x.length, 0, x, 1)),
    mathjs((x: Values) => math.variance(Array.from(x), 'uncorrected')),
    jstat((x: Values) => jStat.variance(x)),
    simpleStatistics(simple.variance),
    d3Array((x: Values) => ofPopulation(d3.variance(x), x.length)),
    inNumpy(numpy.variance).toNumber,
    inTensorflow((x: unknown) => tf.moments(x).variance).toNumber,
    inJax(jax.numpy.var_).toNumber,
  ],
  std: [
    stdlib((x: Float64Array) => stdevpn(x.length, 0, x, 1)),
    mathjs((x: Values) => math.std(Array.from(x), 'uncorrected')),
    jstat((x: Values) => jStat.stdev(x)),
    simpleStatistics(simple.standardDeviation),
    d3Array((x: Values) => Math.sqrt(ofPopulation(d3.variance(x), x.length))),
    inNumpy(numpy.std).toNumber,
    inJax(jax.numpy.std).toNumber,
  ],
  standardize: [
    simpleStatistics((x: number, mean: number, variance: number) => simple.zScore(x, mean, Math.sqrt(variance))),
  ],
}
