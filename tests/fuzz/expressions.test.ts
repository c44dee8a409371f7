/** Random expressions around the rewrites, with the variables, helpers and effects that stand around them in programs. */
import { meansTheSame, type Draw } from './differential.ts'

/** Ordinary numbers, and those at which naive formulas go wrong. */
const inputs: readonly (readonly number[])[] = [
  [0.3, 0.7, 1.1],
  [1.5, 0.2, -0.4],
  [-0.8, 1.3, 0.6],
  [1e-9, 40, -40],
  [800, 1e-17, -1e-5],
  [-750, 2e200, 1e-200],
  [0, -0, 1],
  [Infinity, 0.5, -Infinity],
]

const helpers = `const sig = t => 1 / (1 + Math.exp(-t))
function soft(t) { const m = Math.max(...t); const e = t.map(q => Math.exp(q - m)); const s = e.reduce((a, b) => a + b, 0); return e.map(q => q / s) }
`

class Writer {
  readonly #draw: Draw
  #names = ['x', 'y', 'z']

  constructor(draw: Draw) {
    this.#draw = draw
  }

  #pick<T>(all: readonly T[]): T {
    return this.#draw.pick(all)
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
    const e = (): string => this.#expression(depth - 1 - this.#draw.below(2))
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
    const statements = this.#draw.below(6)
    for (let k = 0; k < statements; k++) {
      const kind = this.#draw.below(10)
      if (kind < 7) {
        lines.push(`${this.#pick(['const', 'let', 'var'])} c${k} = ${this.#expression(2)}`)
        this.#names.push(`c${k}`)
      } else if (kind < 8) lines.push('log.push(next())')
      else if (kind < 9) lines.push(`w[0] = ${this.#name()}`)
      else lines.push(`${this.#pick(['x', 'y', 'z'])} = ${this.#expression(1)}`)
    }
    const last = this.#pick([
      () => `return ${this.#expression(3)}`,
      () =>
        `let t = 0\nfor (let k = 0; k < 3; k++) {\n  t += ${this.#expression(2)}\n  ${this.#draw.chance(0.3) ? 'x = x + 0.1' : ''}\n}\nreturn t`,
      () => `return w.map((q, j) => ${this.#expression(2)} + q * j).reduce((a, b) => a + b, 0)`,
    ])
    return `${helpers}function f(x, y, z, v, i, o, w, next, log) {\n${lines.join('\n')}\n${last()}\n}`
  }
}

meansTheSame({
  write: draw => new Writer(draw).program(),
  inputs,
  share: 1 / 2,
  call(f, [x, y, z]) {
    const log: unknown[] = []
    let calls = 0
    const next = (): number => 0.1 * ++calls + 0.05
    const result = f(x, y, z, [0.1, 0.2], 1, { p: 0.4 }, [0.5, -0.25, 1.25], next, log)
    return { values: [result], effects: `${calls} ${log.length}` }
  },
})
