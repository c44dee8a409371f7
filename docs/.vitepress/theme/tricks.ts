/**
 * The tricks of the explainer as data: which rewrite each one is, and how its slider moves the same three logits. The
 * formulas, the errors and the values all come from the rules.
 */
import type { Environment } from '../../../src/formula/environment.ts'
import type { Sweep } from '../../../src/explain/sweep.ts'
import { rules } from '../../../src/rules/index.ts'
import type { RuleRewrite } from '../../../src/rules/rule.ts'

/** What a classifier says of three classes. */
export const logits = [2, 1, -1] as const

export interface Trick {
  readonly id: string
  readonly rule: string
  readonly rewrite: string
  /** What the slider is called, and what it does. */
  readonly slider: string
  readonly sweep: Sweep
  readonly start: number
}

const sweep = (scale: Sweep['scale'], from: number, to: number, breaks: number, at: (t: number) => Environment): Sweep => ({
  variable: 't',
  scale,
  from,
  to,
  breaks,
  at,
})

const moved = (t: number): number[] => logits.map(z => z + t)
const scaled = (t: number): number[] => logits.map(z => z * t)

export const tricks: readonly Trick[] = [
  {
    id: 'log-sum-exp',
    rule: 'prefer-log-sum-exp',
    rewrite: 'log(sum(exp(x)))',
    slider: 't is added to each logit',
    sweep: sweep('linear', -1000, 1000, 800, t => ({ x: moved(t) })),
    start: 0,
  },
  {
    id: 'log-softmax',
    rule: 'prefer-log-softmax',
    rewrite: 'log(softmax(z)[k])',
    slider: 't multiplies each logit; the third class was right',
    sweep: sweep('linear', 0, 500, 300, t => ({ z: scaled(t), k: 2 })),
    start: 2.5,
  },
  {
    id: 'bce-with-logits',
    rule: 'prefer-bce-with-logits',
    rewrite: 'if(y, -log(sigmoid(z)), -log(sigmoid(-z)))',
    slider: 't multiplies the third logit, −1, and its class was right',
    sweep: sweep('linear', 0, 1000, 800, t => ({ z: logits[2] * t, y: 1 })),
    start: 1,
  },
  {
    id: 'log1mexp',
    rule: 'prefer-log1mexp',
    rewrite: 'log(1 - exp(x))',
    slider: 't divides the third logit: −1 / t is the logarithm of a probability near 1',
    sweep: sweep('log', 1, 1e20, 1e17, t => ({ x: logits[2] / t })),
    start: 1,
  },
  {
    id: 'variance',
    rule: 'prefer-stable-variance',
    rewrite: 'sum(x^2) / count(x) - (sum(x) / count(x))^2',
    slider: 't is added to each logit, which leaves their variance as it is',
    sweep: sweep('log', 1, 1e12, 1e9, t => ({ x: moved(t) })),
    start: 1,
  },
  {
    id: 'lgamma',
    rule: 'prefer-lgamma',
    rewrite: 'log(gamma(x))',
    slider: 't is added to the first logit, 2',
    sweep: sweep('linear', 0, 300, 200, t => ({ x: logits[0] + t })),
    start: 3,
  },
  {
    id: 'norm',
    rule: 'prefer-scaled-norm',
    rewrite: 'sqrt(sum(x^2))',
    slider: 't multiplies each logit',
    sweep: sweep('log', 1, 1e300, 1e200, t => ({ x: scaled(t) })),
    start: 1,
  },
]

export function trickOf(id: string): { readonly rewrite: RuleRewrite; readonly sweep: Sweep } {
  const trick = tricks.find(other => other.id === id)!
  const lines = rules.find(({ name }) => name === trick.rule)!.lines
  return { rewrite: lines.find(({ text }) => text.startsWith(`${trick.rewrite} ->`))!, sweep: trick.sweep }
}
