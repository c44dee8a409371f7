import { defineRule } from './define-rule.ts'

export default defineRule({
  name: 'no-log-difference',
  strict: true,
  why: 'The logarithms of two close numbers agree in most of their digits, and a quotient near 1 is rounded to the spacing of numbers around 1: either way the logarithm of the quotient is left with nothing but rounding.',
  rewrites: [
    'log(x + h) - log(x) -> logRatio(x + h, x, h)',
    'log(x) - log(x + h) -> -logRatio(x + h, x, h)',
    'log(x + a) - log(x + b) -> logRatio(x + a, x + b, a - b) when apart(a, b)',
    'log((x + h) / x) -> logRatio(x + h, x, h) when fractional(x) and constant(h)',
    'log(x / (x + h)) -> -logRatio(x + h, x, h) when fractional(x) and constant(h)',
    'log((x + a) / (x + b)) -> logRatio(x + a, x + b, a - b) when fractional(x) and constant(a) and constant(b)',
    'log((x + h) / (x - h)) -> logRatio(x + h, x - h, 2 * h) when fractional(x) and fractional(h)',
    { rewrite: 'log1p(a) - log1p(b) -> logRatio(1 + a, 1 + b, a - b)', hazard: { a: 3.0000000000000004, b: 3 } },
    ...['log(a / b)', '(log(a) - log(b))'].flatMap(ratio => [
      { rewrite: `(a - b) / ${ratio} -> (a - b) / logRatio(a, b)`, hazard: { a: 3.0000000000000004, b: 3 } },
      { rewrite: `${ratio} / (a - b) -> logRatio(a, b) / (a - b)`, hazard: { a: 3.0000000000000004, b: 3 } },
    ]),
    '(x + 1) * log(x + 1) - x * log(x) -> log1p(x) + x * logRatio(x + 1, x, 1)',
    'x * log(x) - (x + 1) * log(x + 1) -> -log1p(x) - x * logRatio(x + 1, x, 1)',
  ],
  hazard: { x: 1e17, h: 1, a: 2, b: 1 },
  differs:
    'Of two negative numbers it is the logarithm of their quotient, where the difference of their logarithms is NaN.',
  sample: { x: 'positive', h: 'positive', a: 'positive', b: 'positive' },
})
