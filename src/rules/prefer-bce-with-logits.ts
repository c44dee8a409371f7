import { defineRule } from './define-rule.ts'

export default defineRule({
  name: 'prefer-bce-with-logits',
  why: 'Cross-entropy on a rounded probability is NaN or Infinity for a confident logit, with a gradient to match; from the logit it is exact.',
  rewrites: [
    '-(y * log(sigmoid(z))) - (1 - y) * log(sigmoid(-z)) -> bceWithLogits(z, y)',
    'y * log(sigmoid(z)) + (1 - y) * log(sigmoid(-z)) -> -bceWithLogits(z, y)',
    {
      rewrite: 'if(y, -log(sigmoid(z)), -log(sigmoid(-z))) -> bceWithLogits(z, if(y, 1, 0))',
      hazard: { z: -1000, y: 1 },
    },
    {
      rewrite: 'if(y, log(sigmoid(z)), log(sigmoid(-z))) -> -bceWithLogits(z, if(y, 1, 0))',
      hazard: { z: -1000, y: 1 },
    },
  ],
  hazard: { z: -1000, y: 0.5 },
  sample: { y: 'probability' },
})
