import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

/** For what must end at all: how fast is measured elsewhere, on a machine with nothing else to do. */
const testTimeout = 60_000

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'node',
          testTimeout,
          environment: 'node',
          // The gateway serves style sheets as they are.
          css: { include: /\?raw$/ },
          include: ['{electron,scripts,resources}/**/*.test.{ts,mjs}'],
        },
      },
      {
        plugins: [react()],
        test: {
          name: 'web',
          testTimeout,
          environment: 'jsdom',
          include: ['renderer/**/*.test.{ts,tsx}'],
        },
      },
    ],
  },
})
