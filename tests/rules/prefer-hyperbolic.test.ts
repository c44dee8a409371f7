/** The hyperbolic sine, tangent and their reciprocals written out as exponentials. */
import { testRule } from './tester.ts'

testRule('prefer-hyperbolic', {
  spelled: [
    ['(Math.exp(x) - Math.exp(-x)) / 2', 'Math.sinh(x)'],
    ['(Math.exp(x) - 1 / Math.exp(x)) / 2', 'Math.sinh(x)'],
    ['(Math.exp(2 * x) - 1) / (Math.exp(2 * x) + 1)', 'Math.tanh(x)'],
    ['(1 - Math.exp(-x)) / (1 + Math.exp(-x))', 'Math.tanh(0.5 * x)'],
    ['2 / (1 + Math.exp(-2 * x)) - 1', 'Math.tanh(x)'],
    ['2 / (Math.exp(x) - Math.exp(-x))', '1 / Math.sinh(x)'],
  ],
  invalid: {
    'in the helper, and not where it is called beside another': [
      [
        `
        const sinh = (n: number) => (Math.exp(n) - Math.exp(-n)) / 2
        const cosh = (n: number) => (Math.exp(n) + Math.exp(-n)) / 2
        const ratio = (n: number) => sinh(n) + cosh(n)
        export const f = (r: number, s: number) => cosh(r) * sinh(s)`,
        `
        const sinh = (n: number) => Math.sinh(n)
        const cosh = (n: number) => (Math.exp(n) + Math.exp(-n)) / 2
        const ratio = (n: number) => sinh(n) + cosh(n)
        export const f = (r: number, s: number) => cosh(r) * sinh(s)`,
      ],
    ],
    'of hyperbolic functions': [
      ['Math.sinh(x) / Math.cosh(x)', 'Math.tanh(x)'],
      ['Math.cosh(x) - Math.sinh(x)', 'Math.exp(-x)'],
      ['1 / Math.tanh(x) - 1 / x', 'stable.langevin(x)'],
      ['n * (Math.cosh(a) / Math.sinh(a) - 1 / a)', 'n * stable.langevin(a)'],
    ],
    'a half, wherever it stands': [
      ['0.5 * (Math.exp(x) - Math.exp(-x))', 'Math.sinh(x)'],
      ['Math.exp(x) / 2 - Math.exp(-x) / 2', 'Math.sinh(x)'],
      ['Math.exp(x) - Math.exp(-x)', '2 * Math.sinh(x)'],
      ['-Math.sin(a) * (Math.exp(b) - Math.exp(-b)) / 2', '-Math.sin(a) * Math.sinh(b)'],
    ],
    'the tangent in all its forms': [
      ['(Math.exp(x) - Math.exp(-x)) / (Math.exp(x) + Math.exp(-x))', 'Math.tanh(x)'],
      ['(Math.exp(x) - 1) / (Math.exp(x) + 1)', 'Math.tanh(0.5 * x)'],
      ['(1 - Math.exp(-2 * x)) / (1 + Math.exp(-2 * x))', 'Math.tanh(x)'],
      ['1 - 2 / (1 + Math.exp(2 * x))', 'Math.tanh(x)'],
      ['1 - 2 / (Math.exp(x) + 1)', 'Math.tanh(0.5 * x)'],
      ['(Math.exp(2 * x) + 1) / (Math.exp(2 * x) - 1)', '1 / Math.tanh(x)'],
    ],
    'the sign': [
      ['(1 - Math.exp(2 * x)) / (1 + Math.exp(2 * x))', '-Math.tanh(x)'],
      ['(1 - Math.exp(x)) / (1 + Math.exp(x))', '-Math.tanh(0.5 * x)'],
      ['-(1 - Math.exp(x)) / (1 + Math.exp(x))', 'Math.tanh(0.5 * x)'],
      ['a * (1 - Math.exp(2 * x)) / (1 + Math.exp(2 * x))', '-(a * Math.tanh(x))'],
    ],
    "a sigmoid of one's own": [
      [
        `
        const squash = (t: number) => 1 / (1 + Math.exp(-t))
        export const activate = (x: number) => 2 * squash(2 * x) - 1`,
        `
        export const activate = (x: number) => Math.tanh(x)`,
      ],
    ],
    'temporaries and guards against infinities': [
      [
        `
        export function tanh(x: number) {
          if (x === Infinity) return 1
          if (x === -Infinity) return -1
          const y = Math.exp(2 * x)
          return (y - 1) / (y + 1)
        }`,
        `
        export function tanh(x: number) {
          if (x === Infinity) return 1
          if (x === -Infinity) return -1
          return Math.tanh(x)
        }`,
      ],
    ],
    'a guard that is too near': [
      ['Math.abs(x) < 1e-9 ? x : (Math.exp(x) - Math.exp(-x)) * 0.5', 'Math.abs(x) < 1e-9 ? x : Math.sinh(x)'],
    ],
    'reported, not fixed: what stands in for a missing function': [
      ['Math.tanh = Math.tanh || (x => (Math.exp(2 * x) - 1) / (Math.exp(2 * x) + 1))', null],
      ['Object.assign(Math, { sinh: (x: number) => (Math.exp(x) - Math.exp(-x)) / 2 })', null],
      [
        'Object.defineProperty(Math, "sinh", { value: function sinh(x: number) { return (Math.exp(x) - Math.exp(-x)) / 2 } })',
        null,
      ],
    ],
  },
  valid: {
    'another formula': [
      '(Math.exp(x) - Math.exp(-y)) / 2',
      '(Math.exp(x) + Math.exp(-x)) / 2',
      '(Math.exp(2 * x) - 1) / (Math.exp(x) + 1)',
      '(Math.exp(x) - 2) / (Math.exp(x) + 2)',
      '3 / (1 + Math.exp(-x)) - 1',
      'Math.tanh(x)',
    ],
    'not small': [
      '(Math.exp(xs.length) - Math.exp(-xs.length)) / 2',
      'x > 1 ? (Math.exp(x) - Math.exp(-x)) / 2 : 0',
      'Math.abs(x) > 0.5 ? (Math.exp(2 * x) - 1) / (Math.exp(2 * x) + 1) : 0',
      'const x = Math.max(y, 1)\nMath.exp(x) / 2 - Math.exp(-x) / 2',
      'const x = Math.max(y, 1)\nexport const r = (Math.exp(x) - Math.exp(-x)) / (Math.exp(x) + Math.exp(-x))',
      'const x = Math.max(y, 1)\nexport const r = (1 - Math.exp(-2 * x)) / (1 + Math.exp(-2 * x))',
      'const x = Math.max(y, 1)\nexport const r = (1 - Math.exp(-x)) / (1 + Math.exp(-x))',
      'const x = Math.max(y, 1)\n2 * sigmoid(2 * x) - 1',
      'const x = Math.max(y, 1)\n2 * sigmoid(x) - 1',
      'const x = Math.max(y, 1)\n1 - 2 * sigmoid(-2 * x)',
      'const x = Math.max(y, 1)\n1 - 2 * sigmoid(-x)',
      'const x = Math.max(y, 1)\n2 / (1 + Math.exp(-2 * x)) - 1',
      'const x = Math.max(y, 1)\n2 / (1 + Math.exp(-x)) - 1',
      'const x = Math.max(y, 1)\n1 - 2 / (1 + Math.exp(2 * x))',
      'const x = Math.max(y, 1)\n1 - 2 / (1 + Math.exp(x))',
      'const x = Math.max(y, 1)\n2 / (Math.exp(x) - Math.exp(-x))',
      'const x = Math.max(y, 1)\nexport const r = (Math.exp(x) + Math.exp(-x)) / (Math.exp(x) - Math.exp(-x))',
      'const x = Math.max(y, 1)\nexport const r = (Math.exp(2 * x) + 1) / (Math.exp(2 * x) - 1)',
      'const x = Math.max(y, 1)\nexport const r = (Math.exp(x) + 1) / (Math.exp(x) - 1)',
      'const x = Math.max(y, 1)\nexport const r = (1 + Math.exp(-2 * x)) / (1 - Math.exp(-2 * x))',
      'const x = Math.max(y, 1)\nexport const r = (1 + Math.exp(-x)) / (1 - Math.exp(-x))',
    ],
    'not Math': ['(maths.exp(x) - maths.exp(-x)) / 2'],
    'no overflow': ['const x = Math.min(Math.abs(y), 20)\nMath.sinh(x) / Math.cosh(x)'],
  },
})
