import { defineRule } from './define-rule.ts'

export default defineRule({
  name: 'prefer-logcosh',
  strict: true,
  why: 'cosh(x) overflows beyond 710, though its logarithm is about x; and for small x it is rounded to the spacing of numbers around 1, of which the logarithm is left with nothing.',
  rewrites: ['log(cosh(x)) -> logcosh(x)', 'log((exp(x) + exp(-x)) / 2) -> logcosh(x)'],
  hazard: { x: 1000 },
})
