import { defineRule } from './define-rule.ts'

export default defineRule({
  name: 'no-unbounded-exp',
  strict: true,
  why: 'exp of a quantity without an upper bound overflows beyond 709, and Infinity spreads through the sum or quotient.',
  rewrites: [
    'sum(exp(x)) -> when unbounded(x)',
    'sum(w * exp(x)) -> when unbounded(x)',
    { rewrite: 'exp(x) / (c + exp(x)) ~> 1 / (1 + c * exp(-x)) when unbounded(x)', hazard: { x: 1000, c: 2 } },
    'exp(a) / (c + exp(b)) -> when unbounded(a)',
    'exp(a) + exp(b) -> when unbounded(a) and not opposite(a, b)',
  ],
  hazard: { x: [1000, 999], a: 1000, b: 999, c: 1 },
  advice: 'Subtract the maximum before exponentiating, or stay in logarithms with logSumExp',
})
