import { expect, test } from './fixtures.ts'
import { askRegistry } from './pages/registry-file.ts'
import { createFirstAdministrator } from './pages/sign-in.ts'
import { copyAndFinish, openCreateToken } from './pages/tokens.ts'
import { createUser, openUser, openUsers } from './pages/users.ts'

test('bad names, a taken username and an impossible day each get a sentence, and nothing is lost', async ({
  start,
}) => {
  const { page, profile } = await start()
  await createFirstAdministrator(page)
  await createUser(page, { kind: 'Service account', username: 'erp', displayName: 'ERP' })

  await openUsers(page)
  await page.getByRole('button', { name: 'New user' }).first().click()
  const newUser = page.getByRole('dialog', { name: 'New user' })
  await newUser.getByRole('radio', { name: 'Service account' }).check()
  await newUser.getByLabel('Display name').fill('Second ERP')
  const create = newUser.getByRole('button', { name: 'Create user' })
  for (const bad of ['', '   ', 'x'.repeat(201), 'abc\u202edef', 'no spaces']) {
    await newUser.getByLabel('Username').fill(bad)
    await create.click()
    await expect(newUser.getByLabel('Username')).toHaveAttribute('aria-invalid', 'true')
  }
  await newUser.getByLabel('Username').fill('ERP')
  await create.click()
  await expect(newUser.getByText('Another user has this username')).toBeVisible()
  await expect(newUser.getByLabel('Display name')).toHaveValue('Second ERP')
  await newUser.getByRole('button', { name: 'Cancel' }).click()
  expect(askRegistry(profile, 'select id from user')).toHaveLength(2)

  await openUser(page, 'ERP')
  const dialog = await openCreateToken(page)
  await dialog.getByLabel('Name', { exact: true }).fill('Careful')
  await dialog.getByLabel('Expiration').click()
  await page.getByRole('option', { name: 'Custom date' }).click()
  for (const bad of ['2027-02-30', '2020-01-01', 'soon']) {
    await dialog.getByLabel('Expires on').fill(bad)
    await dialog.getByRole('button', { name: 'Confirm' }).click()
    await expect(dialog.getByLabel('Expires on')).toHaveAttribute('aria-invalid', 'true')
    await expect(dialog.getByLabel('Name', { exact: true })).toHaveValue('Careful')
  }
  await dialog.getByLabel('Expiration').click()
  await page.getByRole('option', { name: '30 days' }).click()
  await expect(dialog.getByText(/may do nothing/)).toBeVisible()
  await dialog.getByRole('button', { name: 'Confirm' }).click()
  await copyAndFinish(page)
  expect(askRegistry(profile, 'select name from token')).toEqual([{ name: 'Careful' }])
})
