/**
 * The patterns of all rules, each written in a random style about random quantities, beside each other in one function:
 * other terms around them, names in common, quantities that are 0, infinite or no number.
 */
import type { Formula } from '../../src/formula/formula.ts'
import { rules } from '../../src/rules/index.ts'
import type { RuleRewrite } from '../../src/rules/rule.ts'
import { spelled, type Style } from '../laws/spelling.ts'
import { meansTheSame, type Draw } from './differential.ts'

/** What JavaScript has no spelling for, and what nobody writes without a library. */
const unspeakable = new Set(['self', 'list', 'gamma', 'factorial', 'softmax', 'discriminant', 'norm', 'variance'])

const symbolsOf = (f: Formula): readonly Formula[] => (f.op === 'symbol' ? [f] : f.args.flatMap(symbolsOf))
const speakable = (f: Formula): boolean => !unspeakable.has(f.op) && f.args.every(speakable)
const lines = rules
  .flatMap(rule => rule.lines)
  .filter(({ kind, pattern }) => kind === 'fix' && speakable(pattern) && !pattern.domain)

class Writer {
  readonly #draw: Draw
  readonly #prelude = new Set<string>()
  readonly #lines: string[] = []
  #names = ['x', 'y', 'z', 'x', 'y', 'z']

  constructor(draw: Draw) {
    this.#draw = draw
  }

  #style(): Style {
    const pick = <T>(...all: readonly T[]): T => this.#draw.pick(all)
    return {
      name: 'random',
      language: 'js',
      math: 'member',
      power: pick('products', 'operators', 'calls'),
      reversed: pick(true, false),
      held: this.#draw.chance(0.2),
      sums: pick('chained', 'reduced', 'helper'),
      atomics: pick('written', 'helper'),
    }
  }

  #quantity(): string {
    const name = this.#draw.pick(this.#names)
    return this.#draw.pick([
      name,
      name,
      name,
      name,
      `${name} + ${this.#draw.pick(['1', '0.5', 'y'])}`,
      `2 * ${name}`,
      `-${name}`,
      `${name} / z`,
      '0.5',
      '2',
      'v[k]',
      'next()',
    ])
  }

  /** What stands for the variables of a line: a constant where the line asks for one. */
  #values({ pattern, conditions, hazard }: RuleRewrite): Record<string, string> {
    const values: Record<string, string> = { 'count of': 'v' }
    const vectors = this.#draw.pick([
      ['v', 'w'],
      ['w', 'v'],
      ['v', 'v'],
    ])
    for (const { name, domain } of symbolsOf(pattern)) {
      if (values[name!] !== undefined) continue
      const mustBe = (predicate: string): boolean =>
        conditions.some(each => each.predicate === predicate && each.args.some(arg => arg.name === name))
      if (name!.endsWith('...')) values[name!] = this.#draw.pick(['x y', 'y z x'])
      else if (domain) values[name!] = vectors.shift() ?? 'w'
      else if (mustBe('tiny') || mustBe('constant')) values[name!] = String(hazard[name!])
      else values[name!] = this.#quantity()
    }
    return values
  }

  #part(): string {
    const line = this.#draw.pick(lines)
    const { prelude, statements, text } = spelled(line.pattern, this.#style(), this.#values(line))
    for (const one of prelude) this.#prelude.add(one)
    if (statements.length === 0) return `(${text})`
    // Held parts have the same names in every pattern.
    const made = `r${this.#lines.length}`
    this.#lines.push(`let ${made}\n{\n${statements.join('\n')}\n${made} = ${text}\n}`)
    return made
  }

  #expression(): string {
    const part = this.#part()
    return this.#draw.pick([
      () => part,
      () => part,
      () => `${this.#quantity()} + ${part}`,
      () => `${part} * ${this.#draw.pick(this.#names)} - ${this.#draw.pick(this.#names)}`,
      () => `${this.#draw.pick(this.#names)} - ${part}`,
      () => `${part} / ${this.#part()}`,
      () => `-${part} + ${this.#part()}`,
      () => `(${this.#draw.pick(this.#names)} > 0.5 ? ${part} : ${this.#draw.pick(this.#names)})`,
      () => `Math.sqrt(${part})`,
      () => `Math.log(${part})`,
    ])()
  }

  program(): string {
    const statements = this.#draw.below(4)
    for (let k = 0; k < statements; k++) {
      const value = this.#expression()
      this.#lines.push(`const c${k} = ${value}`)
      this.#names.push(`c${k}`)
      if (this.#draw.chance(0.2))
        this.#lines.push(this.#draw.pick(['x = y', 'z += 0.5', 'log.push(next())', 'v[0] = x']))
    }
    const result = this.#expression()
    return `${[...this.#prelude].join('\n')}\nfunction f(x, y, z, v, w, k, next, log) {\n${this.#lines.join('\n')}\nreturn ${result}\n}`
  }
}

type Input = readonly [x: number, y: number, z: number]

meansTheSame<Input>({
  write: draw => new Writer(draw).program(),
  inputs: [
    [0.3, 0.7, 1.1],
    [1.5, 0.2, 0.4],
    [0.8, 1.3, 2.6],
  ],
  hazards: [
    [-0.8, 1.3, 0.6],
    [1e-9, 40, -40],
    [800, 1e-17, -1e-5],
    [-750, 2e200, 1e-200],
    [0, -0, 1],
    [Infinity, 0.5, 1],
    [1, Infinity, 0],
    [0.5, 2, NaN],
  ],
  share: 1 / 2,
  call(f, [x, y, z]) {
    const log: unknown[] = []
    let calls = 0
    const next = (): number => 0.1 * ++calls + 0.05
    const result = f(x, y, z, [0.1, 0.9, 0.35], [0.5, 0.25, 1.25], 1, next, log)
    return { values: [result], effects: `${calls} ${log.length}` }
  },
})
