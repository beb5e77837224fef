import { expect, test } from './fixtures.ts'
import { askRegistry } from './pages/registry-file.ts'
import { administrator, createFirstAdministrator, signIn, signOut } from './pages/sign-in.ts'

test('a wrong password and an unknown name get one answer, and a growing wait that outlives a restart', async ({
  start,
}) => {
  const first = await start()
  await createFirstAdministrator(first.page)
  await signOut(first.page)

  await signIn(first.page, { username: 'nobody', password: 'whatever it might be' })
  const answer = first.page.getByRole('alert')
  await expect(answer).toBeVisible()
  const unknownName = await answer.innerText()
  const wrong = { ...administrator, password: 'not the right password' }
  await signIn(first.page, wrong)
  await expect(answer).toHaveText(unknownName)

  await expect(async () => {
    await signIn(first.page, wrong)
    await expect(first.page.getByText(/Try again in \d+/)).toBeVisible({ timeout: 500 })
  }).toPass()
  await first.app.close()

  const attempts = askRegistry<{ failures: number }>(
    first.profile,
    'select failures from sign_in_throttle where username_key = ?',
    administrator.username,
  )
  expect(attempts[0]?.failures).toBeGreaterThanOrEqual(4)
  const second = await start({ clockOffsetMs: -60_000 })
  await signIn(second.page, administrator)
  await expect(second.page.getByText(/Try again in \d+/)).toBeVisible()
})
