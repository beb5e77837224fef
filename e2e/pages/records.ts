import type { Page } from 'playwright'

/** Values by the titles of their fields; of a list, the choice. */
export type RecordValues = Record<string, string | { choice: string }>

export const recordDialog = (page: Page) => page.getByRole('dialog', { name: /ecord of/ })

/** Fills the open record in; what is not named stays. */
export async function fillRecord(page: Page, values: RecordValues) {
  for (const [title, value] of Object.entries(values)) {
    const field = recordDialog(page).getByLabel(title, { exact: true })
    if (typeof value === 'string') await field.fill(value)
    else {
      await field.click()
      await page.getByRole('option', { name: value.choice, exact: true }).click()
    }
  }
}

export async function saveRecord(page: Page) {
  await recordDialog(page).getByRole('button', { name: 'Save' }).click()
  await recordDialog(page).waitFor({ state: 'hidden' })
}

export async function createRecord(page: Page, values: RecordValues) {
  await page.getByRole('button', { name: 'New record' }).click()
  await fillRecord(page, values)
  await saveRecord(page)
}

/** Opens the record whose row has this text. */
export async function openRecord(page: Page, text: string) {
  await page.getByRole('gridcell', { name: text, exact: true }).click()
  await recordDialog(page).waitFor()
}

/** Narrows the list to records with this value in an indexed field. */
export async function addFilter(page: Page, field: string, choice: string) {
  await page.getByRole('button', { name: 'Add filter' }).click()
  const form = page.getByRole('dialog', { name: 'Add filter' })
  await form.getByLabel('Field').click()
  await page.getByRole('option', { name: field, exact: true }).click()
  await form.getByLabel('Value').click()
  await page.getByRole('option', { name: choice, exact: true }).click()
  await form.getByRole('button', { name: 'Apply' }).click()
  await form.waitFor({ state: 'hidden' })
}
