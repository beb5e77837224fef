import type { Page } from 'playwright'

export async function openIntrospection(page: Page) {
  await page.getByRole('link', { name: 'API', exact: true }).click()
  await page.getByRole('link', { name: 'Introspection' }).click()
  await page.getByRole('heading', { name: 'Introspection', exact: true }).waitFor()
}

/** Creates credentials of a service account; what is shown once is copied and handed back. */
export async function createCredentials(
  page: Page,
  { user, name }: { user: string; name: string },
): Promise<{ clientId: string; secret: string }> {
  await page.getByRole('button', { name: 'New credentials' }).click()
  const dialog = page.getByRole('dialog', { name: 'New credentials' })
  await dialog.getByLabel('Service account').fill(user)
  await page.getByRole('option', { name: user }).click()
  await dialog.getByLabel('Name', { exact: true }).fill(name)
  await dialog.getByRole('button', { name: 'Create credentials' }).click()

  const created = page.getByRole('dialog', { name: 'Credentials created' })
  const secret = await created.getByLabel('Client secret').inputValue()
  const clientId = await created.locator('code').first().innerText()
  await created.getByRole('button', { name: 'Copy secret' }).click()
  await created.getByText(/Clipboard is cleared in/).waitFor()
  await created.getByRole('button', { name: 'Done' }).click()
  await created.waitFor({ state: 'hidden' })
  return { clientId, secret }
}

export async function deleteCredentials(page: Page, name: string) {
  await page.getByRole('button', { name: `Delete ${name}` }).click()
  const dialog = page.getByRole('dialog', { name: /^Delete/ })
  await dialog.getByRole('button', { name: 'Delete' }).click()
  await dialog.waitFor({ state: 'hidden' })
}
