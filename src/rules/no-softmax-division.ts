import { defineRule } from './define-rule.ts'

export default defineRule({
  name: 'no-softmax-division',
  why: 'A softmax weight that underflowed to 0 makes the quotient infinite, where the weight itself is only small.',
  rewrites: [{ rewrite: '1 / softmax(z)[k] -> exp(-logSoftmax(z)[k])', concedes: 'abs(logSoftmax(z)[k])' }],
  hazard: { z: [1000, 400], k: 1 },
  unshifted: true,
  differs:
    'The logarithm of a small weight is a large number, and its last digits are those of the quotient: up to half as many ulp as the logarithm says. A weight below 1e-308 has an infinite reciprocal: where x is so small that the quotient would still be finite, the product is not.',
  except: ['less(709, -logSoftmax(z)[k])'],
  sample: { k: 'index' },
})
