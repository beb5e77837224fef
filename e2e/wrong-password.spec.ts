import { expect, test } from './fixtures.ts'
import { askRegistry } from './pages/registry-file.ts'
import { administrator, createFirstAdministrator, signIn, signOut } from './pages/sign-in.ts'

test('a wrong password and an unknown name get one answer, and a growing wait that outlives a restart', async ({
  start,
}) => {
  // The waits are real ones, and the last is long enough to see it after a slow start.
  test.slow()
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

  const failures = () =>
    askRegistry<{ failures: number }>(
      first.profile,
      'select failures from sign_in_throttle where username_key = ?',
      administrator.username,
    )[0]?.failures ?? 0
  await expect(async () => {
    await signIn(first.page, wrong)
    expect(failures()).toBe(7)
  }).toPass()
  await first.app.close()

  // The third wrong one costs a second, the seventh sixteen; neither a restart nor an older clock
  // forgives it, and the time that passes counts on such a clock as well.
  const second = await start({ clockOffsetMs: -60_000 })
  await signIn(second.page, administrator)
  await expect(second.page.getByText(/try again in \d+ seconds/)).toBeVisible()
  await expect(async () => {
    await signIn(second.page, administrator)
    await expect(second.page.getByRole('link', { name: 'Overview' })).toBeVisible({ timeout: 500 })
  }).toPass()
  expect(failures()).toBe(0)
})
