/** What loops, assignments and branches mean: each is the formula of its one-line form, or stays unknown. */
import { table } from './read.ts'

describe('accumulators', () =>
  table([
    ['let s = 0; for (let i = 0; i < x.length; i++) s += Math.exp(x[i]); s', 'sum(exp(x))'],
    ['let s = 0; for (let i = 0; i < x.length; ++i) { s = s + x[i] * x[i] } s', 'sum(x^2)'],
    ['let s = 0; for (let i = 0, n = x.length; i < n; i += 1) s -= x[i]; s', '-sum(x)'],
    ['let s = 0; for (let i = x.length - 1; i >= 0; i--) s += x[i]; s', 'sum(x)'],
    ['var i, s = 0.0; for (i = 0; i !== x.length; i++) s += x[i]; s', 'sum(x)'],
    ['let s = 0; for (const v of x) s += v; s', 'sum(x)'],
    ['let s; s = 0; x.forEach(v => { s += v }); s', 'sum(x)'],
    ['let s = 0; x.forEach((v, i) => (s += v * i)); s', 'sum(x * i)'],
    ['let i = 0, s = 0; while (i < x.length) { s += x[i]; i++ } s', 'sum(x)'],
    ['let i = x.length, s = 0; while (i--) s += x[i]; s', 'sum(x)'],
    ['let i = -1, s = 0; while (++i < x.length) s += x[i]; s', 'sum(x)'],
    ['let i = x.length, s = 0; while (i-- > 0) s += x[i]; s', 'sum(x)'],
    ['let i = x.length, s = 0; while (--i >= 0) s += x[i]; s', 'sum(x)'],
    ['let i = x.length, s = 0; while (i--) s += x[i]; i', '-1'],
    ['let s = 0; for (let i = x.length; i--;) s += x[i]; s', 'sum(x)'],
    ['let s = 0; for (let i = x.length - 1; i !== -1; i--) s += x[i]; s', 'sum(x)'],
    ['let s = 0; for (let i = x.length; i > 0; i--) s += x[i - 1]; s', 'sum(x)'],
    ['let s = 0; for (let i = 1; i <= x.length; i++) s += x[i - 1] / 2; s', '0.5 * sum(x)'],
    ['var i, s = 0; for (i = 0; i < x.length; i++) s += x[i]; s / i', 'sum(x) / count(x)'],
    ['let p = 1; for (const v of x) p *= v; p', 'product(x)'],
    ['let p = 1; for (let i = 2; i <= n; i++) p *= i; p', 'factorial(n)'],
    ['let n = 0, s = 0; for (const v of x) { n++; s += v } s / n', 'sum(x) / count(x)'],
    ['let s = 0; for (let i = 0; i < n; i++) s += 2; s', '2 * n'],
    ['let s = b; for (const v of x) s += v; s', 'b + sum(x)'],
    ['let s = 0; for (const v of x) if (v > 0) s += v; s', 'sum(if(less(0, x), 1, 0) * x)'],
    ['let s = 0; for (const v of x) { if (v < 0) continue; s += v } s', 'sum(if(less(x, 0), 0, 1) * x)'],
    ['let s = 0; for (const [a, b] of pairs) s += a * b; s', 'sum(pairs[0] * pairs[1])'],
    ['let s = 0; for (const { a } of rows) s += a; s', 'sum(rows.a)'],
    ['let s = 0; for (const r of rows) s += r[0] * r.b; s', 'sum(rows[0] * rows.b)'],
    ['let s = 0; for (let i = 0; i < d.length; i++) s += d[i][0]; s', 'sum(d[0])'],
    ['let s = 0, v; for (let i = 0; i < x.length; i++) { v = x[i] / 2; s += v } s', '0.5 * sum(x)'],
  ]))

describe('what is no accumulator', () =>
  table([
    ['let s = 0; for (const v of x) { if (v > 9) break; s += v } s', 's'],
    ['let s = 0; for (const v of x) s = v - s; s', 's'],
    ['let s = 0; for (const v of x) s += s * v; s', 's'],
    ['let s = 0; for (let i = 0; i < n; i++) { s += x[i]; i += next() } s', 's'],
    ['let s = 0; for (let i = 0; i < n && go(); i++) s += x[i]; s', 's'],
    ['let s = 0; for (let i = 0; i < n; i += 2) s += x[i]; s', 's'],
    ['let s = 0; do { s += x[0] } while (go()); s', 's'],
    ['let s = 0, i = 0; do { s += x[i] } while (++i < x.length); s', 's'],
    ['let s = 0, i = -1; while (++i < x.length && go()) s += x[i]; s', 's'],
    ['let s = 0; for (let i = x.length; i--;) { s += x[i]; i = next() } s', 's'],
    ['let s = 0, i = 0; for (i = 0; i < n; i++) s += x[i]; i', 'i'],
    // Over other entries than all.
    ['let s = 0, i = 0; while (i++ < x.length) s += x[i]; s', 'sum(x[i])'],
    ['let s = 0; for (let i = 1; i < x.length; i++) s += x[i - 1] * x[i]; s', 'sum(x[i - 1] * x[i])'],
    ['let s = 0; try { for (const v of x) s += v } catch {} s', 's'],
    ['let s = 0; const add = v => { s += v }; x.forEach(add); s', 's'],
    ['let s = 0; switch (k) { case 1: s += 1 } s', 's'],
    ["let s = ''; for (const v of x) s += 'v'; s", 's'],
    ['let s; for (const v of x) s += v; s', 's'],
    ['let s = 0; out: for (const r of x) { for (const v of r) if (v) break out; s += r[0] } s', 's'],
    ['let s = 0; out: for (const r of x) { for (const v of r) if (v) continue out; s += r[0] } s', 's'],
    ['let s = 0; x.forEach(r => { for (const v of r) if (v) return; s += r[0] }); s', 's'],
    ['let s = 0, n = 9; for (let i = 0; i < n; i++) { s += x[i]; n-- } s', 's'],
    ['const m = new Map(); let s = 0; m.forEach(v => { s += v }); s', 's'],
  ]))

describe('loops in loops', () =>
  table([
    ['let s = 0; for (const v of x) for (const w of x) s += Math.exp(v - w); s', 'sum(sum)'],
    ['let s = 0; for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) s += x[i] * x[j]; s', 'sum(x[i])^2'],
    ['let s = 0; x.forEach(v => x.forEach(w => { s += v * w })); s', 'sum(x)^2'],
    ['let s = 0; for (const r of x) for (let j = 0; j < r.length; j++) s += r[j]; s', 'sum(sum)'],
    ['let s = 0; for (let i = 0; i < x.length; i++) for (let j = 0; j < x[i].length; j++) s += x[i][j]; s', 'sum(sum)'],
    ['let s = 0; for (const v of x) for (const w of x) s += w; s', 'sum(x) * count(x)'],
    ['const d = x.map(v => x.map(w => w - v)); d[k][l]', 'row[k][l]'],
  ]))

describe('sums and products that go on from the first', () =>
  table([
    ['let s = x[0]; for (let i = 1; i < x.length; i++) s += x[i]; s', 'sum(x)'],
    ['let s = x[0] ** 2; for (let i = 1; i < x.length; i++) s = s + x[i] ** 2; s', 'sum(x^2)'],
    ['let s = x[0], i = 1; while (i < x.length) { s *= x[i]; i++ } s', 'product(x)'],
    ['let s = x[1]; for (let i = 1; i < x.length; i++) s += x[i]; s', 'x[1] + sum(x[i])'],
    ['let s = y[0]; for (let i = 1; i < x.length; i++) s += x[i]; s', 'y[0] + sum(x[i])'],
    ['let s = x[0]; for (let i = 2; i < x.length; i++) s += x[i]; s', 'x[0] + sum(x[i])'],
    ['let s = x[0]; for (let i = 0; i < x.length; i++) s += x[i]; s', 'x[0] + sum(x)'],
    ['let s = x[0]; for (let i = 1; i < n; i++) s += x[i]; s', 'x[0] + sum(x[i])'],
  ]))

describe('extremes', () =>
  table([
    ['let m = -Infinity; for (let i = 0; i < x.length; i++) if (x[i] > m) m = x[i]; m', 'max(x)'],
    ['let m = x[0]; for (let i = 1; i < x.length; i++) { if (m < x[i]) { m = x[i] } } m', 'max(x)'],
    ['let m = -1e9; for (const v of x) m = Math.max(m, v); m', 'max(x)'],
    ['let m = Number.NEGATIVE_INFINITY; for (const v of x) if (v > m) m = v; m', 'max(x)'],
    ['let m = -Number.MAX_VALUE; for (const v of x) if (v > m) m = v; m', 'max(x)'],
    ['let m = Infinity; for (const v of x) m = v < m ? v : m; m', 'min(x)'],
    ['let m = 0; for (let i = 0; i < x.length; i++) if (i === 0 || x[i] > m) m = x[i]; m', 'max(x)'],
    ['let m = 0; for (const v of x) m = Math.max(m, v); m', 'largest(0, max(x))'],
    ['let m = x[0]; for (let i = 2; i < x.length; i++) if (x[i] > m) m = x[i]; m', 'largest(x[0], max(x[i]))'],
    ['let k = 0; for (let i = 1; i < x.length; i++) if (x[i] > x[k]) k = i; k', 'argmax(x)'],
    ['let k = 0; for (let i = 1; i < x.length; i++) if (x[i] > x[k]) k = i; x[k]', 'max(x)'],
    ['let k = 0; for (let i = 0; i < x.length; i++) if (x[k] >= x[i]) k = i; x[k]', 'min(x)'],
    ['let k = 0; for (let i = 2; i < x.length; i++) if (x[i] > x[k]) k = i; k', 'k'],
    ['let k = 1; for (let i = 1; i < x.length; i++) if (x[i] > x[k]) k = i; k', 'k'],
    ['let k = 0; for (let i = 1; i < x.length; i++) if (x[i] > y[k]) k = i; k', 'k'],
    ['x[x.indexOf(Math.max(...x))]', 'max(x)'],
    ['let m = Number.MIN_VALUE; for (const v of x) if (v > m) m = v; m', 'largest(5e-324, max(x))'],
  ]))

describe('slots and arrays', () =>
  table([
    ['const a = [0, 0]; for (const v of x) { a[0] += v; a[1] += v * v } a[1] - a[0]', 'sum(x^2) - sum(x)'],
    ['const a = [0, 0]; for (const v of x) { a[0] += v; a[k] += 1 } a[0]', 'a[0]'],
    ['const e = []; for (let i = 0; i < x.length; i++) e[i] = Math.exp(x[i]); e[k]', 'exp(x[k])'],
    ['const e = []; for (const v of x) e.push(Math.exp(v)); e[k]', 'exp(x[k])'],
    ['const e = [1]; for (const v of x) e.push(Math.exp(v)); e[k]', 'e[k]'],
    ['const e = []; for (const v of x) if (v) e.push(Math.exp(v)); e[k]', 'e[k]'],
    ['const e = new Float64Array(n); for (let i = 0; i < n; i++) e[i] = Math.exp(x[i]); e[k]', 'exp(x[k])'],
    ['const e = new Array(n); for (let i = 0; i < n; i++) e[i] = i; e[k]', 'k'],
    ['const e = x.map(v => v); for (let i = 0; i < e.length; i++) e[i] /= 2; e[k]', '0.5 * x[k]'],
    ['const e = []; for (let i = 0; i < x.length; i++) e[i] = x[i]; other(e); e[k]', 'e[k]'],
    ['const e = new Uint8Array(n); for (let i = 0; i < n; i++) e[i] = x[i] / 2; e[k]', 'e[k]'],
    ['const e = []; const add = v => e.push(v); for (const v of x) e.push(v); add(1); e[k]', 'e[k]'],
    ['const e = []; for (let i = 0; i < x.length; i++) e[i + 1] = x[i]; e[k]', 'e[k]'],
    [
      'const e = []; let s = 0; for (let i = 0; i < x.length; i++) { e[i] = Math.exp(x[i]); s += e[i] } e[k] / s',
      'softmax(x)[k]',
    ],
    [
      'const s = new Float64Array(m); for (let i = 0; i < n; i++) for (let j = 0; j < m; j++) s[j] += f[i * m + j]; s[k]',
      'sum(f[i * m + k])',
    ],
  ]))

describe('branches', () =>
  table([
    ['let y; if (c) y = 1; else y = Math.exp(z); y', 'exp(if(c, 0, z))'],
    ['let y = 1; if (c) { y = Math.exp(z) } y', 'exp(if(c, z, 0))'],
    ['let y = 2; if (c) { y = Math.exp(z) } y', 'if(c, exp(z), 2)'],
    ['let y = a; if (b > y) y = b; y', 'largest(y, b)'],
    ['let y = 1; y++; y *= z; y', '2 * z'],
    ['let a = p; [a] = [1]; a', 'a'],
  ]))

describe('helpers of several statements', () =>
  table([
    ['function f(x) { let s = 0; for (const v of x) s += v; return s / x.length } f(z)', 'sum(z) / count(z)'],
    ['function f(x) { x = x.map(v => 2 * v); let s = 0; for (const v of x) s += v; return s } f(z)', '2 * sum(z)'],
    ['function f(x) { const e = []; for (const v of x) e.push(Math.exp(v)); return e } f(z)[k]', 'exp(z[k])'],
    [
      'function f(x) { let m = x[0], at = 0; for (let i = 1; i < x.length; i++) if (x[i] > m) { m = x[i]; at = i } return [m, at] } f(z)[0]',
      'max(z)',
    ],
    ['function f(x, by = 2) { let s = 0; for (const v of x) s += v / by; return s } f(z)', '0.5 * sum(z)'],
    ['function f(x) { for (const v of x) if (v) return v; return 0 } f(z)', 'f(z)'],
  ]))

describe('who trusts sees further', () =>
  table(
    [
      ['let s = 0; log(x); for (let i = 0; i < n; i++) s += Math.exp(x[i]); s', 'sum(exp(x))'],
      ['let s = 0, i = 0; do { s += x[i] } while (++i < x.length); s', 'sum(x)'],
      ['let s = 0, i = x.length - 1; do { s += x[i] } while (i--); s', 'sum(x)'],
      ['let i = 0; for (; i <= n; i++) log(x[i]); i', 'n + 1'],
      ['const e = x.map(Math.exp); show(1); e[k]', 'exp(x[k])'],
      ['const e = x.map(Math.exp); e[0] = 1; e[k]', 'e[k]'],
      ['const e = x.map(Math.exp); shuffle(e); e[k]', 'e[k]'],
      ['o.s = 0; for (const v of x) o.s += v; o.s', 'sum(x)'],
      ['let m = -Infinity; for (let i = 0; i < n; i++) if (x[i] > m) m = x[i]; m', 'max(x)'],
      [
        'function f(x) { if (x.length === 0) return null; let s = 0; for (const v of x) s += v; return s } f(z)',
        'sum(z)',
      ],
    ],
    true,
  ))
