/**
 * Off the page's thread: linting and measuring, each in a worker of its own that runs this one script, and loads what it
 * is asked for. Only the one needs ESLint, only the other arbitrary precision.
 */
import type { Question } from './curve.ts'
import type { Job } from './lint.ts'

const isJob = (data: Job | Question): data is Job => data.kind === 'lint' || data.kind === 'fix'

async function answerTo(data: Job | Question): Promise<unknown> {
  if (isJob(data)) return (await import('./linting.ts')).answer(data)
  return (await import('./measuring.ts')).answer(data)
}

onmessage = async ({ data }: MessageEvent<Job | Question>) => {
  try {
    postMessage({ id: data.id, result: await answerTo(data) })
  } catch (error) {
    postMessage({ id: data.id, error: String(error) })
  }
}
