import { defineRule } from './define-rule.ts'

export default defineRule({
  name: 'prefer-log-sum-exp',
  why: 'The exponentials overflow above 709 and vanish below -745, though the logarithm of their sum is a plain number.',
  rewrites: [
    'log(sum(exp(x))) -> logSumExp(x) when not shifted(x)',
    {
      rewrite: 'log(sum(exp(x)) / count(x)) -> logSumExp(x) - log(count(x)) when not shifted(x)',
      concedes: '2 * log(count(x)) / abs(logSumExp(x) - log(count(x)))',
    },
    {
      rewrite: 'log(s * sum(exp(x))) -> log(s) + logSumExp(x) when not shifted(x)',
      concedes: '2 * abs(log(s)) / abs(log(s) + logSumExp(x))',
    },
    { rewrite: 'log(exp(a) + exp(b)) -> logAddExp(a, b) when not shifted(a)', hazard: { a: 1000, b: 999 } },
    { rewrite: 'log(exp(a) - exp(b)) -> logSubExp(a, b) when not shifted(a)', hazard: { a: 1000, b: 999 } },
    {
      rewrite: 'log(exp(a) + exp(b) + exp(c...)) -> logSumExp([a, b, c...]) when not shifted(a)',
      hazard: { a: 1000, b: 999, c: [998] },
    },
  ],
  hazard: { x: [1000, 999, 998], s: 2 },
  differs:
    'A scaled sum whose logarithm happens to be near 0 is a difference of two logarithms: right to the last digits of these, not of its own. A negative multiple of an empty sum is NaN.',
  except: ['less(s, 0)'],
})
