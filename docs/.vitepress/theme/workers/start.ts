/** The one place that starts workers, so that they share one script. */
export const start = (): Worker => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
