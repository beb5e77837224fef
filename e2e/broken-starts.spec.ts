import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from './fixtures.ts'
import { electronPath, freePort, projectFolder } from './launch.ts'
import { administrator, createFirstAdministrator, signIn } from './pages/sign-in.ts'

const fingerprint = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex')

test('a database file that is no database is left as it is, and said so', async ({
  start,
  profile,
}) => {
  const file = join(profile, 'registry.db')
  writeFileSync(file, 'This was never a database.\n'.repeat(400))
  const before = fingerprint(file)
  const { app, page } = await start()
  await expect(page.getByRole('alert')).toContainText(/database/i)
  await expect(page.getByRole('button', { name: 'Create administrator' })).toHaveCount(0)
  await app.close()
  expect(fingerprint(file)).toBe(before)
})

test('a database of a newer Keyward is left as it is, and said so', async ({ start, profile }) => {
  const first = await start()
  await createFirstAdministrator(first.page)
  await first.app.close()
  const file = join(profile, 'registry.db')
  const db = new Database(file)
  db.pragma('user_version = 9000')
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.close()
  const before = fingerprint(file)
  const second = await start()
  await expect(second.page.getByRole('alert')).toContainText(/newer/i)
  await second.app.close()
  expect(fingerprint(file)).toBe(before)
})

test('a profile folder that cannot be written is explained, and nothing is written into it', async ({
  start,
  profile,
}) => {
  chmodSync(profile, 0o500)
  try {
    const { page } = await start()
    await expect(page.getByRole('alert')).toContainText('cannot write to its profile folder')
  } finally {
    chmodSync(profile, 0o700)
  }
})

test('a folder with other things in it is not taken for a profile, and stays as it is', async ({
  start,
  profile,
}) => {
  writeFileSync(join(profile, 'holiday.jpg'), 'not ours')
  const { app, page } = await start()
  await expect(page.getByRole('alert')).toContainText('holds other things')
  await app.close()
  expect(readdirSync(profile)).toEqual(['holiday.jpg'])
})

test('a port that is in use is explained on the API page, and another one can be chosen', async ({
  start,
}) => {
  const port = await freePort()
  const squatter = createServer().listen(port, '127.0.0.1')
  try {
    const { page } = await start({ port })
    await createFirstAdministrator(page)
    await page.getByRole('link', { name: 'API', exact: true }).click()
    await expect(page.getByText(`Another program already uses port ${port}`).first()).toBeVisible()
    const other = await freePort()
    await page.getByRole('textbox', { name: 'Port' }).fill(String(other))
    await page.getByRole('button', { name: 'Change address' }).click()
    await expect(page.getByText('Running').first()).toBeVisible()
    expect((await fetch(`http://127.0.0.1:${other}/healthz`)).status).toBe(200)
  } finally {
    squatter.close()
  }
})

test('a second start on the same profile leaves the first one alone and says so', async ({
  start,
  profile,
}) => {
  const first = await start()
  await createFirstAdministrator(first.page)
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const second = spawn(electronPath(), [projectFolder, '--profile', profile, ...sandbox])
  let said = ''
  second.stdout.on('data', (piece) => (said += piece))
  const code = await new Promise((ended) => second.on('exit', ended))
  expect(code).toBe(0)
  expect(said).toContain('Keyward is already running')
  await expect(first.page.getByRole('link', { name: 'Overview' })).toBeVisible()
  await first.app.close()
  const again = await start()
  await signIn(again.page, administrator)
  await expect(again.page.getByRole('link', { name: 'Overview' })).toBeVisible()
})
