import type { ElectronApplication, Page } from 'playwright'

export async function openLeakScan(page: Page) {
  await page.getByRole('link', { name: 'Audit', exact: true }).click()
  await page.getByRole('link', { name: 'Leak scan', exact: true }).click()
  await page.getByRole('heading', { name: 'Leak scan' }).waitFor()
}

/** Drops a file or folder of the disk into the window, as a file manager does. */
export async function dropOnto(page: Page, path: string) {
  const devtools = await page.context().newCDPSession(page)
  const data = { items: [], files: [path], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await devtools.send('Input.dispatchDragEvent', { type, x: 400, y: 300, data })
  await devtools.detach()
}

/** The system's dialog cannot be clicked in a test: it answers with this path by itself. */
export const answerOpenDialog = (app: ElectronApplication, path: string) =>
  app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] })
  }, path)

export async function scanPasted(page: Page, text: string) {
  await page.getByRole('button', { name: 'Paste text' }).click()
  const dialog = page.getByRole('dialog', { name: 'Scan a text' })
  await dialog.getByLabel('Text with tokens in it').fill(text)
  await dialog.getByRole('button', { name: 'Scan' }).click()
  await dialog.waitFor({ state: 'hidden' })
}
