/** log(1 + x): what is recognised, in which spellings, and what is left alone. */
import { testRule } from './tester.ts'

testRule('prefer-log1p', {
  spelled: [
    ['Math.log(1 + x)', 'stable.log1p(x)'],
    ['Math.log(1 - x)', 'stable.log1p(-x)'],
    ['Math.log2(1 + x)', 'stable.log1p(x) / Math.LN2'],
    ['Math.log10(1 - x)', 'stable.log1p(-x) / Math.LN10'],
  ],
  invalid: {
    'order of terms': [
      ['Math.log(x + 1)', 'stable.log1p(x)'],
      ['Math.log(-x + 1)', 'stable.log1p(-x)'],
      ['Math.log(a + 1 + b)', 'stable.log1p(a + b)'],
      ['Math.log(1 + a - b)', 'stable.log1p(a - b)'],
      ['Math.log(x - -1)', 'stable.log1p(x)'],
      ['Math.log(+1 + x)', 'stable.log1p(x)'],
    ],
    'what is added': [
      ['Math.log(1 + x * x)', 'stable.log1p(x * x)'],
      ['Math.log(1 + x ** 2)', 'stable.log1p(x ** 2)'],
      ['Math.log(1 + Math.pow(x, 2))', 'stable.log1p(Math.pow(x, 2))'],
      ['Math.log(1 + rate / 12)', 'stable.log1p(rate / 12)'],
      ['Math.log(1 + account.rate)', 'stable.log1p(account.rate)'],
      ['Math.log(1 + f(x))', 'stable.log1p(f(x))'],
    ],
    'an epsilon beside it': [
      ['Math.log(1 - x * x + 1e-7)', 'stable.log1p(1e-7 - x * x)'],
      [
        "import * as tf from '@tensorflow/tfjs'\nexport const f = a => tf.log(tf.sub(1, a.square()).add(1e-4))",
        "import * as tf from '@tensorflow/tfjs'\nexport const f = a => tf.log1p(tf.sub(1e-4, a.square()))",
      ],
    ],
    'around it': [
      ['12 * Math.log(1 + x)', '12 * stable.log1p(x)'],
      ['Math.exp(n * Math.log(1 + x))', 'Math.exp(n * stable.log1p(x))'],
      ['const y = Math.log2(1 + x) ** 2', 'const y = (stable.log1p(x) / Math.LN2) ** 2'],
      ['const y = a / Math.log10(1 + x)', 'const y = a / (stable.log1p(x) / Math.LN10)'],
    ],
    'Math, reached in other ways': [
      ['Math[`log`](1 + x)', 'stable.log1p(x)'],
      ['window.Math.log(1 + x)', 'stable.log1p(x)'],
      ['Math?.log(1 + x)', 'stable.log1p(x)'],
    ],
    'parentheses and types': [
      ['Math.log((1) + (x))', 'stable.log1p(x)'],
      ['Math.log((1 + x)!)', 'stable.log1p(x)'],
      ['Math.log((1 + x) satisfies number)', 'stable.log1p(x)'],
      ['Math.log(1 + (x as number))', 'stable.log1p(x as number)'],
      ['Math.log(1 + x!)', 'stable.log1p(x!)'],
      ['const y = (Math as any).log(1 + x) as number', 'const y = stable.log1p(x) as number'],
      ['const y = (Math.log(1 + x))!', 'const y = stable.log1p(x)!'],
    ],
    'a variable': [
      [
        'export const u = 1 + x\nexport const y = Math.log(u)',
        'export const u = 1 + x\nexport const y = stable.log1p(x)',
      ],
      [
        `
        function f(x: number) {
          const growth = 1 + x
          return Math.log(growth)
        }`,
        `
        function f(x: number) {
          return stable.log1p(x)
        }`,
      ],
      [
        `
        function f(x: number) {
          let growth = x + 1
          return Math.log(growth)
        }`,
        `
        function f(x: number) {
          return stable.log1p(x)
        }`,
      ],
      [
        `
        function f(x: number) {
          var growth = 1 - x, n = 12
          return n * Math.log(growth)
        }`,
        `
        function f(x: number) {
          var n = 12
          return n * stable.log1p(-x)
        }`,
      ],
    ],
    'a helper': [
      [
        'export const ln = (v: number) => Math.log(v)\nln(1 + x)',
        'export const ln = (v: number) => Math.log(v)\nstable.log1p(x)',
      ],
      [
        'export function grown(v: number) { return 1 + v }\nMath.log(grown(x))',
        'export function grown(v: number) { return 1 + v }\nstable.log1p(x)',
      ],
      [
        `
        class Rates {
          ln(v: number) { return Math.log(v) }
          yearly(x: number) { return this.ln(1 + x) }
        }`,
        `
        class Rates {
          ln(v: number) { return Math.log(v) }
          yearly(x: number) { return stable.log1p(x) }
        }`,
      ],
    ],
    'map and reduce': [
      ['xs.map(x => Math.log(1 + x))', 'xs.map(x => stable.log1p(x))'],
      ['xs.reduce((s, x) => s + Math.log(1 + x), 0)', 'xs.reduce((s, x) => s + stable.log1p(x), 0)'],
      ['sum(xs.map(x => Math.log(x + 1)))', 'sum(xs.map(x => stable.log1p(x)))'],
    ],
  },
  valid: {
    'another formula': [
      'Math.log(x)',
      'Math.log(2 + x)',
      'Math.log(x - 1)',
      'Math.log1p(x)',
      'Math.log(1 * x)',
      'Math.log(1 + 2)',
    ],
    'exact in floating point': [
      'Math.log(1 + xs.length)',
      'Math.log(1 + Math.floor(x))',
      'Math.log(1 + Math.round(n) * 4)',
      'Math.log(1 - Math.random())',
      'xs.map((x, i) => Math.log(1 + i))',
      'Math.log10(1 + xs.length)',
      'Math.log2(1 + xs.length)',
    ],
    'far from 0': [
      'Math.log(1 + x + 0.001)',
      'Math.log(1 + Math.max(x, 2))',
      'Math.log(1 + (2 + Math.abs(x)))',
      'Math.log((1 + Math.max(x, 1)) ** a)',
      'Math.log2(1 + Math.max(x, 1))',
      'Math.log10(1 + Math.max(x, 1))',
    ],
    'not Math': [
      'console.log(1 + x)',
      "import { log } from 'loglevel'\nlog(1 + x)",
      'maths.log(1 + x)',
      'Math.log(1 + x, 2).foo',
      'log(1 + x)',
    ],
    'a lying name': [
      'function log(x: number) { return x * 2 }\nlog(1 + x)',
      'const Math = { log: (x: number) => x }\nMath.log(1 + x)',
    ],
    'written in between': ['let u = 1 + x\nu = 3\nMath.log(u)'],
  },
})
