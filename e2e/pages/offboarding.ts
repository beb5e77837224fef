import type { Locator, Page } from 'playwright'

/** Opens the question of the button Disable user, from the page of a user. */
export async function askToDisable(page: Page): Promise<Locator> {
  await page.getByRole('tab', { name: 'Profile' }).click()
  await page.getByRole('button', { name: 'Disable user' }).click()
  return page.getByRole('dialog', { name: /^Disable/ })
}

export const rowOf = (dialog: Locator, token: string) =>
  dialog
    .getByRole('row')
    .filter({ has: dialog.page().getByRole('rowheader', { name: token, exact: false }) })

type Lot = { what: string; to?: string; until?: string }

/** Says what becomes of one token, or of all where the place is the dialog's own. */
export async function settle(
  place: Locator,
  { what, to, until }: Lot,
  label = 'What becomes of it',
) {
  const page = place.page()
  await place.getByRole('combobox', { name: label }).click()
  await page.getByRole('option', { name: what, exact: true }).click()
  if (to !== undefined) {
    await place.getByRole('combobox', { name: 'To service account' }).fill(to)
    await page.getByRole('option', { name: to }).click()
  }
  if (until !== undefined) await place.getByRole('textbox', { name: 'Keep until' }).fill(until)
}
