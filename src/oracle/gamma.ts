/**
 * The gamma function by Stirling's series, far to the right of the argument, where the series reaches any precision,
 * and the recurrence back. Nothing here is fitted or tabulated: the Bernoulli numbers are computed exactly.
 */
import { Decimal } from 'decimal.js'
import { OutOfReach } from './interval.ts'

const mostSteps = 5000

/** 1, 2, 16, 272, …: the coefficients of tan, by the recurrence of Brent and Harvey (2011), in integers. */
function tangentNumbers(count: number): bigint[] {
  const t = [0n, 1n]
  for (let k = 2; k <= count; k++) t[k] = BigInt(k - 1) * t[k - 1]!
  for (let k = 2; k <= count; k++)
    for (let j = k; j <= count; j++) t[j] = BigInt(j - k) * t[j - 1]! + BigInt(j - k + 2) * t[j]!
  return t
}

let tangents: bigint[] = []

/** The k-th even Bernoulli number, as a fraction. */
export function bernoulli(k: number): readonly [numerator: bigint, denominator: bigint] {
  if (tangents.length <= k) tangents = tangentNumbers(Math.max(120, 2 * k))
  const four = 4n ** BigInt(k)
  return [BigInt(k % 2 === 0 ? -2 * k : 2 * k) * tangents[k]!, four * (four - 1n)]
}

const coefficients = new Map<string, Decimal>()

/** Of Stirling's series. */
function coefficient(k: number, D: typeof Decimal): Decimal {
  const key = `${k} ${D.precision}`
  let found = coefficients.get(key)
  if (!found) {
    const [numerator, denominator] = bernoulli(k)
    found = D.div(numerator.toString(), D.mul(denominator.toString(), 2 * k * (2 * k - 1)))
    coefficients.set(key, found)
  }
  return found
}

export interface Gamma {
  /** The logarithm of the absolute value. */
  readonly log: Decimal
  readonly sign: 1 | -1
}

const factorials = ['1']

/** All its digits. */
export function factorial(n: number): string {
  for (let i = factorials.length; i <= n; i++) factorials.push(String(BigInt(factorials[i - 1]!) * BigInt(i)))
  return factorials[n]!
}

const known = new Map<string, Gamma | undefined>()

/** Samples of whole numbers meet again and again. */
export function gamma(x: Decimal, digits: number): Gamma | undefined {
  const key = `${digits} ${x.toString()}`
  if (!known.has(key)) known.set(key, compute(x, digits))
  return known.get(key)
}

/** Undefined at the poles. The logarithm is right to `digits` digits, absolutely or relatively. */
function compute(x: Decimal, digits: number): Gamma | undefined {
  if (x.isInteger() && x.lte(0)) return undefined
  const D = Decimal.clone({ defaults: true, precision: Math.min(digits + 30, 1000) })
  const steps = D.max(0, D.sub(digits * 0.6 + 10, x).ceil()).toNumber()
  if (steps > mostSteps) throw new OutOfReach('gamma')
  let product = new D(1)
  for (let i = 0; i < steps; i++) product = product.mul(D.add(x, i))
  const z = D.add(x, steps)
  let log = z.sub(0.5).mul(z.ln()).sub(z).add(D.acos(-1).mul(2).ln().div(2))
  const smallest = new D(10).pow(-digits - 10)
  let power = z
  for (let k = 1; ; k++) {
    const term = D.div(coefficient(k, D), power)
    log = log.add(term)
    if (term.abs().lt(smallest)) break
    power = power.mul(z).mul(z)
  }
  return { log: log.sub(product.abs().ln()), sign: product.isNegative() ? -1 : 1 }
}
