/** Products of probabilities: what is recognised, in which spellings, and what is left alone. */
import { testRule } from './tester.ts'

testRule('no-probability-product', {
  spelled: [],
  invalid: {
    logarithms: [
      ['Math.log(xs.map(x => Math.exp(x)).reduce((a, b) => a * b, 1))', 'stable.sum(xs)'],
      ['Math.log(ps.reduce((a, b) => a * b, 1))', null, 'stable.sum(ps, v => Math.log(v))'],
    ],
    exponentials: [['xs.map(x => Math.exp(x)).reduce((a, b) => a * b, 1)', null, 'Math.exp(stable.sum(xs))']],
    densities: [['zs.map((z, i) => Math.exp(-z * z / 2) * ws[i]).reduce((a, b) => a * b, 1)', null]],
    'by their name': [
      ['likelihoods.reduce((a, b) => a * b, 1)', null],
      ['words.reduce((p, w) => p * probs[w], prior)', null],
    ],
    'by their name, in a loop whose product is compared': [
      ['export function f(probs: number[]) { let p = 1; for (const q of probs) p *= q; return p > 0.5 }', null],
      ['export function f(ws: string[]) { let p = 1; ws.forEach(w => { p *= prob[w] }); return p > best }', null],
      [
        'export function f(ws: string[]) { let p = prior; for (const w of ws) { p = p * probability(w) } return p > best }',
        null,
      ],
    ],
  },
  valid: {
    'other products': ['sides.reduce((a, b) => a * b, 1)', 'probabilities.reduce((a, p) => a * (1 - p), 1)'],
    'whole numbers': ['Math.log(ns.map(n => Math.floor(n)).reduce((a, b) => a * b, 1))'],
    'other products in loops': [
      'export function f(sides: number[]) { let v = 1; for (const s of sides) v *= s; return v > 2 }',
      'export function f(ws: string[]) { let p = 1; for (const w of ws) { p *= 0.99 } return p > probability }',
      'words.reduce((p, w) => p * sizes[w], prior)',
    ],
    sums: ['likelihoods.reduce((a, b) => a + b, 0)'],
  },
})
