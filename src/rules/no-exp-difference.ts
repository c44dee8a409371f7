import { defineRule } from './define-rule.ts'

export default defineRule({
  name: 'no-exp-difference',
  strict: true,
  why: 'The exponentials of two close numbers agree in most of their digits, as do cosh(x) and 1 for a small x: their difference is left with nothing but the rounding of the others.',
  rewrites: [
    { rewrite: 'exp(z) / (exp(z) - 1) -> -1 / expm1(-z)', hazard: { z: 1e-17 } },
    'exp(x) + exp(-x) - 2 -> 4 * sinh(x / 2)^2 when small(x)',
    'cosh(x) - 1 -> 2 * sinh(x / 2)^2 when small(x)',
    '1 - cosh(x) -> -2 * sinh(x / 2)^2 when small(x)',
  ],
  hazard: { x: 1e-9 },
  differs: 'The quotient is -Infinity at -0, and 0 where it is a subnormal number, below -709.',
  except: ['equal(z, 0)', 'less(z, -709)'],
})
