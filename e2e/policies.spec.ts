import { expect, test } from './fixtures.ts'
import { callGateway } from './pages/gateway-client.ts'
import { askToSave, openPolicies, savePolicy, setDays } from './pages/policies.ts'
import { ordersPath, readyToCall } from './pages/ready-to-call.ts'
import { askGatewayFile, askRegistry } from './pages/registry-file.ts'
import { administrator, signIn } from './pages/sign-in.ts'
import { copyAndFinish, createToken, openCreateToken } from './pages/tokens.ts'
import { openUser } from './pages/users.ts'

const day = 86_400_000

test('a policy says which tokens it stops, those in use first, stops them with the next call, and gives them back', async ({
  start,
}) => {
  test.setTimeout(180_000)
  const first = await start()
  await readyToCall(first.page, { name: 'Short', permissions: ['Orders: Read'] })
  const used = await createToken(first.page, {
    name: 'Nightly',
    expiration: '180 days',
    permissions: ['Orders: Read'],
  })
  await copyAndFinish(first.page)
  const idle = await createToken(first.page, {
    name: 'Forgotten',
    expiration: '180 days',
    permissions: ['Orders: Read'],
  })
  await copyAndFinish(first.page)
  await expect
    .poll(() => askGatewayFile(first.profile, 'select count(*) as begun from observation'))
    .toEqual([{ begun: 1 }])
  await first.app.close()

  const { page, profile, baseUrl } = await start({ clockOffsetMs: 40 * day })
  await signIn(page, administrator)
  await openPolicies(page)
  const status = async (secret: string) =>
    (await callGateway(baseUrl, secret, 'GET', ordersPath)).status
  expect(await status(used)).toBe(200)
  await expect
    .poll(() => askGatewayFile(profile, 'select allowed from token_usage'))
    .toEqual([{ allowed: 1 }])

  // A shorter life: both long tokens stop, and the one in use is named first.
  await setDays(page, 'Longest lifetime', 'No limit', 35)
  const stopping = await askToSave(page)
  await expect(stopping).toContainText('1 token that was called within the last 24 hours stops')
  await expect(stopping).toContainText('1 other token stops as well')
  const rows = stopping.getByRole('row')
  await expect(rows).toHaveCount(3)
  await expect(rows.nth(1)).toContainText(/Nightly.*ERP.*Ends at once.*In use.*from 127\.0\.0\.1/s)
  await expect(rows.nth(2)).toContainText('Forgotten')
  await expect(stopping.getByRole('button', { name: 'Save policy' })).toBeDisabled()
  expect(await status(used)).toBe(200)
  await stopping.getByLabel('Tokens in use that stop').fill('1')
  await savePolicy(page, stopping)
  expect(await status(used)).toBe(401)
  expect(askRegistry(profile, 'select longest_lifetime_days as days, version from policy')).toEqual(
    [{ days: 35, version: 2 }],
  )
  expect(
    askRegistry(
      profile,
      `select before, after from activity where action = 'policy.changed' order by seq desc limit 1`,
    ),
  ).toEqual([
    {
      before: '{"longestLifetimeDays":366}',
      after: '{"longestLifetimeDays":35,"stoppedTokens":2}',
    },
  ])
  await expect
    .poll(() => askGatewayFile(profile, 'select reason from refused_call'))
    .toEqual([{ reason: 'expired' }])

  // Loosened, it gives back what it took.
  await setDays(page, 'Longest lifetime', 'No limit', null)
  const reviving = await askToSave(page)
  await expect(reviving).toContainText('2 tokens work again, with the secrets that they had.')
  await savePolicy(page, reviving)
  expect(await status(used)).toBe(200)

  // Days unused: who was called stays, who was not is refused.
  await setDays(page, 'Mark as unused after', 'Never mark', 20)
  await setDays(page, 'Refuse calls after', 'Never refuse', 20)
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText(/later than the day on which a token is marked/)).toBeVisible()
  await setDays(page, 'Refuse calls after', 'Never refuse', 30)
  const unused = await askToSave(page)
  await expect(unused.getByRole('row')).toHaveCount(2)
  await expect(unused.getByRole('row').nth(1)).toContainText(
    /Forgotten.*Unused too long.*Never used/s,
  )
  await savePolicy(page, unused)
  expect(await status(used)).toBe(200)
  expect(await status(idle)).toBe(401)
  await expect
    .poll(() => askGatewayFile(profile, 'select reason from refused_call order by id desc limit 1'))
    .toEqual([{ reason: 'unused_too_long' }])

  // New names have a form, and what the policy proposes is chosen already.
  await page.getByRole('textbox', { name: 'Allowed forms' }).fill('ERP-##')
  await setDays(page, 'Proposed lifetime', 'Propose none', 45)
  await savePolicy(page, await askToSave(page))
  await openUser(page, 'ERP')
  const dialog = await openCreateToken(page)
  await expect(dialog.getByRole('combobox', { name: 'Expiration' })).toHaveText('45 days')
  await dialog.getByLabel('Name', { exact: true }).fill('Anything')
  await dialog.getByRole('checkbox', { name: 'Orders: Read', exact: true }).check()
  await dialog.getByRole('button', { name: 'Confirm' }).click()
  await expect(dialog.getByLabel('Name', { exact: true })).toHaveAttribute('aria-invalid', 'true')
  expect(askRegistry(profile, 'select count(*) as tokens from token')).toEqual([{ tokens: 3 }])
  await dialog.getByLabel('Name', { exact: true }).fill('ERP-07')
  await dialog.getByRole('button', { name: 'Confirm' }).click()
  await copyAndFinish(page)
  expect(
    askRegistry(
      profile,
      `select expires_at - created_at between 44.9 * ${day} and 46.1 * ${day} as fits
       from token where name = 'ERP-07'`,
    ),
  ).toEqual([{ fits: 1 }])
})
