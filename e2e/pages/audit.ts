import type { Page } from 'playwright'

type AuditPage = 'Token expiry' | 'All tokens' | 'Refused calls' | 'Activity'

export async function openAudit(page: Page, name: AuditPage) {
  await page.getByRole('link', { name: 'Audit', exact: true }).click()
  await page.getByRole('link', { name, exact: true }).click()
  await page.getByRole('heading', { name, exact: true }).waitFor()
}
