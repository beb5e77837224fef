import { expect, test } from './fixtures.ts'
import { createFirstAdministrator, signIn, signOut } from './pages/sign-in.ts'
import { copyAndFinish, createToken } from './pages/tokens.ts'
import { createUser, openUser, openUsers } from './pages/users.ts'

const auditor = { username: 'audit', password: 'seven grey herons wade' }

test('an auditor sees everything, finds no button that would be refused, and is refused by main', async ({
  start,
}) => {
  const { page } = await start()
  await createFirstAdministrator(page)
  await createUser(page, {
    kind: 'Person',
    username: auditor.username,
    displayName: 'Anna Auditor',
    signIn: { role: 'Auditor', password: auditor.password },
  })
  await createUser(page, { kind: 'Service account', username: 'shop', displayName: 'Web shop' })
  await openUser(page, 'Web shop')
  await createToken(page, {
    name: 'Shop',
    expiration: '90 days',
    permissions: ['All entities: Read'],
  })
  await copyAndFinish(page)
  await signOut(page)
  await signIn(page, auditor)
  await page.getByRole('link', { name: 'Parametrization' }).waitFor()

  await openUsers(page)
  await page.getByRole('row', { name: /Web shop/ }).waitFor()
  await expect(page.getByRole('button', { name: 'New user' })).toHaveCount(0)
  await openUser(page, 'Web shop')
  await page.getByRole('row', { name: /Shop/ }).waitFor()
  await expect(page.getByRole('button', { name: 'Create new token' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Actions for Shop' }).click()
  await expect(page.getByRole('menuitem', { name: 'Delete' })).toHaveCount(0)
  await expect(page.getByRole('menuitem', { name: 'Disable' })).toHaveCount(0)
  await page.keyboard.press('Escape')
  await page.getByRole('link', { name: 'API', exact: true }).click()
  await page.getByText('Running').first().waitFor()
  await expect(page.getByRole('button', { name: 'Stop' })).toHaveCount(0)

  const refused = await page.evaluate(() =>
    window.keyward.ask('users.create', {
      kind: 'person',
      username: 'sneaky',
      displayName: 'Sneaky',
      signIn: null,
    }),
  )
  expect(refused).toMatchObject({
    ok: false,
    failure: { code: 'role_needed', detail: { role: 'administrator' } },
  })
})
