/** Exponentials and logarithms less the first two terms of their series. */
import { testRule } from './tester.ts'

testRule('prefer-expm1mx', {
  spelled: [
    ['Math.exp(x) - 1 - x', 'stable.expm1mx(x)'],
    ['Math.expm1(x) - x', 'stable.expm1mx(x)'],
    ['Math.log1p(x) - x', 'stable.log1pmx(x)'],
  ],
  invalid: {
    'over its square': [
      ['(Math.exp(x) - 1 - x) / (x * x)', 'Math.abs(x) < 1e-8 ? 0.5 + x / 6 : stable.expm1mx(x) / x ** 2'],
    ],
    'signs and order': [
      ['1 + x - Math.exp(x)', '-stable.expm1mx(x)'],
      ['Math.exp(x) - (1 + x)', 'stable.expm1mx(x)'],
      ['x - Math.log1p(x)', '-stable.log1pmx(x)'],
      ['Math.log(1 + x) - x', 'stable.log1pmx(x)'],
      ['x - Math.log(x + 1)', '-stable.log1pmx(x)'],
    ],
    'other terms keep their order': [
      ['a + Math.exp(x) - 1 - x + b', 'a + stable.expm1mx(x) + b'],
      ['a * (Math.exp(x) - 1 - x) / x', 'a * stable.expm1mx(x) / x'],
    ],
    'the third estimator of a divergence': [
      [
        `
        export function divergence(logRatio: number) {
          const ratio = Math.exp(logRatio)
          return ratio - 1 - logRatio
        }`,
        `
        export function divergence(logRatio: number) {
          return stable.expm1mx(logRatio)
        }`,
      ],
    ],
  },
  valid: {
    'another formula': [
      'Math.exp(x) - 2 - x',
      'Math.expm1(x) - y',
      'Math.expm1(x) + x',
      'Math.log1p(x) + x',
      'r - 1 - Math.log(r)',
    ],
    'not small': [
      'Math.exp(xs.length) - 1 - xs.length',
      'x > 1 ? Math.expm1(x) - x : 0',
      'const x = Math.max(y, 1)\n1 + x - Math.exp(x)',
      'const x = Math.max(y, 1)\nx - Math.expm1(x)',
      'const x = Math.max(y, 1)\nMath.log(1 + x) - x',
      'const x = Math.max(y, 1)\nx - Math.log(1 + x)',
      'const x = Math.max(y, 1)\nMath.log1p(x) - x',
      'const x = Math.max(y, 1)\nx - Math.log1p(x)',
      'const x = Math.max(y, 1)\nexport const r = (Math.exp(x) - 1 - x) / x ** 2',
    ],
    'not Math': ['other.exp(x) - 1 - x'],
  },
})
