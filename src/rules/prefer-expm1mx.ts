import { defineRule } from './define-rule.ts'

export default defineRule({
  name: 'prefer-expm1mx',
  why: 'exp(x) and 1 + x agree to more than half their digits for small x, and their difference, which is about x²/2, is what these digits leave: noise.',
  rewrites: [
    'exp(x) - 1 - x -> expm1mx(x) when small(x)',
    '1 + x - exp(x) -> -expm1mx(x) when small(x)',
    // Within 1e-8 the squares would vanish with tiny numbers.
    {
      rewrite: '(exp(x) - 1 - x) / x^2 -> if(less(abs(x), 1e-8), 1 / 2 + x / 6, expm1mx(x) / x^2) when small(x)',
      hazard: { x: 1e-9 },
    },
    'expm1(x) - x -> expm1mx(x) when small(x)',
    'x - expm1(x) -> -expm1mx(x) when small(x)',
    'log(1 + x) - x -> log1pmx(x) when small(x)',
    'x - log(1 + x) -> -log1pmx(x) when small(x)',
    'log1p(x) - x -> log1pmx(x) when small(x)',
    'x - log1p(x) -> -log1pmx(x) when small(x)',
    // Not r - 1 - log(r) -> -log1pmx(r - 1): for r = 1e-20 the difference is -1, and log1pmx(-1) is infinite.
  ],
  hazard: { x: 1e-11 },
})
