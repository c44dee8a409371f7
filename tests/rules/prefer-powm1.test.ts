/** Powers less 1, and compound interest. */
import { testRule } from './tester.ts'

testRule('prefer-powm1', {
  spelled: [
    ['Math.pow(1 + rate, n) - 1', 'stable.compoundm1(rate, n)'],
    ['Math.pow(b, 1 / n) - 1', 'stable.powm1(b, 1 / n)'],
  ],
  invalid: {
    'a base that is not near 1': [
      [
        'const x = Math.max(z, 1)\nexport const r = (1 + x) ** (y / t) - 1',
        'const x = Math.max(z, 1)\nexport const r = stable.powm1(1 + x, y / t)',
      ],
      [
        'const x = Math.max(z, 1)\nexport const r = 1 - (1 + x) ** (y / t)',
        'const x = Math.max(z, 1)\nexport const r = -stable.powm1(1 + x, y / t)',
      ],
      [
        'const x = Math.max(z, 1)\nexport const r = (1 + x) ** (1 / t) - 1',
        'const x = Math.max(z, 1)\nexport const r = stable.powm1(1 + x, 1 / t)',
      ],
      [
        'const x = Math.max(z, 1)\nexport const r = 1 - (1 + x) ** (1 / t)',
        'const x = Math.max(z, 1)\nexport const r = -stable.powm1(1 + x, 1 / t)',
      ],
    ],
    interest: [
      ['(1 + rate) ** n - 1', 'stable.compoundm1(rate, n)'],
      ['1 - Math.pow(1 + rate, n)', '-stable.compoundm1(rate, n)'],
      ['1 - 1 / Math.pow(1 + rate, n)', '-stable.compoundm1(rate, -n)'],
      ['1 - Math.pow(1 + rate, -n)', '-stable.compoundm1(rate, -n)'],
      ['capital * (1 + rate) ** n - capital', 'capital * stable.compoundm1(rate, n)'],
      ['(1 - Math.pow(1 + rate, n)) / rate', '-stable.compoundm1(rate, n) / rate'],
      ['Math.pow(1 + rate / 100, n) - 1', 'stable.compoundm1(rate / 100, n)'],
    ],
    'a payment': [
      ['(p * r * Math.pow(1 + r, n)) / (Math.pow(1 + r, n) - 1)', '-(p * r * (1 / stable.compoundm1(r, -n)))'],
    ],
    'a growth by a fraction': [
      ['(1 + q / p) ** (2 / 7) - 1', 'stable.compoundm1(q / p, 2 / 7)'],
      ['1 - Math.pow(1 + x, 1 / t)', '-stable.compoundm1(x, 1 / t)'],
    ],
    'at least once': [['1 - (1 - p) ** trials', '-stable.compoundm1(-p, trials)']],
    'growth in small steps': [
      ['capital * (1 + r / n) ** (n * t)', 'capital * stable.compound(r / n, n * t)'],
      ['Math.pow(1 + 1 / n, n)', 'stable.compound(1 / n, n)'],
    ],
    'roots and decay': [
      ['(end / start) ** (1 / years) - 1', 'stable.powm1(end / start, 1 / years)'],
      ['1 - Math.pow(0.5, t / halfLife)', '-stable.powm1(0.5, t / halfLife)'],
      ['a - a * Math.pow(b, t / h)', '-(a * stable.powm1(b, t / h))'],
    ],
    names: [
      [
        `
        export function annuity(rate: number, n: number, payment: number) {
          const growth = Math.pow(1 + rate, n)
          return payment * (growth - 1) / rate
        }`,
        `
        export function annuity(rate: number, n: number, payment: number) {
          return payment * stable.compoundm1(rate, n) / rate
        }`,
      ],
    ],
  },
  valid: {
    'whole numbers': [
      '2 ** bits - 1',
      'Math.pow(2, n) - 1',
      '10 ** digits - 1',
      '1 - 0.9 ** k',
      '1 - Math.pow(beta, t)',
      'x ** 2 - 1',
    ],
    'not small': [
      '(1 + xs.length) ** n - 1',
      'rate > 0.5 ? (1 + rate) ** n - 1 : 0',
      'rate > 0.5 ? 1 - (1 + rate) ** n : 0',
      'rate > 0.5 ? a * (1 + rate) ** n - a : 0',
      'rate > 0.5 ? a - a * (1 + rate) ** n : 0',
      'rate > 0.5 ? 1 - 1 / (1 + rate) ** n : 0',
      'const u = Math.max(y, 1)\nexport const r = (1 + u) ** k / ((1 + u) ** k - 1)',
    ],
    'a constant exponent': [
      '1 - Math.pow(1 - t, 3)',
      '(1 + x) ** 2 - 1',
      'a - a * (1 + x) ** 2',
      '1 - 1 / (1 + x) ** 2',
      'a * (1 + x) ** 2 - a',
      '(1 + u) ** 3 / ((1 + u) ** 3 - 1)',
    ],
    'a whole base': [
      '2 ** (n / 12) - 1',
      'xs.length ** (1 / n) - 1',
      '1 - 2 ** (n / 12)',
      'a * 2 ** (n / 12) - a',
      'a - a * 2 ** (n / 12)',
      '1 - xs.length ** (1 / n)',
      'a * xs.length ** (1 / n) - a',
      'a - a * xs.length ** (1 / n)',
    ],
    'another formula': ['(1 + rate) ** n - 2', '(1 + rate) ** n', '(1 + r / n) ** m', '1 / (1 + rate) ** n'],
    'not Math': ['other.pow(1 + rate, n) - 1'],
  },
})
