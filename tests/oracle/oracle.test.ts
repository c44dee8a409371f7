/** The oracle judges everything else, so it is held against values that are in print or follow by hand. */
import { Decimal } from 'decimal.js'
import { describe, expect, test } from 'vitest'
import { Notation } from '../../src/formula/notation.ts'
import type { Environment } from '../../src/rules/evaluate.ts'
import { bernoulli } from '../../src/oracle/gamma.ts'
import { errorInUlps, exact, toDouble } from '../../src/oracle/index.ts'
import { exactly, ofDouble, type Interval } from '../../src/oracle/interval.ts'

const notation = new Notation()
const value = (text: string, environment: Environment = {}): Interval =>
  exact(notation.formula(text), environment) as Interval
const digits = (text: string, environment?: Environment, count = 45): string =>
  value(text, environment).low.toSignificantDigits(count).toString()

describe('values in print', () => {
  test.each([
    ['log(2)', '0.693147180559945309417232121458176568075500134'],
    ['exp(1)', '2.71828182845904523536028747135266249775724709'],
    ['sqrt(2)', '1.41421356237309504880168872420969807856967188'],
    // The square root of pi, and OEIS A068467, A256165.
    ['gamma(0.5)', '1.77245385090551602729816748334114518279754946'],
    ['gamma(0.25)', '3.62560990822190831193068515586767200299516768'],
    ['gamma(-0.5)', '-3.54490770181103205459633496668229036559509891'],
    ['factorial(25)', '15511210043330985984000000'],
    // OEIS A003881, A105199.
    ['atan(1)', '0.78539816339744830961566084581987572104929234984'],
    ['atan(2)', '1.10714871779409050301706546017853704007004765'],
    ['lgamma(3)', '0.693147180559945309417232121458176568075500134'],
  ])('%s = %s', (text, expected) => {
    const { low, high } = value(text)
    for (const bound of [low, high])
      expect(
        bound.toSignificantDigits(43, Decimal.ROUND_HALF_UP).eq(new Decimal(expected).toSignificantDigits(43)),
      ).toBe(true)
  })

  test('Bernoulli numbers', () => {
    const fraction = (k: number): number => Number(bernoulli(k)[0]) / Number(bernoulli(k)[1])
    expect([1, 2, 3, 4, 5, 6].map(fraction)).toEqual([1 / 6, -1 / 30, 1 / 42, -1 / 30, 5 / 66, -691 / 2730])
  })
})

describe('digits that plain precision loses', () => {
  test('log(1 + exp(-700)) is exp(-700), not 0', () => {
    expect(digits('log(1 + exp(x))', { x: -700 }, 40)).toBe(digits('exp(x)', { x: -700 }, 40))
  })
  test('log(1 - exp(-1e-300)) is log(1e-300)', () => {
    expect(digits('log(1 - exp(x))', { x: -1e-300 }, 40)).toBe(digits('log(x)', { x: 1e-300 }, 40))
  })
  test('a variance of 2/3 at a billion', () => {
    expect(toDouble(value('variance(x)', { x: [1e9 + 1, 1e9 + 2, 1e9 + 3] }))).toBe(2 / 3)
  })
  test.each([1e-59, 1e-9, 0.3, -1.7, 1e16, -1e60, 1e62, 1e70, 1e300])('the tangent of atan(%d) is that again', x => {
    const { low, high } = value('tan(atan(x))', { x })
    expect(low.lte(ofDouble(x)) && high.gte(ofDouble(x))).toBe(true)
  })
  test('the logarithm of 10 over 5 is that of 252', () => {
    expect(digits('lchoose(10, 5)')).toBe(digits('log(252)'))
  })
  test('what it cannot know, it does not say', () => {
    expect(exact(notation.formula('log(1 + exp(x))'), { x: 1e300 })).toBeUndefined()
  })
})

test('doubles are taken with all their digits', () => {
  expect(ofDouble(0.1).toString()).toBe('0.1000000000000000055511151231257827021181583404541015625')
  expect(ofDouble(-5e-324).toSignificantDigits(5).toString()).toBe('-4.9407e-324')
  expect(ofDouble(2 ** 80).toFixed()).toBe('1208925819614629174706176')
})

test('errors are measured in units of the last place', () => {
  expect(errorInUlps(1, exactly(1))).toBe(0)
  expect(errorInUlps(1 + 2 ** -52, exactly(1))).toBe(1)
  expect(errorInUlps(0, exactly('1e-320'))).toBeCloseTo(2024, 0)
  expect(errorInUlps(Infinity, exactly('1e400'))).toBe(0)
  expect(errorInUlps(NaN, exactly(1))).toBe(Infinity)
  expect(errorInUlps(Number.MAX_VALUE, exactly('1.9e308'))).toBeGreaterThan(1e14)
})
