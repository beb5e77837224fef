import type { ElectronApplication, Locator, Page } from 'playwright'
import { answerSaveDialog } from './written-file.ts'

export async function openActivity(page: Page) {
  await page.getByRole('link', { name: 'Audit', exact: true }).click()
  await page.getByRole('link', { name: 'Activity', exact: true }).click()
  await page.getByRole('heading', { name: 'Activity', exact: true }).waitFor()
}

export const activityRows = (page: Page): Locator =>
  page.getByRole('table', { name: 'Activity', exact: true }).locator('tbody > tr')

export async function chooseFilter(page: Page, filter: string, option: string) {
  await page.getByRole('combobox', { name: filter }).click()
  await page.getByRole('option', { name: option, exact: true }).click()
}

/** Opens an entry, and answers with the table of what it changed. */
export async function whatChanged(page: Page, row: Locator): Promise<Locator> {
  await row.getByRole('button', { name: /^Show what changed/ }).click()
  return page.getByRole('table', { name: /^What changed in entry/ })
}

export async function exportActivity(
  { app, page }: { app: ElectronApplication; page: Page },
  format: 'CSV' | 'JSON Lines with a proof',
  path: string,
) {
  await answerSaveDialog(app, path)
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  await page.getByRole('menuitem', { name: format }).click()
  await page.getByText(/ was written, with /).waitFor()
}

/** The system's dialog answers with this file by itself. */
export const answerOpenDialog = (app: ElectronApplication, path: string) =>
  app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] })
  }, path)

export async function verifyChain(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Verify chain' }).click()
  return page.locator('.MuiAlert-root').filter({ has: page.getByText(/chain/) })
}
