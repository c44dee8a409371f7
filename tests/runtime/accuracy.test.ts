/**
 * The atomics against mpmath's values (tools/reference/reference.py), rounded to the nearest double: so the errors here
 * are up to half an ulp off. The bounds are what the docstrings promise.
 */
import * as runtime from '../../src/runtime/index.ts'
import pairs from './reference/pairs.json' with { type: 'json' }
import scalars from './reference/scalars.json' with { type: 'json' }
import vectors from './reference/vectors.json' with { type: 'json' }
import strd from './reference/nist-strd.json' with { type: 'json' }
import { errorInUlps } from './ulp.ts'

type Points = readonly (readonly number[])[]

/** The largest error over the points, where the truth is above `floor`; below it, errors are taken relative to it. */
function worst(points: Points, f: (...args: number[]) => number, floor = 0): { error: number; at: readonly number[] } {
  let found = { error: 0, at: [] as readonly number[] }
  for (const point of points) {
    const args = point.slice(0, -1)
    const truth = point.at(-1)!
    const actual = f(...args)
    const error =
      Math.abs(truth) < floor ? Math.abs(actual - truth) / (floor * Number.EPSILON) : errorInUlps(actual, truth)
    if (error > found.error || Number.isNaN(error)) found = { error, at: args }
  }
  return found
}

const table: Record<string, Points> = { ...(scalars as Record<string, Points>), ...(pairs as Record<string, Points>) }

describe('at most so many ulp', () => {
  it.each([
    ['log1p', 1, runtime.log1p],
    ['expm1', 1, runtime.expm1],
    ['softplus', 1.5, runtime.softplus],
    ['logSigmoid', 1.5, runtime.logSigmoid],
    ['sigmoid', 2.5, runtime.sigmoid],
    ['log1mexp', 2, runtime.log1mexp],
    ['logit', 2, runtime.logit],
    ['xlogx', 1.5, runtime.xlogx],
    ['lgamma', 1, runtime.lgamma],
    ['lgammaNearOneAndTwo', 1, runtime.lgamma],
    ['lgammaNegative', 1, runtime.lgamma],
    ['lgammaZeros', 2, runtime.lgamma],
    ['lgammaPoles', 1, runtime.lgamma],
    ['lfactorial', 1, runtime.lfactorial],
    ['lfactorialBetween', 1, runtime.lfactorial],
    ['lbeta', 1, runtime.lbeta],
    ['lbetaWide', 2, runtime.lbeta],
    ['lbetaNearZero', 2, runtime.lbeta],
    ['bceWithLogits', 2, runtime.bceWithLogits],
    ['hypot', 1.5, runtime.hypot],
    ['lchoose', 1, runtime.lchoose],
    ['lchooseBetween', 2, runtime.lchoose],
  ] as [string, number, (...args: number[]) => number][])('%s: %d', (name, bound, f) => {
    const { error, at } = worst(table[name]!, f)
    expect(error, `at ${at.join(', ')}`).toBeLessThanOrEqual(bound)
  })
})

describe('at most so many ulp, and absolutely so many of 1 near the zeros', () => {
  it.each([
    ['logexpm1', 2, runtime.logexpm1],
    ['logAddExp', 2, runtime.logAddExp],
    ['logSubExp', 4, runtime.logSubExp],
  ] as [string, number, (...args: number[]) => number][])('%s: %d', (name, bound, f) => {
    const { error, at } = worst(table[name]!, f, 1)
    expect(error, `at ${at.join(', ')}`).toBeLessThanOrEqual(bound)
  })
})

describe('vectors', () => {
  const over = (
    f: (x: number[]) => number | ArrayLike<number>,
    of: (row: (typeof vectors)[number]) => number | readonly number[],
    floor = 0,
  ): number =>
    Math.max(
      ...vectors.flatMap(row => {
        const truth = [of(row)].flat()
        const actual = [f(row.x)].flat() as number[]
        return truth.map((value, i) =>
          Math.abs(value) < floor
            ? Math.abs(actual[i]! - value) / (floor * Number.EPSILON)
            : errorInUlps(actual[i]!, value),
        )
      }),
    )
  it('sum: 1', () =>
    expect(
      over(
        x => runtime.sum(x),
        row => row.sum,
        1e-12,
      ),
    ).toBeLessThanOrEqual(1))
  it('mean: 1.5', () =>
    expect(
      over(
        x => runtime.mean(x),
        row => row.mean,
        1e-12,
      ),
    ).toBeLessThanOrEqual(1.5))
  it('variance: 8', () =>
    expect(
      over(
        x => runtime.variance(x),
        row => row.variance,
      ),
    ).toBeLessThanOrEqual(8))
  it('norm: 3', () =>
    expect(
      over(
        x => runtime.norm(x),
        row => row.norm,
      ),
    ).toBeLessThanOrEqual(3))
  it('logSumExp: 2, and absolutely near 0', () =>
    expect(
      over(
        x => runtime.logSumExp(x),
        row => row.logSumExp,
        1,
      ),
    ).toBeLessThanOrEqual(2))
  it('softmax: 3', () =>
    expect(
      over(
        x => runtime.softmax(x),
        row => row.softmax,
      ),
    ).toBeLessThanOrEqual(3))
  it('logSoftmax: 2', () =>
    expect(
      over(
        x => runtime.logSoftmax(x),
        row => row.logSoftmax,
      ),
    ).toBeLessThanOrEqual(2))
})

describe('NIST StRD: as many digits as the certified values have', () => {
  const digits = (actual: number, certified: number): number =>
    -Math.log10(Math.abs(actual - certified) / Math.abs(certified) + 1e-16)
  /** Of 15 certified digits, those that data so far from 0 hold of their spread. */
  const held = (mean: number, sd: number): number => Math.min(14.4, 15 - Math.log10(Math.abs(mean) / sd))
  it.each(strd)('$name', ({ x, cert_mean, cert_sd }) => {
    expect(digits(runtime.mean(x), cert_mean)).toBeGreaterThan(14.4)
    expect(digits(runtime.std(x, 1), cert_sd)).toBeGreaterThan(held(cert_mean, cert_sd))
    const moments = new runtime.RunningMoments()
    for (const value of x) moments.push(value)
    expect(digits(moments.std(1), cert_sd)).toBeGreaterThan(held(cert_mean, cert_sd) - 2)
  })
  // NumAcc1 to NumAcc4 by their published formulas: x, then x - d and x + d in turns; the standard deviation is d.
  it.each([
    ['NumAcc1', [10000001, 10000003, 10000002], 10000002, 1],
    ['NumAcc2', [1.2, ...Array.from({ length: 1000 }, (_, i) => (i % 2 === 0 ? 1.1 : 1.3))], 1.2, 0.1],
    [
      'NumAcc3',
      [1000000.2, ...Array.from({ length: 1000 }, (_, i) => (i % 2 === 0 ? 1000000.1 : 1000000.3))],
      1000000.2,
      0.1,
    ],
    [
      'NumAcc4',
      [10000000.2, ...Array.from({ length: 1000 }, (_, i) => (i % 2 === 0 ? 10000000.1 : 10000000.3))],
      10000000.2,
      0.1,
    ],
  ] as [string, number[], number, number][])('%s', (_, x, certMean, certSd) => {
    expect(digits(runtime.mean(x), certMean)).toBeGreaterThan(14.4)
    expect(digits(runtime.std(x, 1), certSd)).toBeGreaterThan(held(certMean, certSd))
  })
})
