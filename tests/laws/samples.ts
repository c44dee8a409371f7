/**
 * Where the laws look: values for the variables of a rewrite, ordinary ones for its identity and its code, extreme ones
 * for what float64 does to it. Seeded, so that a law that fails today fails tomorrow.
 */
import type { Formula } from '../../src/formula/formula.ts'
import type { Environment, Value } from '../../src/rules/evaluate.ts'
import type { Rule, RuleRewrite, Sample } from '../../src/rules/rule.ts'

export type Random = () => number

/** Mulberry32. */
export function seeded(text: string): Random {
  let state = [...text].reduce((hash, character) => Math.imul(hash ^ character.codePointAt(0)!, 0x9e3779b1), 0x2545f491)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

export const oneOf = <T>(random: Random, all: readonly T[]): T => all[Math.floor(random() * all.length)]!

export interface Variable {
  readonly name: string
  readonly kind: 'scalar' | 'vector' | 'list'
  readonly sample: Sample | 'real'
}

/** The variables of the pattern, in the order in which they are written. */
export function variablesOf(rule: Rule, rewrite: RuleRewrite): Variable[] {
  const found = new Map<string, Variable>()
  const visit = (f: Formula): void => {
    if (f.op === 'count') return
    if (f.op === 'symbol') {
      const name = f.name!.replace('...', '')
      const kind = f.name!.endsWith('...') ? 'list' : f.domain ? 'vector' : 'scalar'
      found.set(name, { name, kind, sample: found.get(name)?.sample ?? rule.sample?.[name] ?? 'real' })
    }
    const [test] = f.args
    if (f.op === 'if' && test!.op === 'symbol')
      found.set(test!.name!, { name: test!.name!, kind: 'scalar', sample: 'boolean' })
    f.args.forEach(visit)
  }
  visit(rewrite.pattern)
  return [...found.values()]
}

const tenTo = (random: Random, low: number, high: number): number => 10 ** (low + random() * (high - low))
const signed = (random: Random): number => (random() < 0.5 ? -1 : 1)

const ordinary: Readonly<Record<Sample | 'real', (random: Random) => number>> = {
  real: random => signed(random) * tenTo(random, -3, 1.3),
  positive: random => tenTo(random, -2, 1.7),
  nonPositive: random => -tenTo(random, -3, 1.3),
  probability: random => random(),
  count: random => Math.floor(random() * 30),
  index: () => 0,
  boolean: random => Math.floor(random() * 2),
  small: random => signed(random) * tenTo(random, -9, -3),
  spread: random => 10 + 20 * random(),
  nearOne: random => 1 - tenTo(random, -9, -6),
}

const magnitudes = [
  0,
  5e-324,
  1e-310,
  2.3e-308,
  1e-200,
  1e-100,
  1e-30,
  1e-17,
  1e-16,
  3e-9,
  1e-5,
  0.01,
  0.3,
  0.5,
  0.69,
  1,
  1.5,
  2,
  5,
  17,
  30,
  37,
  100,
  170,
  171.7,
  200,
  700,
  709,
  710,
  745,
  746,
  1000,
  1e5,
  1e9,
  9007199254740991,
  1e17,
  1e100,
  1e154,
  1e160,
  1e300,
  1.797e308,
  Number.MAX_VALUE,
]
const everywhere = [...magnitudes, ...magnitudes.map(x => -x), Infinity, -Infinity, NaN]
const counts = [0, 1, 2, 3, 10, 20, 100, 170, 171, 200, 1000, 1e6, 1e9]
const mostEverywhere: Partial<Record<Sample | 'real', readonly number[]>> = { count: counts, boolean: [0, 1] }

const extremesOf = ({ sample }: Variable): readonly number[] => mostEverywhere[sample] ?? everywhere

function environmentOf(
  variables: readonly Variable[],
  random: Random,
  lengths: readonly number[],
  value: (variable: Variable, length: number) => number,
): Environment {
  const length = oneOf(random, lengths)
  return Object.fromEntries(
    variables.map((variable): [string, Value] => {
      const entries = variable.kind === 'list' ? Math.max(length, 1) : length
      if (variable.kind !== 'scalar')
        return [variable.name, Array.from({ length: entries }, () => value(variable, length))]
      return [variable.name, variable.sample === 'index' ? Math.floor(random() * length) : value(variable, length)]
    }),
  )
}

/** Values of everyday size. */
export function ordinarySamples(rule: Rule, rewrite: RuleRewrite, count: number): Environment[] {
  const random = seeded(`ordinary ${rewrite.text}`)
  const variables = variablesOf(rule, rewrite)
  return Array.from({ length: count }, () =>
    environmentOf(variables, random, [2, 3, 4, 6], variable => ordinary[variable.sample](random)),
  )
}

/** Zeros of both signs, subnormals, huge values, infinities and NaN, alone and beside ordinary ones. */
export function extremeSamples(rule: Rule, rewrite: RuleRewrite, count: number): Environment[] {
  const random = seeded(`extreme ${rewrite.text}`)
  const variables = variablesOf(rule, rewrite)
  const [only] = variables
  if (variables.length === 1 && only!.kind === 'scalar') {
    const swept = Array.from({ length: count - everywhere.length }, () => ordinary[only!.sample](random))
    return [...extremesOf(only!), ...swept].map(value => ({ [only!.name]: value }))
  }
  const lengths = variables.some(({ sample }) => sample === 'index') ? [1, 2, 3] : [0, 1, 2, 3, 5]
  const shares = [0.15, 0.5, 1]
  return Array.from({ length: count }, () => {
    const share = oneOf(random, shares)
    // Finite values mostly: one NaN hides all that the others would show.
    const extreme = (variable: Variable): number => {
      const value = oneOf(random, extremesOf(variable))
      return Number.isFinite(value) || random() < 0.3 ? value : oneOf(random, extremesOf(variable))
    }
    return environmentOf(variables, random, lengths, variable =>
      random() < share ? extreme(variable) : ordinary[variable.sample](random),
    )
  })
}

const buffer = new DataView(new ArrayBuffer(8))

/** The double some steps away. */
function stepped(x: number, steps: number): number {
  if (!Number.isFinite(x)) return x
  buffer.setFloat64(0, x)
  buffer.setBigInt64(0, buffer.getBigInt64(0) + BigInt(x === 0 ? Math.abs(steps) : steps))
  const result = buffer.getFloat64(0)
  return Number.isFinite(result) ? result : x
}

const discrete: ReadonlySet<string> = new Set<Sample>(['count', 'index', 'boolean'])

/** The same values but for a few units in the last place. */
export function neighbours(rule: Rule, rewrite: RuleRewrite, environment: Environment, count: number): Environment[] {
  const random = seeded(rewrite.text)
  const near = (x: number): number => stepped(x, Math.floor(random() * 9) - 4)
  const move = ({ name, sample }: Variable): [string, Value] => {
    const value = environment[name]!
    return [name, discrete.has(sample) ? value : typeof value === 'number' ? near(value) : value.map(near)]
  }
  const variables = variablesOf(rule, rewrite)
  return Array.from({ length: count }, () => Object.fromEntries(variables.map(move)))
}
