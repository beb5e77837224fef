import type { Locator, Page } from 'playwright'

export async function openPolicies(page: Page) {
  await page.getByRole('link', { name: 'Parametrization' }).click()
  await page.getByRole('link', { name: 'Policies' }).click()
  await page.getByRole('heading', { name: 'Policies', exact: true }).waitFor()
}

/** A number of days in the open form; `off` is the switch that turns the rule off. */
export async function setDays(page: Page, label: string, off: string, days: number | null) {
  const isOff = page.getByRole('switch', { name: off })
  await isOff.setChecked(days === null)
  if (days !== null) await page.getByRole('textbox', { name: label }).fill(String(days))
}

/** Saves the form, and leaves the dialog that says what this would do. */
export async function askToSave(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.waitFor()
  return dialog
}

export async function savePolicy(page: Page, dialog: Locator) {
  await dialog.getByRole('button', { name: 'Save policy' }).click()
  await dialog.waitFor({ state: 'hidden' })
  await page.getByText(/The policy was saved/).waitFor()
}
