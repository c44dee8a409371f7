/** The page's side of the worker that measures errors. */
import type { Comparison, Curve } from '../../../../src/explain/curve.ts'
import type { Explanation } from '../../../../src/explain/explanation.ts'
import type { Environment } from '../../../../src/formula/environment.ts'
import type { Format } from '../../../../src/oracle/formats.ts'
import { start } from './start.ts'

/** A finding, or a trick of the explainer. */
export type Subject = Pick<Explanation, 'rule' | 'rewrite' | 'inputs' | 'limits'> | { readonly trick: string }

export type Question =
  | { readonly id: number; readonly kind: 'curve'; readonly subject: Subject; readonly format: Format['name'] }
  | { readonly id: number; readonly kind: 'values'; readonly subject: Subject; readonly inputs: Environment | number }
  | { readonly id: number; readonly kind: 'stop'; readonly curve: number }

/** `variable` is the varied input, in the notation of the rewrite. */
export interface Drawn {
  readonly curve: Curve
  readonly variable: string
}

export interface Values {
  readonly inputs: Environment
  readonly float64: Comparison
  readonly float32: Comparison
}

type Answer = { id: number; progress: number } | { id: number; result: never } | { id: number; error: string }

interface Waiting {
  resolve(result: never): void
  reject(error: Error): void
  progress(share: number): void
}

let worker: Worker | undefined
let questions = 0
const waiting = new Map<number, Waiting>()

function started(): Worker {
  if (worker) return worker
  worker = start()
  worker.onmessage = ({ data }: MessageEvent<Answer>) => {
    const asked = waiting.get(data.id)
    if ('progress' in data) return asked?.progress(data.progress)
    waiting.delete(data.id)
    if ('error' in data) asked?.reject(new Error(data.error))
    else asked?.resolve(data.result)
  }
  return worker
}

function ask<T>(question: (id: number) => Question, progress: (share: number) => void = () => {}): Promise<T> {
  const id = ++questions
  return new Promise<T>((resolve, reject) => {
    waiting.set(id, { resolve, reject, progress })
    started().postMessage(question(id))
  })
}

/** A copy of what may be reactive: a worker takes plain data. */
const plain = (inputs: Environment | number): Environment | number =>
  typeof inputs === 'number'
    ? inputs
    : Object.fromEntries(
        Object.entries(inputs).map(([name, value]) => [name, typeof value === 'number' ? value : [...value]]),
      )

/** Undefined if there is nothing to draw, or it was stopped by the signal. */
export const curve = (
  subject: Subject,
  format: Format['name'],
  signal: AbortSignal,
  progress?: (share: number) => void,
): Promise<Drawn | undefined> =>
  ask(id => {
    signal.addEventListener('abort', () => worker?.postMessage({ id: 0, kind: 'stop', curve: id } satisfies Question))
    return { id, kind: 'curve', subject: spared(subject), format }
  }, progress)

export const values = (subject: Subject, inputs: Environment | number) =>
  ask<Values | undefined>(id => ({ id, kind: 'values', subject: spared(subject), inputs: plain(inputs) }))

/** Of a finding, what a worker has to know. */
const spared = (subject: Subject): Subject =>
  'trick' in subject
    ? subject
    : {
        rule: subject.rule,
        rewrite: subject.rewrite,
        inputs: plain(subject.inputs) as Environment,
        limits: Object.fromEntries(
          Object.entries(subject.limits).map(([name, { low, high }]) => [name, { low, high }] as const),
        ),
      }
