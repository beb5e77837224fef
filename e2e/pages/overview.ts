import type { Locator, Page } from 'playwright'

export async function openOverview(page: Page): Promise<Locator> {
  await page.getByRole('link', { name: 'Overview', exact: true }).click()
  const attention = page.getByRole('region', { name: 'Needs attention' })
  await attention.getByRole('listitem').or(attention.getByText('Nothing needs')).first().waitFor()
  return attention
}

/** Follows the link of the one sentence that has this in it. */
export const showAttention = (attention: Locator, sentence: RegExp) =>
  attention.getByRole('listitem').filter({ hasText: sentence }).getByRole('link').click()
