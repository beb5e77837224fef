import type { Page } from 'playwright'

export const administrator = {
  username: 'alice',
  displayName: 'Alice Novak',
  password: 'correct horse battery staple',
}

export async function createFirstAdministrator(page: Page, who = administrator) {
  await page.getByRole('heading', { name: 'Create the first administrator' }).waitFor()
  await page.getByLabel('Username').fill(who.username)
  await page.getByLabel('Display name').fill(who.displayName)
  await page.getByLabel('Password', { exact: true }).fill(who.password)
  await page.getByLabel('Confirm password').fill(who.password)
  await page.getByRole('button', { name: 'Create administrator' }).click()
  await page.getByRole('link', { name: 'Parametrization' }).waitFor()
}

export async function signIn(page: Page, who: { username: string; password: string }) {
  await page.getByLabel('Username').fill(who.username)
  await page.getByLabel('Password', { exact: true }).fill(who.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

export async function signOut(page: Page) {
  await page.getByRole('banner').getByRole('button').click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await page.getByRole('button', { name: 'Sign in' }).waitFor()
}
