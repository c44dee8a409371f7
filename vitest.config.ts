import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globals: true,
    // The longest, one program that TypeScript checks, takes 37 s where ten processes share two processors.
    testTimeout: 180_000,
    // Of two processors vitest would leave one to itself, which has nothing to do.
    maxWorkers: '100%',
    env: { STABLE_MATH_DEBUG: '1' },
  },
})
