import { defineRule } from './define-rule.ts'

export default defineRule({
  name: 'prefer-log-sigmoid',
  why: 'The sigmoid rounds to 0 or 1 long before its logarithm is negligible: log(sigmoid(z)) is -Infinity where it should be z.',
  rewrites: ['log(sigmoid(z)) -> logSigmoid(z)'],
  hazard: { z: -1000 },
})
