import { defineRule } from './define-rule.ts'

export default defineRule({
  name: 'no-log-of-tiny',
  strict: true,
  why: 'The logarithm of a probability that underflowed is -Infinity, or, behind a clamp or an epsilon, a constant without a gradient.',
  rewrites: [
    'log(c + sigmoid(z)) ~> logSigmoid(z) when tiny(c)',
    { rewrite: 'log(c + softmax(z)[k]) ~> logSoftmax(z)[k] when tiny(c)', hazard: { z: [1000, 0], k: 1, c: 1e-7 } },
    { rewrite: 'log(c + softmax(z)) ~> logSoftmax(z) when tiny(c)', hazard: { z: [1000, 0], c: 1e-7 } },
    'log(largest(c, sigmoid(z))) ~> logSigmoid(z) when tiny(c)',
    {
      rewrite: 'log(largest(c, softmax(z)[k])) ~> logSoftmax(z)[k] when tiny(c)',
      hazard: { z: [1000, 0], k: 1, c: 1e-7 },
    },
    { rewrite: 'log(largest(c, softmax(z))) ~> logSoftmax(z) when tiny(c)', hazard: { z: [1000, 0], c: 1e-7 } },
    { rewrite: 'log(product(p)) ~> sum(log(p)) when fractional(p)', hazard: { p: [1e-200, 1e-200] } },
    { rewrite: 'log(exp(x)) ~> x', hazard: { x: -1000 } },
    { rewrite: 'log(a * exp(x)) ~> log(a) + x', hazard: { a: 0.5, x: -1000 } },
  ],
  hazard: { z: -1000, c: 1e-7 },
  advice: 'Take the logarithm of the logits instead: logSoftmax, logSigmoid, bceWithLogits',
  sample: { k: 'index', p: 'probability', a: 'positive' },
})
