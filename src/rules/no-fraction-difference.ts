import { defineRule } from './define-rule.ts'

export default defineRule({
  name: 'no-fraction-difference',
  strict: true,
  why: 'A fraction close to 1 is rounded to the spacing of numbers around 1, and less 1 it is left with nothing but that rounding, where over a common denominator nothing cancels.',
  rewrites: [
    { rewrite: '1 - 1 / (1 + x) -> x / (1 + x) when small(x)', hazard: { x: 1e-17 } },
    { rewrite: '1 / (1 + x) - 1 -> -x / (1 + x) when small(x)', hazard: { x: 1e-17 } },
    '1 - x / (x + y) -> y / (x + y)',
    'x / (x + y) - 1 -> -y / (x + y)',
    '(x + y) / x - 1 -> y / x',
    '1 - (x + y) / x -> -y / x',
    '(x + a) / (x + b) - 1 -> (a - b) / (x + b)',
    '1 - (x + a) / (x + b) -> (b - a) / (x + b)',
    {
      rewrite: 'x / (x + 1) - (x + 1) / (x - 1) -> -1 / (x + 1) - 2 / (x - 1)',
      concedes: '4 / abs(1 + 3 * x)',
    },
  ],
  hazard: { x: 1e17, y: 1, a: 2, b: 1 },
  differs:
    'Of an infinite number the quotient is NaN. A difference of two fractions that happens to be near 0 is right to the last digits of these, not of its own.',
  except: ['equal(abs(x), Infinity)', 'equal(abs(y), Infinity)', 'equal(abs(a), Infinity)', 'equal(abs(b), Infinity)'],
})
