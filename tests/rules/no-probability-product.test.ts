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
    'by their name': [['likelihoods.reduce((a, b) => a * b, 1)', null]],
  },
  valid: {
    'other products': ['sides.reduce((a, b) => a * b, 1)', 'probabilities.reduce((a, p) => a * (1 - p), 1)'],
    'whole numbers': ['Math.log(ns.map(n => Math.floor(n)).reduce((a, b) => a * b, 1))'],
    sums: ['likelihoods.reduce((a, b) => a + b, 0)'],
  },
})
