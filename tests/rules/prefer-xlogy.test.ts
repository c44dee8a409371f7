/** Terms of entropies and likelihoods whose weight can be 0. */
import { testRule } from './tester.ts'

testRule('prefer-xlogy', {
  spelled: [['y * Math.log(p) + (1 - y) * Math.log(1 - p)', 'stable.xlogy(y, p) + stable.xlog1py(1 - y, -p)']],
  invalid: {
    'an entropy': [
      ['export const term = (p: number) => -p * Math.log(p)', 'export const term = (p: number) => -stable.xlogx(p)'],
      [
        `
        export function entropy(ps: number[]) {
          let h = 0
          for (let i = 0; i < ps.length; i++) h -= ps[i] * Math.log(ps[i])
          return h
        }`,
        `
        export function entropy(ps: number[]) {
          let h = 0
          for (let i = 0; i < ps.length; i++) h -= stable.xlogx(ps[i])
          return h
        }`,
      ],
      [
        'export const entropy = (ps: number[]) => -ps.reduce((h, p) => h + p * Math.log(p), 0)',
        'export const entropy = (ps: number[]) => -ps.reduce((h, p) => h + stable.xlogx(p), 0)',
      ],
    ],
    'each of an array': [
      [
        'export function f(ps: number[]) { let h = 0; for (const p of ps) h -= p * Math.log(p); return h }',
        'export function f(ps: number[]) { let h = 0; for (const p of ps) h -= stable.xlogx(p); return h }',
      ],
    ],
    'in bits, which stay exact': [
      [
        'export function f(ps: number[]) { let h = 0; for (let i = 0; i < ps.length; i++) h -= ps[i] * Math.log2(ps[i]); return h }',
        'export function f(ps: number[]) { let h = 0; for (let i = 0; i < ps.length; i++) h -= ps[i] === 0 ? 0 : ps[i] * Math.log2(ps[i]); return h }',
      ],
      [
        'export const f = (ps: number[]) => -ps.reduce((h, p) => h + p * Math.log2(p), 0)',
        'export const f = (ps: number[]) => -ps.reduce((h, p) => h + (p === 0 ? 0 : p * Math.log2(p)), 0)',
      ],
    ],
    'a divergence': [
      [
        'export const term = (p: number, q: number) => p * Math.log(p / q)',
        'export const term = (p: number, q: number) => stable.xlogy(p, p / q)',
      ],
    ],
    'a likelihood': [
      [
        `
        export function logLikelihood(counts: number[], probabilities: number[]) {
          let sum = 0
          for (let i = 0; i < counts.length; i++) sum += counts[i] * Math.log(probabilities[i])
          return sum
        }`,
        `
        export function logLikelihood(counts: number[], probabilities: number[]) {
          let sum = 0
          for (let i = 0; i < counts.length; i++) sum += stable.xlogy(counts[i], probabilities[i])
          return sum
        }`,
      ],
    ],
    'a cross-entropy': [
      [
        'export const loss = (y: number, p: number) => -(y * Math.log(p) + (1 - y) * Math.log(1 - p))',
        'export const loss = (y: number, p: number) => -(stable.xlogy(y, p) + stable.xlog1py(1 - y, -p))',
      ],
    ],
  },
  valid: {
    'the factor is not 0': [
      'export const f = (p: number) => (p > 0 ? p * Math.log(p) : 0)',
      'export const f = (p: number) => (p === 0 ? 0 : p * Math.log(p))',
      'export const f = (p: number) => (p ? p * Math.log(p) : 0)',
      'export function f(ps: number[]) { let h = 0; for (const p of ps) { if (p <= 0) continue; h -= p * Math.log(p) } return h }',
      'export function f(ps: number[]) { let h = 0; for (const p of ps) if (p > 0) h -= p * Math.log2(p); return h }',
      'export function f(ps: number[]) { let h = 0; for (const p of ps.filter(p => p > 0)) h -= p * Math.log(p); return h }',
      'export const f = (p: number) => (p > 1e-7 ? -p * Math.log(p) : 0)',
      'export const f = (x: number) => (1 + x * x) * Math.log(1 + x * x)',
      'export const f = (x: number, p: number) => (x > 0 ? x * Math.log(x / p) : 0)',
      'export const f = (y: number, p: number) => (p > 0 && p < 1 ? y * Math.log(p) + (1 - y) * Math.log(1 - p) : 0)',
      'export const f = (w: number[], k: number) => (w[k] > 0 ? w[k] * Math.log(w[k]) : 0)',
      'export const f = (w: number[], k: number) => (w[k] > 0 ? w[k] * Math.log2(w[k]) : 0)',
      'export const f = (w: number[], q: number[], k: number) => (w[k] > 0 ? w[k] * Math.log(q[k]) : 0)',
      'export const f = (w: number[], q: number[], k: number) => (q[k] > 0 ? w[k] * Math.log(q[k]) : 0)',
    ],
    'made here': [
      'export const f = (a: number, b: number) => { const p = (a + 1) / (b + 2); return p * Math.log(p) }',
      'export const f = (ps: number[]) => ps.filter(p => p > 0).map(p => p * Math.log(p))',
      'export const f = (counts: number[]) => sums(counts, x => x * Math.log(x))',
      'export const f = (a: number, b: number) => { const p = (a + 1) / (b + 2); return p * Math.log2(p) }',
      'export const f = (y: number, a: number, b: number) => { const p = (a + 1) / (b + 2); return y * Math.log(p) + (1 - y) * Math.log(1 - p) }',
      'export const f = (xs: number[], k: number) => { const w = xs.map(x => Math.sinh(x)); return w[k] * Math.log(w[k]) }',
      'export const f = (xs: number[], k: number) => { const w = xs.map(x => Math.sinh(x)); return w[k] * Math.log2(w[k]) }',
      'export const f = (xs: number[], q: number[], k: number) => { const w = xs.map(x => Math.sinh(x)); return w[k] * Math.log(q[k]) }',
      'export const f = (w: number[], xs: number[], k: number) => { const q = xs.map(x => Math.sinh(x)); return w[k] * Math.log(q[k]) }',
      'export const f = (xs: number[], k: number) => { const w = weights(xs); return w[k] * Math.log(w[k]) }',
      'export const f = (xs: number[], k: number) => { const w = weights(xs); return w[k] * Math.log2(w[k]) }',
      'export const f = (xs: number[], q: number[], k: number) => { const w = weights(xs); return w[k] * Math.log(q[k]) }',
      'export const f = (w: number[], xs: number[], k: number) => { const q = weights(xs); return w[k] * Math.log(q[k]) }',
    ],
    clipped: [
      'export const f = (y: number, q: number) => { const p = Math.min(Math.max(q, 1e-15), 1 - 1e-15); return y * Math.log(p) + (1 - y) * Math.log(1 - p) }',
    ],
    'no weight': [
      'export const f = (k: number, rate: number) => k * Math.log(rate)',
      '2 * Math.log(x)',
      'x * Math.log(y)',
    ],
    'not Math': ['y * other.log(p) + (1 - y) * other.log(1 - p)'],
  },
})
