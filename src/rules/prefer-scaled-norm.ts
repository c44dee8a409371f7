import { defineRule } from './define-rule.ts'

export default defineRule({
  name: 'prefer-scaled-norm',
  why: 'The squares overflow beyond 1e154 and vanish below 1e-162, though the norm itself is a plain number.',
  rewrites: [
    'sqrt(sum(x^2)) -> norm(x) when wide(x)',
    {
      rewrite: 'sqrt(sum(x^2) / c) -> norm(x) / sqrt(c) when wide(x) and not centered(x)',
      hazard: { x: [3e200, 4e200], c: 2 },
    },
  ],
  hazard: { x: [3e200, 4e200] },
  differs: 'Of no numbers, with a negative divisor, the root is NaN and no longer -0.',
  except: ['less(c, 0)'],
  sample: { c: 'positive' },
})
