import { defineRule } from './define-rule.ts'

export default defineRule({
  name: 'no-fraction-difference',
  strict: true,
  why: 'A fraction close to 1 is rounded to the spacing of numbers around 1, and less 1 it is left with nothing but that rounding, where over a common denominator nothing cancels.',
  rewrites: [
    { rewrite: '1 - 1 / (1 + x) -> x / (1 + x) when small(x) and not exponential(x)', hazard: { x: 1e-17 } },
    { rewrite: '1 / (1 + x) - 1 -> -x / (1 + x) when small(x) and not exponential(x)', hazard: { x: 1e-17 } },
    '1 - x / (x + y) -> y / (x + y) when not exponential(y)',
    'x / (x + y) - 1 -> -y / (x + y) when not exponential(y)',
    '(x + y) / x - 1 -> y / x',
    '1 - (x + y) / x -> -y / x',
    // Not x - x^2 / (x + y) -> x * y / (x + y): at x = 1e10, y = 1e300 the product overflows.
    {
      rewrite: 'x / (x + 1) - (x + 1) / (x - 1) -> -1 / (x + 1) - 2 / (x - 1)',
      concedes: '4 / abs(1 + 3 * x)',
    },
  ],
  hazard: { x: 1e17, y: 1 },
  differs:
    'Of an infinite number, or where the denominator overflows, the quotient is NaN or 0. A difference of two fractions that happens to be near 0 is right to the last digits of these, not of its own.',
  except: ['equal(abs(x), Infinity)', 'equal(abs(y), Infinity)', 'less(1e308, abs(x + y))'],
})
