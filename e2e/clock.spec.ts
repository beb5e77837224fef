import { expect, test } from './fixtures.ts'
import { callGateway } from './pages/gateway-client.ts'
import { ordersPath, readyToCall } from './pages/ready-to-call.ts'
import { askGatewayFile, askRegistry } from './pages/registry-file.ts'
import { administrator, signIn } from './pages/sign-in.ts'
import { openUser } from './pages/users.ts'

const day = 86_400_000

test('a clock that jumps back a year makes no expired token valid, until an administrator says it is right', async ({
  start,
}) => {
  test.setTimeout(180_000)
  const first = await start()
  const secret = await readyToCall(first.page, { name: 'Shop', permissions: ['Orders: Read'] })
  const status = async (baseUrl: string) =>
    (await callGateway(baseUrl, secret, 'GET', ordersPath)).status
  expect(await status(first.baseUrl)).toBe(200)
  await first.app.close()

  const later = await start({ clockOffsetMs: 40 * day })
  await signIn(later.page, administrator)
  await openUser(later.page, 'ERP')
  await expect(later.page.getByRole('row', { name: /Shop/ })).toContainText('Expired')
  await expect(later.page.getByText(/The clock of this computer/)).toHaveCount(0)
  expect(await status(later.baseUrl)).toBe(401)
  await later.app.close()

  const { page, profile, baseUrl } = await start({ clockOffsetMs: (40 - 365) * day })
  await signIn(page, administrator)
  await expect(page.getByText(/The clock of this computer went back by 12 months/)).toBeVisible()
  await openUser(page, 'ERP')
  await expect(page.getByText(/The clock of this computer went back by/)).toBeVisible()
  await expect(page.getByRole('row', { name: /Shop/ })).toContainText('Expired')
  expect(await status(baseUrl)).toBe(401)
  await expect
    .poll(() => askGatewayFile(profile, 'select distinct reason from refused_call'))
    .toEqual([{ reason: 'expired' }])
  const stamps = askRegistry<{ at: number }>(profile, 'select at from activity order by seq')
  expect(stamps.map(({ at }) => at)).toEqual(stamps.map(({ at }) => at).toSorted((a, b) => a - b))

  await page.getByRole('button', { name: 'The clock is right now' }).click()
  const dialog = page.getByRole('dialog', { name: 'Go by the clock of this computer?' })
  await dialog.getByRole('button', { name: 'The clock is right now' }).click()
  await expect(page.getByText(/The clock of this computer went back by/)).toHaveCount(0)
  await expect(page.getByRole('row', { name: /Shop/ })).toContainText('Active')
  expect(await status(baseUrl)).toBe(200)
  expect(
    askRegistry(profile, 'select action, actor_name from activity order by seq desc limit 1'),
  ).toEqual([{ action: 'clock.corrected', actor_name: administrator.displayName }])
})
