import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base } from 'playwright/test'
import { freePort, launchKeyward, type Keyward, type LaunchOptions } from './launch.ts'

type Fixtures = {
  /** A fresh folder that nothing was ever kept in. */
  profile: string
  /** Starts Keyward on this test's profile; closed when the test ends. */
  start: (options?: Partial<LaunchOptions>) => Promise<Keyward>
}

export const test = base.extend<Fixtures>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names from the pattern
  profile: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'keyward-e2e-'))
    await use(folder)
    rmSync(folder, { recursive: true, force: true })
  },
  start: async ({ profile }, use) => {
    const open: Keyward[] = []
    await use(async (options = {}) => {
      const keyward = await launchKeyward({ profile, port: await freePort(), ...options })
      open.push(keyward)
      return keyward
    })
    for (const { app } of open) await app.close().catch(() => undefined)
  },
})

export { expect } from 'playwright/test'
