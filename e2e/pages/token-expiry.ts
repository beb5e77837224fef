import type { ElectronApplication, Locator, Page } from 'playwright'
import { answerSaveDialog } from './written-file.ts'

/** The names that the list shows on its page, in their order. */
export async function listedNames(page: Page): Promise<string[]> {
  const cells = page
    .getByRole('grid', { name: 'Tokens by expiry' })
    .locator('[role="row"] [data-field="name"][role="gridcell"]')
  const texts = await cells.locator('p').allInnerTexts()
  return texts
}

/** A chip of the ready views, whatever it counts. */
export const readyView = (page: Page, name: string): Locator =>
  page
    .getByRole('group', { name: 'Ready views' })
    .getByRole('button', { name: new RegExp(`^${name} ·`) })

export const countOfView = async (view: Locator): Promise<number> =>
  Number((await view.innerText()).split('·')[1]!.replaceAll(',', ''))

/** A column of the picture: "February 2027". */
export const monthColumn = (page: Page, month: string): Locator =>
  page.getByRole('group', { name: 'Expiries by month' }).getByRole('button', { name: month })

export async function saveView(page: Page, name: string) {
  await page.getByRole('button', { name: 'Saved views' }).click()
  await page.getByRole('button', { name: 'Save this view' }).click()
  const dialog = page.getByRole('dialog', { name: 'Save this view' })
  await dialog.getByLabel('Name of the view').fill(name)
  await dialog.getByRole('button', { name: 'Save' }).click()
  await dialog.waitFor({ state: 'hidden' })
}

export async function openView(page: Page, name: string) {
  await page.getByRole('button', { name: 'Saved views' }).click()
  await page
    .getByRole('dialog', { name: 'Saved views' })
    .getByRole('button', { name, exact: true })
    .click()
}

/** Exports what is filtered; answers with what the note says. */
export async function exportAs(
  { app, page }: { app: ElectronApplication; page: Page },
  kind: 'Table (CSV)' | 'Calendar (.ics)' | 'Report to print (PDF)',
  path: string,
): Promise<string> {
  await answerSaveDialog(app, path)
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  await page.getByRole('menuitem', { name: kind }).click()
  const note = page.getByText(new RegExp(`${path.split('/').at(-1)} was written`))
  return note.innerText()
}
