/**
 * The forms of real code, each beside a twin that breaks one precondition. The form is fixed by ESLint, run at its hazard
 * and compared with arbitrary-precision arithmetic; the twin is left as it is, or means the same when something else in
 * it is fixed. `exact` is mathematics, written by hand.
 */
import { Notation } from '../src/formula/notation.ts'
import type { Environment } from '../src/rules/evaluate.ts'
import { execute } from './execute.ts'
import { fixAll, lint, rulesIn } from './lint.ts'
import { errorInUlps, exact as oracle } from '../src/oracle/index.ts'

interface Row {
  readonly form: string
  readonly exact: string
  readonly at: Environment
  /** Declares `f`, a function of the variables in the order of `at`. */
  readonly code: string
  /** What the fixed code must no longer say. */
  readonly gone?: RegExp
}

const logSumExp = { exact: 'log(sum(exp(x)))', at: { x: [1000, 999, -1000] } } as const
const std = { exact: '(2 / 3)^0.5', at: { x: [1e9 + 1, 1e9 + 2, 1e9 + 3] } } as const
const logSoftmax = { exact: '-1000 - log(1 + exp(-1000))', at: { z: [1000, 0], k: 1 } } as const
const softmax = { exact: '1 / (1 + exp(-1))', at: { z: [1000, 999] } } as const
const loop = /\b(for|while|forEach)\b/

const rows: Row[] = [
  {
    form: 'for',
    ...logSumExp,
    gone: loop,
    code: 'function f(x) { let s = 0; for (let i = 0; i < x.length; i++) s += Math.exp(x[i]); return Math.log(s) }',
  },
  {
    form: 'for, backwards',
    ...logSumExp,
    gone: loop,
    code: 'function f(x) { let s = 0.0; for (let i = x.length - 1; i >= 0; i--) { s = s + Math.exp(x[i]) } return Math.log(s) }',
  },
  {
    form: 'for, with a length',
    ...logSumExp,
    gone: loop,
    code: 'function f(x) { var s = 0; for (var i = 0, n = x.length; i < n; ++i) { s += Math.exp(x[i]) } return Math.log(s) }',
  },
  {
    form: 'for, with a count that is passed',
    ...logSumExp,
    gone: loop,
    code: 'function f(x) { const n = x.length | 0; let s = 0; for (let i = 0; i < n; i++) s += Math.exp(x[i]); return Math.log(s) }',
  },
  {
    form: 'for, that goes on from the first',
    ...logSumExp,
    gone: loop,
    code: 'function f(x) { let s = Math.exp(x[0]); for (let i = 1; i < x.length; i++) s += Math.exp(x[i]); return Math.log(s) }',
  },
  {
    form: 'a total that goes on from the first of a list',
    ...logSoftmax,
    gone: /total/,
    code: 'function f(z, k) { const m = Math.max(...z); const e = z.map(v => Math.exp(v - m)); let total = e[0]; for (let i = 1; i < e.length; i++) total += e[i]; return Math.log(e[k] / total) }',
  },
  {
    form: 'a difference to 1 that is taken back elsewhere',
    exact: '1e-17',
    at: { x: 2e-17, slope: 0 },
    code: 'function f(x, slope) { const d = 2 / (1 + Math.exp(-x)) - 1; if (slope) return 0.5 * (1 + d) * (1 - d); return d }',
  },
  {
    form: 'for of',
    ...logSumExp,
    gone: loop,
    code: 'function f(x) { let s = 0; for (const v of x) { const e = Math.exp(v); s += e } return Math.log(s) }',
  },
  {
    form: 'forEach',
    ...logSumExp,
    gone: loop,
    code: 'function f(x) { let s = 0; x.forEach(v => { s += Math.exp(v) }); return Math.log(s) }',
  },
  {
    form: 'while',
    ...logSumExp,
    gone: /exp/,
    code: 'function f(x) { let s = 0, i = 0; while (i < x.length) { s += Math.exp(x[i]); i++ } return Math.log(s) }',
  },
  {
    form: 's -= e',
    ...logSumExp,
    gone: loop,
    code: 'function f(x) { let s = 0; for (const v of x) s -= Math.exp(v); return Math.log(-s) }',
  },
  {
    form: 'declared far from the loop',
    ...logSumExp,
    gone: loop,
    code: 'function f(x) { let s = 0; const t = 1; if (t > 2) return t; for (const v of x) s += Math.exp(v); return Math.log(s) }',
  },
  {
    form: 'reduce without a seed',
    ...logSumExp,
    gone: /reduce/,
    code: 'function f(x) { const e = x.map(v => Math.exp(v)); return Math.log(e.reduce((a, b) => a + b)) }',
  },
  {
    form: 'a maximum that is never subtracted',
    ...logSumExp,
    code: 'function f(x) { let m = x[0]; for (const v of x) if (v > m) m = v; let s = 0; for (const v of x) s += Math.exp(v); return Math.log(s) }',
  },
  {
    form: 'a maximum that begins with 0',
    exact: 'log(exp(-1000) + exp(-1001))',
    at: { x: [-1000, -1001] },
    code: 'function f(x) { let m = 0; for (const v of x) m = Math.max(m, v); let s = 0; for (const v of x) s += Math.exp(v - m); return m + Math.log(s) }',
  },
  {
    form: 'a helper of several statements',
    ...logSumExp,
    code: 'function total(x) { let s = 0; for (const v of x) s += Math.exp(v); return s }\nfunction f(x) { const t = total(x); return Math.log(t) }',
  },
  {
    form: 'two sums of one loop',
    ...std,
    gone: loop,
    code: 'function f(x) { let s = 0, q = 0; for (const v of x) { s += v; q += v * v } const m = s / x.length; return Math.sqrt(q / x.length - m * m) }',
  },
  {
    form: 'a loop that does more',
    ...std,
    gone: /q \+=/,
    code: 'function f(x) { let s = 0, q = 0, seen = 0; for (let i = 0; i < x.length; i++) { s += x[i]; q += x[i] * x[i]; seen++ } return Math.sqrt(q / x.length - (s / x.length) ** 2) + (seen - seen) }',
  },
  {
    form: 'slots',
    ...std,
    gone: loop,
    code: 'function f(x) { const a = [0, 0]; for (const v of x) { a[0] += v; a[1] += v * v } const m = a[0] / x.length; return Math.sqrt(a[1] / x.length - m * m) }',
  },
  {
    form: 'n Sxx - Sx Sx',
    exact: '6',
    at: { x: [1e9 + 1, 1e9 + 2, 1e9 + 3] },
    gone: loop,
    code: 'function f(x) { let n = x.length, sx = 0, sxx = 0; for (let i = 0; i < n; i++) { sx += x[i]; sxx += x[i] * x[i] } return n * sxx - sx * sx }',
  },
  {
    form: 'a softmax by index',
    ...softmax,
    gone: loop,
    code: 'function p(z) { const e = []; let s = 0; for (let i = 0; i < z.length; i++) { e[i] = Math.exp(z[i]); s += e[i] } for (let i = 0; i < z.length; i++) e[i] /= s; return e }\nconst f = z => p(z)[0]',
  },
  {
    form: 'a softmax by push',
    ...softmax,
    gone: loop,
    code: 'function p(z) { let s = 0; for (const v of z) s += Math.exp(v); const out = []; for (const v of z) { out.push(Math.exp(v) / s) } return out }\nconst f = z => p(z)[0]',
  },
  {
    form: 'a softmax in a typed array',
    ...softmax,
    gone: loop,
    code: 'function p(z) { const out = new Float64Array(z.length); let s = 0; for (let i = 0; i < z.length; i++) { out[i] = Math.exp(z[i]); s += out[i] } for (let i = 0; i < out.length; i++) { out[i] = out[i] / s } return out }\nconst f = z => p(z)[0]',
  },
  {
    form: 'a softmax in new Array(n)',
    ...softmax,
    gone: loop,
    code: 'function p(z) { const out = new Array(z.length); let s = 0.0; for (let i = 0; i < z.length; i++) { out[i] = Math.exp(z[i]); s += out[i] } for (let i = 0; i < out.length; i++) { out[i] /= s } return out }\nconst f = z => p(z)[0]',
  },
  {
    form: 'reduce with a seed',
    ...logSumExp,
    gone: /reduce/,
    code: 'const f = x => Math.log(x.reduce((s, v) => s + Math.exp(v), 0))',
  },
  {
    form: 'a softmax in place',
    ...softmax,
    gone: loop,
    code: 'function p(z) { let s = 0; for (let i = 0; i < z.length; i++) { z[i] = Math.exp(z[i]); s += z[i] } for (let i = 0; i < z.length; i++) z[i] /= s; return z }\nconst f = z => p(z.slice())[0]',
  },
  {
    form: 'probabilities one statement earlier',
    ...logSoftmax,
    code: 'function p(z) { let s = 0; const e = z.map(v => { const t = Math.exp(v - Math.max(...z)); return t }); for (const v of e) s += v; return e.map(v => v / s) }\nfunction f(z, k) { const probs = p(z); return Math.log(probs[k]) }',
  },
  {
    form: 'logarithms of a softmax in a loop',
    exact: '-1000 - log(1 + exp(-1000))',
    at: { z: [1000, 0], y: [0, 1] },
    code: 'function p(z) { const m = Math.max.apply(null, z); const e = z.map(v => Math.exp(v - m)); const s = e.reduce((a, b) => a + b); return e.map(v => v / s) }\nfunction f(z, y) { const q = p(z); let t = 0; for (let i = 0; i < z.length; i++) if (y[i]) t += Math.log(q[i]); return t }',
  },
  {
    form: 'if and else that assign one variable',
    exact: '1e-17',
    at: { x: 1e-17, c: 1 },
    code: 'function f(x, c) { let r; if (c) { r = x } else { r = 2 * x } return Math.log(1 + r) }',
  },
  {
    form: 'a ternary',
    exact: '1e-17',
    at: { x: 1e-17, c: 1 },
    code: 'const f = (x, c) => { const r = c ? x : 2 * x; return Math.exp(r) - 1 }',
  },
  {
    form: 'a variable that is written again',
    exact: '2e-17',
    at: { x: 1e-17 },
    code: 'function f(x) { let r = x; r *= 2; return Math.log(r + 1) }',
  },
  {
    form: 'default parameters, closures',
    exact: '1000',
    at: { x: 1000 },
    code: 'function grow(x, rate = 1) { if (!x.toFixed) throw new TypeError(x); return Math.exp(rate * x) }\nconst f = x => { const g = () => grow(x); return Math.log(1 + g()) }',
  },
  {
    form: 'early returns',
    exact: '1e-17',
    at: { x: 1e-17 },
    code: 'function one(x) { if (x < 1) return x; return 2 * x }\nconst f = x => Math.log(one(x) + 1)',
  },
  {
    form: 'a factorial by a loop',
    exact: 'lgamma(201)',
    at: { n: 200 },
    gone: loop,
    code: 'function f(n) { let p = 1; for (let i = 2; i <= n; i++) p *= i; return Math.log(p) }',
  },
  {
    form: 'Array.from with a length',
    ...softmax,
    gone: /reduce/,
    code: 'function p(z) { const e = Array.from({ length: z.length }, (_, i) => Math.exp(z[i])); const s = e.reduce((a, b) => a + b, 0); return e.map(v => v / s) }\nconst f = z => p(z)[0]',
  },
  {
    form: 'reduce that assigns to its accumulator',
    ...logSumExp,
    gone: /reduce/,
    code: 'const f = x => Math.log(x.reduce((s, v) => (s += Math.exp(v)), 0))',
  },
  {
    form: 'reduce that returns its accumulator',
    ...logSumExp,
    gone: /reduce/,
    code: 'const f = x => Math.log(x.reduce(function (s, v) { const e = Math.exp(v); s += e; return s }, 0))',
  },
  {
    form: 'while that only counts is left',
    ...logSumExp,
    gone: /while/,
    code: 'function f(x) { let s = 0, i = x.length; while (i--) s += Math.exp(x[i]); return Math.log(s) }',
  },
  {
    form: 'reduce from a maximum that begins too high',
    exact: '1 / (1 + exp(-1))',
    at: { z: [-1000, -1001] },
    gone: /e\.map/,
    code: 'function p(z) { const m = z.reduce((a, b) => Math.max(a, b), Number.MIN_VALUE); const e = z.map(v => Math.exp(v - m)); const s = e.reduce((a, b) => a + b, 0); return e.map(v => v / s) }\nconst f = z => p(z)[0]',
  },
  {
    form: 'a quotient of squares under a root',
    exact: '5e200 / 2^0.5',
    at: { x: [3e200, 4e200] },
    gone: loop,
    code: 'function f(x) { let s = 0; for (let i = 0; i < x.length; i++) s += x[i] * x[i]; return Math.sqrt(s / x.length) }',
  },
  {
    form: 'an array that is this',
    exact: '5e200',
    at: { x: [3e200, 4e200] },
    gone: loop,
    code: 'class V extends Array { get size() { let s = 0; for (let i = 0; i < this.length; ++i) s += this[i] ** 2; return Math.sqrt(s) } }\nconst f = x => V.from(x).size',
  },
  {
    form: 'while that steps before it compares',
    ...logSumExp,
    gone: /while/,
    code: 'function f(x) { let s = 0, i = -1; while (++i < x.length) s += Math.exp(x[i]); return Math.log(s) }',
  },
  {
    form: 'while that compares and then steps',
    ...logSumExp,
    gone: /while/,
    code: 'function f(x) { let s = 0, i = x.length; while (i-- > 0) { s += Math.exp(x[i]) } return Math.log(s) }',
  },
  {
    form: 'for that steps in its test',
    ...logSumExp,
    gone: loop,
    code: 'function f(x) { let s = 0; for (let i = x.length; i--;) s += Math.exp(x[i]); return Math.log(s) }',
  },
  {
    form: 'for, backwards from the length to 1',
    ...logSumExp,
    gone: loop,
    code: 'function f(x) { let s = 0; for (let i = x.length; i > 0; i--) s += Math.exp(x[i - 1]); return Math.log(s) }',
  },
  {
    form: 'for from 1, of something made of each entry',
    exact: 'log(exp(1000) + exp(999) + exp(-1000))',
    at: { x: [3000, 2997, -3000] },
    gone: loop,
    code: 'function f(x) { let s = 0; for (let i = 1; i <= x.length; i++) s += Math.exp(x[i - 1] / 3); return Math.log(s) }',
  },
  {
    form: 'a counter that is read after its loop',
    exact: 'log((exp(1000) + exp(999)) / 2)',
    at: { x: [1000, 999] },
    gone: loop,
    code: 'function f(x) { let s = 0, i; for (i = 0; i < x.length; i++) s += Math.exp(x[i]); return Math.log(s / i) }',
  },
  {
    form: 'exponentials that if and else assign',
    exact: '2000',
    at: { x: 1000, c: 0 },
    gone: /else/,
    code: 'function f(x, c) { let e; if (c) e = Math.exp(x); else e = Math.exp(2 * x); return Math.log(1 + e) }',
  },
  {
    form: 'an exponential that only if assigns',
    exact: '1e-17',
    at: { x: 1e-17, c: 1 },
    code: 'function f(x, c) { let e = 1; if (c) { e = Math.exp(x) } return e - 1 }',
  },
  {
    form: 'an else without braces, where the if has more to do',
    exact: '2000',
    at: { x: 1000, c: 0 },
    gone: /else/,
    code: 'function f(x, c) { let e, n = 0; if (c) { e = Math.exp(x); n++ } else e = Math.exp(2 * x); return Math.log(1 + e) + (n - n) }',
  },
  {
    form: 'exponentials of a loop that if and else assign',
    exact: 'log(exp(1000) + exp(999))',
    at: { x: [2000, 1998], t: 2 },
    gone: loop,
    code: 'function f(x, t) { let s = 0; for (const v of x) { let e; if (t) { e = Math.exp(v / t) } else { e = Math.exp(v) } s += e } return Math.log(s) }',
  },
  {
    form: 'rows of a matrix, pushed',
    ...softmax,
    gone: /exp/,
    code: 'function p(m) { const out = []; for (let i = 0; i < m.length; i++) { const row = []; let s = 0; for (let j = 0; j < m[i].length; j++) { row[j] = Math.exp(m[i][j]); s += row[j] } for (let j = 0; j < m[i].length; j++) row[j] /= s; out.push(row) } return out }\nconst f = z => p([[1, 2], z])[1][0]',
  },
  {
    form: 'rows of a matrix, assigned',
    ...softmax,
    gone: /exp/,
    code: 'function p(m) { const out = new Array(m.length); for (let i = 0; i < m.length; i++) { const z = m[i], row = new Float64Array(z.length); let s = 0; for (let j = 0; j < z.length; j++) { row[j] = Math.exp(z[j]); s += row[j] } for (let j = 0; j < z.length; j++) row[j] /= s; out[i] = row } return out }\nconst f = z => p([[1, 2], z])[1][0]',
  },
  {
    form: 'rows of a matrix, mapped',
    ...softmax,
    gone: /exp/,
    code: 'const p = m => m.map(row => { const e = row.map(v => Math.exp(v)); const s = e.reduce((a, b) => a + b, 0); return e.map(v => v / s) })\nconst f = z => p([[1, 2], z])[1][0]',
  },
  ...[
    ['a method', 'class A { g(x) { return Math.exp(x) } f(x) { return this.g(x) - 1 } }\nconst f = x => new A().f(x)'],
    [
      'a private method',
      'class A { #g(x) { return Math.exp(x) } f(x) { return this.#g(x) - 1 } }\nconst f = x => new A().f(x)',
    ],
    [
      'a static method',
      'class A { static g(x) { return Math.exp(x) } static f(x) { return A.g(x) - 1 } }\nconst f = x => A.f(x)',
    ],
    [
      'an inherited method',
      'class A { g(x) { return Math.exp(x) } }\nclass B extends A { f(x) { return this.g(x) - 1 } }\nconst f = x => new B().f(x)',
    ],
    [
      'a method of an instance',
      'class A { g(x) { return Math.exp(x) } }\nexport const a = new A()\nconst f = x => a.g(x) - 1',
    ],
    [
      'a method of a prototype',
      'function A() {}\nA.prototype.g = function (x) { return Math.exp(x) }\nA.prototype.f = function (x) { return this.g(x) - 1 }\nconst f = x => new A().f(x)',
    ],
    [
      'methods of a prototype',
      'const A = function () {}\nA.prototype = { g: function (x) { return Math.exp(x) }, f: function (x) { return this.g(x) - 1 } }\nconst f = x => new A().f(x)',
    ],
    [
      'a method made by the constructor',
      'function A() { const self = this; this.g = x => Math.exp(x); this.f = function (x) { return self.g(x) - 1 } }\nconst f = x => new A().f(x)',
    ],
    [
      'a namespace',
      'const ns = {}\nns.g = function (x) { return Math.exp(x) }\nns.f = function (x) { return ns.g(x) - 1 }\nconst f = x => ns.f(x)',
    ],
  ].map(([form, code]) => ({ form: form!, exact: '1e-17', at: { x: 1e-17 }, code: code! })),
]

const notation = new Notation()

describe('what people really write', () =>
  it.each(rows)('$form', ({ code, exact, at, gone }) => {
    const fixed = fixAll(code)
    expect(lint(fixed).filter(message => message.fix)).toEqual([])
    const truth = oracle(notation.formula(exact), at)
    expect(truth).toBeDefined()
    expect(errorInUlps(execute(code, Object.values(at)) as number, truth as never)).toBeGreaterThan(1e6)
    expect(errorInUlps(execute(fixed, Object.values(at)) as number, truth as never), fixed).toBeLessThanOrEqual(8)
    if (gone) expect(fixed).not.toMatch(gone)
  }))

/** One precondition broken: nothing is fixed. */
describe('the twins', () =>
  it.each([
    [
      'a write between',
      'function f(x) { let s = 0; for (const v of x) s += Math.exp(v); x[0] = 1; return [Math.log(s), x] }',
    ],
    [
      'a write of the sum between',
      'function f(x) { let s = 0; for (const v of x) s += Math.exp(v); s += 2; return Math.log(s) }',
    ],
    [
      'an unknown call between',
      'function f(x, g) { let s = 0; for (const v of x) s += Math.exp(v); g(x); return Math.log(s) }',
    ],
    [
      'an unknown call in the loop',
      'function f(x, g) { let s = 0; for (const v of x) { s += Math.exp(v); g(x) } return Math.log(s) }',
    ],
    [
      'an array that escapes',
      'function f(z, keep) { const e = []; let s = 0; keep(e); for (let i = 0; i < z.length; i++) { e[i] = Math.exp(z[i]); s += e[i] } return Math.log(e[0] / s) }',
    ],
    [
      'an array that shares the memory of another',
      'function f(x) { const e = new Float64Array(x.buffer); let s = 0; for (let i = 0; i < x.length; i++) { e[i] = Math.exp(x[i]); s += e[i] } return [Math.log(s), e] }',
    ],
    [
      'a part of a memory',
      'function f(x, memory, at) { const e = new Float64Array(memory, at, 8); let s = 0; for (let i = 0; i < x.length; i++) { e[i] = Math.exp(x[i]); s += e[i] } return [Math.log(s), e] }',
    ],
    [
      'an array of integers',
      'function f(z) { const e = new Uint8Array(z.length); let s = 0; for (let i = 0; i < z.length; i++) { e[i] = Math.exp(z[i]); s += e[i] } return Math.log(s) }',
    ],
    [
      'a closure that writes',
      'function f(x) { let s = 0; const add = v => { s += Math.exp(v) }; x.forEach(add); return Math.log(s) }',
    ],
    [
      'a break',
      'function f(x) { let s = 0; for (const v of x) { if (v > 1) break; s += Math.exp(v) } return Math.log(s) }',
    ],
    [
      'a step of two',
      'function f(x) { let s = 0; for (let i = 0; i < x.length; i += 2) s += Math.exp(x[i]); return Math.log(s) }',
    ],
    [
      'a counter that is moved',
      'function f(x) { let s = 0; for (let i = 0; i < x.length; i++) { s += Math.exp(x[i]); if (x[i] > 2) i++ } return Math.log(s) }',
    ],
    [
      'a comment in the loop',
      'function f(x) { let s = 0; for (const v of x) { /* weights */ s += Math.exp(v) } return Math.log(s) }',
    ],
    [
      'an iterator that runs once',
      'function f(x) { let s = 0, t = 0; for (const v of x.values()) { s += Math.exp(v); t += v } return Math.log(s) + t }',
    ],
    [
      'a slot that another index may be',
      'function f(x, k) { const a = [0, 0]; for (const v of x) { a[0] += v; a[k] += v * v } return Math.sqrt(a[1] / x.length - (a[0] / x.length) ** 2) }',
    ],
    [
      'a try',
      'function f(x) { let s = 0; try { for (const v of x) s += Math.exp(v) } catch { s = 1 } return Math.log(s) }',
    ],
    [
      'an async gap',
      'async function f(x, g) { let s = 0; for (const v of x) s += Math.exp(v); await g(); return Math.log(s) }',
    ],
    [
      'a field of another',
      'class A { fill(x) { this.s = 0; for (const v of x) this.s += Math.exp(v) } log() { return Math.log(this.s) } }\nconst f = x => { const a = new A(); a.fill(x); return a.log() }',
    ],
    [
      'what is filled is read before',
      'function f(z) { const e = new Float64Array(z.length); let s = 0; for (let i = 0; i < z.length; i++) { e[i] = Math.exp(z[i]); s += e[i] } const first = e[0]; for (let i = 0; i < z.length; i++) e[i] /= s; return [first, e] }',
    ],
    [
      'what is filled in place is read before',
      'function f(z) { let s = 0; for (let i = 0; i < z.length; i++) { z[i] = Math.exp(z[i]); s += z[i] } const first = z[0]; for (let i = 0; i < z.length; i++) z[i] /= s; return first }',
    ],
    [
      'an element of what has only a length',
      'const f = z => Math.log(Array.from({ length: z.length }, v => Math.exp(v)).reduce((a, b) => a + b, 0))',
    ],
    [
      'a reduce that writes to another variable',
      'function f(x) { let t = 0; const r = Math.log(x.reduce((s, v) => { t += v; return s + Math.exp(v) }, 0)); return [r, t] }',
    ],
    ['an assignment within', 'function f(x) { let s; const r = Math.log((s = 1 + x)); return [r, s] }'],
    [
      'a counter that is asked for',
      'function f(x, g) { let s = 0, i = 0; while (i < x.length) { s += Math.exp(x[i]); g(i); i++ } return [Math.log(s), i] }',
    ],
    [
      'a method that is written twice',
      'class A { g(x) { return Math.exp(x) } f(x) { return this.g(x) - 1 } }\nA.prototype.g = x => x',
    ],
    [
      'a method that an instance exchanges',
      'class A { g(x) { return Math.exp(x) } }\nexport const a = new A()\na.g = x => x\nexport const f = x => a.g(x) - 1',
    ],
    ['a method that a getter gives', 'class A { get g() { return x => Math.exp(x) } f(x) { return this.g(x) - 1 } }'],
    [
      'another this',
      'class A { g(x) { return Math.exp(x) } f(xs) { return xs.map(function (x) { return this.g(x) - 1 }) } }',
    ],
    [
      'a deviation, whose squares are those of a variance',
      'function f(x, mean) { let s = 0; for (const v of x) s += (v - mean) ** 2; return Math.sqrt(s / x.length) }',
    ],
    [
      'a logarithm of two exponentials in order',
      'const f = (a, b) => { const hi = Math.max(a, b), lo = Math.min(a, b); return hi + Math.log(1 + Math.exp(lo - hi)) }',
    ],
    [
      'an else that has more to do',
      'function f(x, c, g) { let e; if (c) { e = Math.exp(x) } else { e = Math.exp(2 * x); g() } return Math.log(1 + e) }',
    ],
    [
      'a row that is given away before it is filled',
      'function f(m) { const out = []; for (const z of m) { const row = []; out.push(row); let s = 0; for (let j = 0; j < z.length; j++) { row[j] = Math.exp(z[j]); s += row[j] } for (let j = 0; j < z.length; j++) row[j] /= s } return out }',
    ],
    [
      'a row that all rounds share',
      'function f(m, g) { const row = []; for (const z of m) { let s = 0; for (let j = 0; j < z.length; j++) { row[j] = Math.exp(z[j]); s += row[j] } for (let j = 0; j < z.length; j++) row[j] /= s; g(row) } }',
    ],
    [
      'a loop from 1 that reads the entry before, too',
      'function f(x) { let s = 0; for (let i = 1; i < x.length; i++) s += Math.exp(x[i] - x[i - 1]); return Math.log(s) }',
    ],
    [
      'a loop that leaves out the first entry',
      'function f(x) { let s = 0, i = 0; while (++i < x.length) s += Math.exp(x[i]); return Math.log(s) }',
    ],
    [
      'a sum that goes on from the first of n, which may be none',
      'function f(x, n) { let s = Math.exp(x[0]); for (let i = 1; i < n; i++) s += Math.exp(x[i]); return Math.log(s) }',
    ],
    [
      'a sum that goes on from another entry',
      'function f(x) { let s = Math.exp(x[1]); for (let i = 1; i < x.length; i++) s += Math.exp(x[i]); return Math.log(s) }',
    ],
    [
      'a sum that begins with the first and adds it again',
      'function f(x) { let s = Math.exp(x[0]); for (let i = 0; i < x.length; i++) s += Math.exp(x[i]); return Math.log(s) }',
    ],
    [
      'a loop in a loop through the same array',
      'function f(x) { let s = 0; for (let i = 0; i < x.length; i++) for (let j = 0; j < x.length; j++) s += Math.exp(x[i] - x[j]); return Math.log(s) }',
    ],
    [
      'the same loops with names',
      'function f(x) { let s = 0, q = 0; for (const v of x) for (const w of x) { const d = v - w; s += d; q += d * d } const n = x.length ** 2; return q / n - (s / n) ** 2 }',
    ],
    [
      'a loop that reads what is behind the last entry',
      'function f(x) { let s = 0, i = 0; while (i++ < x.length) s += Math.exp(x[i]); return Math.log(s) }',
    ],
    [
      'do, which runs at least once',
      'function f(x) { let s = 0, i = 0; do { s += Math.exp(x[i]); i++ } while (i < x.length); return Math.log(s) }',
    ],
    [
      'a counter whose end is asked for',
      'function f(x, n) { let s = 0, i; for (i = 0; i < n; i++) s += Math.exp(x[i]); return [Math.log(s), i] }',
    ],
    [
      'a maximum that is divided by a temperature',
      'export function f(z, t) { const m = Math.max(...z); const e = z.map(v => Math.exp((v - m) / t)); const s = e.reduce((a, b) => a + b, 0); return e.map(v => v / s) }',
    ],
  ])('%s', (_, code) => expect(fixAll(code)).toBe(code)))

const shareOf =
  'function share(z) { const m = Math.max(...z); const e = z.map(v => Math.exp(v - m)); const s = e.reduce((a, b) => a + b, 0); return e.map(v => v / s) }'

/** Reported where it is read so, and not where the one thing that makes it trouble is missing. */
describe('reported, and its twin', () =>
  it.each([
    [
      'lodash',
      "import _ from 'lodash'\nexport function f(a, b) { const t = _.reduce(_.range(0, a.length), (s, i) => s + Math.pow(b[i] - a[i], 2), 0); return Math.sqrt(t) }",
      "import _ from './dashes'\nexport function f(a, b) { const t = _.reduce(_.range(0, a.length), (s, i) => s + Math.pow(b[i] - a[i], 2), 0); return Math.sqrt(t) }",
    ],
    [
      'a sum of numbers by a tensor library',
      "import * as math from 'mathjs'\nexport function f(x) { const e = x.map(v => Math.exp(v)); const s = math.sum(e); return e.map(v => v / s) }",
      "import * as math from 'mathjs'\nexport function f(e) { const s = math.sum(e); return Math.log(s) }",
    ],
    [
      'a second moment less the square of a mean',
      'export function f(a, b) { const m2 = Math.abs(a); const meanSq = Math.abs(b); return [m2 - meanSq, Math.exp(a)] }',
      'export function f(a, b) { const rise = Math.abs(a); const fall = Math.abs(b); return [rise - fall, Math.exp(a)] }',
    ],
    [
      'the logarithm of a power that underflows',
      'export function f(x, shape, scale) { const t = Math.pow(x / scale, shape - 1); return Math.log((shape * t) / scale) }',
      'export function f(x, scale) { return Math.log((2 * x ** 2) / scale) }',
    ],
    [
      'a logarithm near 1',
      'export const f = w => Math.max(0, Math.log(Math.abs(w) + 1))',
      'export const f = w => Math.max(0.2, Math.log(Math.abs(w) + 1))',
    ],
    [
      'a quotient of gamma functions',
      'export const f = (x, y) => (gamma(x) * gamma(y)) / gamma(x + y)',
      'export const f = (x, y) => x + y > 170 ? NaN : (gamma(x) * gamma(y)) / gamma(x + y)',
    ],
    [
      'a length by quotients',
      'export function f(x, y) { let b; if (x < y) { b = x / y } else { b = y / x } return Math.sqrt(1 + b * b) }',
      'export function f(x, y) { const a = Math.abs(x), c = Math.abs(y); let b; if (a < c) { b = x / y } else { b = y / x } return Math.sqrt(1 + b * b) }',
    ],
    [
      'a sum that a field holds',
      'export class A { total(x) { this.s = 0; for (const v of x) this.s += Math.exp(v); return Math.log(this.s) } }',
      'export class A { total(x) { this.s = 0; for (const v of x) this.s += Math.exp(v); this.s = x[0]; return Math.log(this.s) } }',
    ],
    [
      'shares that one method keeps, and another reads',
      'export class L { forward(z) { const m = Math.max(...z); const e = z.map(v => Math.exp(v - m)); const s = e.reduce((a, b) => a + b, 0); this.p = e.map(v => v / s) } loss(y) { return -Math.log(this.p[y]) } }',
      'export class L { forward(z) { const m = Math.max(...z); const e = z.map(v => Math.exp(v - m)); const s = e.reduce((a, b) => a + b, 0); this.p = e.map(v => v / s) } set(p) { this.p = p } loss(y) { return -Math.log(this.p[y]) } }',
    ],
    [
      'Sx, Sy and Sxy of one loop',
      'export function f(x, y) { let n = 0, sx = 0, sy = 0, sxy = 0; for (let i = 0; i < x.length; i++) { n++; sx += x[i]; sy += y[i]; sxy += x[i] * y[i] } return n * sxy - sx * sy }',
      'export function f(x, y) { let n = 0, sx = 0, sy = 0, sxy = 0; for (let i = 0; i < x.length; i++) { n++; sx += x[i]; sy += y[i]; sxy += x[i] * y[i] } return n * sxy - sx * sx }',
    ],
    [
      'a shift by the smallest, by its place',
      'export function f(z) { let k = 0; for (let i = 1; i < z.length; i++) if (z[i] < z[k]) k = i; const e = z.map(v => Math.exp(v - z[k])); const s = e.reduce((a, b) => a + b, 0); return e.map(v => v / s) }',
      'export function f(z) { let k = 0; for (let i = 1; i < z.length; i++) if (z[i] > z[k]) k = i; const e = z.map(v => Math.exp(v - z[k])); const s = e.reduce((a, b) => a + b, 0); return e.map(v => v / s) }',
    ],
    [
      'a loss of a share, in a helper',
      `${shareOf}\nconst lossOf = p => -Math.log(p)\nexport const f = (z, k) => lossOf(share(z)[k])`,
      `${shareOf}\nconst lossOf = p => -Math.log(p)\nexport const f = (p, k) => lossOf(p[k])`,
    ],
    [
      'a logarithm in a helper that has its own exponential',
      'const score = (y, p) => y * Math.log(p)\nexport const f = (y, z) => score(y, 1 / (1 + Math.exp(-z)))',
      'const score = (y, p) => y * Math.log(p + 2)\nexport const f = (y, z) => score(y, 1 / (1 + Math.exp(-z)))',
    ],
    [
      'a vector that hands out its entries',
      'export function f(v) { let s = 0; for (let i = 0; i < v.size(); i++) s += Math.exp(v.getValue(i)); const out = []; for (let i = 0; i < v.size(); i++) out.push(Math.exp(v.getValue(i)) / s); return out }',
      'export function f(v) { let s = 0; for (let i = 0; i < v.size(); i++) s += Math.exp(v.getValue(i) - v.max()); return s + Math.max(...v) }',
    ],
    [
      'the number of an entry of a softmax',
      `${shareOf}\nexport function f(z, k) { const p = share(z); return -Math.log(p[k].data) }`,
      `${shareOf}\nexport function f(z, k) { const p = share(z); return -Math.log(p[k].size + 1) }`,
    ],
    [
      'a share that may not be there',
      `${shareOf}\nexport const f = (z, k) => -Math.log((share(z)[k] ?? 1e-9) || 1e-9)`,
      `${shareOf}\nexport const f = (z, k, p) => -Math.log((p[k] ?? 1e-9) || 1e-9)`,
    ],
    [
      'a total of nothing',
      'export function f(z) { const e = z.map(v => Math.exp(v)); const s = e.reduce((a, b) => a + b, 0) || 1; return e.map(v => v / s) }',
      'export function f(z) { const s = z.reduce((a, b) => a + b, 0) || 1; return z.map(v => Math.sqrt(v / s)) }',
    ],
    [
      'a power under another name',
      'const pow = Math.pow.bind(Math)\nexport const f = (r, n) => pow(1 + r, n) - 1',
      'const pow = Math.pow.bind(Math, 2)\nexport const f = (r, n) => pow(1 + r, n) - 1',
    ],
    [
      'every fourth entry',
      'export function f(px) { let s = 0; for (let i = 0; i < px.length; i += 4) s += Math.exp(px[i]); return Math.log(s) }',
      'export function f(px) { let s = 0; for (let i = 0; i < px.length; i += 4) s += Math.abs(px[i]); return Math.log(s) }',
    ],
    [
      'moments with weights',
      'export function f(x, w, a, b) { let n = 0, s = 0, q = 0; for (let k = a; k <= b; ++k) { const xw = x[k] * w[k]; n += w[k]; s += xw; q += x[k] * xw } const m = s / n; return q / n - m * m }',
      'export function f(x, w, a, b) { let n = 0, s = 0, q = 0; for (let k = a; k <= b; ++k) { const xw = x[k] * w[k]; n += w[k]; s += xw; q += 2 * xw } const m = s / n; return q / n - m * m }',
    ],
    [
      'do and while',
      'export function f(x) { let s = 0, i = 0; do { s += x[i] * x[i] } while (++i < x.length); return Math.sqrt(s) }',
      'export function f(x) { let s = 0, i = 0; do { s += x[i] * x[i] } while (x[++i] > 2); return Math.sqrt(s) }',
    ],
    [
      'a branch that a condition bounds',
      'export function f(x) { let s = 0, n = 0; for (const v of x) { if (v > 0) { s += Math.exp(v) } else { n++ } } return [s, n] }',
      'export function f(x) { let s = 0, n = 0; for (const v of x) { if (v > 0) { n++ } else { s += Math.exp(v) } } return [s, n] }',
    ],
    [
      'an exponential that is shifted by another',
      'export function f(z, y) { const m = Math.max(...y); const e = z.map(v => Math.exp((v - m) / 2)); return e.reduce((a, b) => a + b, 0) }',
      'export function f(z, y) { const m = Math.max(...z); const e = z.map(v => Math.exp((v - m) / 2)); return e.reduce((a, b) => a + b, 0) }',
    ],
  ])('%s', (_, trouble, twin) => {
    expect(rulesIn(trouble)).toHaveLength(1)
    expect(rulesIn(twin)).toEqual([])
  }))

/** What several methods do together is reported, and never fixed: who calls them in which order cannot be seen. */
describe('moments that an object keeps', () =>
  it.each([
    'class S { add(x) { this.n++; this.sum += x; this.sumSq += x * x } mean() { return this.sum / this.n } variance() { const m = this.mean(); return this.sumSq / this.n - m * m } }',
    'class S { add(x) { this.n++; this.sum += x; this.sumSq += x ** 2 } get variance() { return (this.sumSq - (this.sum * this.sum) / this.n) / (this.n - 1) } }',
    'function S() { this.n = this.sum = this.sumSq = 0 }\nS.prototype.variance = function () { var m = this.sum / this.n; return this.sumSq / this.n - m * m }',
  ])('%s', code => {
    expect(rulesIn(code)).toEqual(['prefer-stable-variance'])
    expect(fixAll(code)).toBe(code)
  }))

/** Where the logits are at hand, a hack against log(0) is worth a suggestion: what it returns is changed on purpose. */
describe('a hack beside the logits', () => {
  const shares = 'const e = z.map(v => Math.exp(v)), s = e.reduce((a, b) => a + b)'
  it.each(['e[k] / s + 1e-8', 'Math.max(e[k] / s, 1e-7)'])('%s', hacked => {
    const code = `function f(z, k) { ${shares}; return Math.log(${hacked}) }`
    const [{ suggestions } = {}] = lint(code)
    const { range, text } = suggestions![0]!.fix
    const fixed = code.slice(0, range[0]) + text + code.slice(range[1])
    const truth = oracle(notation.formula(logSoftmax.exact), {})
    expect(errorInUlps(execute(code, Object.values(logSoftmax.at)) as number, truth as never)).toBeGreaterThan(1e6)
    expect(errorInUlps(execute(fixed, Object.values(logSoftmax.at)) as number, truth as never)).toBeLessThanOrEqual(8)
    expect(fixAll(code)).not.toContain('logSoftmax')
  })
})

describe('found in the wild', () => {
  it('a `var` of a loop goes with it', () => {
    const code =
      'function f(a, b) {\n  var s = 0\n  for (var i = 0; i < a.length; i++) {\n    var d = a[i] - b[i]\n    s += d * d\n  }\n  return Math.sqrt(s)\n}'
    expect(fixAll(code)).toMatch(/return stable\.norm\(a, \(_, i\) => a\[i\] - b\[i\]\)/)
  })
  it('a `var` of a loop is not what it was in each round', () => {
    const code =
      'function f(n) { var x = [], r = 0; for (var i = 0; i < n; i++) { var v = Math.random(); x.push(v); r += v * v } return [x, Math.sqrt(r)] }'
    expect(fixAll(code)).toBe(code)
  })
  it('what stands in for a missing function does not call it', () => {
    const code = 'Math.atanh = Math.atanh || function (x) { return Math.log((1 + x) / (1 - x)) / 2 }'
    expect(fixAll(code)).toBe(code)
    const one = 'if (!Math.log1p) Math.log1p = x => Math.log(1 + x)'
    expect(fixAll(one, { settings: { builtins: true } })).not.toMatch(/=> Math\.log1p/)
  })
  it("module['exports'] is CommonJS", () =>
    expect(fixAll("const f = x => Math.log(1 + x)\nmodule['exports'] = f")).toMatch(/require\(/))
})

describe('a second use', () =>
  it.each([
    [
      'of the sum',
      'function f(x) { let s = 0; for (const v of x) s += Math.exp(v); return [Math.log(s), s] }',
      /s \+= Math\.exp/,
    ],
    [
      'of the array',
      'function f(z) { const e = []; let s = 0; for (const v of z) { e.push(Math.exp(v)); s += Math.exp(v) } return [Math.log(s), ...e] }',
      /e\.push/,
    ],
    [
      'of the counter',
      'function f(x) { var i, s = 0; for (i = 0; i < x.length; i++) s += Math.exp(x[i]); return [Math.log(s), i] }',
      /i\+\+/,
    ],
    [
      'of a counter that is set again',
      'function f(x) { var i, s = 0, t = 0; for (i = 0; i < x.length; i++) s += Math.exp(x[i]); for (i = 0; i < 2; i++) t += i; return [Math.log(s), t] }',
      /t \+= i/,
    ],
  ])('%s: it stays, and means the same', (_, code, stays) => {
    const fixed = fixAll(code)
    expect(fixed).toMatch(stays)
    const [before, after] = [execute(code, [[0.5, 1, -2]]), execute(fixed, [[0.5, 1, -2]])] as number[][]
    after!.forEach((value, i) => expect(value).toBeCloseTo(before![i]!, 12))
  }))

describe('reported, though nothing can be fixed', () =>
  it.each([
    [
      'prefer-log-softmax',
      'class L { forward(z) { const e = []; let s = 0; for (let i = 0; i < z.length; i++) { e[i] = Math.exp(z[i] - this.m); s += e[i] } for (let i = 0; i < z.length; i++) e[i] /= s; this.es = e; return e } backward(y) { return -Math.log(this.es[y]) } }',
    ],
    [
      'prefer-log-sum-exp',
      'function f(x, log) { let s = 0; for (const v of x) s += Math.exp(v); log(x); return Math.log(s) }',
    ],
    [
      'prefer-softmax',
      'function f(m) { const out = []; for (let i = 0; i < m.length; i++) { out[i] = []; let s = 0; for (let j = 0; j < m[i].length; j++) { out[i][j] = Math.exp(m[i][j]); s += out[i][j] } for (let j = 0; j < m[i].length; j++) out[i][j] /= s } return out }',
    ],
    [
      'prefer-softmax',
      'function f(m) { for (let i = 0; i < m.length; i++) { let s = 0; for (let j = 0; j < m[i].length; j++) { m[i][j] = Math.exp(m[i][j]); s += m[i][j] } for (let j = 0; j < m[i].length; j++) m[i][j] /= s } return m }',
    ],
    [
      'prefer-stable-variance',
      'class M { add(x) { this.n++; this.sum += x; this.sumSq += x * x } get variance() { return this.sumSq / this.n - (this.sum / this.n) ** 2 } }',
    ],
    [
      'prefer-centered-moments',
      'function f(rows) { let n = 0, s = 0, q = 0; for (const [x, ok] of rows) if (ok) { n++; s += x; q += x * x } return n * q - s * s }',
    ],
    [
      'no-unbounded-exp',
      'function f(score, n) { let s = 0; for (let i = 0; i < n; i++) s += Math.exp(score(i)); return s }',
    ],
    [
      'no-log-of-tiny',
      'function f(z, k) { const e = z.map(v => Math.exp(v)), s = e.reduce((a, b) => a + b); return Math.log(e[k] / s + 1e-8) }',
    ],
  ])('%s: %s', (rule, code) => expect(lint(code).map(({ ruleId }) => ruleId)).toContain(`stable-math/${rule}`)))

const silent: readonly (readonly [string, ...string[]])[] = [
  [
    'a shift by a maximum, however it was found',
    'function f(x) { let m = -Infinity; for (let i = 0; i < x.length; i++) if (x[i] > m) m = x[i]; let s = 0; for (let i = 0; i < x.length; i++) s += Math.exp(x[i] - m); return m + Math.log(s) }',
    'function f(x) { let m = x[0]; for (let i = 1; i < x.length; i++) { if (x[i] > m) { m = x[i] } } return x.map(v => Math.exp(v - m)) .reduce((a, b) => a + b) }',
    'function f(x) { let m = -1e9; for (const v of x) m = Math.max(v, m); let s = 0; for (const v of x) s += Math.exp(v - m); return s }',
    'function f(x) { const m = Math.max.apply(null, x); let s = 0; for (const v of x) s += Math.exp(v - m); return Math.log(s) + m }',
    'function f(x) { const m = x.reduce((a, b) => Math.max(a, b)); const e = x.map(v => Math.exp(v - m)); const s = e.reduce((a, b) => a + b); return e.map(v => v / s) }',
    'function top(x) { let m = x[0]; for (const v of x) if (v > m) m = v; return m }\nfunction f(x) { const m = top(x); let s = 0; for (const v of x) s += Math.exp(v - m); return Math.log(s) + m }',
    'function f(x, max) { let s = 0; for (const v of x) s += Math.exp(v - max); return Math.log(s) + max }',
    'function f(x) { let k = 0; for (let i = 1; i < x.length; i++) if (x[i] > x[k]) k = i; let s = 0; for (let i = 0; i < x.length; i++) s += Math.exp(x[i] - x[k]); return x[k] + Math.log(s) }',
    'function f(x) { let k = 0; x.forEach((v, i) => { if (v > x[k]) k = i }); let s = 0; for (const v of x) s += Math.exp(v - x[k]); return x[k] + Math.log(s) }',
    'function f(x) { const k = x.indexOf(Math.max(...x)); let s = 0; for (const v of x) s += Math.exp(v - x[k]); return x[k] + Math.log(s) }',
    'function f(x, Value) { const m = Math.max(...x.map(v => v.data)); const e = x.map(v => v.sub(new Value(m)).exp()); let s = e[0]; for (let i = 1; i < e.length; i++) s = s.add(e[i]); return e.map(v => v.div(s)) }',
    'const f = (a, b) => { const m = Math.max(a, b); return Math.log(Math.exp(0.5 * (a - m)) + Math.exp(0.5 * (b - m))) }',
    'function f(x) { let m = x[0], i = 0; while (++i < x.length) if (x[i] > m) m = x[i]; let s = 0; for (const v of x) s += Math.exp(v - m); return Math.log(s) + m }',
  ],
  [
    'a guard that excludes the hazard',
    'const f = x => (x > 1e-5 ? Math.exp(x) - 1 : x)',
    'function f(x) { if (Math.abs(x) < 1e-4) return x + x * x / 2; return Math.exp(x) - 1 }',
    'const f = p => (p > 0 ? p * Math.log(p) : 0)',
    'const f = (p, k) => p[k] * Math.log(p[k] || 1)',
    'function f(x) { if (x > 20) return x; return Math.log(1 + Math.exp(x)) }',
    'const f = x => (x > 100 ? x : Math.log(1 + Math.exp(x)))',
    'function f(a, b) { if (b > a) return Math.log(1 + Math.exp(a - b)) + b; else return Math.log(1 + Math.exp(b - a)) + a }',
    'const f = (a, b) => (a < 3000 && b < 3000 && a > 0 && b > 0 ? Math.sqrt(a * a + b * b) : 0)',
  ],
  [
    'an epsilon or a clamp where no logits are at hand',
    'const f = (p, y) => -(y * Math.log(p + 1e-8) + (1 - y) * Math.log(1 - p + 1e-8))',
    'const f = p => Math.log(Math.max(p, 1e-7))',
    'const f = p => Math.log(Math.min(Math.max(p, 1e-7), 1 - 1e-7))',
  ],
  [
    'variances that do not cancel',
    'function f(x) { let s = 0; for (const v of x) s += v; const m = s / x.length; let q = 0; for (const v of x) q += (v - m) * (v - m); return q / x.length }',
    'function f(x) { let s = 0; for (const v of x) s += v; const m = s / x.length; let q = 0, r = 0; for (const v of x) { const d = v - m; q += d * d; r += d } return (q - r * r / x.length) / (x.length - 1) }',
    'function f(x) { let n = 0, m = 0, q = 0; for (const v of x) { n++; const d = v - m; m += d / n; q += d * (v - m) } return q / (n - 1) }',
  ],
  [
    'counts, samples, ratios',
    'function f(words) { const n = {}; for (const w of words) n.count = (n.count || 0) + 1; return Math.log(1 + n.count) }',
    'function f(x) { const h = new Float64Array(9); for (const v of x) h[v]++; for (let i = 0; i < h.length; i++) h[i] = Math.log(h[i] + 1); return h }',
    'const f = rate => -Math.log(1 - Math.random()) / rate',
    'const f = rng => Math.sqrt(-2 * Math.log(1 - rng())) * Math.cos(6 * rng())',
    'const f = (x, base) => Math.log(x) / Math.log(base)',
    'const f = (spot, strike) => Math.log(spot / strike)',
    'const f = (logNew, logOld) => Math.exp(logNew - logOld)',
    'const f = (p, old, k) => { const ratio = Math.log(p[k]) - old[k]; return Math.exp(ratio) }',
  ],
]

describe('what only looks unstable is silent', () =>
  describe.each(silent)('%s', (_, ...all) => it.each(all)('%s', code => expect(lint(code)).toEqual([]))))

describe('silent, but for those who want every digit', () =>
  it('the logit of a probability that is given', () => {
    const code = 'export const f = p => Math.log(p / (1 - p))'
    expect(lint(code, { config: 'recommended' })).toEqual([])
    expect(rulesIn(code)).toEqual(['prefer-logit'])
  }))
