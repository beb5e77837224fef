import type { Locator, Page } from 'playwright'

export async function openAllTokens(page: Page): Promise<Locator> {
  await page.getByRole('link', { name: 'Audit' }).click()
  await page.getByRole('link', { name: 'All tokens' }).click()
  const grid = page.getByRole('grid', { name: 'All tokens' })
  await grid.waitFor()
  return grid
}

/** Chooses one value of a filter in the panel, and closes it again. */
export async function filterTokens(page: Page, field: string, value: string) {
  await page.getByRole('button', { name: 'Filters', exact: true }).click()
  const panel = page.getByRole('dialog', { name: 'Filters' })
  await panel.getByRole('combobox', { name: field }).click()
  await page.getByRole('option', { name: value, exact: true }).click()
  // Several can be ticked, so the list of them stays open.
  if (await page.getByRole('listbox').isVisible()) await page.keyboard.press('Escape')
  await page.getByRole('listbox').waitFor({ state: 'hidden' })
  await page.keyboard.press('Escape')
  await panel.waitFor({ state: 'hidden' })
}

/** Ticks every row of the page that is shown, and says what to do with them. */
export async function askForAll(page: Page, action: string): Promise<Locator> {
  await page.getByRole('checkbox', { name: 'Select all rows' }).check()
  await page
    .getByRole('region', { name: 'What to do with the selected tokens' })
    .getByRole('button', { name: action })
    .click()
  return page.getByRole('dialog', { name: new RegExp(`^${action}`) })
}
