import { defineRule } from './define-rule.ts'

export default defineRule({
  name: 'prefer-log1p',
  why: 'log(1 + x) loses x for small x: 1 + x is rounded to the spacing of numbers around 1 before the logarithm sees it.',
  rewrites: [
    'log(1 + x) -> log1p(x) when small(x)',
    { rewrite: 'log((1 + x)^a) ~> a * log1p(x) when small(x)', hazard: { x: 1e-17, a: 3 } },
    'log2(1 + x) -> log1p(x) / LN2 when small(x)',
    'log10(1 + x) -> log1p(x) / LN10 when small(x)',
  ],
  hazard: { x: 1e-17 },
})
