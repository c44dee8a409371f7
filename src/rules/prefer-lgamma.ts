import { defineRule } from './define-rule.ts'

export default defineRule({
  name: 'prefer-lgamma',
  why: 'The gamma function overflows beyond 171, though its logarithm is a plain number.',
  rewrites: [
    'log(gamma(x)) -> lgamma(x)',
    'log(factorial(n)) -> lfactorial(n)',
    { rewrite: 'log(gamma(a) * gamma(b) / gamma(a + b)) -> lbeta(a, b)', hazard: { a: 200, b: 100 } },
    { rewrite: 'log(gamma(a) * gamma(b)) -> lgamma(a) + lgamma(b)', hazard: { a: 200, b: 100 } },
    {
      rewrite: 'log(gamma(a) / gamma(b)) -> lgamma(a) - lgamma(b)',
      hazard: { a: 200, b: 100 },
      concedes: '2 * (abs(lgamma(a)) + abs(lgamma(b))) / abs(lgamma(a) - lgamma(b))',
    },
    { rewrite: 'log(factorial(n) / (factorial(k) * factorial(n - k))) -> lchoose(n, k)', hazard: { n: 200, k: 100 } },
    {
      rewrite: 'log(factorial(n) / factorial(k)) -> lfactorial(n) - lfactorial(k)',
      hazard: { n: 200, k: 100 },
      concedes: '2 * (lfactorial(n) + lfactorial(k)) / abs(lfactorial(n) - lfactorial(k))',
    },
    { rewrite: 'log(factorial(n) * factorial(k)) -> lfactorial(n) + lfactorial(k)', hazard: { n: 200, k: 100 } },
    {
      rewrite: 'gamma(a) * gamma(b) / gamma(a + b) ~> exp(lbeta(a, b)) when pastGamma(a + b)',
      hazard: { a: 200, b: 100 },
      concedes: 'abs(lbeta(a, b))',
    },
    {
      rewrite: 'l^k * exp(-l) / factorial(k) ~> exp(xlogy(k, l) - l - lfactorial(k))',
      hazard: { l: 200, k: 200 },
      concedes: 'abs(xlogy(k, l)) + l + lfactorial(k)',
    },
  ],
  hazard: { x: 200, n: 200 },
  differs:
    'Of more than there are there is no choice: `lchoose` is -Infinity. Where the gamma function is negative its logarithm is NaN; `lgamma` gives the logarithm of its absolute value. A quotient near 1 is a difference of two logarithms: right to the last digits of these, not of its own; so is the exponential of a large logarithm.',
  except: ['less(x, 0)', 'less(a, 0)', 'less(b, 0)', 'less(a + b, 0)', 'less(n, k)'],
  sample: { x: 'positive', a: 'positive', b: 'positive', n: 'count', k: 'count', l: 'positive' },
})
