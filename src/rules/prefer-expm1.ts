import { defineRule } from './define-rule.ts'

export default defineRule({
  name: 'prefer-expm1',
  why: 'exp(x) - 1 cancels for small x: exp(x) is rounded to the spacing of numbers around 1, and the subtraction leaves only that rounding.',
  rewrites: [
    'exp(x) - 1 -> expm1(x) when small(x)',
    '1 - exp(x) -> -expm1(x) when small(x)',
    'exp(x)^2 - 1 -> expm1(2 * x) when small(x)',
    '1 - exp(x)^2 -> -expm1(2 * x) when small(x)',
    'a * exp(x) - a -> a * expm1(x) when small(x)',
    'a - a * exp(x) -> -(a * expm1(x)) when small(x)',
  ],
  hazard: { x: 1e-17, a: 2 },
})
