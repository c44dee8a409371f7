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
  "Klein's second-order sum": [
    'function f(xs) { let s = 0, cs = 0, ccs = 0; for (const x of xs) { let c, cc; let t = s + x; if (Math.abs(s) >= Math.abs(x)) c = (s - t) + x; else c = (x - t) + s; s = t; t = cs + c; if (Math.abs(cs) >= Math.abs(c)) cc = (cs - t) + c; else cc = (c - t) + cs; cs = t; ccs = ccs + cc } return s + cs + ccs }',
  ],
  'pairwise sums': [
    'function f(xs, lo = 0, hi = xs.length) { if (hi - lo <= 8) { let s = 0; for (let i = lo; i < hi; i++) s += xs[i]; return s } const mid = (lo + hi) >> 1; return f(xs, lo, mid) + f(xs, mid, hi) }',
    'function f(xs, lo, hi) { if (hi - lo <= 8) { let s = 0; for (let i = lo; i < hi; i++) s += xs[i] * xs[i]; return s } const mid = Math.floor((lo + hi) / 2); return f(xs, lo, mid) + f(xs, mid, hi) }',
  ],
  "Veltkamp's split": [
    'function f(x) { const gamma = 134217729 * x; const delta = x - gamma; const hi = gamma + delta; return [hi, x - hi] }',
    'const f = x => { const g = x * (2 ** 27 + 1), h = g + (x - g); return { h, l: x - h } }',
  ],
  'double-double arithmetic': [
    'function f(ah, al, bh, bl) { const p = ah * bh; const [p1, p2] = twoProduct(ah, bh); const t = p2 + (ah * bl + al * bh); const s = p1 + t; return [s, t - (s - p1)] }',
    'function f(ah, al, bh, bl) { const q1 = ah / bh; const [p, e] = twoProduct(q1, bh); const r = (ah - p) - e + al - q1 * bl; const q2 = r / bh; const s = q1 + q2; return [s, q2 - (s - q1)] }',
    'function f(ah, al, bh, bl) { const s = ah + bh; const v = s - ah; const e = (ah - (s - v)) + (bh - v); const t = e + al + bl; const hi = s + t; return [hi, t - (hi - s)] }',
    'const f = a => { const r = Math.sqrt(a); const [p, e] = twoProduct(r, r); return r + ((a - p) - e) / (2 * r) }',
  ],
  'Horner and dot products, written out': [
    'function f(a, x) { let s = a[0], c = 0; for (let i = 1; i < a.length; i++) { const p = s * x; const t = 134217729 * s, sh = t - (t - s), sl = s - sh; const u = 134217729 * x, xh = u - (u - x), xl = x - xh; const pi = sl * xl - (((p - sh * xh) - sl * xh) - sh * xl); const q = p + a[i]; const z = q - p; const sigma = (p - (q - z)) + (a[i] - z); s = q; c = c * x + (pi + sigma) } return s + c }',
    'function f(x, y) { let p = 0, s = 0; for (let i = 0; i < x.length; i++) { const h = x[i] * y[i]; const a = 134217729 * x[i], xh = a - (a - x[i]), xl = x[i] - xh; const b = 134217729 * y[i], yh = b - (b - y[i]), yl = y[i] - yh; const r = xl * yl - (((h - xh * yh) - xl * yh) - xh * yl); const t = p + h, z = t - p, q = (p - (t - z)) + (h - z); p = t; s += q + r } return p + s }',
  ],
  'two passes, with the sum of the deviations taken off': [
    'function f(xs) { const n = xs.length; const m = xs.reduce((a, b) => a + b, 0) / n; let q = 0, c = 0; for (const x of xs) { const d = x - m; q += d * d; c += d } return (q - c * c / n) / (n - 1) }',
    'function f(xs) { const n = xs.length; let m = 0; for (const x of xs) m += x / n; const d = xs.map(x => x - m); const q = d.reduce((s, v) => s + v * v, 0), c = d.reduce((s, v) => s + v, 0); return (q - c ** 2 / n) / n }',
    'function f(xs) { let n = 0, m = 0, q = 0; for (const x of xs) { n++; const d = x - m; m += d / n; q += d * (x - m) } return q / (n - 1) }',
  ],
  'a root that is corrected': [
    'function f(x, y) { const h = Math.sqrt(x * x + y * y); if (h <= 2 * y) { const d = h - y; return h - (x * (2 * d - x) + (d - 2 * (x - y)) * d) / (2 * h) } const d = h - x; return h - (2 * d * (x - 2 * y) + (4 * d - y) * y + d * d) / (2 * h) }',
    'const f = x => { const y = Math.sqrt(1 + x), d = y * y - 1 - x; return (y - 1) - d / (2 * y) }',
    'const f = x => { const y = Math.sqrt(1 + x); return (y - 1) - (y * y - (1 + x)) / (2 * y) }',
    'const f = x => { const y = Math.sqrt(1 + x); return (y - 1) - (y * y - 1 - x) / 2 }',
    'const f = x => { const h = Math.sqrt(x * x + 1); return (h - x) - (h * h - x * x - 1) / (2 * h) }',
  ],
  'reduced arguments': [
    'function f(x) { const n = Math.round(x / 1.5707963267948966); const r = x - n * 1.5707963267341256; const w = n * 6.077100506506192e-11; const y = r - w; return [y, (r - y) - w] }',
    'function f(x) { const k = Math.round(x * Math.LOG2E); const hi = x - k * 0.693147180369123816490; const lo = k * 1.90821492927058770002e-10; const r = hi - lo; return [r, (hi - r) - lo] }',
  ],
  'a discriminant with its error': [
    'function f(a, b, c) { const p = b * b, q = a * c; const d = p - q; if (3 * Math.abs(d) >= p + q) return d; const dp = twoProductTail(b, b, p), dq = twoProductTail(a, c, q); return d + (dp - dq) }',
  ],
  'sums of exponentials and logarithms': [
    'function f(xs) { let s = 0, c = 0; for (let i = 0; i < xs.length; i++) { const e = Math.exp(xs[i]); const y = e - c; const t = s + y; c = (t - s) - y; s = t } return s }',
    'function f(ps) { let s = 0, c = 0; for (const p of ps) { const y = Math.log(p) - c; const t = s + y; c = (t - s) - y; s = t } return s }',
  ],
  'other halves of log(1 + x) and (eˣ - 1) / x': [
    'const f = x => { const t = 1 + x; return t === 1 ? x * x / 2 : x - x * Math.log(t) / (t - 1) }',
    'const f = (x, n) => { const u = 1 + x; return u === 1 ? n * x : Math.expm1(n * Math.log(u) * x / (u - 1)) }',
    'const f = x => { const e = Math.exp(x); return e - 1 + (x - Math.log(e)) * e }',
    'const f = x => { const e = Math.exp(x), r = x - Math.log(e); return (e - 1) + e * r }',
  ],
  'steps that are made exact': [
    'const f = (x, h) => { const t = x + h, dx = t - x; return (Math.exp(t) - Math.exp(x)) / dx }',
    'const f = (x, h) => { const t = x + h, dx = t - x; return (Math.sin(t) - Math.sin(x)) / dx }',
    'const f = (x, h) => { const t = x + h; const dx = t - x; return (Math.sqrt(t) - Math.sqrt(x)) / dx }',
  ],
  'sums with a carried error': [
    'class Accumulator { s = 0; e = 0; add(x) { const t = this.s + x; this.e += Math.abs(this.s) >= Math.abs(x) ? (this.s - t) + x : (x - t) + this.s; this.s = t } get value() { return this.s + this.e } }',
    'function f(xs) { let s = 0, e = 0; for (const x of xs) { const a = s; const y = x + e; s = a + y; e = (a - s) + y } return s }',
    'const f = (a, b) => { let s, e; if (Math.abs(a) > Math.abs(b)) { s = a + b; e = b - (s - a) } else { s = b + a; e = a - (s - b) } return [s, e] }',
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
      'a quotient by the root',
      'const f = x => { const h = Math.sqrt(x * x + 1); return (h - x) / h }',
      'stable.hypotmx(x, 1) / h',
    ],
    [
      'a root less what is divided by it',
      'const f = (x, y, z, b) => { const p = Math.sqrt(x * x + y * y), t = (z / p) * (1 + b / Math.sqrt(p * p + z * z)); return p - b * t ** 3 }',
      'stable.hypot(x, y)',
    ],
    [
      'two sums with a 1',
      'const f = (p, q) => { const a = 1 - p, b = 1 - q; return Math.log(a) * (a - b) }',
      'stable.log1p(-p) * (a - b)',
    ],
  ])('%s', (_, code, expected) => expect(fixed(code)).toContain(expected))
})
