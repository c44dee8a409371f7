import { defineRule } from './define-rule.ts'

export default defineRule({
  name: 'prefer-log-base',
  why: 'A quotient of two logarithms is off by a last digit where log10 and log2 are exact, and what is then cut to a whole number is off by one.',
  lastDigit: true,
  rewrites: [
    'log(x) / log(10) -> log10(x)',
    'log(x) / LN10 -> log10(x)',
    { rewrite: 'log(x) * LOG10E -> log10(x)', hazard: { x: 1e15 } },
    { rewrite: 'log2(x) / log2(10) -> log10(x)', hazard: { x: 1e9 } },
    // Not log10(x) / log10(2) as well: it is exact for every power of 2 below 2^851.
    { rewrite: 'log(x) / log(2) -> log2(x)', hazard: { x: 2 ** 29 } },
    { rewrite: 'log(x) / LN2 -> log2(x)', hazard: { x: 2 ** 29 } },
    { rewrite: 'log(x) * LOG2E -> log2(x)', hazard: { x: 8 } },
  ],
  hazard: { x: 1000 },
  sample: { x: 'positive' },
})
