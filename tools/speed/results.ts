/** What `npm run bench -- --write` has measured, as it lies in bench/runtime/results.json. */
import { readFileSync } from 'node:fs'

/** A ratio to the time of the naive code; null where the call throws. */
export interface Peer {
  readonly library: string
  /** Computes in float32. */
  readonly single?: boolean
  readonly ratio: number | null
}

export interface Result {
  readonly atomic: string
  readonly kind: 'number' | 'Float64Array' | 'number[]'
  readonly n: number
  /** Of the naive code, for one number or one entry. */
  readonly nanoseconds: number
  readonly ratio: number
  /** The fastest first. */
  readonly peers: readonly Peer[]
}

export interface Measured {
  readonly node: string
  readonly results: readonly Result[]
}

export const measured = (): Measured =>
  JSON.parse(readFileSync(new URL('../../bench/runtime/results.json', import.meta.url), 'utf8')) as Measured

export const nameOf = ({ library, single }: Peer): string => (single ? `${library} (float32)` : library)

export const scalarsOf = (results: readonly Result[]): readonly Result[] =>
  results.filter(({ kind }) => kind === 'number')

/** All sizes of a vector atomic. */
export interface Vector {
  readonly atomic: string
  readonly typed: readonly Result[]
  readonly plain: readonly Result[]
}

export function vectorsOf(results: readonly Result[]): readonly Vector[] {
  const vectors = results.filter(({ kind }) => kind !== 'number')
  return [...new Set(vectors.map(({ atomic }) => atomic))].map(atomic => {
    const its = vectors.filter(result => result.atomic === atomic)
    return {
      atomic,
      typed: its.filter(({ kind }) => kind === 'Float64Array'),
      plain: its.filter(({ kind }) => kind === 'number[]'),
    }
  })
}

/** The peers of a vector atomic, each with its ratio at every size: null where it throws or was not measured. */
export function peersOf({ typed }: Vector): readonly { name: string; ratios: readonly (number | null)[] }[] {
  const names = [...new Set(typed.flatMap(({ peers }) => peers.map(nameOf)))]
  return names.map(name => ({
    name,
    ratios: typed.map(({ peers }) => peers.find(peer => nameOf(peer) === name)?.ratio ?? null),
  }))
}
