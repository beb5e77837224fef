import type { Page } from 'playwright'

export type NewUser = {
  kind: 'Person' | 'Service account'
  username: string
  displayName: string
  signIn?: { role: 'Administrator' | 'Auditor'; password: string }
}

export async function openUsers(page: Page) {
  await page.getByRole('link', { name: 'Parametrization' }).click()
  await page.getByRole('link', { name: 'Users', exact: true }).click()
  await page.getByRole('heading', { name: 'Users', exact: true }).waitFor()
}

/** Creates a user in the dialog and waits until it is closed. */
export async function createUser(page: Page, user: NewUser) {
  await openUsers(page)
  await page.getByRole('button', { name: 'New user' }).first().click()
  const dialog = page.getByRole('dialog', { name: 'New user' })
  await dialog.getByRole('radio', { name: user.kind }).check()
  await dialog.getByLabel('Username').fill(user.username)
  await dialog.getByLabel('Display name').fill(user.displayName)
  if (user.signIn !== undefined) {
    await dialog.getByLabel('May sign in to Keyward').check()
    await dialog.getByLabel('Role').click()
    await page.getByRole('option', { name: user.signIn.role }).click()
    await dialog.getByLabel('Password', { exact: true }).fill(user.signIn.password)
  }
  await dialog.getByRole('button', { name: 'Create user' }).click()
  await dialog.waitFor({ state: 'hidden' })
}

/** Opens a user's page; it begins on the tab Tokens. */
export async function openUser(page: Page, displayName: string) {
  await openUsers(page)
  await page.getByRole('link', { name: displayName }).click()
  await page.getByRole('tab', { name: 'Tokens' }).waitFor()
}

/** A service account whose page is open on the tab Tokens. */
export async function createService(page: Page, username: string, displayName: string) {
  await createUser(page, { kind: 'Service account', username, displayName })
  await openUser(page, displayName)
}
