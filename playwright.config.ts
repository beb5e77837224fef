import { defineConfig } from 'playwright/test'

export default defineConfig({
  testDir: 'e2e',
  outputDir: process.env['KEYWARD_TEST_OUTPUT'] ?? 'test-results',
  // Each test starts an app of several processes. Retries would hide what happens now and then.
  workers: 2,
  fullyParallel: true,
  retries: 0,
  forbidOnly: Boolean(process.env['CI']),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['./scripts/test/playwright-counter.ts']],
})
