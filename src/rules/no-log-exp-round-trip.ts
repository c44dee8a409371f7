import { defineRule } from './define-rule.ts'

export default defineRule({
  name: 'no-log-exp-round-trip',
  why: 'An exponential overflows beyond 709 and vanishes below -745; the logarithm that undoes it, or the other exponential that it is divided by, comes too late.',
  rewrites: [
    'log(exp(x)) -> x when large(x)',
    'log2(exp(x)) -> x / LN2 when large(x)',
    'log10(exp(x)) -> x / LN10 when large(x)',
    {
      rewrite: 'log(a * exp(x)) -> log(a) + x when large(x)',
      concedes: '2 * (abs(log(a)) + abs(x)) / abs(log(a) + x)',
    },
    {
      rewrite: 'log(exp(x) / a) -> x - log(a) when large(x)',
      concedes: '2 * (abs(log(a)) + abs(x)) / abs(x - log(a))',
    },
    {
      rewrite: 'log(exp(x) * exp(y)) -> x + y when large(x)',
      concedes: '2 * (abs(x) + abs(y)) / abs(x + y)',
    },
    { rewrite: 'exp(log(a) + log(b)) -> a * b', hazard: { a: 3, b: 3 }, lastDigit: true },
    { rewrite: 'exp(log(a) - log(b)) -> a / b', hazard: { a: 5, b: 7 }, lastDigit: true },
    // No fix: where neither overflows, the rounding of the sum costs up to ten bits of the quotient.
    {
      rewrite: 'exp(u) * exp(v) ~> exp(u + v) when unbounded(u) and unbounded(v)',
      hazard: { u: 1000, v: -1000 },
    },
    { rewrite: 'log(b^y) ~> y * log(b) when not constant(b) and not constant(y)', hazard: { b: 1e-100, y: 10 } },
    {
      rewrite: 'log(a * b^y) ~> log(a) + y * log(b) when not constant(b) and not constant(y)',
      hazard: { a: 2, b: 1e-100, y: 10 },
    },
  ],
  hazard: { x: -1000, y: 10, a: 0.5 },
  differs:
    'A sum of two logarithms that comes near 0 is right to the last digits of these, not of its own; the exponential of a sum is off by half as many units in the last place as the sum says. A product is defined for negative numbers too, and a quotient by -0 is -Infinity.',
  except: ['less(a, 0)', 'equal(b, 0)'],
  sample: { a: 'positive', b: 'positive' },
})
