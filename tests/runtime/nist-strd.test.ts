/**
 * NIST's Statistical Reference Datasets for univariate statistics: data that are far from 0 beside their spread, with
 * certified means and standard deviations. https://www.itl.nist.gov/div898/strd/univ/homepage.html
 */
import { mean, RunningMoments, std } from '../../src/runtime/index.ts'
import strd from './reference/nist-strd.json' with { type: 'json' }

describe('NIST StRD: as many digits as the certified values have', () => {
  const digits = (actual: number, certified: number): number =>
    -Math.log10(Math.abs(actual - certified) / Math.abs(certified) + 1e-16)
  /** Of 15 certified digits, those that data so far from 0 hold of their spread. */
  const held = (mean: number, sd: number): number => Math.min(14.4, 15 - Math.log10(Math.abs(mean) / sd))
  it.each(strd)('$name', ({ x, cert_mean, cert_sd }) => {
    expect(digits(mean(x), cert_mean)).toBeGreaterThan(14.4)
    expect(digits(std(x, 1), cert_sd)).toBeGreaterThan(held(cert_mean, cert_sd))
    const moments = new RunningMoments()
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
    expect(digits(mean(x), certMean)).toBeGreaterThan(14.4)
    expect(digits(std(x, 1), certSd)).toBeGreaterThan(held(certMean, certSd))
  })
})
