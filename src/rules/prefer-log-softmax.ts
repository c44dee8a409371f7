import { defineRule } from './define-rule.ts'

export default defineRule({
  name: 'prefer-log-softmax',
  why: 'A softmax entry below 5e-324 is 0 and its logarithm -Infinity: the loss of a confident mistake is gone.',
  rewrites: [
    'log(softmax(z)) -> logSoftmax(z)',
    { rewrite: 'log(softmax(z)[k]) -> logSoftmax(z)[k]', hazard: { z: [1000, 0], k: 1 } },
    {
      rewrite: 'log2(softmax(z)[k]) -> logSoftmax(z)[k] / LN2',
      hazard: { z: [1000, 0], k: 1 },
    },
    { rewrite: 'sum(-(y * log(softmax(z)))) -> crossEntropyWithLogits(z, y)', hazard: { z: [1000, 0], y: [0.5, 0.5] } },
    { rewrite: 'sum(y * log(softmax(z))) -> -crossEntropyWithLogits(z, y)', hazard: { z: [1000, 0], y: [0.5, 0.5] } },
  ],
  hazard: { z: [1000, 0] },
  differs: 'A weight of exactly 0 contributes 0 to the cross-entropy, also where the logarithm is -Infinity.',
  sample: { k: 'index', y: 'probability' },
})
