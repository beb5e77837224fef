import type { Page } from 'playwright'

export type NewRule = {
  path: string
  methods?: string[]
  permission?: 'By method' | 'Read' | 'Write' | 'Delete' | 'Open, no token'
  entity?: string
}

export async function openRouteSets(page: Page) {
  await page.getByRole('link', { name: 'API', exact: true }).click()
  await page.getByRole('link', { name: 'Forward auth' }).click()
  await page.getByRole('heading', { name: 'Forward auth' }).waitFor()
}

/** Creates a route set, whose rules are open afterwards. */
export async function createRouteSet(page: Page, title: string) {
  await openRouteSets(page)
  await page.getByRole('button', { name: 'New route set' }).first().click()
  const dialog = page.getByRole('dialog', { name: 'New route set' })
  await dialog.getByLabel('Title').fill(title)
  await dialog.getByRole('button', { name: 'Create route set' }).click()
  await page.getByRole('heading', { name: title }).waitFor()
}

/** Adds a rule behind those that are there; nothing is saved yet. */
export async function addRule(page: Page, number: number, rule: NewRule) {
  const label = (what: string) => page.getByLabel(`Rule ${number}: ${what}`)
  await page.getByRole('button', { name: 'Add rule' }).click()
  await label('Path').fill(rule.path)
  if (rule.methods) {
    await label('Methods').click()
    for (const method of rule.methods)
      await page.getByRole('option', { name: method, exact: true }).click()
    await page.keyboard.press('Escape')
  }
  if (rule.permission) {
    await label('Permission').click()
    await page.getByRole('option', { name: rule.permission }).click()
  }
  if (rule.entity !== undefined) await label('Entity').fill(rule.entity)
}
