import { defineRule } from './define-rule.ts'

export default defineRule({
  name: 'no-sqrt-difference',
  strict: true,
  why: 'The roots of two close numbers agree in most of their digits, and their difference is left with nothing but the rounding of the others.',
  rewrites: [
    'sqrt(x + 1) - sqrt(x) -> 1 / (sqrt(x + 1) + sqrt(x))',
    'sqrt(x) - sqrt(x + 1) -> -1 / (sqrt(x) + sqrt(x + 1))',
    { rewrite: 'sqrt(1 + x) - 1 -> sqrt1pm1(x) when small(x)', hazard: { x: 1e-17 } },
    { rewrite: '1 - sqrt(1 + x) -> -sqrt1pm1(x) when small(x)', hazard: { x: 1e-17 } },
    'sqrt(x + h) - sqrt(x) -> sqrtDifference(x + h, x, h)',
    'sqrt(x) - sqrt(x + h) -> -sqrtDifference(x + h, x, h)',
    'sqrt(x + a) - sqrt(x + b) -> sqrtDifference(x + a, x + b, a - b) when apart(a, b)',
    { rewrite: 'sqrt(a + x) - sqrt(a - x) -> sqrtDifference(a + x, a - x, 2 * x)', hazard: { a: 2, x: 1e-17 } },
    {
      rewrite: 'sqrt(a) - sqrt(b) -> sqrtDifference(a, b) when atHand(a) and atHand(b)',
      hazard: { a: 10000000000000002, b: 1e16 },
    },
    '1 / sqrt(x) - 1 / sqrt(x + 1) -> 1 / (sqrt(x + 1) * (x + sqrt(x) * sqrt(x + 1)))',
    '1 / sqrt(x + 1) - 1 / sqrt(x) -> -1 / (sqrt(x + 1) * (x + sqrt(x) * sqrt(x + 1)))',
    {
      rewrite: '1 / sqrt(1 + v) - 1 -> -sqrt1pm1(v) / sqrt(1 + v) when small(v) and not exponential(v)',
      hazard: { v: 1e-17 },
    },
    {
      rewrite: '1 - 1 / sqrt(1 + v) -> sqrt1pm1(v) / sqrt(1 + v) when small(v) and not exponential(v)',
      hazard: { v: 1e-17 },
    },
    {
      rewrite: 'sqrt(a^2 - b^2) -> sqrt((a - b) * (a + b)) when atHand(a) and atHand(b)',
      hazard: { a: 1000000001, b: 1000000000.9999999 },
    },
    {
      rewrite: 'sqrt((1 + v) / (1 - v)) - 1 -> sqrt1pm1(2 * v / (1 - v)) when small(v) and not exponential(v)',
      hazard: { v: 1e-17 },
    },
    // The roots of t^2 + 2 x t - c, of which one is a difference.
    'sqrt(x^2 + c) - x -> quadraticRoots(1, 2 * x, -c)[1] when positive(x)',
    'x - sqrt(x^2 + c) -> -quadraticRoots(1, 2 * x, -c)[1] when positive(x)',
    { rewrite: 'x + sqrt(x^2 + c) -> -quadraticRoots(1, 2 * x, -c)[0] when negative(x)', hazard: { x: -1e9, c: 2 } },
    // Not sqrt(1 - x^2) -> sqrt((1 - x) * (1 + x)): the square is rounded to 1 - 2 d for x = 1 - d, and at the worst place,
    // d = 1e-8, nine digits are still right.
  ],
  hazard: { x: 1e16, h: 1, a: 2, b: 1, c: 2 },
  differs: 'Of an infinite v, 1 / sqrt(1 + v) - 1 is NaN.',
  except: ['equal(v, Infinity)'],
  sample: { x: 'positive', h: 'positive', a: 'positive', b: 'positive' },
})
