import type { Locator, Page } from 'playwright'

/** Tabs forward until the control has the focus, as somebody without a mouse does. */
export async function tabTo(page: Page, control: Locator) {
  await control.waitFor()
  for (let presses = 0; presses < 80; presses += 1) {
    if (await control.evaluate((element) => element.contains(document.activeElement))) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`The Tab key never reached ${String(control)}`)
}

export async function press(page: Page, control: Locator, key = 'Enter') {
  await tabTo(page, control)
  await page.keyboard.press(key)
}

export async function type(page: Page, label: string, text: string) {
  await tabTo(page, page.getByRole('textbox', { name: label, exact: true }))
  await page.keyboard.type(text)
}
