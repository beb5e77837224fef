import { readFileSync } from 'node:fs'
import { expect, test } from './fixtures.ts'
import { openAudit } from './pages/audit.ts'
import { callGateway } from './pages/gateway-client.ts'
import { pagesOf } from './pages/pdf.ts'
import { ordersPath, readyToCall } from './pages/ready-to-call.ts'
import { askRegistry } from './pages/registry-file.ts'
import { administrator, signIn } from './pages/sign-in.ts'
import {
  countOfView,
  exportAs,
  listedNames,
  monthColumn,
  openView,
  readyView,
  saveView,
} from './pages/token-expiry.ts'
import { day, seedExpiries } from './pages/seeded-expiries.ts'
import { createService } from './pages/users.ts'

test('tokens are found by when they end, and the list is saved, exported and printed as it is shown', async ({
  start,
  profile,
}, testInfo) => {
  test.setTimeout(300_000)
  // Forty days ago a token for thirty days was made: it has ended since, and is still called.
  const first = await start({ clockOffsetMs: -40 * day })
  const secret = await readyToCall(first.page, { name: 'Reader', permissions: ['Orders: Read'] })
  await createService(first.page, 'old', 'Old system')
  await first.app.close()
  const now = Date.now()
  seedExpiries(profile, now)

  const second = await start()
  const { page } = second
  await signIn(page, administrator)
  await page.getByRole('link', { name: 'Audit', exact: true }).waitFor()
  const call = () => callGateway(second.baseUrl, secret, 'GET', ordersPath)
  await expect
    .poll(() =>
      call().then(
        ({ status }) => status,
        () => 0,
      ),
    )
    .toBe(401)
  await openAudit(page, 'Token expiry')

  const inDatabase = (where: string) =>
    askRegistry<{ name: string }>(
      profile,
      `select token.name from token join user on user.id = token.user_id
       where token.revoked_at is null and (${where})
       order by token.expires_at is null, token.expires_at, token.id`,
    ).map(({ name }) => name)
  const within = (days: number) =>
    `token.expires_at > ${now} and token.expires_at <= ${now + days * day}`
  const views: [name: string, where: string][] = [
    ['Expired', `token.expires_at <= ${now}`],
    ['7 days', within(7)],
    ['30 days', within(30)],
    ['90 days', within(90)],
    ['Never expires', 'token.expires_at is null'],
    ['Expired but still called', "token.name = 'Reader'"],
    ['User disabled', "user.status = 'disabled'"],
  ]

  await test.step('each ready view counts and lists what the database says', async () => {
    await expect(readyView(page, 'Expired but still called')).toContainText('· 1')
    for (const [name, where] of views) {
      const names = inDatabase(where)
      expect(names.length).toBeGreaterThan(0)
      await readyView(page, name).click()
      await expect.poll(() => listedNames(page)).toEqual(names)
      expect(await countOfView(readyView(page, name))).toBe(names.length)
    }
    await readyView(page, 'Expired but still called').click()
    await page.getByRole('link', { name: 'When and from where' }).click()
    await expect(page.getByRole('row', { name: /Reader/ })).toContainText('127.0.0.1')
    await page.goBack()
    await readyView(page, 'Never used').click()
    await expect.poll(() => listedNames(page)).not.toContain('In 5 days')
  })

  await test.step('a month is chosen by mouse and by keyboard', async () => {
    const at = now + 200 * day
    const words = (month: Date) =>
      month.toLocaleDateString('en-GB', { month: 'long', year: 'numeric' })
    const begin = new Date(new Date(at).getFullYear(), new Date(at).getMonth(), 1)
    const end = new Date(begin.getFullYear(), begin.getMonth() + 1, 1)
    const names = inDatabase(
      `token.expires_at >= ${begin.getTime()} and token.expires_at < ${end.getTime()}`,
    )
    const column = monthColumn(page, words(begin))
    await column.click()
    await expect(column).toHaveAttribute('aria-pressed', 'true')
    await expect(page.getByText(`1–50 of ${names.length}`)).toBeVisible()
    await column.press('Enter')
    await expect(column).toHaveAttribute('aria-pressed', 'false')
    await column.press('Enter')
    await expect.poll(() => listedNames(page)).toContain(names[0])
    await expect(column).toHaveAccessibleName(new RegExp(`: ${names.length} tokens expire, 0 of`))
  })

  await test.step('a view is saved, deleted, taken back', async () => {
    await readyView(page, '7 days').click()
    await saveView(page, 'Next week')
    await page.getByRole('button', { name: 'Saved views' }).click()
    await page.getByRole('button', { name: 'Delete view Next week' }).click()
    const undo = page.getByRole('button', { name: 'Undo' })
    await undo.waitFor()
    expect(askRegistry(profile, 'select * from saved_view')).toEqual([])
    await undo.click()
    await expect
      .poll(() => askRegistry(profile, 'select list, name, filter from saved_view'))
      .toEqual([{ list: 'expiry', name: 'Next week', filter: expect.stringContaining(':7') }])
    await page.getByRole('button', { name: 'Columns' }).click()
    await page.getByRole('checkbox', { name: 'Limited by' }).uncheck()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('columnheader', { name: 'Limited by' })).toBeHidden()
  })

  await test.step('exports hold exactly what is filtered', async () => {
    const soon = inDatabase(within(7))
    const csv = testInfo.outputPath('soon.csv')
    expect(await exportAs(second, 'Table (CSV)', csv)).toContain(`with ${soon.length} row`)
    const [head, ...rows] = readFileSync(csv, 'utf8').trim().split('\r\n')
    expect(head).toMatch(/^token_id,name,user,.*,permissions,/)
    expect(rows.map((row) => row.split(',')[1])).toEqual(
      soon.map((name) => (name.startsWith('=') ? `'${name}` : name)),
    )

    const ics = testInfo.outputPath('soon.ics')
    await exportAs(second, 'Calendar (.ics)', ics)
    const ids = askRegistry<{ token_id: string }>(
      profile,
      `select token_id from token where ${within(7)} order by expires_at, id`,
    ).map(({ token_id }) => token_id)
    const uids = [...readFileSync(ics, 'utf8').matchAll(/^UID:(.*)@/gm)].map(([, id]) => id)
    expect(uids).toEqual(ids)

    await page.getByRole('button', { name: 'Clear filters' }).click()
    const all = inDatabase('true')
    const pdf = testInfo.outputPath('all.pdf')
    expect(await exportAs(second, 'Report to print (PDF)', pdf)).toContain(`with ${all.length} row`)
    const pages = pagesOf(pdf)
    expect(pages.length).toBeGreaterThan(3)
    pages.forEach((text, at) => {
      expect(text).toMatch(/Token\s+User\s+Status\s+Expires/)
      expect(text).toContain(`Page ${at + 1} of ${pages.length}`)
    })
    expect(pages[0]).toMatch(new RegExp(`Tokens\\s+${all.length}`))
    expect(pages[0]).toContain(`Written for       ${administrator.displayName}`)
    const text = pages.join('\n')
    const missing = askRegistry<{ token_id: string }>(profile, 'select token_id from token').filter(
      ({ token_id }) => !text.includes(token_id),
    )
    expect(missing).toEqual([])
    expect(text).not.toContain(secret.slice(16, 59))

    const exported = askRegistry<{ after: string }>(
      profile,
      "select after from activity where action = 'list.exported' order by seq",
    ).map(({ after }) => JSON.parse(after) as object)
    expect(exported).toEqual([
      { file: 'soon.csv', format: 'csv', rows: soon.length },
      { file: 'soon.ics', format: 'ics', rows: soon.length },
      { file: 'all.pdf', format: 'pdf', rows: all.length },
    ])
  })
  await second.app.close()

  await test.step('after a restart the view and the columns are as they were left', async () => {
    const third = await start()
    await signIn(third.page, administrator)
    await openAudit(third.page, 'Token expiry')
    await openView(third.page, 'Next week')
    await expect.poll(() => listedNames(third.page)).toEqual(inDatabase(within(7)))
    await expect(readyView(third.page, '7 days')).toHaveAttribute('aria-pressed', 'true')
    await expect(third.page.getByRole('columnheader', { name: 'Limited by' })).toBeHidden()
    await expect(third.page.getByRole('columnheader', { name: 'Status' })).toBeVisible()
  })
})
