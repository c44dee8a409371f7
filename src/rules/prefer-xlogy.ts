import { defineRule } from './define-rule.ts'

export default defineRule({
  name: 'prefer-xlogy',
  why: 'What has probability 0 adds nothing to an entropy or a likelihood, but 0 * log(0) is 0 * -Infinity, which is NaN, and one such term makes the whole sum NaN.',
  rewrites: [
    'y * log(p) + (1 - y) * log(1 - p) -> xlogy(y, p) + xlog1py(1 - y, -p) when vanishing(p) and atHand(p)',
    'x * log(x) -> xlogx(x) when vanishing(x) and given(x)',
    // Not xlogx(x) / LN2: log2 is exact for powers of 2, and so are entropies in bits.
    'x * log2(x) -> if(equal(x, 0), 0, x * log2(x)) when vanishing(x) and given(x)',
    {
      rewrite: 'w[k] * log2(w[k]) -> if(equal(w[k], 0), 0, w[k] * log2(w[k])) when given(w) and vanishing(w[k])',
      hazard: { w: [0, 1], k: 0 },
    },
    { rewrite: 'x * log(x / p) -> xlogy(x, x / p) when vanishing(x) and given(x)', hazard: { x: 0, p: 0.5 } },
    { rewrite: 'w[k] * log(w[k]) -> xlogx(w[k]) when given(w) and vanishing(w[k])', hazard: { w: [0, 1], k: 0 } },
    {
      rewrite:
        'w[k] * log(q[k]) -> xlogy(w[k], q[k]) when given(w) and given(q) and vanishing(w[k]) and vanishing(q[k])',
      hazard: { w: [0, 1], q: [0, 1], k: 0 },
    },
  ],
  hazard: { x: 0, y: 0, p: 0 },
  differs: '0 times the logarithm of 0 is 0.',
  sample: { p: 'probability', y: 'probability', x: 'positive', k: 'index', q: 'probability' },
})
