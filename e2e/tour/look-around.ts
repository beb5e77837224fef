import type { Page } from 'playwright'
import { openEntities } from '../pages/entities.ts'
import { isShown } from './is-shown.ts'
import type { Report } from './report.ts'

/** Two while the token worked, one while it was disabled, one after it was deleted. */
const refused = 4

/** The other pages after the main way: all of them tell the same story. */
export async function lookAround(page: Page, report: Report) {
  const main = page.getByRole('main')
  const open = (link: string) => page.getByRole('link', { name: link, exact: true }).click()

  await openEntities(page)
  await page.getByRole('link', { name: 'Invoices' }).click()
  const record = await isShown(page.getByRole('row', { name: /INV-2026-0004/ }))
  await report.picture(page, 'records', 'Open Invoices', 'what the calls created is there', record)

  await open('Audit')
  const expiry = await isShown(page.getByRole('group', { name: 'Expiries by month' }))
  await report.picture(page, 'token-expiry', 'Open Audit', 'a year of expiries', expiry)

  await open('Refused calls')
  await isShown(page.getByRole('row', { name: /revoked/ }))
  const refusedRows = (await page.getByRole('row').count()) - 1
  const listed = `${refusedRows} refused calls, each with its reason`
  await report.picture(page, 'refused-calls', 'Open Refused calls', listed, refusedRows === refused)

  const counted = new RegExp(`Refused\\s*${refused}|${refused}\\s*Refused`)
  await open('Overview')
  const overview = await isShown(main.filter({ hasText: counted }))
  await report.picture(page, 'overview-after', 'Open Overview', 'it counts the same calls', overview)
  await open('API')
  const api = await isShown(main.filter({ hasText: counted }))
  await report.picture(page, 'api-gateway', 'Open API', 'so does the running gateway', api)

  await open('Settings')
  const about = await isShown(page.getByRole('heading', { name: 'About' }))
  await report.picture(page, 'settings', 'Open Settings', 'versions and the profile folder', about)

  await open('Audit')
  await open('Activity')
  await page.getByRole('button', { name: 'Verify chain' }).click()
  const unbroken = await isShown(page.getByText(/unbroken/))
  await report.picture(page, 'activity', 'Verify chain', 'the chain is unbroken', unbroken)
}
