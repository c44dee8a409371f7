/**
 * Random programs around the rewrites, fixed and run beside themselves: same results on ordinary input, same calls in
 * the same order, nothing left to fix. A seed makes a failure repeatable; more programs: FUZZ=20000 npx vitest run fuzz.
 */
import { fixAll, lint } from './lint.ts'
import * as runtime from '../src/runtime/index.ts'

const programs = Number(process.env['FUZZ'] ?? 400)
const inputs = [
  [0.3, 0.7, 1.1],
  [1.5, 0.2, -0.4],
  [-0.8, 1.3, 0.6],
] as const
/** Beyond it the naive program has lost its digits, which is what the fix is for. */
const largestCompared = 1e8
const tolerance = 1e-4

const helpers = `const sig = t => 1 / (1 + Math.exp(-t))
function soft(t) { const m = Math.max(...t); const e = t.map(q => Math.exp(q - m)); const s = e.reduce((a, b) => a + b, 0); return e.map(q => q / s) }
`

/** Park and Miller's minimal standard generator, CACM 31, 1988. */
function seeded(seed: number): () => number {
  let state = seed
  return () => (state = (state * 48271) % 2147483647) / 2147483647
}

class Writer {
  readonly #random: () => number
  #names = ['x', 'y', 'z']

  constructor(random: () => number) {
    this.#random = random
  }

  #pick<T>(all: readonly T[]): T {
    return all[Math.floor(this.#random() * all.length)]!
  }

  #name(): string {
    return this.#pick(this.#names)
  }

  #expression(depth: number): string {
    if (depth <= 0)
      return this.#pick([
        ...this.#names,
        ...this.#names,
        '1',
        '2',
        '0.5',
        '-1',
        '1',
        'v[i]',
        'o.p',
        'next()',
        'w.length',
      ])
    const e = (): string => this.#expression(depth - 1 - Math.floor(this.#random() * 2))
    const [a, z] = [this.#name(), this.#name()]
    return this.#pick([
      () => `(${e()} ${this.#pick(['+', '-', '*', '/'])} ${e()})`,
      () => `(${e()} + ${e()} - ${e()} + ${e()})`,
      () => `-(${e()})`,
      () => `(${e()} ? ${e()} : ${e()})`,
      () => `Math.exp(${e()})`,
      () => `Math.log(${e()})`,
      () => `Math.log(1 + ${e()})`,
      () => `Math.log2(${e()} + 1)`,
      () => `(Math.exp(${e()}) - 1)`,
      () => `(1 - Math.exp(${e()}))`,
      () => `(${a} * Math.exp(${e()}) - ${a})`,
      () => `Math.log(1 - Math.exp(${e()}))`,
      () => `Math.log(1 + Math.exp(${e()}))`,
      () => `sig(${e()})`,
      () => `Math.log(sig(${e()}))`,
      () => `Math.log(1 - sig(${e()}))`,
      () => `(-${a} * Math.log(sig(${z})) - (1 - ${a}) * Math.log(1 - sig(${z})))`,
      () => `(${a} * Math.log(sig(${z})) + (1 - ${a}) * Math.log(1 - sig(${z})))`,
      () => `(Math.exp(${z}) / (1 + Math.exp(${z})))`,
      () => `(${a} / soft(w)[0])`,
      () => 'Math.log(soft(w)[1])',
      () => `Math.sqrt(${e()} ** 2 + (${a}) * (${a}))`,
      () => 'Math.sqrt(w.reduce((s, x) => s + x * x, 0))',
      () => `Math.log(w.map(x => Math.exp(x * ${a})).reduce((a, b) => a + b, 0))`,
    ])()
  }

  /** A function of a few numbers, arrays, a call with an effect, and a place to note that it was run. */
  program(): string {
    const lines: string[] = []
    const statements = Math.floor(this.#random() * 6)
    for (let k = 0; k < statements; k++) {
      const kind = this.#random()
      if (kind < 0.7) {
        lines.push(`${this.#pick(['const', 'let', 'var'])} c${k} = ${this.#expression(2)}`)
        this.#names.push(`c${k}`)
      } else if (kind < 0.8) lines.push('log.push(next())')
      else if (kind < 0.9) lines.push(`w[0] = ${this.#name()}`)
      else lines.push(`${this.#pick(['x', 'y', 'z'])} = ${this.#expression(1)}`)
    }
    const last = this.#pick([
      () => `return ${this.#expression(3)}`,
      () =>
        `let t = 0\nfor (let k = 0; k < 3; k++) {\n  t += ${this.#expression(2)}\n  ${this.#random() < 0.3 ? 'x = x + 0.1' : ''}\n}\nreturn t`,
      () => `return w.map((q, j) => ${this.#expression(2)} + q * j).reduce((a, b) => a + b, 0)`,
    ])
    return `${helpers}function f(x, y, z, v, i, o, w, next, log) {\n${lines.join('\n')}\n${last()}\n}`
  }
}

interface Run {
  readonly result: number
  readonly effects: string
}

function run(code: string, [x, y, z]: readonly [number, number, number]): Run {
  const f = new Function('stable', `${code.replace(/^import .*\n/gm, '')}\nreturn f`)(runtime) as (
    ...args: unknown[]
  ) => number
  const log: number[] = []
  let calls = 0
  const next = (): number => 0.1 * ++calls + 0.05
  const result = f(x, y, z, [0.1, 0.2], 1, { p: 0.4 }, [0.5, -0.25, 1.25], next, log)
  return { result, effects: `${calls} ${log.join()}` }
}

const agree = (a: number, b: number): boolean =>
  Object.is(a, b) ||
  a === b ||
  !(Math.abs(a) < largestCompared) ||
  Math.abs(a - b) <= tolerance * Math.max(1, Math.abs(a))

it(`${programs} random programs mean the same when they are fixed`, { timeout: programs * 100 }, () => {
  let changed = 0
  for (let seed = 1; seed <= programs; seed++) {
    const code = new Writer(seeded(seed * 7919)).program()
    const fixed = fixAll(code)
    if (fixed === code) continue
    changed++
    const told = `seed ${seed}:\n${code}\n\nbecame\n\n${fixed}`
    expect(
      lint(fixed).filter(message => message.fix || message.fatal),
      told,
    ).toEqual([])
    for (const input of inputs) {
      const [before, after] = [run(code, input), run(fixed, input)]
      expect(after.effects, told).toBe(before.effects)
      expect(agree(before.result, after.result), `${before.result} and ${after.result}, ${told}`).toBe(true)
    }
  }
  expect(changed).toBeGreaterThan(programs / 2)
})
