import { defineRule } from './define-rule.ts'

export default defineRule({
  name: 'prefer-log1mexp',
  why: 'log(1 - exp(x)) is lost at both ends: near 0 the subtraction cancels, and far below 0 exp(x) no longer changes the 1.',
  rewrites: [
    'log(1 - exp(x)) -> log1mexp(x)',
    { rewrite: 'log(-expm1(x)) -> log1mexp(x) when deep(x)', hazard: { x: -50 } },
    { rewrite: 'log1p(-exp(x)) -> log1mexp(x) when small(x)', hazard: { x: -1e-17 } },
  ],
  hazard: { x: -1e-17 },
  sample: { x: 'nonPositive' },
})
