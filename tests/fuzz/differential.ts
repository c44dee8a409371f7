/**
 * Random programs are fixed and run beside themselves: same results on ordinary input, never a worse one elsewhere, the
 * same calls in the same order, nothing left to fix. Where the two disagree, numbers of hundreds of digits decide.
 * CI runs the same programs every time, `npm run fuzz` new ones, and more: FUZZ says how many of each kind, FUZZ_SEED
 * repeats a run. fast-check shrinks a program that fails to the smallest one that does.
 */
import fc from 'fast-check'
import { fixAll, lint } from '../lint.ts'
import * as runtime from '../../src/runtime/index.ts'
import { arithmetic, exactly } from './exactly.ts'

/** Four files of tests: 2,000 programs in all. */
const programs = Number(process.env['FUZZ'] ?? 500)
const seed = Number(process.env['FUZZ_SEED'] ?? 1)

/** The random choices of which a program is made. */
export class Draw {
  readonly #value: fc.GeneratorValue

  constructor(value: fc.GeneratorValue) {
    this.#value = value
  }

  below(n: number): number {
    return this.#value(fc.nat, n - 1)
  }

  pick<T>(all: readonly T[]): T {
    return all[this.below(all.length)]!
  }

  chance(probability: number): boolean {
    return this.below(1000) >= 1000 * (1 - probability)
  }
}

/** What a program gave, and in words what it did. */
export interface Outcome {
  readonly values: readonly unknown[]
  readonly effects: string
}

export interface Kind<Input> {
  readonly write: (draw: Draw) => string
  /** Of these the effects are compared, too. */
  readonly inputs: readonly Input[]
  /** Where naive formulas go wrong: rounding may have taken the wrong branch, so only results are compared. */
  readonly hazards?: readonly Input[]
  /** Calls the program's function `f`. */
  readonly call: (f: (...args: unknown[]) => unknown, input: Input) => Outcome
  /** Of the programs, how many at least have something to fix. */
  readonly share: number
  readonly fix?: (code: string) => string
  readonly remaining?: (code: string) => readonly { readonly fix?: unknown; readonly fatal?: unknown }[]
  /** Makes JavaScript of it. */
  readonly compile?: (code: string) => string
}

/** What both may differ by: a naive sum of squares that cancels has lost as much on ordinary input. */
const tolerance = 1e-9
/** How many digits decide; where fewer say something else, there is no decision. A sum of 1e200 and 1e-200 has 400. */
const precisions = [150, 900]

const distance = (a: number, b: number): number => (Object.is(a, b) || a === b ? 0 : Math.abs(a - b))
const scale = (x: number): number => tolerance * Math.max(1, Math.abs(x))
const agree = (a: number, b: number): boolean => distance(a, b) <= scale(a)

/** Whether the fixed program is no worse than the naive one was. NaN and an infinity are infinitely wrong. */
function isNoWorse(before: number, after: number, exact: number): boolean {
  const wrong = (value: number): number =>
    Object.is(value, exact) ? 0 : (distance(value, exact) || 0) + (Number.isNaN(value) ? Infinity : 0)
  return Number.isNaN(exact) || wrong(after) <= Math.max(4 * wrong(before), scale(exact))
}

/** What the naive program would give without rounding, and whether doubles overflow on the way. */
interface Exact {
  readonly values: readonly unknown[]
  readonly overflows: boolean
}

function difference(before: Outcome, after: Outcome, isHazard: boolean, exact: () => Exact): string | undefined {
  if (before.effects !== after.effects) return isHazard ? undefined : `did ${before.effects} and then ${after.effects}`
  if (before.values.length !== after.values.length)
    return `gave ${before.values.join()} and then ${after.values.join()}`
  for (const [i, value] of before.values.entries()) {
    // An entry that is not there is NaN in arithmetic.
    const other = typeof value === 'number' && after.values[i] === undefined ? NaN : after.values[i]
    if (Object.is(value, other)) continue
    if (typeof value === 'number' && typeof other === 'number') {
      if (agree(value, other)) continue
      const { values, overflows } = exact()
      // Rules differ at infinities on purpose, and their pages say so: NaN behind one is the business of the laws.
      if (overflows && Number.isNaN(other)) continue
      const right = values[i]
      if (right === undefined || isNoWorse(value, other, Number(right))) continue
      return `gave ${value} and then ${other}, and ${Number(right)} is right`
    }
    return `gave ${String(value)} and then ${String(other)}`
  }
  return undefined
}

const withoutImports = (code: string): string => code.replace(/^import .*\n/gm, '')
const functionOf = (code: string, library: string, value: unknown): ((...args: unknown[]) => unknown) =>
  (new Function(library, `'use strict';${code}\nreturn f`) as (library: unknown) => (...args: unknown[]) => unknown)(
    value,
  )

export function meansTheSame<Input>({
  write,
  inputs,
  hazards = [],
  call,
  share,
  fix = fixAll,
  remaining = lint,
  compile = code => code,
}: Kind<Input>): void {
  const outcomeOf = (f: (...args: unknown[]) => unknown, input: Input): Outcome => {
    try {
      return call(f, input)
    } catch (error) {
      return { values: [], effects: String(error) }
    }
  }
  /** Values only if enough digits for them are at hand. */
  const exactValues = (code: string, input: Input): Exact => {
    const program = exactly(compile(code))
    let overflows = false
    const [few, many] = precisions.map(
      digits =>
        outcomeOf(
          functionOf(
            program,
            '$',
            arithmetic(digits, () => (overflows = true)),
          ),
          input,
        ).values,
    )
    return { values: few!.map((value, i) => (agree(Number(value), Number(many![i])) ? value : undefined)), overflows }
  }

  it(`${programs} random programs mean the same when they are fixed`, { timeout: programs * 1500 }, () => {
    let changed = 0
    let tried = 0
    const program = fc.gen().map(value => write(new Draw(value)))
    const property = fc.property(program, code => {
      tried++
      const fixed = fix(code)
      if (fixed === code) return
      changed++
      const told = `${code}\n\nbecame\n\n${fixed}`
      const left = remaining(fixed).filter(message => message.fix || message.fatal)
      if (left.length > 0) throw new Error(`still to be fixed: ${JSON.stringify(left)} in ${told}`)
      const [naive, stable] = [code, fixed].map(each => functionOf(withoutImports(compile(each)), 'stable', runtime))
      for (const input of [...inputs, ...hazards]) {
        const isHazard = hazards.includes(input)
        const [before, after] = [outcomeOf(naive!, input), outcomeOf(stable!, input)]
        const different = difference(before, after, isHazard, () => exactValues(code, input))
        if (different) throw new Error(`at ${JSON.stringify(input)}, it ${different}: ${told}`)
      }
    })
    fc.assert(property, { numRuns: programs, seed })
    expect(changed).toBeGreaterThan(tried * share)
  })
}
