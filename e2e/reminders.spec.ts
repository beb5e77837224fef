import type { Page } from 'playwright'
import { expect, test } from './fixtures.ts'
import { callGateway } from './pages/gateway-client.ts'
import { catchNotifications, clickNotification, shownNotifications } from './pages/notifications.ts'
import { ordersPath, readyToCall } from './pages/ready-to-call.ts'
import { askRegistry } from './pages/registry-file.ts'
import { day } from './pages/seeded-expiries.ts'
import { administrator, signIn } from './pages/sign-in.ts'
import { createUser } from './pages/users.ts'
import { closeWindow, isWindowVisible, startAgain } from './pages/whole-window.ts'

const auditor = { username: 'otto', password: 'a long and quiet afternoon' }

test('a token that expires is reminded of step by step, and the window can go while the gateway stays', async ({
  start,
  profile,
}) => {
  test.setTimeout(300_000)
  const reminders = () =>
    askRegistry<{ name: string; step: number; at: number }>(
      profile,
      `select name, step, at from reminder join token on token.id = reminder.token_id
       where reminder.expires_at = token.expires_at`,
    )
  const digestOf = (page: Page) => page.getByRole('region', { name: 'Since your last sign-in' })

  const first = await start()
  const secret = await readyToCall(first.page, { name: 'Reader', permissions: ['Orders: Read'] })
  await createUser(first.page, {
    kind: 'Person',
    username: auditor.username,
    displayName: 'Otto',
    signIn: { role: 'Auditor', password: auditor.password },
  })
  expect(reminders()).toEqual([])
  await first.app.close()

  let remindedAt = 0
  await test.step('five days before, the step of seven is due: one notification, kept', async () => {
    const { app, page } = await start({ clockOffsetMs: 25 * day })
    await catchNotifications(app)
    await signIn(page, administrator)
    await expect
      .poll(() => shownNotifications(app))
      .toEqual([{ title: '1 token expires within 5 days', body: 'Reader' }])
    await expect.poll(reminders).toEqual([{ name: 'Reader', step: 7, at: expect.any(Number) }])
    remindedAt = reminders()[0]!.at

    const digest = digestOf(page)
    await expect(digest).toContainText('Rotate or extend what is still needed.')
    await expect(digest).not.toContainText('created')
    await digest.getByRole('link', { name: '1 token expires within 7 days' }).click()
    await expect(page.getByRole('row', { name: /Reader/ })).toBeVisible()
    await expect(digest).toBeHidden()
    await page.getByRole('link', { name: 'Overview' }).click()
    await digest.getByRole('button', { name: 'Dismiss' }).press('Enter')
    await expect(digest).toBeHidden()
    await expect(page.getByRole('main')).toBeFocused()

    // An auditor has been here, so that there is a last time.
    await page.getByRole('banner').getByRole('button').click()
    await page.getByRole('menuitem', { name: 'Sign out' }).click()
    await signIn(page, auditor)
    await page.getByRole('link', { name: 'Overview' }).waitFor()
    await expect(digest).toBeHidden()
    expect(await shownNotifications(app)).toHaveLength(1)
    await app.close()
  })

  await test.step('none at the next start; an auditor reads other words', async () => {
    const { app, page } = await start({ clockOffsetMs: 25 * day })
    await catchNotifications(app)
    await signIn(page, auditor)
    const digest = digestOf(page)
    await expect(digest).toContainText('Whose they are, and whether they are still used.')
    await expect(digest).not.toContainText('Rotate')
    await digest.getByRole('button', { name: 'Do not show today' }).click()
    await expect(digest).toBeHidden()
    expect(await shownNotifications(app)).toEqual([])
    await app.close()
    expect(reminders()).toEqual([{ name: 'Reader', step: 7, at: remindedAt }])
  })

  const last = await start({ clockOffsetMs: 29 * day })
  const { app, page } = last
  await test.step('the next step is said again, and a click leads to it', async () => {
    await catchNotifications(app)
    await signIn(page, administrator)
    await expect
      .poll(() => shownNotifications(app))
      .toEqual([{ title: '1 token expires by tomorrow', body: 'Reader' }])
    await expect.poll(() => reminders().map(({ step }) => step)).toEqual([1])
    await clickNotification(app, 0)
    await expect(page.getByRole('heading', { name: 'Token expiry' })).toBeVisible()
    await expect(page.getByRole('row', { name: /Reader/ })).toBeVisible()
  })

  await test.step('in the tray the gateway goes on, and a second start brings the window back', async () => {
    await page.getByRole('link', { name: 'Settings' }).click()
    await page.getByLabel('Stay in the tray when the window is closed').check()
    await page.getByText('Reminders changed.').waitFor()
    await closeWindow(app)
    await expect.poll(() => isWindowVisible(app)).toBe(false)
    expect((await callGateway(last.baseUrl, secret, 'GET', ordersPath)).status).toBe(200)
    await expect
      .poll(async () => (await shownNotifications(app)).map(({ title }) => title))
      .toEqual(['1 token expires by tomorrow', 'Keyward is still running'])
    expect(await startAgain(profile)).toBe(0)
    await expect.poll(() => isWindowVisible(app)).toBe(true)
    await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible()
  })

  await test.step('without that setting closing the window quits', async () => {
    await page.getByLabel('Stay in the tray when the window is closed').uncheck()
    await expect(page.getByLabel('Stay in the tray when the window is closed')).not.toBeChecked()
    const quits = app.waitForEvent('close')
    await closeWindow(app)
    await quits
  })
})
