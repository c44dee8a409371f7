import { defineRule } from './define-rule.ts'

export default defineRule({
  name: 'no-exp-difference',
  strict: true,
  why: 'The exponentials of two close numbers agree in most of their digits, as do cosh(x) and 1 for a small x: their difference is left with nothing but the rounding of the others.',
  rewrites: [
    'exp(x + h) - exp(x) -> expDifference(x + h, x, h) when small(h)',
    'exp(x) - exp(x + h) -> -expDifference(x + h, x, h) when small(h)',
    { rewrite: 'exp(x + a) - exp(x + b) -> expDifference(x + a, x + b, a - b)', concedes: 'abs(x)' },
    {
      rewrite: 'exp(a) - exp(b) -> expDifference(a, b) when close(a, b) and not opposite(a, b)',
      hazard: { a: 1.0000000000000002, b: 1 },
    },
    { rewrite: 'exp(z) / (exp(z) - 1) -> -1 / expm1(-z)', hazard: { z: 1e-17 } },
    { rewrite: 'exp(z) / (exp(z) - 1)^2 -> 1 / (4 * sinh(z / 2)^2)', hazard: { z: 1e-12 } },
    { rewrite: '(exp(2 * x) - 1) / (exp(x) - 1) -> exp(x) + 1', hazard: { x: 1e-17 } },
    { rewrite: 'exp(x) + exp(-x) - 2 -> 4 * sinh(x / 2)^2 when small(x)', hazard: { x: 1e-9 } },
    { rewrite: 'cosh(x) - 1 -> 2 * sinh(x / 2)^2 when small(x)', hazard: { x: 1e-9 } },
    { rewrite: '1 - cosh(x) -> -2 * sinh(x / 2)^2 when small(x)', hazard: { x: 1e-9 } },
  ],
  hazard: { x: 1, h: 1e-17, a: 2e-17, b: 1e-17 },
  differs:
    'The quotient is -Infinity at -0, and 0 where it is a subnormal number, below -709. An exponential has as many ulp of error as its rounded argument says, and which of two is the larger error is chance.',
  except: ['equal(z, 0)', 'less(z, -709)'],
})
