import { defineRule } from './define-rule.ts'

/** Powers of which nothing is known: no 2^k - 1 of whole numbers, no curve that a constant makes. */
const plain = [
  'b^p - 1 -> powm1(b, p)',
  '1 - b^p -> -powm1(b, p)',
  'a * b^p - a -> a * powm1(b, p)',
  'a - a * b^p -> -(a * powm1(b, p))',
]

export default defineRule({
  name: 'no-power-difference',
  strict: true,
  why: 'The powers of two close numbers agree in most of their digits, and their difference is left with nothing but the rounding of the others.',
  rewrites: [
    { rewrite: '(1 + x)^2 - 1 -> x * (2 + x) when small(x)', hazard: { x: 1e-17 } },
    { rewrite: '1 - (1 + x)^2 -> -(x * (2 + x)) when small(x)', hazard: { x: 1e-17 } },
    { rewrite: '(1 + x)^3 - 1 -> x * (3 + x * (3 + x)) when small(x)', hazard: { x: 1e-17 } },
    { rewrite: '1 - (1 + x)^3 -> -(x * (3 + x * (3 + x))) when small(x)', hazard: { x: 1e-17 } },
    ...plain.map(rewrite => ({
      rewrite: `${rewrite} when not constant(b) and fractional(b) and not decay(b) and not constant(p) and fractional(p)`,
      hazard: { a: 2, b: 1.5, p: 1e-17 },
    })),
    '(x + y)^2 - x^2 -> y * (2 * x + y)',
    'x^2 - (x + y)^2 -> -(y * (2 * x + y))',
    '(x + y)^2 - (x - y)^2 -> 4 * x * y',
    '(x + y)^3 - x^3 -> y * (3 * x * (x + y) + y^2)',
    'x^3 - (x + y)^3 -> -(y * (3 * x * (x + y) + y^2))',
  ],
  hazard: { x: 1e17, y: 1 },
  differs: 'Where a square of the terms overflows, there may be NaN in the place of an infinity.',
  except: ['less(1e150, abs(x))', 'less(1e150, abs(y))'],
  sample: { b: 'positive' },
})
