import { expect, test } from './fixtures.ts'
import { createFirstAdministrator } from './pages/sign-in.ts'
import { copyAndFinish, createToken, readSecret } from './pages/tokens.ts'
import { createUser, openUser } from './pages/users.ts'

test('a window that closes, or goes back, over a secret nobody copied asks first', async ({
  start,
}) => {
  const { app, page } = await start()
  await createFirstAdministrator(page)
  await createUser(page, { kind: 'Service account', username: 'pos', displayName: 'Tills' })
  await openUser(page, 'Tills')
  const secret = await createToken(page, {
    name: 'Tills',
    expiration: '30 days',
    permissions: ['All entities: Read'],
  })
  const question = page.getByText('Close without copying?')
  const keepOpen = page.getByRole('button', { name: 'Keep open' })

  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  await expect(question).toBeVisible()
  await keepOpen.click()
  await app.evaluate(({ app: keyward }) => keyward.quit())
  await expect(question).toBeVisible()
  await keepOpen.click()
  await page.evaluate(() => history.back())
  await expect(question).toBeVisible()
  await keepOpen.click()
  expect(await readSecret(page)).toBe(secret)

  await copyAndFinish(page)
  const gone = app.waitForEvent('close')
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  await gone
})
