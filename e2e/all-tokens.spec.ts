import { expect, test } from './fixtures.ts'
import { askForAll, filterTokens, openAllTokens } from './pages/all-tokens.ts'
import { callGateway } from './pages/gateway-client.ts'
import { ordersPath, readyToCall } from './pages/ready-to-call.ts'
import { askRegistry } from './pages/registry-file.ts'
import { copyAndFinish, createToken } from './pages/tokens.ts'

const names = ['Nightly import', 'Nightly export', 'Nightly report']

test('tokens of all users are found, and three are disabled at once: all of them or none', async ({
  start,
}) => {
  test.slow()
  const { page, baseUrl, profile } = await start()
  const shop = await readyToCall(page, { name: 'Shop', permissions: ['Orders: Read'] })
  const secrets: string[] = []
  for (const name of names) {
    const permissions = ['Orders: Read']
    secrets.push(await createToken(page, { name, permissions, expiration: '90 days' }))
    await copyAndFinish(page)
  }
  const answers = () =>
    Promise.all(
      secrets.map(async (one) => (await callGateway(baseUrl, one, 'GET', ordersPath)).status),
    )
  expect((await callGateway(baseUrl, secrets[1]!, 'GET', ordersPath)).status).toBe(200)

  const rows = (await openAllTokens(page)).getByRole('row')
  await expect(rows).toHaveCount(5)
  await filterTokens(page, 'Last use', 'Never used')
  await expect(rows).toHaveCount(4)
  await page.getByRole('button', { name: 'Clear filters' }).click()
  await page.getByLabel('Search tokens and users').fill('nightly')
  await expect(rows).toHaveCount(4)
  await filterTokens(page, 'Status', 'Active')
  await expect(rows).toHaveCount(4)

  const dialog = await askForAll(page, 'Disable')
  const listed = dialog.getByRole('table').getByRole('row')
  await expect(listed.nth(1)).toContainText('Nightly export')
  await expect(listed.nth(1)).toContainText('127.0.0.1')
  await expect(
    listed.nth(1).getByRole('img', { name: 'Used within the last 24 hours' }),
  ).toBeVisible()

  const enabled = () =>
    askRegistry<{ enabled: number }>(
      profile,
      "select enabled from token where name like 'Nightly%' order by name",
    ).map((row) => row.enabled)
  // Somebody else is faster with one of them.
  const switchImport = (on: boolean) =>
    page.evaluate(async (isOn) => {
      const found = await window.keyward.ask('tokens.find', { search: 'Nightly import' })
      if (!found.ok) throw new Error('refused')
      const { id, version } = found.value[0]!.token
      await window.keyward.ask('tokens.setEnabled', { id, version, enabled: isOn })
    }, on)
  await switchImport(false)
  await dialog.getByRole('button', { name: 'Disable' }).click()
  await expect(dialog.getByText(/“Nightly import” was changed meanwhile/)).toBeVisible()
  expect(enabled()).toEqual([1, 0, 1])

  await switchImport(true)
  await dialog.getByRole('button', { name: 'Look again' }).click()
  await expect(listed).toHaveCount(4)
  expect(await answers()).toEqual([200, 200, 200])
  await dialog.getByRole('button', { name: 'Disable' }).click()
  await expect(page.getByText('3 tokens are disabled.')).toBeVisible()
  expect(await answers()).toEqual([401, 401, 401])
  expect(enabled()).toEqual([0, 0, 0])
  const groups = askRegistry<{ group_id: string; n: number }>(
    profile,
    'select group_id, count(*) as n from activity where group_id is not null group by group_id',
  )
  expect(groups).toEqual([{ group_id: expect.stringMatching(/^bulk:/), n: 3 }])

  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('3 tokens are enabled again.')).toBeVisible()
  expect(await answers()).toEqual([200, 200, 200])
  expect((await callGateway(baseUrl, shop, 'GET', ordersPath)).status).toBe(200)
})
