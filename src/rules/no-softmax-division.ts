import { defineRule } from './define-rule.ts'

/** A probability behind the usual clip. */
const clipped = { p: 1e-300, c: 1e-7, d: 0.9999999 }

export default defineRule({
  name: 'no-softmax-division',
  strict: true,
  why: 'A softmax weight that underflowed to 0 makes the quotient infinite, though the true quotient is a plain number.',
  rewrites: [
    { rewrite: '1 / softmax(z)[k] -> exp(-logSoftmax(z)[k])', concedes: 'abs(logSoftmax(z)[k])' },
    { rewrite: '1 / largest(c, smallest(d, p)) -> when tiny(c) and nearlyOne(d)', hazard: clipped },
    { rewrite: '1 / smallest(d, largest(c, p)) -> when tiny(c) and nearlyOne(d)', hazard: clipped },
  ],
  hazard: { z: [1000, 400], k: 1 },
  advice: 'Take the gradient with respect to the logits instead: it is sigmoid(z) - y, or softmax(z) - y',
  unshifted: true,
  differs:
    'The logarithm of a small weight is a large number, and its last digits are those of the quotient: up to half as many ulp as the logarithm says. A weight below 1e-308 has an infinite reciprocal: what is so small that its quotient would still be finite is infinite, too.',
  except: ['less(709, -logSoftmax(z)[k])'],
  sample: { k: 'index' },
})
