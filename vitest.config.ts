import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globals: true,
    testTimeout: 600_000,
    env: { STABLE_MATH_DEBUG: '1' },
  },
})
