import { defineConfig } from 'playwright/test'

export default defineConfig({
  testDir: 'e2e',
  outputDir: process.env['KEYWARD_TEST_OUTPUT'] ?? 'test-results',
  // One at a time: the clipboard belongs to the display, and two apps would overwrite each other's.
  workers: 1,
  // A second try would hide what happens now and then.
  retries: 0,
  forbidOnly: Boolean(process.env['CI']),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['./scripts/test/playwright-counter.ts']],
})
