import { defineRule } from './define-rule.ts'

/** Exponents that are hardly whole numbers: nothing cancels in 0.9^k - 1 for k rounds, nor in a mask 2^k - 1. */
const fractions = ['y / t', '1 / t']

export default defineRule({
  name: 'prefer-powm1',
  why: 'A power close to 1 is rounded to the spacing of numbers around 1, and the subtraction leaves only that rounding; 1 + x has lost digits of a small x before.',
  rewrites: [
    '(1 + x)^n - 1 -> compoundm1(x, n) when small(x) and not constant(n)',
    '1 - (1 + x)^n -> -compoundm1(x, n) when small(x) and not constant(n)',
    'a * (1 + x)^n - a -> a * compoundm1(x, n) when small(x) and not constant(n)',
    'a - a * (1 + x)^n -> -(a * compoundm1(x, n)) when small(x) and not constant(n)',
    '1 - 1 / (1 + x)^n -> -compoundm1(x, -n) when small(x)',
    {
      rewrite: '(1 + u)^k / ((1 + u)^k - 1) -> -1 / compoundm1(u, -k) when small(u) and not constant(k)',
      hazard: { u: 1e-17, k: 10 },
    },
    ...fractions.flatMap(y => [
      `(1 + x)^(${y}) - 1 -> compoundm1(x, ${y}) when small(x)`,
      `1 - (1 + x)^(${y}) -> -compoundm1(x, ${y}) when small(x)`,
      `b^(${y}) - 1 -> powm1(b, ${y}) when fractional(b)`,
      `1 - b^(${y}) -> -powm1(b, ${y}) when fractional(b)`,
      `a * b^(${y}) - a -> a * powm1(b, ${y}) when fractional(b)`,
      `a - a * b^(${y}) -> -(a * powm1(b, ${y})) when fractional(b)`,
    ]),
    { rewrite: '(1 + r / m)^(m * s) -> compound(r / m, m * s)', hazard: { r: 1, m: 1e17, s: 1 } },
    { rewrite: '(1 + r / m)^m -> compound(r / m, m)', hazard: { r: 1, m: 1e17 } },
    { rewrite: '(1 + 1 / m)^m -> compound(1 / m, m)', hazard: { m: 1e17 } },
  ],
  hazard: { x: 1e-17, n: 10, a: 2, b: 1.5, y: 1, t: 1e17 },
  differs:
    'What grows beyond all numbers is Infinity, and what vanishes is 0, where the rounding of 1 + r / m to 1 had kept it at 1. A quotient that is infinite may have the other sign.',
  except: [
    'less(1000, r * s)',
    'less(1000, abs(x * n))',
    'less(1000, abs(x / t))',
    'equal(u * k, 0)',
    'equal(u + 2, 0)',
  ],
  sample: { b: 'positive', x: 'probability', u: 'probability', r: 'probability', m: 'positive' },
})
