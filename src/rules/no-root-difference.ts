import { defineRule } from './define-rule.ts'

export default defineRule({
  name: 'no-root-difference',
  strict: true,
  why: 'Two close values of a smooth function agree in most of their digits, and their difference is left with nothing but the rounding of the others.',
  rewrites: [
    'cbrt(x + h) - cbrt(x) -> cbrtDifference(x + h, x, h)',
    'cbrt(x) - cbrt(x + h) -> -cbrtDifference(x + h, x, h)',
    'cbrt(x + a) - cbrt(x + b) -> cbrtDifference(x + a, x + b, a - b) when apart(a, b)',
    {
      rewrite: 'cbrt(a) - cbrt(b) -> cbrtDifference(a, b) when atHand(a) and atHand(b)',
      hazard: { a: 10000000000000002, b: 1e16 },
    },
    'atan(x + h) - atan(x) -> atanDifference(x + h, x, h)',
    'atan(x) - atan(x + h) -> -atanDifference(x + h, x, h)',
    'atan(x + a) - atan(x + b) -> atanDifference(x + a, x + b, a - b) when apart(a, b)',
    { rewrite: 'atan(a) - atan(b) -> atanDifference(a, b) when atHand(a) and atHand(b)', hazard: { a: 1e16, b: 1e15 } },
    '1 / (x + h) - 1 / x -> -h / (x + h) / x when not constant(x)',
    '1 / x - 1 / (x + h) -> h / (x + h) / x when not constant(x)',
    '1 / (x + a) - 1 / (x + b) -> reciprocalDifference(x + a, x + b, a - b) when apart(a, b)',
    {
      rewrite:
        '1 / a - 1 / b -> reciprocalDifference(a, b) when atHand(a) and atHand(b) and fractional(a) and fractional(b)',
      hazard: { a: 3.0000000000000004, b: 3 },
    },
    '1 / (x + 1) - 1 / (x - 1) -> -2 / (x + 1) / (x - 1)',
    '1 / (x - 1) - 1 / (x + 1) -> 2 / (x + 1) / (x - 1)',
    '1 / (x + 1) - 2 / x + 1 / (x - 1) -> 2 / (x + 1) / x / (x - 1)',
  ],
  differs: 'Of an infinite difference h, the quotient is NaN.',
  except: ['equal(abs(h), Infinity)'],
  hazard: { x: 1e17, h: 1, a: 2, b: 1 },
})
