/** One atomic, by everyone who has it: ours, the peers, and the formula that it stands for. */
import * as runtime from '../../src/runtime/index.ts'
import { naive } from '../peers/naive.mjs'
import { peers } from '../peers/peers.ts'
import { atomics, type Atomic, type Goal } from './atomics.ts'
import { measure, type Call, type Measured } from './measure.ts'
import { pointsOf } from './reference.ts'

export interface Row extends Measured {
  readonly who: string
  readonly single: boolean
}

export interface Comparison {
  readonly name: string
  readonly atomic: Atomic
  readonly ours: Row
  readonly peers: readonly Row[]
  readonly naive: Row
  /** The peer with the smallest error; one in float32 only where there is no other. */
  readonly best: Row | undefined
  readonly reached: readonly { readonly goal: Goal; readonly max: number; readonly absolute: number }[]
}

/** Atomics that the runtime has: the table of goals may be ahead of it. */
export const present = Object.keys(atomics).filter(name => name in runtime)

export function compare(name: string): Comparison {
  const atomic = atomics[name]!
  const points = pointsOf(name)
  const call = runtime[name as keyof typeof runtime] as Call
  const row = (who: string, by: Call, single = false): Row => ({ who, single, ...measure(atomic, points, by) })
  const others = (peers[name] ?? []).map(peer => row(peer.library, peer.call, peer.single))
  return {
    name,
    atomic,
    ours: row('stable-math', call),
    peers: others,
    naive: row('naive', naive[name]!),
    best: others.toSorted((a, b) => Number(a.single) - Number(b.single) || order(a.max, b.max) || a.mean - b.mean)[0],
    reached: atomic.goals.map(goal => {
      const { max, absolute } = measure(atomic, goal.only ? points.filter(({ x }) => goal.only![1](x)) : points, call)
      return { goal, max, absolute }
    }),
  }
}

/** Two infinities differ by NaN. */
const order = (a: number, b: number): number => (a === b ? 0 : a - b)

export const isMet = ({ goal, max, absolute }: Comparison['reached'][number]): boolean =>
  max <= goal.ulp && absolute <= (goal.absolute ?? Infinity)
