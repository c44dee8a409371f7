/** What the explainer shows of each trick before any script runs: its formulas, typeset when the site is built. */
import { sidesOf } from '../../../src/explain/explain.ts'
import { trickOf, tricks } from './tricks.ts'

export interface TrickShown {
  readonly rule: string
  readonly atomic: string
  readonly slider: string
  readonly scale: 'linear' | 'log'
  readonly from: number
  readonly to: number
  readonly start: number
  readonly naive: string
  readonly stable: string
}

declare const data: Readonly<Record<string, TrickShown>>
export { data }

export default {
  watch: ['../../../src/rules/*.ts'],
  load: (): Readonly<Record<string, TrickShown>> =>
    Object.fromEntries(
      tricks.map(({ id, rule, slider, start, sweep: { scale, from, to } }) => {
        const { rewrite } = trickOf(id)
        const { naive, stable } = sidesOf(rewrite)
        const [, atomic] = /-> -?(\w+)/.exec(rewrite.text)!
        return [id, { rule, atomic: atomic!, slider, scale, from, to, start, naive, stable: stable! }]
      }),
    ),
}
