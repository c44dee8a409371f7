/**
 * Code that is compensated on purpose, as textbooks and libraries write it: silent with every rule switched on. A stable
 * function in one place of it would spoil what the other places make up for.
 */
import { describe, expect, it } from 'vitest'
import { fixed, lint } from '../lint.ts'

const compensated: Readonly<Record<string, readonly string[]>> = {
  "Kahan's (eˣ - 1) / x": [
    'const f = x => { const y = Math.exp(x); return y === 1 ? 1 : (y - 1) / Math.log(y) }',
    'function f(x) { const u = Math.exp(x); if (u === 1) return 1; const um1 = u - 1; return um1 / Math.log(u) }',
    'export function f(x) { let u = Math.exp(x); if (u === 1) { return x } const um1 = u - 1; if (um1 === -1) return -1; return (um1 * x) / Math.log(u) }',
    'const f = x => (Math.exp(x) - 1) / Math.log(Math.exp(x))',
    'const { exp, log } = Math; const f = x => { const y = exp(x), d = y - 1; return d === 0 ? x : d * x / log(y) }',
    'const f = x => { const y = Math.E ** x; return y == 1 ? x : x * (y - 1.0) / Math.log(y) }',
  ],
  "Kahan's log(1 + x)": [
    'const f = x => { const u = 1 + x; return u === 1 ? x : (Math.log(u) * x) / (u - 1) }',
    'function f(x) { var u = x + 1.0; if (u === 1.0) { return x } return Math.log(u) * (x / (u - 1.0)) }',
    'function f(x) { const u = 1 + x; const d = u - 1; return d === 0 ? x : Math.log(u) * x / d }',
    'const f = x => 1 + x === 1 ? x : Math.log(1 + x) * x / ((1 + x) - 1)',
    'const f = x => { const y = 1 + x, z = y - 1; return z === 0 ? x : x * Math.log(y) / z }',
    'const f = x => { const u = 1 + x; return Math.log(u) - ((u - 1) - x) / u }',
    'const f = x => Math.log(1 + x) - ((1 + x) - 1 - x) / (1 + x)',
    'const f = x => { const u = 1 - x; return u === 1 ? -x : -Math.log(u) * x / (u - 1) }',
  ],
  'two-sum': [
    'const f = (a, b) => { const s = a + b; const bb = s - a; return [s, (a - (s - bb)) + (b - bb)] }',
    'const f = (a, b) => { const s = a + b, e = b - (s - a); return [s, e] }',
    'function f(a, b) { const s = a + b; const ap = s - b; const bp = s - ap; const da = a - ap; const db = b - bp; return { s, e: da + db } }',
    'const f = (a, b) => { const s = a - b; const bb = s - a; return a - (s - bb) - (b + bb) }',
    'const f = (a, b) => (b - ((a + b) - a))',
  ],
  'a logarithm of a two-sum': [
    'const f = x => { const s = 1 + x; const e = x - (s - 1); return Math.log(s) + e / s }',
    'const f = x => { let s = 1 + x; let e = 1 - (s - x); return Math.log(s) + e / s }',
  ],
  'Dekker split and two-product': [
    'const split = a => { const c = 134217729 * a; const hi = c - (c - a); return [hi, a - hi] }',
    'function f(a, b) { const p = a * b; const c = 134217729 * a, ah = c - (c - a), al = a - ah; const d = 134217729 * b, bh = d - (d - b), bl = b - bh; return al * bl - (((p - ah * bh) - al * bh) - ah * bl) }',
    'function f(a) { const p = a * a; const t = 134217729 * a; const h = t - (t - a); const l = a - h; return ((h * h - p) + 2 * h * l) + l * l }',
    'function f(a) { const t = (2 ** 27 + 1) * a; const h = t - (t - a), l = a - h; const p = a * a; return [p, l * l - (p - h * h - 2 * h * l)] }',
  ],
  'Kahan sum': [
    'function f(xs) { let sum = 0, c = 0; for (const x of xs) { const y = x - c; const t = sum + y; c = (t - sum) - y; sum = t } return sum }',
    'function f(xs) { let sum = 0; let c = 0; for (let i = 0; i < xs.length; i++) { const y = xs[i] - c; const t = sum + y; c = t - sum - y; sum = t } return sum / xs.length }',
    'function f(xs) { let sum = 0, c = 0, y, t; xs.forEach(x => { y = x - c; t = sum + y; c = (t - sum) - y; sum = t }); return sum }',
    'function f(xs) { let sum = 0, c = 0; for (const x of xs) { const y = x * x - c; const t = sum + y; c = (t - sum) - y; sum = t } return sum }',
    'const f = xs => xs.reduce(([sum, c], x) => { const y = x - c, t = sum + y; return [t, (t - sum) - y] }, [0, 0])[0]',
    'class Sum { constructor() { this.sum = 0; this.c = 0 } add(x) { const y = x - this.c; const t = this.sum + y; this.c = (t - this.sum) - y; this.sum = t } }',
  ],
  'Neumaier sum': [
    'function f(xs) { let sum = 0, c = 0; for (const x of xs) { const t = sum + x; if (Math.abs(sum) >= Math.abs(x)) c += (sum - t) + x; else c += (x - t) + sum; sum = t } return sum + c }',
    'function f(xs) { let s = 0, c = 0; for (let i = 0; i < xs.length; i++) { const x = xs[i], t = s + x; c += Math.abs(s) >= Math.abs(x) ? s - t + x : x - t + s; s = t } return s + c }',
  ],
  'compensated Horner and dot product': [
    'function f(a, x) { let s = a[0], c = 0; for (let i = 1; i < a.length; i++) { const [p, e] = twoProduct(s, x); const [t, g] = twoSum(p, a[i]); s = t; c = c * x + (e + g) } return s + c }',
    'function f(x, y) { let s = 0, c = 0; for (let i = 0; i < x.length; i++) { const p = x[i] * y[i]; const e = twoProductTail(x[i], y[i], p); const t = s + p; const bb = t - s; c += (s - (t - bb)) + (p - bb) + e; s = t } return s + c }',
  ],
}

describe.each(Object.entries(compensated))('%s is left alone', (_, spellings) => {
  it.each(spellings)('%s', code => expect(lint(code)).toEqual([]))
})

describe('what looks like it, and compensates nothing, is reported', () => {
  it.each([
    [
      'another sum',
      'const f = (x, y) => { const u = 1 + x; return Math.log(u) * (y - 1) }',
      'stable.log1p(x) * (y - 1)',
    ],
    ['another exponential', 'const f = (x, y) => (Math.exp(x) - 1) / Math.log(y)', 'stable.expm1(x) / Math.log(y)'],
    [
      'a sum that is added to',
      'const f = x => { const u = 1 + x; return Math.log(u) * (u + 1) }',
      'stable.log1p(x) * (u + 1)',
    ],
    [
      'two sums with a 1',
      'const f = (p, q) => { const a = 1 - p, b = 1 - q; return Math.log(a) * (a - b) }',
      'stable.log1p(-p) * (a - b)',
    ],
  ])('%s', (_, code, expected) => expect(fixed(code)).toContain(expected))
})
