import { defineRule } from './define-rule.ts'

export default defineRule({
  name: 'prefer-logit',
  strict: true,
  why: 'Around 1/2 the odds are around 1, and their logarithm is all in the digits that the quotient has rounded away.',
  rewrites: [
    'log(p / (1 - p)) -> logit(p)',
    'log(p) - log(1 - p) -> logit(p)',
    'log(1 - p) - log(p) -> -logit(p)',
    { rewrite: 'log((1 - p) / p) -> -logit(p)', hazard: { p: 0.49999999999999983 } },
    '-log(1 / p - 1) -> logit(p)',
    'log(1 / p - 1) -> -logit(p)',
  ],
  hazard: { p: 0.49999999999999994 },
  sample: { p: 'probability' },
})
