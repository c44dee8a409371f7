import { defineRule } from './define-rule.ts'

export default defineRule({
  name: 'prefer-log1mexp',
  why: 'log(1 - exp(x)) and log(exp(y) - 1) are lost at both ends: near 0 the subtraction cancels, and far from it the exponential no longer changes the 1, or overflows.',
  rewrites: [
    'log(1 - exp(x)) -> log1mexp(x)',
    { rewrite: 'log(-expm1(x)) -> log1mexp(x) when deep(x)', hazard: { x: -50 } },
    { rewrite: 'log1p(-exp(x)) -> log1mexp(x) when small(x)', hazard: { x: -1e-17 } },
    { rewrite: 'log(exp(y) - 1) -> logexpm1(y)', hazard: { y: 1000 } },
    { rewrite: 'log(expm1(y)) -> logexpm1(y)', hazard: { y: 1000 } },
  ],
  hazard: { x: -1e-17 },
  sample: { x: 'nonPositive' },
})
