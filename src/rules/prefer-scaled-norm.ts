import { defineRule } from './define-rule.ts'

export default defineRule({
  name: 'prefer-scaled-norm',
  why: 'The squares overflow beyond 1e154 and vanish below 1e-162, though the norm itself is a plain number.',
  rewrites: ['sqrt(sum(x^2)) -> norm(x)'],
  hazard: { x: [3e200, 4e200] },
})
