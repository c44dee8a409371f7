import { defineRule } from './define-rule.ts'

export default defineRule({
  name: 'prefer-log-sum-exp',
  why: 'The exponentials overflow above 709 and vanish below -745, though the logarithm of their sum is a plain number.',
  rewrites: [
    'log(sum(exp(x))) -> logSumExp(x) when not shifted(x)',
    'log(sum(exp(x)) / count(x)) -> logSumExp(x) - log(count(x)) when not shifted(x)',
    'log(a * sum(exp(x))) -> log(a) + logSumExp(x) when not shifted(x)',
    { rewrite: 'log(exp(a) + exp(b)) -> logAddExp(a, b)', hazard: { a: 1000, b: 999 } },
    { rewrite: 'log(exp(a) + exp(b) + exp(c...)) -> logSumExp([a, b, c...])', hazard: { a: 1000, b: 999, c: [998] } },
  ],
  hazard: { x: [1000, 999, 998], a: 2 },
})
