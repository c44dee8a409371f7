/** Off the page's thread: linting and measuring, each in a worker of its own that runs this one script. */
import { answer as lint } from './linting.ts'
import { answer as measure } from './measuring.ts'
import type { Question } from './curve.ts'
import type { Job } from './lint.ts'

const isJob = (data: Job | Question): data is Job => data.kind === 'lint' || data.kind === 'fix'

onmessage = async ({ data }: MessageEvent<Job | Question>) => {
  try {
    postMessage({ id: data.id, result: await (isJob(data) ? lint(data) : measure(data)) })
  } catch (error) {
    postMessage({ id: data.id, error: String(error) })
  }
}
