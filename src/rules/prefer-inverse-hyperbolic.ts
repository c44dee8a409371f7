import { defineRule } from './define-rule.ts'

export default defineRule({
  name: 'prefer-inverse-hyperbolic',
  why: 'The quotient (1 + x) / (1 - x) is rounded to the spacing of numbers around 1, and its logarithm is left with nothing but that rounding for small x.',
  rewrites: [
    'log((1 + x) / (1 - x)) / 2 -> atanh(x) when small(x)',
    'log((1 + x) / (1 - x)) -> 2 * atanh(x) when small(x)',
    // Not atanh(1 / x): at x = 1.0000000001 the rounding of 1 / x costs six digits that the quotient still has.
    'log((x + 1) / (x - 1)) -> when large(x)',
  ],
  hazard: { x: 1e-17 },
  advice: 'Write log1p(2 / (x - 1)) for x above 1: the quotient is 1 for every large x, and its logarithm 0',
  sample: { x: 'probability' },
})
