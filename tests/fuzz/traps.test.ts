/**
 * Random programs of what makes code differ from the formula that it looks like: names that are shadowed, written again
 * or not there yet, getters, effects and their order, closures, generators, text that is joined by `+`, missing
 * semicolons, comments between any two tokens.
 */
import { meansTheSame, type Draw } from './differential.ts'

class Writer {
  readonly #draw: Draw
  /** Numbers in scope, innermost last. */
  readonly #scopes: string[][] = [['x', 'y', 'z']]
  #made = 0

  constructor(draw: Draw) {
    this.#draw = draw
  }

  #pick(all: readonly (() => string)[]): string {
    return this.#draw.pick(all)()
  }

  #name(): string {
    return this.#draw.pick(this.#scopes.flat())
  }

  /** A name for a number: a new one, or one that hides another. */
  #fresh(): string {
    return this.#draw.chance(0.2) ? this.#draw.pick(['x', 'y', 'z']) : `n${this.#made++}`
  }

  #within(names: readonly string[], write: () => string): string {
    this.#scopes.push([...names])
    const text = write()
    this.#scopes.pop()
    return text
  }

  #lists = ['w', '[x, y, z]', 'w.slice(1)', 'Array.from(w)', '[...w]']

  #atom(): string {
    return this.#pick([
      () => this.#name(),
      () => this.#name(),
      () => this.#name(),
      () => this.#draw.pick(['1', '2', '0.5', '1e-3', '3']),
      () => 'o.p',
      () => this.#draw.pick(['o.getter', 'o?.p', 'o["p"]', 'missing?.p', 'w[0]', 'w[1]', 'w.at(-1)', 'w.length']),
      () => this.#draw.pick(['next()', 'o.method()', '+s', 's.length', 'Number(s)', `${this.#name()}++`, `--y`]),
      () => `(${this.#name()} = ${this.#name()})`,
    ])
  }

  /** A name or a number, so that formulas that need one quantity twice have it. */
  #gap(): string {
    return this.#draw.chance(0.03) ? this.#draw.pick(['/* kept */ ', '\n', '// kept\n']) : ''
  }

  #expression(depth: number): string {
    if (depth <= 0) return this.#gap() + this.#atom()
    const e = (): string => this.#expression(depth - 1 - this.#draw.below(2))
    const a = this.#atom()
    const b = this.#name()
    return this.#pick([
      () => `Math.log(1 + ${e()})`,
      () => `Math.exp(${e()}) - 1`.replace(/^(.*)$/s, '($1)'),
      () => `Math.log(1 + Math.exp(${e()}))`,
      () => `1 / (1 + Math.exp(-${e()}))`.replace(/^(.*)$/s, '($1)'),
      () => `Math.log(sigmoid(${e()}))`,
      () => `Math.log(1 - sigmoid(${e()}))`,
      () => `Math.sqrt(${a} * ${a} + ${b} * ${b})`,
      () => `Math.sqrt(${e()} ** 2 + ${b} ** 2)`,
      () => `Math.log(Math.exp(${a}) + Math.exp(${b}))`,
      () => `Math.log(softmax(${this.#draw.pick(this.#lists)})[${this.#draw.pick(['0', '1', 'k', 'w.length - 1'])}])`,
      () => `Math.log(${this.#draw.pick(this.#lists)}.map(q => Math.exp(q)).reduce((p, q) => p + q, 0))`,
      () => `Math.log(${this.#draw.pick(this.#lists)}.reduce((p, q) => p + Math.exp(q + ${b}), 0))`,
      () => `Math.sqrt(${this.#draw.pick(this.#lists)}.reduce((p, ${this.#draw.pick(['q', 'x'])}) => p + q * q, 0))`,
      () => `(${e()} ${this.#draw.pick(['+', '-', '*', '/'])}${this.#gap()} ${e()})`,
      () => `(${e()} > 0.5 ? ${e()} : ${e()})`,
      () =>
        `(${e()} ${this.#draw.pick(['&&', '||', '??'])} ${e()})`
          .replace(/\?\? (.*)/, '?? ($1)')
          .replace(/&& (.*)/, '&& ($1)'),
      () => `(${e()}, ${e()})`,
      () => `(${this.#within(['q'], () => `q => ${e()}`)})(${e()})`,
      () => `(${this.#within(['q'], () => `(q = ${a}) => ${e()}`)})()`,
      () => `(x => ${e()})(${e()})`,
      () => `Number(\`\${${e()}}\`)`,
      () => `Number(s + ${e()})`,
      () => `("1" + Math.exp(${e()}) - 1)`,
      () => `Math.log("1" + ${e()})`,
      () => `Math.log(1 + \`\${${e()}}\`.length)`,
      () => `Math?.log?.(1 + ${e()})`,
      () => `(Math.log)(1 + ${e()})`,
      () => `Math['log'](1 + ${e()})`,
      () => `new Number(Math.log(1 + ${e()}))`.replace(/^(.*)$/s, '(+($1))'),
      () => `-Math.log(1 + ${e()})`.replace(/^(.*)$/s, '($1)'),
    ])
  }

  #declaration(): string {
    const value = this.#expression(2)
    const name = this.#fresh()
    const scope = this.#scopes.at(-1)!
    // A second `let` of the name would not parse.
    if (scope.includes(name) || (this.#scopes.length === 1 && ['x', 'y', 'z'].includes(name)))
      return `${name} = ${value}`
    const text = this.#pick([
      () => `const ${name} = ${value}`,
      () => `let ${name} = ${value}`,
      () => `let ${name}\n${name} = ${value}`,
      () => `const { ${name} } = { ${name}: ${value} }`,
      () => `const { ${name} = ${value} } = {}`,
      () => `let [${name}] = [${value}]`,
    ])
    // The scope of a shadowing name begins before its value: that reads it too early.
    if (new RegExp(`\\b${name}\\b`).test(value)) return `${this.#name()} = ${value}`.replace(/^n\d+ = /, 'x = ')
    scope.push(name)
    return text
  }

  #statement(depth: number): string {
    if (depth <= 0) return this.#declaration()
    const block = (names: readonly string[] = []): string => this.#within(names, () => this.#block(depth - 1))
    return this.#pick([
      () => this.#declaration(),
      () => this.#declaration(),
      () => this.#declaration(),
      () => `log.push(${this.#expression(2)})`,
      () => `log.push(next())`,
      () => `{\n${block()}\n}`,
      () => `if (${this.#name()} > 0.4) {\n${block()}\n} else {\n${block()}\n}`,
      () => `for (let k = 0; k < 3; k++) {\n${block()}\n}`,
      () => `for (const q of w) {\n${block(['q'])}\n}`,
      () => `for (x of w) {\n${block()}\n}`,
      () => `outer: for (const q of w) { if (q > 1) continue outer\n${block(['q'])}\n}`,
      () => `{ let turns = 0; do {\n${block()}\n} while (++turns < 2 && (x += 1) < 2) }`,
      () => `try {\n${block()}\n} catch (x) {\nlog.push(1)\n} finally {\n${block()}\n}`,
      () => `switch (k) {\ncase 0: y += 1\ncase 1: {\n${block()}\n}\ndefault: z = y\n}`,
      () => `{ const sigmoid = q => q / 2, softmax = q => q\n${block()}\n}`,
      () => `{ const Math = { log: q => q * 3, exp: q => q + 1, sqrt: q => q - 1 }\n${block()}\n}`,
      () => `{ const later = () => ${this.#expression(2)}\n${this.#statement(0)}\nlog.push(later()) }`,
      () =>
        `{ const made = []\nfor (${this.#draw.pick(['let', 'var'])} q = 0; q < 2; q++) made.push(() => ${this.#within(['q'], () => this.#expression(2))})\nfor (const one of made) log.push(one()) }`,
      () =>
        `{ function* some() { const q = ${this.#expression(1)}\nyield q\nyield ${this.#within(['q'], () => this.#expression(2))} }\nfor (const q of some()) {\n${block(['q'])}\n} }`,
      () =>
        `{ class Some { #p = ${this.#expression(1)}; get p() { return this.#p } static q = ${this.#expression(1)}; m() { return Math.log(1 + this.p) + Math.log(1 - sigmoid(this.#p)) } }\nlog.push(new Some().m() + Some.q) }`,
      () => `;[x, y] = [${this.#expression(1)}, x]`,
      () => `;({ p: x } = o)`,
      () => `x = z = ${this.#expression(2)}`,
      () => `w[${this.#draw.pick(['0', '1', 'k'])}] = ${this.#expression(1)}`,
      () =>
        `${this.#draw.pick(['x', 'y', 'z'])} ${this.#draw.pick(['+=', '-=', '*=', '||=', '&&=', '??='])} ${this.#expression(1)}`,
      () => `o.p ${this.#draw.pick(['=', '+='])} ${this.#expression(1)}`,
      () => `;(${this.#expression(2)})`,
      () => `;[${this.#expression(2)}].forEach(q => log.push(q))`,
      () => `try { log.push(early)\nconst early = ${this.#expression(1)} } catch { log.push(0) }`,
      () => `log.push(hoisted)\nvar hoisted = ${this.#expression(1)}`,
      () => `if (k) var hoisted = ${this.#expression(1)}\nlog.push(Math.log(1 + hoisted))`,
    ])
  }

  #block(depth: number): string {
    return Array.from({ length: 1 + this.#draw.below(3) }, () => this.#statement(depth)).join(
      this.#draw.pick(['\n', ';\n']),
    )
  }

  program(): string {
    const body = Array.from({ length: 1 + this.#draw.below(3) }, () => this.#statement(2)).join('\n')
    return `const sigmoid = t => 1 / (1 + Math.exp(-t))
const softmax = t => { const e = t.map(q => Math.exp(q)); const sum = e.reduce((a, b) => a + b, 0); return e.map(q => q / sum) }
function f(x, y, z, s, w, o, k, missing, next, log) {
${body}
return ${this.#expression(2)}
}`
  }
}

type Input = readonly [x: number, y: number, z: number, s: string, w: readonly number[], k: number]

const inputs: readonly Input[] = [
  [0.3, 0.7, 1.1, '2', [0.5, 0.25, 1.25], 1],
  [1.5, 0.2, -0.4, '', [2, -0.5], 0],
  [-0.8, 1.3, 0.6, '0.5', [0.1, 0.2, 0.3, 1.4], 1],
]

meansTheSame<Input>({
  write: draw => new Writer(draw).program(),
  inputs,
  share: 1 / 3,
  call(f, [x, y, z, s, w, k]) {
    const log: unknown[] = []
    const done: string[] = []
    let calls = 0
    const count = (what: string): number => {
      done.push(what)
      return 0.1 * ++calls + 0.05
    }
    const o = {
      p: 0.4,
      get getter() {
        return this.p * 2
      },
      method: () => count('method'),
    }
    const array = [...w]
    const result = f(x, y, z, s, array, o, k, undefined, () => count('next'), log)
    return { values: [result, ...log, ...array, o.p], effects: done.join() }
  },
})
