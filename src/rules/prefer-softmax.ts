import { defineRule } from './define-rule.ts'

export default defineRule({
  name: 'prefer-softmax',
  why: 'The exponentials overflow together: Infinity / Infinity is NaN, where the shares are plain numbers.',
  rewrites: [
    'exp(x) / sum(exp(x)) -> softmax(x) when not shifted(x)',
    { rewrite: 'exp(x[k]) / sum(exp(x)) -> softmax(x)[k]', hazard: { x: [1000, 999], k: 0 } },
    { rewrite: 'exp(x) / (1 + exp(x)) -> sigmoid(x) when unbounded(x)', hazard: { x: 1000 } },
    {
      rewrite: 'exp(x) / (1 + exp(x))^2 -> sigmoid(x) * sigmoid(-x) when unbounded(x)',
      hazard: { x: 1000 },
    },
    {
      rewrite: '1 / (1 + exp(-x)) -> sigmoid(x) when differentiated(x)',
      hazard: { x: -740 },
      says: 'is right itself, but its gradient is 0 * Infinity, which is NaN, where the exponential overflows',
    },
  ],
  hazard: { x: [1000, 999] },
  differs: 'An infinite entry makes all shares NaN, not only its own.',
  except: ['equal(x, Infinity)'],
  sample: { k: 'index' },
})
