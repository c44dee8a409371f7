/** Random loops, accumulators and arrays: what they leave in the arrays counts, too. */
import { meansTheSame, type Draw } from './differential.ts'

class Writer {
  readonly #draw: Draw
  readonly #sums: string[] = []
  readonly #arrays: string[] = ['w', 'u']
  /** Arrays that may get holes, which `map` skips and a call reads as NaN. */
  readonly #growing = new Set<string>()
  #made = 0

  constructor(draw: Draw) {
    this.#draw = draw
  }

  #pick<T>(all: readonly T[]): T {
    return this.#draw.pick(all)
  }

  #chance(probability: number): boolean {
    return this.#draw.chance(probability)
  }

  #sum(): string {
    return this.#sums.length > 0 ? this.#pick(this.#sums) : 'a'
  }

  /** A number within a loop whose element is `at`. */
  #each(at: string, index: string): string {
    return this.#pick([
      () => at,
      () => at,
      () => `${at} * ${at}`,
      () => `Math.exp(${at})`,
      () => `Math.exp(${at})`,
      () => `Math.exp(${at} - ${this.#sum()})`,
      () => `Math.exp(${at} / 2)`,
      () => `${at} ** 2`,
      () => `${at} * u[${index}]`,
      () => `${this.#pick(this.#arrays)}[${index}]`,
      () => `${this.#pick(this.#arrays)}[${index}] / ${this.#sum()}`,
      () => `Math.exp(${at}) / ${this.#sum()}`,
      () => 'a',
      () => '1',
    ])()
  }

  #declaration(): string {
    const name = `c${this.#made++}`
    if (this.#chance(0.6)) {
      this.#sums.push(name)
      return `${this.#pick(['let', 'let', 'var'])} ${name} = ${this.#pick(['0', '0', '0', '0.0', '1', '-Infinity', 'w[0]', '0.5', '-1e9'])}`
    }
    this.#arrays.push(name)
    const made = this.#pick([
      '[]',
      '[]',
      'new Float64Array(w.length)',
      'new Array(w.length).fill(0)',
      'w.slice()',
      'w.map(q => Math.exp(q))',
      '[0, 0, 0]',
    ])
    if (made === '[]') this.#growing.add(name)
    return `const ${name} = ${made}`
  }

  #step(at: string, index: string, over: string): string {
    const each = (): string => this.#each(at, index)
    const [sum, array] = [this.#sums.length > 0 ? this.#pick(this.#sums) : 'w[0]', this.#pick(this.#arrays)]
    return this.#pick([
      () => `${sum} += ${each()}`,
      () => `${sum} += ${each()}`,
      () => `${sum} += ${each()}`,
      () => `${sum} = ${sum} + ${each()}`,
      () => `${sum} -= ${each()}`,
      () => `if (${at} > ${sum}) ${sum} = ${at}`,
      () => `${sum} = Math.max(${sum}, ${at})`,
      () => `if (${at} > 0.5) ${sum} += ${each()}`,
      () => `${array}[${index}] = ${each()}`,
      () => `${array}[${index}] = ${each()}`,
      () => `${array}[${index}] /= ${sum}`,
      () =>
        `${array}[${this.#pick(['0', array === 'w' ? '1' : '0', array !== 'u' ? '0' : `${index} + 1`])}] = ${each()}`,
      () => (array === 'w' || array === 'u' || array === over ? `${sum} += 1` : `${array}.push(${each()})`),
      () => `${this.#pick(['const', 'let', 'var'])} t${this.#made} = ${each()}; ${sum} += t${this.#made++}`,
      () => `log.push(${sum})`,
      () => `if (${at} > 1) ${this.#pick(['continue', 'break', 'return a'])}`,
    ])()
  }

  #loop(): string {
    const i = `i${this.#made++}`
    const array = this.#pick(this.#arrays)
    const steps = (at: string, index = i): string =>
      Array.from({ length: 1 + this.#draw.below(3) }, () => this.#step(at, index, array)).join('; ')
    return this.#pick([
      () => `for (let ${i} = 0; ${i} < w.length; ${i}++) { ${steps(`w[${i}]`)} }`,
      () => `for (let ${i} = 0; ${i} < w.length; ${i}++) { ${steps(`w[${i}]`)} }`,
      () => `for (let ${i} = 0; ${i} < ${array}.length; ${i}++) { ${steps(`${array}[${i}]`)} }`,
      () => `for (let ${i} = 0; ${i} < n; ${i}++) { ${steps(`u[${i}]`)} }`,
      () => `for (let ${i} = 1; ${i} < w.length; ${i}++) { ${steps(`w[${i}]`)} }`,
      () => `for (var ${i} = w.length - 1; ${i} >= 0; ${i}--) { ${steps(`w[${i}]`)} }`,
      () => `for (j = 0; j < w.length; j++) { ${steps('w[j]', 'j')} }`,
      () => `for (const v${i} of ${array}) { ${steps(`v${i}`, '0')} }`,
      () => `let ${i} = 0; while (${i} < w.length) { ${steps(`w[${i}]`).replace(/\bcontinue\b/, 'break')}; ${i}++ }`,
      () => `${array}.forEach((v${i}, ${i}) => { ${steps(`v${i}`).replace(/\b(continue|break)\b/, 'return')} })`,
      () =>
        `for (let ${i} = 0; ${i} < w.length; ${i}++) ${this.#sums.length > 0 ? `${this.#pick(this.#sums)} += ${this.#each(`w[${i}]`, i)}` : 'log.push(1)'}`,
    ])()
  }

  #statement(): string {
    if (this.#chance(0.75)) return this.#loop()
    const sum = this.#sums.length > 0 ? this.#pick(this.#sums) : 'a'
    return this.#pick([
      () => `${sum} = ${sum} / n`,
      () => `if (a > 0.3) ${sum} = ${sum} * 2; else ${sum} += 1`,
      () => 'w[1] = a',
      () => 'log.push(next())',
      () => `const get${this.#made} = () => ${sum}; log.push(get${this.#made++}())`,
      () => `log.push(${sum})`,
    ])()
  }

  #result(): string {
    const [s, t] = [this.#sum(), this.#sum()]
    const array = this.#pick(this.#arrays)
    return this.#pick([
      () => `Math.log(${s})`,
      () => `Math.log(${s}) + ${t}`,
      () => `Math.sqrt(${s})`,
      () => `Math.sqrt(${s} / w.length - (${t} / w.length) ** 2)`,
      () => `${s} / n - (${t} / n) * (${t} / n)`,
      () => `-Math.log(${array}[1] / ${s})`,
      () => `-Math.log(${array}[1])`,
      () => array,
      () => `Math.log(${this.#growing.has(array) ? 'w' : array}.map(q => Math.exp(q)).reduce((p, q) => p + q, 0))`,
      () => `[Math.log(${s}), ${array}]`,
    ])()
  }

  program(): string {
    const declarations = Array.from({ length: 2 + this.#draw.below(3) }, () => this.#declaration())
    const statements = Array.from({ length: 1 + this.#draw.below(4) }, () => this.#statement())
    return `function f(w, u, a, n, next, log) {\n  var j\n  ${[...declarations, ...statements].join('\n  ')}\n  return ${this.#result()}\n}`
  }
}

const inputs: readonly (readonly [readonly number[], readonly number[], number])[] = [
  [[0.3, 0.7, 1.1], [0.5, -0.25, 1.25], 0.4],
  [[1.5, 0.2, -0.4], [2, 3, 5], 0.1],
  [[-0.8, 1.3, 0.6, 0.9], [1, -1, 0.5, 0.25], 0.7],
  [[1000, 999, -1000], [1e-9, -1e200, 0], 3],
  [[], [], 1],
]

meansTheSame({
  write: draw => new Writer(draw).program(),
  inputs,
  share: 1 / 20,
  call(f, [w, u, a]) {
    const log: unknown[] = []
    let calls = 0
    const [first, second] = [[...w], [...u]]
    const result = f(first, second, a, w.length, () => ++calls, log)
    const returned = [result]
      .flat()
      .flatMap((part): unknown[] => (ArrayBuffer.isView(part) ? [...(part as Float64Array)] : [part]))
    return { values: [...returned, ...first, ...second, ...log], effects: String(calls) }
  },
})
