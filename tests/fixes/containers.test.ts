/** A fix gives the kind of array that was there: naive and fixed run on each kind of input, and are compared in both. */
import { execute } from '../execute.ts'
import { fixAll, lint } from '../lint.ts'

const entries = [0.5, -1, 2]
const inputs = [entries, new Float64Array(entries), new Float32Array(entries)]

const sum = 'const s = e.reduce((a, b) => a + b, 0);'
const helper = `function q(z) { const m = Math.max(...z); const e = z.map(v => Math.exp(v - m)); ${sum} return e.map(v => v / s) }\n`

const forms: readonly (readonly [form: string, code: string])[] = [
  ['map', `const f = z => { const e = z.map(v => Math.exp(v)); ${sum} return e.map(v => v / s) }`],
  [
    'Array.from with a mapping',
    `const f = z => { const e = Array.from(z, v => Math.exp(v)); ${sum} return e.map(v => v / s) }`,
  ],
  [
    'Array.from at the end',
    `const f = z => { const e = z.map(v => Math.exp(v)); ${sum} return Array.from(e, v => v / s) }`,
  ],
  [
    'Array.from with a length',
    `const f = z => { const e = Array.from({ length: z.length }, (_, i) => Math.exp(z[i])); ${sum} return e.map(v => v / s) }`,
  ],
  [
    'Array.from before',
    `const f = z => { const a = Array.from(z); const e = a.map(v => Math.exp(v)); ${sum} return e.map(v => v / s) }`,
  ],
  [
    'Float64Array.from',
    `const f = z => { const e = Float64Array.from(z, v => Math.exp(v)); ${sum} return e.map(v => v / s) }`,
  ],
  ['a spread array', `const f = z => { const e = [...z].map(v => Math.exp(v)); ${sum} return e.map(v => v / s) }`],
  ['slice', `const f = z => { const e = z.slice().map(v => Math.exp(v)); ${sum} return e.map(v => v / s) }`],
  [
    'a copy in a typed array',
    `const f = z => { const e = new Float64Array(z).map(v => Math.exp(v)); ${sum} return e.map(v => v / s) }`,
  ],
  [
    'push, then map',
    `function f(z) { const e = []; for (const v of z) e.push(Math.exp(v)); ${sum} return e.map(v => v / s) }`,
  ],
  [
    'push, then push',
    `function f(z) { let s = 0; for (const v of z) s += Math.exp(v); const out = []; for (const v of z) out.push(Math.exp(v) / s); return out }`,
  ],
  ...['new Array(z.length)', 'new Float64Array(z.length)', 'new Float32Array(z.length)', '[]'].flatMap(
    made =>
      [
        [
          `${made}, then map`,
          `function f(z) { const e = ${made}; let s = 0; for (let i = 0; i < z.length; i++) { e[i] = Math.exp(z[i]); s += e[i] } return e.map(v => v / s) }`,
        ],
        [
          `${made}, in place`,
          `function f(z) { const e = ${made}; let s = 0; for (let i = 0; i < z.length; i++) { e[i] = Math.exp(z[i]); s += e[i] } for (let i = 0; i < z.length; i++) e[i] /= s; return e }`,
        ],
      ] as const,
  ),
  [
    'what a helper gives',
    `const exps = x => x.map(v => Math.exp(v))\nconst f = z => { const e = exps(z); ${sum} return e.map(v => v / s) }`,
  ],
  [
    'what a helper copies',
    `const exps = x => Array.from(x, v => Math.exp(v))\nconst f = z => { const e = exps(z); ${sum} return e.map(v => v / s) }`,
  ],
  ['logarithms', `${helper}const f = z => q(z).map(v => Math.log(v))`],
  ['a copy of logarithms', `${helper}const f = z => Array.from(q(z), v => Math.log(v))`],
  [
    'logarithms in a typed array',
    `${helper.replace('z.map', 'Float64Array.from(z).map')}const f = z => q(z).map(Math.log)`,
  ],
  ['a variable', `function f(z) { let e; e = z.map(v => Math.exp(v)); ${sum} return e.map(v => v / s) }`],
  [
    'a field',
    `const f = z => ({ z, p() { const e = this.z.map(v => Math.exp(v)); ${sum} return e.map(v => v / s) } }).p()`,
  ],
]

describe('of an array, a Float64Array and a Float32Array', () =>
  it.each(forms)('%s', (_, code) => {
    const fixed = fixAll(code)
    expect(fixed).toMatch(/stable\.(logS|s)oftmax/)
    for (const input of inputs) {
      const [before, after] = [execute(code, [input]), execute(fixed, [input])] as [number[], number[]]
      expect(after.constructor.name, fixed).toBe(before.constructor.name)
      expect(after.length).toBe(before.length)
      after.forEach((value, at) => expect(value).toBeCloseTo(before[at]!, 6))
    }
  }))

describe('where the kind cannot be kept, nothing is changed', () =>
  it.each([
    [
      'integers',
      `const f = z => { const e = new Int32Array(z).map(v => Math.exp(v)); ${sum} return e.map(v => v / s) }`,
    ],
    [
      'an array of another kind under the same name',
      `function f(z) { if (z.flat) z = Float32Array.from(z); const e = z.map(v => Math.exp(v)); ${sum} return e.map(v => v / s) }`,
    ],
    [
      'another Array',
      `const f = (z, Array) => { const e = []; for (const v of z) e.push(Math.exp(v)); ${sum} return e.map(v => v / s) }`,
    ],
  ])('%s', (_, code) => {
    expect(lint(code).length).toBeGreaterThan(0)
    expect(fixAll(code)).toBe(code)
  }))
