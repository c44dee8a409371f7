/** The page's side of the linting worker: it starts with the first question, and starts anew after it was stopped. */
import type { Explanation } from '../../../../src/explain/explanation.ts'
import { start } from './start.ts'

export interface Source {
  readonly code: string
  readonly language: 'javascript' | 'typescript'
  readonly strict: boolean
  readonly settings: Readonly<Record<string, unknown>>
}

export interface Message {
  readonly message: string
  readonly rule: string | undefined
  readonly fatal: boolean
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
  readonly edits: readonly { readonly title: string; readonly range: readonly [number, number]; readonly text: string }[]
}

export interface Linted {
  readonly messages: readonly Message[]
  readonly findings: readonly Explanation[]
  /** Of ESLint alone, in milliseconds. */
  readonly duration: number
}

export interface Job {
  readonly id: number
  readonly kind: 'lint' | 'fix'
  readonly source: Source
}

type Answer = { id: number; result: never } | { id: number; error: string }

export class Stopped extends Error {}

let worker: Worker | undefined
let jobs = 0
const waiting = new Map<number, { resolve(result: never): void; reject(error: Error): void }>()

function started(): Worker {
  if (worker) return worker
  worker = start()
  worker.onmessage = ({ data }: MessageEvent<Answer>) => {
    const job = waiting.get(data.id)
    waiting.delete(data.id)
    if ('error' in data) job?.reject(new Error(data.error))
    else job?.resolve(data.result)
  }
  worker.onerror = event => stop(new Error(event.message || 'the worker could not be loaded'))
  return worker
}

function ask<T>(kind: Job['kind'], source: Source): Promise<T> {
  const id = ++jobs
  return new Promise<T>((resolve, reject) => {
    waiting.set(id, { resolve, reject })
    started().postMessage({ id, kind, source } satisfies Job)
  })
}

export const lint = (source: Source): Promise<Linted> => ask('lint', source)
export const fix = (source: Source): Promise<string> => ask('fix', source)

/** Ends whatever the worker is at. */
export function stop(reason: Error = new Stopped()): void {
  worker?.terminate()
  worker = undefined
  for (const { reject } of waiting.values()) reject(reason)
  waiting.clear()
}
