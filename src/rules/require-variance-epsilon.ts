import { defineRule } from './define-rule.ts'

export default defineRule({
  name: 'require-variance-epsilon',
  why: 'A constant feature has variance 0, and (x - mean) / sqrt(variance) is 0 / 0: one such column fills a network with NaN.',
  rewrites: [
    '(x - m) / sqrt(v) -> standardize(x, m, v) when varianceLike(v)',
    '(x - m) / sqrt(v) ~> (x - m) / sqrt(v + 0.00001)',
  ],
  hazard: { x: 2, m: 2, v: 0 },
  differs: '0 / 0 becomes 0, and a variance of -0 is one of 0; every other value is unchanged.',
  except: ['equal(v, 0)'],
  sample: { v: 'positive' },
})
