import { expect, test } from './fixtures.ts'
import { callGateway } from './pages/gateway-client.ts'
import { openOverview, showAttention } from './pages/overview.ts'
import { ordersPath, readyToCall } from './pages/ready-to-call.ts'
import { askGatewayFile, askRegistry } from './pages/registry-file.ts'
import { administrator, signIn } from './pages/sign-in.ts'
import { listedNames } from './pages/token-expiry.ts'
import { copyAndFinish, createToken } from './pages/tokens.ts'

const day = 86_400_000

test('the Overview says what needs attention, the worst first, and each link leads to exactly that', async ({
  start,
  profile,
}) => {
  test.setTimeout(300_000)
  // 87 days ago a token for 30 days was made, and one for 90: the one has ended, the other will.
  const first = await start({ clockOffsetMs: -87 * day })
  const expired = await readyToCall(first.page, { name: 'Reader', permissions: ['Orders: Read'] })
  const ending = await createToken(first.page, {
    name: 'Ends soon',
    expiration: '90 days',
    permissions: ['Orders: Read'],
  })
  await copyAndFinish(first.page)
  await first.app.close()

  const { page, baseUrl } = await start()
  await signIn(page, administrator)
  await page.getByRole('link', { name: 'Audit', exact: true }).waitFor()
  const call = (secret: string) =>
    callGateway(baseUrl, secret, 'GET', ordersPath).then(
      ({ status }) => status,
      () => 0,
    )
  await expect.poll(() => call(ending)).toBe(200)
  expect(await call(expired)).toBe(401)
  await expect
    .poll(() => askGatewayFile(profile, 'select sum(refused) as refused from call_hour'))
    .toEqual([{ refused: 1 }])

  const attention = await openOverview(page)
  await test.step('the items stand in their order', async () => {
    const inFile = await page.evaluate(async () => {
      const about = await window.keyward.ask('settings.about')
      return about.ok && about.value.keysKeptIn === 'file'
    })
    await expect(attention.getByRole('listitem')).toContainText([
      /“Reader” expired and is still called, last /,
      /“Ends soon” expires in 3 days\./,
      ...(inFile ? [/Keys are kept in a file/] : []),
      /No backup is on record\./,
    ])
    const ends = askRegistry<{ name: string; days: number }>(
      profile,
      'select name, (expires_at - ?) / ? as days from token order by expires_at',
      Date.now(),
      day,
    )
    expect(ends.map(({ name }) => name)).toEqual(['Reader', 'Ends soon'])
    expect(ends[0]!.days).toBeLessThan(0)
    expect(ends[1]!.days).toBeGreaterThanOrEqual(2)
  })

  await test.step('each leads to the view that lists exactly that token', async () => {
    await showAttention(attention, /is still called/)
    await expect(page.getByRole('heading', { name: 'Token expiry' })).toBeVisible()
    await expect.poll(() => listedNames(page)).toEqual(['Reader'])
    await page.goBack()
    await showAttention(attention, /expires in 3 days/)
    await expect.poll(() => listedNames(page)).toEqual(['Ends soon'])
    await page.goBack()
  })

  await test.step('the pictures lead to what they show', async () => {
    const in3Days = new Date(Date.now() + 3 * day)
    const month = in3Days.toLocaleDateString('en-GB', { month: 'long', year: 'numeric' })
    await page
      .getByRole('group', { name: 'Expiries by month' })
      .getByRole('link', { name: `${month}: 1 token expires, 1 of them used` })
      .click()
    await expect.poll(() => listedNames(page)).toEqual(['Ends soon'])
    await page.goBack()

    const byDay = page.getByRole('region', { name: 'Calls by day' })
    await expect(byDay.getByRole('img', { name: /: 1 allowed and 1 refused in/ })).toBeVisible()
    await byDay.getByRole('button', { name: 'As a table' }).click()
    await expect(byDay.getByRole('row').nth(1)).toHaveText(/11$/)

    await page.getByRole('link', { name: 'Expired: 1 token' }).click()
    const all = page.getByRole('grid', { name: 'All tokens' })
    await expect(all.getByText('Reader', { exact: true })).toBeVisible()
    await expect(all.getByText('Ends soon', { exact: true })).toBeHidden()
    await page.goBack()
  })

  await test.step('a backup is noted, and is then no matter any more', async () => {
    await showAttention(attention, /No backup/)
    const backup = page.getByRole('region', { name: 'Backup' })
    await expect(backup.getByText(profile)).toBeInViewport()
    const before = Date.now()
    await backup.getByRole('button', { name: 'I have made a backup' }).click()
    await expect(page.getByText('The backup is noted.')).toBeVisible()
    await expect(backup.getByText('just now')).toBeVisible()
    const kept = () =>
      askRegistry<{ value: string }>(profile, `select value from setting where key = 'backup'`)
    const { lastAt } = JSON.parse(kept()[0]!.value) as { lastAt: number }
    expect(lastAt).toBeGreaterThanOrEqual(before)
    expect(
      askRegistry(profile, `select actor_name from activity where action = 'backup.noted'`),
    ).toEqual([{ actor_name: administrator.displayName }])

    await backup.getByRole('combobox', { name: 'Remind me after' }).click()
    await page.getByRole('option', { name: '7 days' }).click()
    await expect
      .poll(() => JSON.parse(kept()[0]!.value) as unknown)
      .toEqual({ lastAt, remindAfterDays: 7 })
    await openOverview(page)
    await expect(attention.getByText(/is still called/)).toBeVisible()
    await expect(attention.getByText(/backup/)).toBeHidden()
  })
})
