import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['*.proof.ts'],
    environment: 'node',
    css: { include: /\?raw$/ },
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Each proof starts servers of its own; two cores are soon taken.
    maxWorkers: 2,
  },
})
