import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { expect, test } from './fixtures.ts'
import { callGateway } from './pages/gateway-client.ts'
import { ordersPath, readyToCall } from './pages/ready-to-call.ts'
import { askRegistry } from './pages/registry-file.ts'
import { administrator, signIn, signOut } from './pages/sign-in.ts'
import { copyAndFinish, createToken } from './pages/tokens.ts'
import { createUser, openUser } from './pages/users.ts'
import { answerSaveDialog } from './pages/written-file.ts'

const auditor = { username: 'audit', password: 'seven grey herons wade' }

const openReviews = async (page: Page) => {
  await page.getByRole('link', { name: 'Audit', exact: true }).click()
  await page.getByRole('link', { name: 'Access reviews' }).click()
}

test('an auditor walks the list by keyboard, an administrator applies it, and the gateway and the signed report agree', async ({
  start,
  profile,
}) => {
  const { app, page, baseUrl } = await start()
  const keep = await readyToCall(page, { name: 'Kept', permissions: ['Orders: Read'] })
  const narrowed = await issue(page, 'Narrowed', ['Orders: Read', 'Orders: Delete'])
  const revoked = await issue(page, 'Revoked', ['Orders: Read'])
  await createUser(page, {
    kind: 'Person',
    username: auditor.username,
    displayName: 'Anna Auditor',
    signIn: { role: 'Auditor', password: auditor.password },
  })
  await signOut(page)
  await signIn(page, auditor)

  await openReviews(page)
  await page.evaluate(() =>
    window.keyward.ask('views.save', {
      list: 'tokens',
      name: 'Of the ERP',
      filter: { search: 'erp' },
    }),
  )
  await page.getByRole('button', { name: 'Start a review' }).first().click()
  const dialog = page.getByRole('dialog', { name: 'Start a review' })
  await dialog.getByLabel('Name', { exact: true }).fill('Spring')
  await dialog.getByLabel('From a saved view').click()
  await page.getByRole('option', { name: 'Of the ERP' }).click()
  await dialog.getByText('3 tokens will be on the list.').waitFor()
  await dialog.getByRole('button', { name: 'Start review' }).click()
  await page.getByRole('heading', { name: 'Spring' }).waitFor()
  await expect(page.getByRole('button', { name: 'Apply decisions' })).toHaveCount(0)

  await page.getByRole('article', { name: 'Kept' }).waitFor()
  await page.keyboard.press('k')
  await page.getByRole('button', { name: 'Decide and go on' }).press('Enter')
  const second = page.getByRole('article', { name: 'Narrowed' })
  await second.waitFor()
  await page.keyboard.press('n')
  await second.getByRole('checkbox', { name: 'Orders: Delete' }).uncheck()
  await second.getByLabel('Reason').fill('Never deletes anything')
  await page.keyboard.press('Enter')
  await page.getByRole('article', { name: 'Revoked' }).waitFor()
  await page.keyboard.press('r')
  await page.keyboard.type('The shop is closed')
  await page.keyboard.press('Enter')
  await page.getByText('3 of 3 decided').waitFor()
  expect(await status(baseUrl, revoked)).toBe(200)

  await signOut(page)
  await signIn(page, administrator)
  await openReviews(page)
  await page.getByRole('link', { name: 'Spring' }).click()
  await page.getByRole('button', { name: 'Apply decisions' }).click()
  const apply = page.getByRole('dialog', { name: 'Apply “Spring”?' })
  await apply.getByText('Revoked · ERP').waitFor()
  await apply.getByRole('button', { name: 'Change 2 tokens' }).click()
  await page.getByText('Applied by Alice Novak').waitFor()

  expect(await status(baseUrl, keep)).toBe(200)
  expect(await status(baseUrl, narrowed)).toBe(200)
  expect(await status(baseUrl, revoked)).toBe(401)
  const path = `${ordersPath}/018f0000-0000-7000-8000-000000000000`
  expect((await callGateway(baseUrl, narrowed, 'DELETE', path)).status).toBe(403)
  expect(
    askRegistry(profile, 'select token_name, decision, outcome, decided_by from review_item'),
  ).toEqual([
    { token_name: 'Kept', decision: 'keep', outcome: 'kept', decided_by: 'Anna Auditor' },
    { token_name: 'Narrowed', decision: 'narrow', outcome: 'narrowed', decided_by: 'Anna Auditor' },
    { token_name: 'Revoked', decision: 'revoke', outcome: 'revoked', decided_by: 'Anna Auditor' },
  ])
  expect(
    askRegistry(
      profile,
      'select count(distinct group_id) as groups, count(*) as entries from activity where group_id is not null',
    ),
  ).toEqual([{ groups: 1, entries: 3 }])

  await answerSaveDialog(app, join(profile, 'spring.pdf'))
  await page.getByRole('button', { name: 'Export report' }).click()
  await page.getByText(/The report was written to spring.pdf/).waitFor()
  expect(readFileSync(join(profile, 'spring.pdf')).subarray(0, 5).toString()).toBe('%PDF-')
  expect(readFileSync(join(profile, 'spring.csv'), 'utf8')).toContain('The shop is closed')
  expect(existsSync(join(profile, 'spring.proof.json'))).toBe(true)
  expect(askRegistry(profile, 'select filter from review')).toEqual([
    { filter: '{"search":"erp","show":"current"}' },
  ])
})

async function issue(page: Page, name: string, permissions: string[]) {
  await openUser(page, 'ERP')
  const secret = await createToken(page, { name, permissions, expiration: '30 days' })
  await copyAndFinish(page)
  return secret
}

const status = async (baseUrl: string, secret: string) =>
  (await callGateway(baseUrl, secret, 'GET', ordersPath)).status
