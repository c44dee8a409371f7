import { low } from './exp.ts'
import { aboutInteger, lgammaParts } from './lgamma-parts.ts'
import { lgammaWide } from './lgamma-wide.ts'
import { logParts } from './log.ts'
import { sumParts } from './two-parts.ts'

/** Below -18 the zeros of lgamma are nearer to the integers than any double, as 18! > 2^52: the value is beyond ±3. */
const lastZeros = -18.5

/** Where the value is less than this, two parts do not hold enough of what its terms leave. */
const nearZero = 2 ** -6

/**
 * log |Γ(x)|. The gamma function overflows at 171.6; its logarithm is a plain number up to 2.5e305.
 *
 * Γ(2 + t) and the recurrence about the integers up to 3, Stirling's formula above, the reflection formula below -18,
 * and 104 bits next to the zeros at negative x. lgamma(1) = lgamma(2) = 0. Infinity at ±0, at the negative integers and
 * at ±Infinity; NaN for NaN.
 * Measured: at most 0.7 ulp for x > 0, 1.2 for x < 0, and at most 1.9 ulp at the double next to the zero at -2.457.
 * Source: DLMF 5.5.1, 5.5.3, 5.7.3, 5.11.1.
 */
export function lgamma(x: number): number {
  if (!(x < Infinity)) return x
  if (x > 0) return lgammaParts(x)
  if (Number.isInteger(x) || x === -Infinity) return Infinity
  const m = Math.round(x)
  const t = x - m
  if (x < lastZeros) {
    // Γ(x) Γ(-x) = -π / (x sin(πx))
    const log = logParts((-x * Math.sin(Math.PI * Math.abs(t))) / Math.PI, 0)
    const logLow = low[0]!
    const opposite = lgammaParts(-x)
    return -sumParts(opposite, low[0]!, log, logLow)
  }
  const value = aboutInteger(m, t)
  return x < -2 && Math.abs(value) < nearZero ? lgammaWide(m, t) : value
}
