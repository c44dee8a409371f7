/** Shares the files among as many threads as there are processors. Each thread asks for one file after another. */
import { join } from 'node:path'
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { Checked } from './check.ts'

export interface Task {
  readonly root: string
  readonly file: string
}

/** The results in the order of the tasks. */
export async function checkAll(tasks: readonly Task[], advance: () => void): Promise<readonly Checked[]> {
  const results: Checked[] = []
  let next = 0
  const work = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const worker = new Worker(new URL('./worker.ts', import.meta.url), { execArgv: ['--import', 'jiti/register'] })
      let at: number
      const ask = (): void => {
        at = next++
        if (at < tasks.length) worker.postMessage(tasks[at])
        else void worker.terminate()
      }
      worker.on('message', (checked: Checked) => {
        results[at] = checked
        advance()
        ask()
      })
      worker.on('error', reject)
      worker.on('exit', code => {
        const task = tasks[at]
        if (task) reject(new Error(`A thread ended with code ${code} at ${task.file}.`))
        else resolve()
      })
      ask()
    })
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), tasks.length) }, work))
  return results
}

export const taskOf = (root: string, file: string): Task => ({ root, file: join(root, file) })
