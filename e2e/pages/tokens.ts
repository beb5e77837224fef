import type { Locator, Page } from 'playwright'

export type NewToken = {
  name: string
  expiration: '30 days' | '90 days' | '180 days' | '1 year'
  /** Labels of boxes: "Invoices: Read". */
  permissions: string[]
}

/** Fills the dialog of the open user in and confirms it; the secret is on the screen afterwards. */
export async function createToken(page: Page, token: NewToken): Promise<string> {
  const dialog = await openCreateToken(page)
  await fillToken(page, dialog, token)
  await dialog.getByRole('button', { name: 'Confirm' }).click()
  return readSecret(page)
}

export async function openCreateToken(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Create new token' }).first().click()
  return page.getByRole('dialog', { name: 'Create new token' })
}

export async function fillToken(page: Page, dialog: Locator, token: NewToken) {
  await dialog.getByLabel('Name', { exact: true }).fill(token.name)
  await dialog.getByLabel('Expiration').click()
  await page.getByRole('option', { name: token.expiration }).click()
  for (const label of token.permissions)
    await dialog.getByRole('checkbox', { name: label, exact: true }).check()
}

/** From the row menu on; the new secret is on the screen afterwards. */
export async function rotateToken(
  page: Page,
  name: string,
  overlap?: '1 hour' | '24 hours' | '7 days' | 'At once: after a leak',
): Promise<string> {
  await chooseForToken(page, name, 'Rotate')
  const dialog = page.getByRole('dialog', { name: /^Rotate/ })
  if (overlap) await dialog.getByRole('radio', { name: overlap }).check()
  await dialog.getByRole('button', { name: 'Rotate' }).click()
  return readSecret(page, 'Token rotated')
}

export async function readSecret(page: Page, title = 'Token created'): Promise<string> {
  const created = page.getByRole('dialog', { name: title })
  return created.getByLabel('Token secret').inputValue()
}

/** Copies, then leaves the dialog, so that it has nothing to ask. */
export async function copyAndFinish(page: Page, title = 'Token created') {
  const created = page.getByRole('dialog', { name: title })
  await created.getByRole('button', { name: 'Copy token' }).click()
  await created.getByText(/Clipboard is cleared in/).waitFor()
  await created.getByRole('button', { name: 'Done' }).click()
  await created.waitFor({ state: 'hidden' })
}

/** Opens the row menu of a token and chooses from it. */
export async function chooseForToken(page: Page, name: string, action: string) {
  await page.getByRole('button', { name: `Actions for ${name}` }).click()
  await page.getByRole('menuitem', { name: action }).click()
}

export async function disableToken(page: Page, name: string) {
  await chooseForToken(page, name, 'Disable')
  const dialog = page.getByRole('dialog', { name: /^Disable/ })
  await dialog.getByRole('button', { name: 'Disable' }).click()
  await dialog.waitFor({ state: 'hidden' })
}

/** Deletes a token, with its name typed where it is asked for. */
export async function deleteToken(page: Page, name: string) {
  await chooseForToken(page, name, 'Delete')
  const dialog = page.getByRole('dialog', { name: /^Delete/ })
  await dialog.getByRole('button', { name: 'Delete' }).waitFor()
  const nameField = dialog.getByLabel('Token name')
  if (await nameField.isVisible()) await nameField.fill(name)
  await dialog.getByRole('button', { name: 'Delete' }).click()
  await dialog.waitFor({ state: 'hidden' })
}
