import { expect, test } from './fixtures.ts'
import { createCredentials, deleteCredentials, openIntrospection } from './pages/introspection.ts'
import { readyToCall } from './pages/ready-to-call.ts'
import { askRegistry } from './pages/registry-file.ts'
import { createFirstAdministrator } from './pages/sign-in.ts'
import { createUser } from './pages/users.ts'

test('another system asks what a token is, until its credentials are deleted', async ({
  start,
  profile,
}) => {
  const { page, baseUrl } = await start()
  const token = await readyToCall(page, { name: 'ERP orders', permissions: ['Orders: Read'] })

  await openIntrospection(page)
  await expect(page.getByText(`${baseUrl}/oauth2/introspect`)).toBeVisible()
  await expect(page.getByText('No credentials yet')).toBeVisible()
  const { clientId, secret } = await createCredentials(page, { user: 'ERP', name: 'Apache' })
  const ask = async (presented: string) => {
    const answer = await fetch(`${baseUrl}/oauth2/introspect`, {
      method: 'POST',
      headers: {
        authorization: `Basic ${Buffer.from(`${clientId}:${secret}`).toString('base64')}`,
      },
      body: new URLSearchParams({ token: presented }),
    })
    return { status: answer.status, body: (await answer.json()) as unknown }
  }

  expect(await ask(token)).toMatchObject({
    status: 200,
    body: { active: true, scope: 'orders:read', username: 'erp', iss: baseUrl },
  })
  expect(await ask(`${token}x`)).toEqual({ status: 200, body: { active: false } })
  const row = page.getByRole('row', { name: /Apache/ })
  await expect(row).toContainText(clientId)
  await expect(row.getByRole('gridcell', { name: '2', exact: true })).toBeVisible()
  await expect(row).not.toContainText('Never used')

  await deleteCredentials(page, 'Apache')
  await expect(page.getByText('No credentials yet')).toBeVisible()
  expect(await ask(token)).toEqual({ status: 401, body: { error: 'invalid_client' } })
  await page.getByRole('button', { name: 'Revoked', exact: true }).click()
  await expect(row).toContainText('Revoked')

  expect(
    askRegistry(profile, 'select client_id, name, revoked_at is not null as revoked from client'),
  ).toEqual([{ client_id: clientId, name: 'Apache', revoked: 1 }])
  expect(
    askRegistry(profile, "select action from activity where subject_kind = 'client' order by seq"),
  ).toEqual([{ action: 'client.created' }, { action: 'client.revoked' }])
})

test('the window asks before a secret of credentials is lost', async ({ start }) => {
  const { page } = await start()
  await createFirstAdministrator(page)
  await createUser(page, { kind: 'Service account', username: 'erp', displayName: 'ERP' })
  await openIntrospection(page)
  await page.getByRole('button', { name: 'New credentials' }).click()
  const dialog = page.getByRole('dialog', { name: 'New credentials' })
  await dialog.getByRole('button', { name: 'Create credentials' }).click()
  await expect(dialog.getByText('Choose a service account.')).toBeVisible()
  await dialog.getByLabel('Service account').fill('ER')
  await page.getByRole('option', { name: 'ERP' }).click()
  await dialog.getByLabel('Name', { exact: true }).fill('Apache')
  await page.keyboard.press('Enter')

  const created = page.getByRole('dialog', { name: 'Credentials created' })
  await created.getByRole('button', { name: 'Done' }).click()
  await page.getByRole('button', { name: 'Keep open' }).click()
  // Its public half is no reason to let the secret go.
  await created.getByRole('button', { name: 'Copy the client ID' }).click()
  await created.getByRole('button', { name: 'Done' }).click()
  await page.getByRole('button', { name: 'Close anyway' }).click()
  await created.waitFor({ state: 'hidden' })
  await expect(page.getByRole('row', { name: /Apache/ })).toBeVisible()
})
