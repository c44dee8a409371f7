/** A progress bar for the person who waits: on a terminal, on stderr, and only when it takes a while. */
import { Presets, SingleBar } from 'cli-progress'

const patience = 800

export interface Progress {
  advance(): void
  stop(): void
}

export function progress(total: number, wanted: boolean): Progress {
  if (!wanted || !process.stderr.isTTY) return { advance() {}, stop() {} }
  const began = performance.now()
  const bar = new SingleBar(
    { stream: process.stderr, format: '{bar} {value}/{total} files', clearOnComplete: true, hideCursor: true },
    Presets.rect,
  )
  let done = 0
  return {
    advance() {
      done++
      if (bar.isActive) bar.update(done)
      else if (performance.now() - began > patience && done < total) bar.start(total, done)
    },
    stop() {
      if (bar.isActive) bar.stop()
    },
  }
}
