import { expect, test } from './fixtures.ts'
import { callGateway } from './pages/gateway-client.ts'
import { askToDisable, rowOf, settle } from './pages/offboarding.ts'
import { ordersPath, readyToCall } from './pages/ready-to-call.ts'
import { askRegistry } from './pages/registry-file.ts'
import { copyAndFinish, createToken } from './pages/tokens.ts'
import { createService, openUser } from './pages/users.ts'

const day = 86_400_000
const expiration = '90 days'
const dayAfter = (days: number) => new Date(Date.now() + days * day).toISOString().slice(0, 10)

test('a user is disabled: what was transferred goes on with the same secret, what was revoked stops', async ({
  start,
}) => {
  const { page, profile, baseUrl } = await start()
  const nightly = await readyToCall(page, { name: 'Nightly', permissions: ['Orders: Read'] })
  await createService(page, 'leaving', 'Leaving')
  const issue = async (name: string, permissions: string[]) => {
    const secret = await createToken(page, { name, expiration, permissions })
    await copyAndFinish(page)
    return secret
  }
  const kept = await issue('Nightly', ['Orders: Read', 'Orders: Write'])
  const ending = await issue('Migration', ['Orders: Read'])
  const dropped = await issue('Spreadsheet', ['Orders: Read'])
  const own = await issue('Postman', ['Orders: Read'])
  const status = async (secret: string) =>
    (await callGateway(baseUrl, secret, 'GET', ordersPath)).status
  for (const secret of [nightly, kept, ending, dropped, own]) expect(await status(secret)).toBe(200)

  // The new user may do less, and has a token of the same name.
  await openUser(page, 'ERP')
  await page.getByRole('tab', { name: 'Access' }).click()
  await page.getByRole('checkbox', { name: 'All entities: Write' }).uncheck()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Access saved.', { exact: false })).toBeVisible()

  await openUser(page, 'Leaving')
  const dialog = await askToDisable(page)
  const disable = dialog.getByRole('button', { name: 'Disable' })
  await expect(dialog.getByText('4 tokens stop with the next call')).toBeVisible()
  await settle(dialog, { what: 'Revoke' }, 'Same for all tokens')
  await expect(dialog.getByText('4 tokens are revoked for good.')).toBeVisible()
  await settle(rowOf(dialog, 'Postman'), { what: 'Stops with the user' })

  await settle(rowOf(dialog, 'Nightly'), { what: 'Transfer' })
  await expect(disable).toBeDisabled()
  await settle(rowOf(dialog, 'Nightly'), { what: 'Transfer', to: 'ERP' })
  await expect(rowOf(dialog, 'Nightly')).toContainText('It is called “Nightly (2)” there.')
  await expect(rowOf(dialog, 'Nightly')).toContainText('Can do less there: Orders: Write')
  await settle(rowOf(dialog, 'Migration'), {
    what: 'Transfer, keep until a date',
    to: 'ERP',
    until: dayAfter(14),
  })
  await expect(rowOf(dialog, 'Migration')).toContainText('Can do the same with the access of ERP.')
  await expect(dialog.getByText(/2 that were used within the last 24 hours/)).toBeVisible()
  await disable.click()
  await dialog.waitFor({ state: 'hidden' })

  expect(await status(kept)).toBe(200)
  expect((await callGateway(baseUrl, kept, 'POST', ordersPath, { number: '1' })).status).toBe(403)
  expect(await status(ending)).toBe(200)
  expect(await status(dropped)).toBe(401)
  expect(await status(own)).toBe(401)
  expect(await status(nightly)).toBe(200)

  const tokens = askRegistry<{ name: string; expires_at: number }>(
    profile,
    `select token.name, username, revoked_at is not null revoked, expires_at
     from token join user on user.id = user_id order by token.id`,
  )
  expect(tokens).toMatchObject([
    { name: 'Nightly', username: 'erp', revoked: 0 },
    { name: 'Nightly (2)', username: 'erp', revoked: 0 },
    { name: 'Migration', username: 'erp', revoked: 0 },
    { name: 'Spreadsheet', username: 'leaving', revoked: 1 },
    { name: 'Postman', username: 'leaving', revoked: 0 },
  ])
  const end = new Date(`${dayAfter(14)}T23:59:59.999`).getTime()
  expect(tokens[2]?.expires_at).toBe(end)
  expect(
    askRegistry(
      profile,
      `select action, count(*) n, count(distinct group_id) groups from activity
       where group_id like 'offboarding:%' group by action order by action`,
    ),
  ).toEqual([
    { action: 'token.revoked', n: 1, groups: 1 },
    { action: 'token.transferred', n: 2, groups: 1 },
    { action: 'user.disabled', n: 1, groups: 1 },
  ])
  expect(
    askRegistry(
      profile,
      'select count(distinct group_id) n from activity where group_id is not null',
    ),
  ).toEqual([{ n: 1 }])
})
