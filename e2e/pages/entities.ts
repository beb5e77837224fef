import type { Page } from 'playwright'

export type NewField = {
  title: string
  type:
    'Text' | 'Whole number' | 'Decimal' | 'Yes / No' | 'Date' | 'Date and time' | 'One of a list'
  required?: boolean
  unique?: boolean
  indexed?: boolean
  /** Of "One of a list". */
  values?: string[]
}

export async function openEntities(page: Page) {
  await page.getByRole('link', { name: 'Parametrization' }).click()
  await page.getByRole('link', { name: 'Entities' }).click()
  await page.getByRole('heading', { name: 'Entities', exact: true }).waitFor()
}

/** Creates an entity; its names are the ones proposed from the titles. */
export async function createEntity(page: Page, title: string, fields: NewField[]) {
  await openEntities(page)
  await page.getByRole('button', { name: 'New entity' }).first().click()
  const dialog = page.getByRole('dialog', { name: 'New entity' })
  await dialog.getByLabel('Title', { exact: true }).fill(title)
  for (const [at, field] of fields.entries()) {
    if (at > 0) await dialog.getByRole('button', { name: 'Add field' }).click()
    const label = (what: string) => `Field ${at + 1}: ${what}`
    await dialog.getByLabel(label('Title')).fill(field.title)
    await dialog.getByLabel(label('Type')).click()
    await page.getByRole('option', { name: field.type, exact: true }).click()
    if (field.required === true) await dialog.getByLabel(label('Required')).check()
    if (field.unique === true) await dialog.getByLabel(label('Unique')).check()
    if (field.indexed === true) await dialog.getByLabel(label('Indexed')).check()
    if (field.values) await dialog.getByLabel(label('Values')).fill(field.values.join(', '))
  }
  await dialog.getByRole('button', { name: 'Create entity' }).click()
  await dialog.waitFor({ state: 'hidden' })
}

export type EntityTab = 'Records' | 'Fields' | 'Tokens' | 'Matrix'

/** Opens an entity's page on one of its tabs. */
export async function openEntity(page: Page, title: string, tab: EntityTab = 'Records') {
  await openEntities(page)
  await page.getByRole('link', { name: title, exact: true }).click()
  await page.getByRole('tab', { name: tab }).click()
}

/** Makes a field of the open tab Fields required, as an administrator who thinks of it later. */
export async function requireField(page: Page, number: number) {
  await page.getByRole('button', { name: 'Edit fields' }).click()
  const dialog = page.getByRole('dialog', { name: /^Fields of/ })
  await dialog.getByLabel(`Field ${number}: Required`).check()
  await dialog.getByRole('button', { name: 'Save fields' }).click()
  await dialog.waitFor({ state: 'hidden' })
}
