import { defineConfig } from 'vitest/config'

/** The built site in a real browser. Nothing waits for a time, so that a slow machine is only slow. */
export default defineConfig({
  test: {
    include: ['tests/e2e/**/*.e2e.ts'],
    globalSetup: 'tests/e2e/browser.ts',
    globals: true,
    testTimeout: 240_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    isolate: false,
  },
})
