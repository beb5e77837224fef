import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import { _electron } from 'playwright'
import { expect, test } from 'playwright/test'
import { electronPath, freePort, projectFolder } from './launch.ts'

test('the demo opens signed in, with believable data, marked as a demo, on a throw-away profile', async () => {
  // As if a Keyward that serves for real were running beside it.
  const port = await freePort()
  const other = createServer().listen(port, '127.0.0.1')
  const app = await _electron.launch({
    executablePath: electronPath(),
    args: [projectFolder, '--demo', '--port', String(port)],
    chromiumSandbox: process.getuid?.() !== 0,
  })
  const page = await app.firstWindow()
  await page.getByRole('link', { name: 'Overview' }).waitFor()
  await expect(page.getByText('Demo', { exact: true }).first()).toBeVisible()

  const found = await page.evaluate(async () => {
    const valueOf = <T>(result: { ok: true; value: T } | { ok: false }) => {
      if (!result.ok) throw new Error('refused')
      return result.value
    }
    const { ask } = window.keyward
    const overview = valueOf(await ask('overview.get'))
    const entities = valueOf(await ask('entities.list', {}))
    const about = valueOf(await ask('settings.about'))
    return { overview, records: entities.rows.map((one) => one.records), about }
  })
  expect(found.overview.people).toBeGreaterThanOrEqual(12)
  expect(found.overview.serviceAccounts).toBeGreaterThanOrEqual(8)
  expect(found.overview.entities).toBeGreaterThanOrEqual(6)
  expect(Math.min(...found.records)).toBeGreaterThan(0)
  const counts = Object.values(found.overview.tokensByStatus)
  expect(counts).toHaveLength(7)
  expect(Math.min(...counts)).toBeGreaterThan(0)
  expect(counts.reduce((sum, one) => sum + one)).toBeGreaterThanOrEqual(60)

  const gateway = () => page.evaluate(() => window.keyward.ask('gateway.state'))
  await expect.poll(gateway).toMatchObject({ ok: true, value: { state: 'running' } })
  const running = await gateway()
  if (!running.ok) throw new Error('refused')
  expect(running.value.port).not.toBe(port)
  expect((await fetch(`${running.value.baseUrl}/healthz`)).status).toBe(200)

  expect(existsSync(found.about.profileFolder)).toBe(true)
  await app.close()
  other.close()
  expect(existsSync(found.about.profileFolder)).toBe(false)
})
