/**
 * Every rule in every form that people write it in: the naive code is fixed by ESLint, run at its hazard, and compared
 * with arbitrary-precision arithmetic. `exact` is mathematics, written by hand beside the code.
 */
import { Notation } from '../src/formula/notation.ts'
import type { Environment } from '../src/rules/evaluate.ts'
import * as runtime from '../src/runtime/index.ts'
import { fixAll, lint } from './lint.ts'
import { errorInUlps, exact as oracle } from '../src/oracle/index.ts'

interface Form {
  readonly form: string
  /** Declares `f`, a function of the variables in the order of `at`. */
  readonly code: string
}

interface Case {
  readonly rule: string
  readonly exact: string
  readonly at: Environment
  readonly forms: readonly Form[]
}

/** The modules that examples import: helpers as a project would have them, naive on purpose. */
const imported = `
  const exps = z => z.map(v => Math.exp(v))
  const total = z => z.reduce((a, b) => a + b, 0)
  const globals = {
    softmax: z => { const m = z.reduce((a, b) => Math.max(a, b)); const e = exps(z.map(v => v - m)); return e.map(v => v / total(e)) },
    sigmoid: z => 1 / (1 + Math.exp(-z)),
    logistic: z => 1 / (1 + Math.exp(-z)),
    sum: total,
    mean: z => total(z) / z.length,
    factorial: n => { let p = 1; for (let i = 2; i <= n; i++) p *= i; return p },
    gamma: x => { let p = 1; for (let i = 2; i < x; i++) p *= i; return p },
  }
  const { softmax, sigmoid, logistic, sum, mean, factorial, gamma } = globals
`

function run(code: string, at: Environment): number {
  const plain = code.replace(/^import .*\n/gm, '')
  const unresolved = imported.replace(/const \{ softmax.*/, destructuredUnlessDeclared(plain))
  const f = new Function('stable', `${unresolved}\n${plain}\nreturn f`)(runtime) as (...args: unknown[]) => number
  return f(...Object.values(at))
}

/** Names that the code declares itself are left out. */
function destructuredUnlessDeclared(code: string): string {
  const names = ['softmax', 'sigmoid', 'logistic', 'sum', 'mean', 'factorial', 'gamma']
  return `const { ${names.filter(name => !new RegExp(`(function|const|let|var) ${name}\\b`).test(code)).join(', ')} } = globals`
}

const cases: Case[] = [
  {
    rule: 'prefer-log1p',
    exact: 'log(1 + x)',
    at: { x: 1e-17 },
    forms: [
      { form: 'expression', code: 'const f = x => Math.log(1 + x)' },
      { form: 'other order, other spelling', code: "const f = x => Math['log']((x) + 1)" },
      { form: 'alias', code: 'const { log: ln } = Math\nconst f = x => ln(1 + x)' },
      { form: 'variable', code: 'const f = x => {\n  const u = 1 + x\n  return Math.log(u)\n}' },
      {
        form: 'let that is never written again',
        code: 'const f = x => {\n  let u = x\n  u = u + 0\n  let v = 1 + u\n  return globalThis.Math.log(v)\n}',
      },
      { form: 'helper', code: 'const ln = x => Math.log(x)\nconst f = x => ln(1 + x)' },
      { form: 'map/reduce', code: 'const f = x => [x].map(v => Math.log(1 + v)).reduce((a, b) => a + b, 0)' },
    ],
  },
  {
    rule: 'prefer-log1p',
    exact: 'log10(1 - x)',
    at: { x: 1e-17 },
    forms: [{ form: 'log10', code: 'const f = x => Math.log10(1 - x)' }],
  },
  {
    rule: 'prefer-expm1',
    exact: '3 * exp(x) - 3',
    at: { x: 1e-17 },
    forms: [
      { form: 'expression', code: 'const f = x => 3 * Math.exp(x) - 3' },
      { form: 'variable', code: 'const f = x => {\n  const e = Math.exp(x)\n  return 3 * (e - 1)\n}' },
      { form: 'powers of e', code: 'const f = x => (Math.E ** x - 1) * 3' },
      { form: 'helper', code: 'function e(x) { return Math.pow(Math.E, x) }\nconst f = x => -3 * (1 - e(x))' },
      { form: 'map/reduce', code: 'const f = x => [x, x, x].map(v => Math.exp(v) - 1).reduce((a, b) => a + b)' },
    ],
  },
  {
    rule: 'prefer-log1mexp',
    exact: 'log(1 - exp(x))',
    at: { x: -1e-17 },
    forms: [
      { form: 'expression', code: 'const f = x => Math.log(1 - Math.exp(x))' },
      { form: 'inverse', code: 'const f = x => Math.log(1 - 1 / Math.exp(-x))' },
      { form: 'log1p', code: 'const f = x => Math.log1p(-Math.exp(x))' },
      {
        form: 'variables',
        code: 'const f = x => {\n  const e = Math.exp(x)\n  const q = 1 - e\n  return Math.log(q)\n}',
      },
      { form: 'helper', code: 'function cdf(t) { return 1 - Math.exp(-t) }\nconst f = x => Math.log(cdf(-x))' },
    ],
  },
  {
    rule: 'prefer-log1mexp',
    exact: 'log(1 - exp(x))',
    at: { x: -50 },
    forms: [{ form: 'expm1', code: 'const f = x => Math.log(-Math.expm1(x))' }],
  },
  {
    rule: 'prefer-softplus',
    exact: 'log(1 + exp(x))',
    at: { x: 1000 },
    forms: [
      { form: 'expression', code: 'const f = x => Math.log(1 + Math.exp(x))' },
      { form: 'log1p', code: 'const f = x => Math.log1p(Math.exp(x))' },
      { form: 'variable', code: 'const f = x => {\n  const e = Math.exp(x)\n  return Math.log(e + 1)\n}' },
      { form: 'helper', code: 'const e = t => Math.exp(t)\nconst f = x => Math.log(1 + e(x))' },
      { form: 'map/reduce', code: 'const f = x => [x].map(v => Math.log(1 + Math.exp(v))).reduce((a, b) => a + b)' },
    ],
  },
  {
    rule: 'prefer-log-sigmoid',
    exact: 'z - log(1 + exp(z))',
    at: { z: -1000 },
    forms: [
      { form: 'expression', code: 'const f = z => Math.log(1 / (1 + Math.exp(-z)))' },
      { form: 'the other way round', code: 'const f = z => Math.log(1 - 1 / (1 + Math.exp(z)))' },
      { form: 'quotient', code: 'const f = z => Math.log(Math.exp(z) / (1 + Math.exp(z)))' },
      { form: 'variable', code: 'const f = z => {\n  const p = 1 / (1 + Math.exp(-z))\n  return Math.log(p)\n}' },
      {
        form: 'helper of any name',
        code: 'function squash(t) {\n  const e = Math.exp(-t)\n  return 1 / (1 + e)\n}\nconst f = z => Math.log(squash(z))',
      },
      {
        form: 'method',
        code: 'class Unit { p(t) { return 1 / (1 + Math.exp(-t)) } loss(z) { return Math.log(this.p(z)) } }\nconst f = z => new Unit().loss(z)',
      },
      {
        form: 'agreed name, imported',
        code: "import { logistic } from './activations.js'\nconst f = z => Math.log(logistic(z))",
      },
      { form: 'agreed name, global', code: 'const f = z => Math.log(sigmoid(z))' },
    ],
  },
  {
    rule: 'prefer-bce-with-logits',
    exact: 'y * log(1 + exp(-z)) + (1 - y) * log(1 + exp(z))',
    at: { z: -1000, y: 0.25 },
    forms: [
      {
        form: 'expression',
        code: 'const f = (z, y) => -y * Math.log(sigmoid(z)) - (1 - y) * Math.log(1 - sigmoid(z))',
      },
      {
        form: 'negated sum',
        code: 'const f = (z, y) => -(y * Math.log(sigmoid(z)) + (1 - y) * Math.log(1 - sigmoid(z)))',
      },
      {
        form: 'turned differences',
        code: 'const f = (z, y) => (y - 1) * Math.log(1 - sigmoid(z)) - Math.log(sigmoid(z)) * y',
      },
      {
        form: 'variables',
        code: 'const f = (z, y) => {\n  const p = 1 / (1 + Math.exp(-z))\n  const a = y * Math.log(p)\n  const b = (1 - y) * Math.log(1 - p)\n  return -(a + b)\n}',
      },
      {
        form: 'helper',
        code: 'const act = t => 1 / (1 + Math.exp(-t))\nfunction f(z, y) {\n  const p = act(z)\n  return -(y * Math.log(p) + (1 - y) * Math.log(1 - p))\n}',
      },
      {
        form: 'map/reduce',
        code: 'const f = (z, y) => [z].map(v => {\n  const p = sigmoid(v)\n  return -(y * Math.log(p) + (1 - y) * Math.log(1 - p))\n}).reduce((a, b) => a + b, 0)',
      },
    ],
  },
  {
    rule: 'prefer-bce-with-logits',
    exact: 'log(1 + exp(-z))',
    at: { z: -1000, y: 1 },
    forms: [
      { form: 'choice by label', code: 'const f = (z, y) => y ? -Math.log(sigmoid(z)) : -Math.log(1 - sigmoid(z))' },
    ],
  },
  {
    rule: 'prefer-log-sum-exp',
    exact: 'log(sum(exp(x)))',
    at: { x: [1000, 999, -1000] },
    forms: [
      { form: 'map/reduce', code: 'const f = x => Math.log(x.map(v => Math.exp(v)).reduce((a, b) => a + b, 0))' },
      { form: 'map(Math.exp)', code: 'const f = x => Math.log(x.map(Math.exp).reduce((a, b) => a + b))' },
      { form: 'reduce alone', code: 'const f = x => Math.log(x.reduce((s, v) => s + Math.exp(v), 0))' },
      {
        form: 'variables',
        code: 'const f = x => {\n  const e = x.map(v => Math.exp(v))\n  const s = e.reduce((a, b) => a + b, 0)\n  return Math.log(s)\n}',
      },
      { form: 'sum()', code: 'const f = x => Math.log(sum(x.map(Math.exp)))' },
      {
        form: 'helper',
        code: 'const add = v => v.reduce((a, b) => a + b, 0)\nconst f = x => Math.log(add(x.map(Math.exp)))',
      },
    ],
  },
  {
    rule: 'prefer-log-sum-exp',
    exact: 'log(sum(exp(x)) / count(x))',
    at: { x: [-1000, -1001] },
    forms: [
      { form: 'mean()', code: 'const f = x => Math.log(mean(x.map(Math.exp)))' },
      {
        form: 'division',
        code: 'const f = x => {\n  const n = x.length\n  return Math.log(x.reduce((s, v) => s + Math.exp(v), 0) / n)\n}',
      },
    ],
  },
  {
    rule: 'prefer-log-sum-exp',
    exact: 'log(exp(a) + exp(b))',
    at: { a: 1000, b: 999 },
    forms: [
      { form: 'two terms', code: 'const f = (a, b) => Math.log(Math.exp(a) + Math.exp(b))' },
      {
        form: 'two variables',
        code: 'const f = (a, b) => {\n  const p = Math.exp(a), q = Math.exp(b)\n  return Math.log(p + q)\n}',
      },
    ],
  },
  {
    rule: 'prefer-log-sum-exp',
    exact: 'log(exp(a) + exp(b) + exp(c))',
    at: { a: 1000, b: 999, c: 998 },
    forms: [{ form: 'three terms', code: 'const f = (a, b, c) => Math.log(Math.exp(a) + Math.exp(b) + Math.exp(c))' }],
  },
  {
    rule: 'prefer-softmax',
    exact: '1 / (1 + exp(-1))',
    at: { x: [1000, 999] },
    forms: [
      {
        form: 'map/reduce',
        code: 'const f = x => {\n  const e = x.map(v => Math.exp(v))\n  const s = e.reduce((a, b) => a + b, 0)\n  return e.map(v => v / s)[0]\n}',
      },
      { form: 'one entry', code: 'const f = x => Math.exp(x[0]) / x.reduce((s, v) => s + Math.exp(v), 0)' },
      {
        form: 'sum()',
        code: 'const f = x => {\n  const s = sum(x.map(Math.exp))\n  return x.map(v => Math.exp(v) / s)[0]\n}',
      },
      {
        form: 'temperature',
        code: 'const half = (x, t) => {\n  const e = x.map(v => Math.exp(v / t))\n  const s = e.reduce((a, b) => a + b, 0)\n  return e.map(v => v / s)\n}\nconst f = x => half(x.map(v => v * 2), 2)[0]',
      },
    ],
  },
  {
    rule: 'prefer-softmax',
    exact: '1 / (1 + exp(-x))',
    at: { x: 1000 },
    forms: [
      { form: 'sigmoid', code: 'const f = x => Math.exp(x) / (1 + Math.exp(x))' },
      { form: 'sigmoid with a variable', code: 'const f = x => {\n  const e = Math.exp(x)\n  return e / (e + 1)\n}' },
    ],
  },
  {
    rule: 'prefer-log-softmax',
    exact: '-2000 - log(1 + exp(-2000))',
    at: { z: [1000, -1000], k: 1 },
    forms: [
      { form: 'agreed name', code: 'const f = (z, k) => Math.log(softmax(z)[k])' },
      {
        form: 'agreed name, imported',
        code: "import { softmax as probabilities } from './nn.js'\nconst probabilities2 = 0\nconst f = (z, k) => Math.log(softmax(z)[k])",
      },
      { form: 'variable', code: 'const f = (z, k) => {\n  const p = softmax(z)\n  return Math.log(p[k])\n}' },
      {
        form: 'helper',
        code: 'function share(z) {\n  const m = Math.max(...z)\n  const e = z.map(v => Math.exp(v - m))\n  const s = e.reduce((a, b) => a + b, 0)\n  return e.map(v => v / s)\n}\nfunction f(z, k) {\n  const p = share(z)\n  return Math.log(p[k])\n}',
      },
      {
        form: 'method',
        code: 'class Net {\n  share(z) {\n    const e = z.map(v => Math.exp(v))\n    const s = e.reduce((a, b) => a + b, 0)\n    return e.map(v => v / s)\n  }\n  loss(z, k) { return Math.log(this.share(z)[k]) }\n}\nconst f = (z, k) => new Net().loss(z, k)',
      },
    ],
  },
  {
    rule: 'prefer-log-softmax',
    exact: '500 + log(1 + exp(-1000))',
    at: { z: [1000, 0], y: [0.5, 0.5] },
    forms: [
      { form: 'cross-entropy', code: 'const f = (z, y) => -y.reduce((s, v, i) => s + v * Math.log(softmax(z)[i]), 0)' },
      {
        form: 'cross-entropy with variables',
        code: 'const f = (z, y) => {\n  const p = softmax(z)\n  return -sum(y.map((v, i) => v * Math.log(p[i])))\n}',
      },
    ],
  },
  {
    rule: 'no-softmax-division',
    exact: 'x * (exp(600) + 1)',
    at: { x: 2, z: [1000, 400], k: 1 },
    forms: [
      {
        form: 'expression',
        code: 'const naive = z => {\n  const e = z.map(v => Math.exp(v))\n  const s = e.reduce((a, b) => a + b, 0)\n  return e.map(v => v / s)\n}\nconst f = (x, z, k) => x / naive(z)[k]',
      },
      {
        form: 'variable',
        code: 'const naive = z => {\n  const s = z.reduce((a, b) => a + Math.exp(b), 0)\n  return z.map(v => Math.exp(v) / s)\n}\nconst f = (x, z, k) => {\n  const w = naive(z)\n  return x / w[k]\n}',
      },
    ],
  },
  {
    rule: 'prefer-stable-variance',
    exact: 'sqrt(2 / 3)',
    at: { x: [1000000001, 1000000002, 1000000003] },
    forms: [
      {
        form: 'map/reduce',
        code: 'const f = x => Math.sqrt(x.map(v => v * v).reduce((a, b) => a + b, 0) / x.length - (x.reduce((a, b) => a + b, 0) / x.length) ** 2)',
      },
      {
        form: 'variables',
        code: 'const f = x => {\n  const n = x.length\n  const m = x.reduce((a, b) => a + b, 0) / n\n  const q = x.reduce((a, v) => a + v ** 2, 0) / n\n  return Math.sqrt(q - m * m)\n}',
      },
      { form: 'mean()', code: 'const f = x => Math.sqrt(mean(x.map(v => v ** 2)) - mean(x) ** 2)' },
      {
        form: 'helper',
        code: 'const average = v => v.reduce((a, b) => a + b, 0) / v.length\nconst f = x => Math.pow(average(x.map(v => Math.pow(v, 2))) - Math.pow(average(x), 2), 0.5)',
      },
    ],
  },
  {
    rule: 'prefer-stable-variance',
    exact: '1',
    at: { x: [1000000001, 1000000002, 1000000003] },
    forms: [
      {
        form: 'sample variance',
        code: 'const f = x => (sum(x.map(v => v * v)) - sum(x) ** 2 / x.length) / (x.length - 1)',
      },
      {
        form: 'sample variance from the mean',
        code: 'const f = x => {\n  const n = x.length, m = sum(x) / n\n  return (sum(x.map(v => v * v)) - n * m * m) / (n - 1)\n}',
      },
    ],
  },
  {
    rule: 'prefer-lgamma',
    exact: 'lgamma(x)',
    at: { x: 200 },
    forms: [
      { form: 'agreed name', code: 'const f = x => Math.log(gamma(x))' },
      { form: 'factorial', code: 'const f = x => Math.log(factorial(x - 1))' },
      {
        form: 'recursive helper',
        code: 'function fact(n) { return n <= 1 ? 1 : n * fact(n - 1) }\nconst f = x => Math.log(fact(x - 1))',
      },
      { form: 'variable', code: 'const f = x => {\n  const g = gamma(x)\n  return Math.log(g)\n}' },
    ],
  },
  {
    rule: 'prefer-lgamma',
    exact: 'lfactorial(n) - lfactorial(k) - lfactorial(n - k)',
    at: { n: 300, k: 150 },
    forms: [
      { form: 'binomial', code: 'const f = (n, k) => Math.log(factorial(n) / (factorial(k) * factorial(n - k)))' },
    ],
  },
  {
    rule: 'prefer-lgamma',
    exact: 'lgamma(a) + lgamma(b) - lgamma(a + b)',
    at: { a: 200, b: 100 },
    forms: [{ form: 'beta', code: 'const f = (a, b) => Math.log(gamma(a) * gamma(b) / gamma(a + b))' }],
  },
  {
    rule: 'prefer-scaled-norm',
    exact: '500 * 1e198',
    at: { x: [3e200, 4e200] },
    forms: [
      { form: 'reduce', code: 'const f = x => Math.sqrt(x.reduce((s, v) => s + v * v, 0))' },
      { form: 'map, sum and a power', code: 'const f = x => sum(x.map(v => v ** 2)) ** 0.5' },
      {
        form: 'variable',
        code: 'const f = x => {\n  const squares = x.map(v => Math.pow(v, 2))\n  const s = squares.reduce((a, b) => a + b)\n  return Math.sqrt(s)\n}',
      },
      {
        form: 'distance',
        code: 'const f = x => {\n  const o = x.map(() => 0)\n  return Math.sqrt(x.reduce((s, v, i) => s + (v - o[i]) ** 2, 0))\n}',
      },
    ],
  },
  {
    rule: 'prefer-hypot',
    exact: '500 * 1e198',
    at: { x: 3e200, y: 4e200 },
    forms: [
      { form: 'expression', code: 'const f = (x, y) => Math.sqrt(x * x + y ** 2)' },
      { form: 'variables', code: 'const f = (x, y) => {\n  const s = x * x + y * y\n  return Math.sqrt(s)\n}' },
      { form: 'three', code: 'const f = (x, y) => Math.sqrt(x * x + y * y + Math.pow(x - x, 2))' },
    ],
  },
  {
    rule: 'require-variance-epsilon',
    exact: '0',
    at: { x: 2, mean: 2, variance: 0 },
    forms: [
      { form: 'named', code: 'const f = (x, mu, variance) => (x - mu) / Math.sqrt(variance)' },
      {
        form: 'member',
        code: 'const f = (x, mu, v) => {\n  const bn = { runningVar: v }\n  return (x - mu) / Math.sqrt(bn.runningVar)\n}',
      },
    ],
  },
]

const notation = new Notation()

describe.each(cases)('$rule: $exact', ({ rule, exact, at, forms }) => {
  it.each(forms)('$form', ({ code }) => {
    expect(lint(code).map(message => message.ruleId)).toContain(`stable-math/${rule}`)
    const fixed = fixAll(code)
    expect(lint(fixed)).toEqual([])
    const truth = oracle(notation.formula(exact), at)
    expect(truth).toBeDefined()
    expect(errorInUlps(run(fixed, at), truth as never)).toBeLessThanOrEqual(8)
    expect(errorInUlps(run(code, at), truth as never)).toBeGreaterThan(1e6)
  })
})
