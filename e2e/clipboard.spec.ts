import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from './fixtures.ts'
import { createFirstAdministrator } from './pages/sign-in.ts'
import { copyAndFinish, createToken } from './pages/tokens.ts'
import { createUser, openUser } from './pages/users.ts'

const run = promisify(execFile)

/** What another program finds on the X clipboard; empty when nobody owns it. */
const clipboard = () =>
  run('xclip', ['-selection', 'clipboard', '-o']).then(
    ({ stdout }) => stdout,
    () => '',
  )

test('the clipboard really holds the token, and really is cleared', async ({ start }) => {
  test.skip(process.platform !== 'linux', 'read from outside with xclip')
  const { page } = await start()
  await createFirstAdministrator(page)
  await page.getByRole('link', { name: 'Settings', exact: true }).click()
  await page.getByLabel('Clear clipboard after').click()
  await page.getByRole('option', { name: '10 seconds' }).click()
  await createUser(page, { kind: 'Service account', username: 'wms', displayName: 'Warehouse' })
  await openUser(page, 'Warehouse')
  const secret = await createToken(page, {
    name: 'Warehouse',
    expiration: '30 days',
    permissions: ['All entities: Read'],
  })
  await copyAndFinish(page)
  expect(await clipboard()).toBe(secret)
  await expect.poll(clipboard, { timeout: 20_000 }).not.toContain(secret)
})
