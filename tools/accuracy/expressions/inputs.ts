/** Where an expression is tried: over all of float64, and at inputs as programs have them. Seeded. */
import { seeded, type Random } from '../../../tests/laws/samples.ts'
import type { Expression } from './table/expression.ts'
import { oracleOf } from './oracle.ts'

export const samplings = ['all of float64', 'moderate inputs'] as const
export type Sampling = (typeof samplings)[number]

const bits = new DataView(new ArrayBuffer(8))

function anyDouble(random: Random): number {
  for (;;) {
    bits.setUint32(0, random() * 2 ** 32)
    bits.setUint32(4, random() * 2 ** 32)
    const x = bits.getFloat64(0)
    if (Number.isFinite(x)) return x
  }
}

const draw: Readonly<Record<Sampling, (random: Random) => number>> = {
  'all of float64': anyDouble,
  /** 1e-8 to 1e8, every size as likely as another. */
  'moderate inputs': random => (random() < 0.5 ? -1 : 1) * 10 ** (16 * random() - 8),
}

export interface Point {
  readonly args: readonly number[]
  readonly exact: number
}

/** A domain so narrow that fewer than one in so many draws are in it is searched no longer. */
const drawsForOne = 60

/** Points at which the expression has a finite value, and is meant for. */
export function pointsOf(expression: Expression, sampling: Sampling, count: number): Point[] {
  const { names, exact } = oracleOf(expression.naive)
  const isMeant = new Function(...names, `return ${expression.where ?? 'true'}`) as (...args: number[]) => boolean
  const random = seeded(`${sampling} ${expression.name}`)
  const points: Point[] = []
  for (let drawn = 0; drawn < count * drawsForOne && points.length < count; drawn++) {
    const args = names.map(() => draw[sampling](random))
    if (!isMeant(...args)) continue
    const value = exact(Object.fromEntries(names.map((name, i) => [name, args[i]!])))
    if (value !== undefined) points.push({ args, exact: value })
  }
  return points
}
