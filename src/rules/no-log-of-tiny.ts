import { defineRule } from './define-rule.ts'

/** A probability held between two bounds, in either order. */
const clips = [(p: string) => `smallest(d, largest(c, ${p}))`, (p: string) => `largest(c, smallest(d, ${p}))`]

const says =
  'is -Infinity for a probability that underflowed, or, where something holds it away from 0, a constant without a gradient'

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
    ...clips.flatMap(clip => [
      {
        rewrite: `log(${clip('sigmoid(z)')}) ~> logSigmoid(z) when tiny(c)`,
        hazard: { z: -1000, c: 1e-7, d: 0.9999999 },
      },
      {
        rewrite: `log(${clip('softmax(z)')}) ~> logSoftmax(z) when tiny(c)`,
        hazard: { z: [1000, 0], c: 1e-7, d: 0.9999999 },
      },
      {
        rewrite: `log(${clip('softmax(z)[k]')}) ~> logSoftmax(z)[k] when tiny(c)`,
        hazard: { z: [1000, 0], k: 1, c: 1e-7, d: 0.9999999 },
      },
      {
        rewrite: `y * log(${clip('sigmoid(z)')}) + (1 - y) * log(1 - ${clip('sigmoid(z)')}) ~> -bceWithLogits(z, y) when tiny(c)`,
        hazard: { z: -1000, y: 0.5, c: 1e-7, d: 0.9999999 },
      },
    ]),
    {
      rewrite: 'y * log(c + sigmoid(z)) + (1 - y) * log(1 + c - sigmoid(z)) ~> -bceWithLogits(z, y) when tiny(c)',
      hazard: { z: -1000, y: 0.5, c: 1e-7 },
    },
    {
      rewrite: 'y * log(c + sigmoid(z)) + (1 - y) * log(c + sigmoid(-z)) ~> -bceWithLogits(z, y) when tiny(c)',
      hazard: { z: -1000, y: 0.5, c: 1e-7 },
    },
    // Tensor code is trained: what gave its loss the probability has the logits.
    ...[
      '-sum(y * log(q)) -> when tensor(y) and hedged(q) and apart(y, q)',
      '-sum(y * largest(m, log(q))) -> when tensor(y) and hedged(q) and constant(m)',
      'y * log(q) + (1 - y) * log(r) -> when tensor(y) and hedged(q) and complements(q, r)',
      'y * largest(m, log(q)) + (1 - y) * largest(m, log(r)) -> when tensor(y) and hedged(q) and complements(q, r) and constant(m)',
    ].map(rewrite => ({ rewrite, says })),
  ],
  hazard: { z: -1000, c: 1e-7, m: -100, q: 1e-30, r: 1 },
  advice: 'Take the logarithm of the logits instead: logSoftmax, logSigmoid, bceWithLogits',
  sample: { k: 'index', y: 'probability', d: 'nearOne' },
})
