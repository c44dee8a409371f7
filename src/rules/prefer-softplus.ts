import { defineRule } from './define-rule.ts'

export default defineRule({
  name: 'prefer-softplus',
  why: 'log(1 + exp(x)) overflows for x above 709, where it should be x, and is 0 below -37, where it should be exp(x).',
  rewrites: ['log(1 + exp(x)) -> softplus(x) when large(x)', 'log1p(exp(x)) -> softplus(x) when unbounded(x)'],
  hazard: { x: 1000 },
})
