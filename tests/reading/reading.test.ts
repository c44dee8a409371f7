/** What source means as mathematics: one line of source, one formula. */
import { table } from './read.ts'

describe('arithmetic', () =>
  table([
    ['1 - p', '1 - p'],
    ['-p + 1', '-p + 1'],
    ['-(a - b)', '-a + b'],
    ['a - (b - (c - d))', 'a - b + c - d'],
    ['x * x', 'x^2'],
    ['x ** 2', 'x^2'],
    ['Math.pow(x, 2)', 'x^2'],
    ['a * b / c', 'a * b / c'],
    ['a / (b / c)', 'a * c / b'],
    ['2 * x / 2', 'x'],
    ['Math.sqrt(x)', 'sqrt(x)'],
    ['x ** 0.5', 'sqrt(x)'],
    ['Math.E ** x', 'exp(x)'],
    ['1 / Math.exp(x)', 'exp(-x)'],
    ['a > b ? a : b', 'largest(b, a)'],
    ['i++ * i++', 'i++ * i++'],
  ]))

describe('names of Math', () =>
  table([
    ["Math['log'](x)", 'log(x)'],
    ['globalThis.Math.log(x)', 'log(x)'],
    ['window.Math.log(x)', 'log(x)'],
    ['const { log } = Math; log(x)', 'log(x)'],
    ['const { log: ln } = Math; ln(x)', 'log(x)'],
    ['const ln = Math.log; ln(x)', 'log(x)'],
    ['const M = Math; M.log(x)', 'log(x)'],
    ['(0, Math.log)(x)', 'log(x)'],
    ['Math.LN2 * x', 'LN2 * x'],
  ]))

describe('what is not Math', () =>
  table([
    ['const Math = other(); Math.log(x)', 'Math.log(x)'],
    ['let ln = Math.log; ln = other; ln(x)', 'ln(x)'],
    ['import Math from "m"; Math.log(x)', 'Math.log(x)'],
  ]))

describe('variables', () =>
  table([
    ['const p = 1 - q; Math.log(p)', 'log(1 - q)'],
    ['let p = 1 - q; Math.log(p)', 'log(1 - q)'],
    ['let p = 1 - q; p = 2; Math.log(p)', 'log(2)'],
    ['var q; if (q) { var p = 1 - q } Math.log(p)', 'log(p)'],
    ['for (const x of y) { Math.log(p); var p = 1 - x } Math.log(p)', 'log(p)'],
    ['const p = 1 / (1 + Math.exp(-z)); 1 - p', 'sigmoid(-z)'],
  ]))

describe('helpers are what they compute', () =>
  table([
    ['const f = x => Math.log(x); f(1 + y)', 'log(1 + y)'],
    ['function f(x) { const e = Math.exp(x); return e / (1 + e) } f(z)', 'sigmoid(z)'],
    ['const f = function (a, b = 2) { return a * b }; f(x)', '2 * x'],
    ['const m = { f(x) { return Math.exp(x) } }; m.f(x)', 'exp(x)'],
    ['function f(x) { if (x < 0) throw new Error(); return Math.exp(x) } f(y)', 'exp(y)'],
    ['function fact(n) { return n <= 1 ? 1 : n * fact(n - 1) } fact(k)', 'factorial(k)'],
    ['function sigmoid(x) { return x } sigmoid(z)', 'z'],
    ['function sigmoid(x) { return other(x) } sigmoid(z)', 'sigmoid(z)'],
    ['function f(x) { x = x + 1; return Math.log(x) } f(z)', 'log(z + 1)'],
    ['function f(x) { let s = 0; for (const v of x) s += v; return s } f(z)', 'sum(z)'],
    ['let f = x => Math.log(x); f = g; f(z)', 'f(z)'],
  ]))

describe('names on which the field agrees', () =>
  table([
    ['softmax(z)', 'softmax(z)'],
    ['import { log_softmax } from "./m.js"; log_softmax(z)', 'logSoftmax(z)'],
    ['import * as m from "./m.js"; m.expit(z)', 'sigmoid(z)'],
    ['mean(x)', 'sum(x) / count(x)'],
    ['import { softmax } from "@tensorflow/tfjs"; softmax(z)[0] + softmax(z)[0]', 'softmax(z)[0] + softmax(z)[0]'],
  ]))

describe('arrays', () =>
  table([
    ['xs.map(Math.exp).reduce((a, b) => a + b)', 'sum(exp(xs))'],
    ['xs.map(x => Math.exp(x)).reduce((a, b) => a + b, 0)', 'sum(exp(xs))'],
    ['xs.reduce((s, x) => s + Math.exp(x), 0)', 'sum(exp(xs))'],
    ['xs.reduce((s, x) => s + Math.exp(x))', 'xs.reduce((s, x) => s + Math.exp(x))'],
    ['xs.reduce((s, x) => s + x, 0) / xs.length', 'sum(xs) / count(xs)'],
    ['xs.reduce((s, x, i) => s + x * ys[i], 0)', 'sum(xs * ys[i])'],
    ['xs.reduce((s, x) => s + c * x, 0)', 'c * sum(xs)'],
    ['xs.reduce((a, b) => Math.max(a, b))', 'max(xs)'],
    ['xs.reduce((a, b) => (a > b ? a : b), -Infinity)', 'max(xs)'],
    ['Math.max(...xs)', 'max(xs)'],
    ['Math.max.apply(null, xs)', 'max(xs)'],
    ['const e = xs.map(Math.exp); e[k]', 'exp(xs[k])'],
    ['Array.from(xs, x => x * 2)', '2 * xs'],
    ['const e = xs.map(x => Math.exp(x)); const s = e.reduce((a, b) => a + b); e.map(v => v / s)', 'softmax(xs)'],
    ['const m = Math.max(...xs); xs.map(x => Math.exp(x - m)).reduce((a, b) => a + b)', 'sum(exp(xs - max(xs)))'],
  ]))

describe('arrays that may have changed', () =>
  table([
    ['const e = xs.map(Math.exp); e[0] = 1; e[k]', 'e[k]'],
    ['const e = xs.map(Math.exp); other(e); e[k]', 'e[k]'],
    ['const e = xs.map(Math.exp); e.sort(); e[k]', 'e[k]'],
    ['const same = x => x; const e = xs.map(Math.exp), q = same(e); q[0] = 1; e[k]', 'e[k]'],
    ['const e = xs.map(Math.exp); other(); e[k]', 'exp(xs[k])'],
  ]))

describe('what varies with the element is no constant', () =>
  table([
    ['xs.reduce((s, x) => s + Math.random() * x, 0)', 'sum(Math.random() * xs)'],
    ['xs.reduce((s, x) => s + x.w * Math.exp(y), 0)', 'exp(y) * sum(xs.w)'],
  ]))
