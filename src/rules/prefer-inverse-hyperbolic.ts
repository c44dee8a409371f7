import { defineRule } from './define-rule.ts'

export default defineRule({
  name: 'prefer-inverse-hyperbolic',
  why: 'The argument of the logarithm is rounded to the spacing of numbers around 1, which is all that is left of a small result; and a square overflows beyond 1e154.',
  rewrites: [
    'log(x + sqrt(x^2 + 1)) -> asinh(x) when small(x)',
    'log(x + hypot(x, 1)) -> asinh(x) when small(x)',
    'log(sqrt(x^2 + 1) - x) -> -asinh(x) when small(x)',
    'log(abs(x) + sqrt(x^2 + 1)) -> asinh(abs(x)) when small(x)',
    'log(a + sqrt(a^2 - 1)) -> acosh(a)',
    'log(a + sqrt((a - 1) * (a + 1))) -> acosh(a)',
    // Not sqrt(a - 1) * sqrt(a + 1): that has eight digits right everywhere.
    'log((1 + p) / (1 - p)) / 2 -> atanh(p) when small(p)',
    'log((1 + p) / (1 - p)) -> 2 * atanh(p) when small(p)',
    '(log(1 + p) - log(1 - p)) / 2 -> atanh(p) when small(p)',
    'log(1 + p) / 2 - log(1 - p) / 2 -> atanh(p) when small(p)',
    'log(1 + p) - log(1 - p) -> 2 * atanh(p) when small(p)',
    'log(sqrt((1 + p) / (1 - p))) -> atanh(p) when small(p)',
    // Not atanh(1 / x): at x = 1.0000000001 the rounding of 1 / x costs six digits that the quotient still has.
    // Not log1p(2 / (x - 1)) for all x: at x = -1.0000000001 that is log1p(-1 + 5e-11), which has lost six digits as well.
    { rewrite: 'log((z + 1) / (z - 1)) -> logRatio(z + 1, z - 1, 2) when large(z)', hazard: { z: 1e17 } },
  ],
  hazard: { x: 1e-17, p: 1e-17, a: 1e200 },
  sample: { p: 'probability', a: 'positive', z: 'spread' },
})
