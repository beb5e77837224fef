import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from './fixtures.ts'
import { callGateway } from './pages/gateway-client.ts'
import { answerOpenDialog } from './pages/leak-scan.ts'
import { askRegistry } from './pages/registry-file.ts'
import { createFirstAdministrator, signIn, signOut } from './pages/sign-in.ts'
import { copyAndFinish, createToken } from './pages/tokens.ts'
import { createUser, openUsers } from './pages/users.ts'
import { answerSaveDialog } from './pages/written-file.ts'

const auditor = { username: 'audit', password: 'seven grey herons wade' }
const many = 50_000

const fileOf = (wrong: Record<number, string> = {}) =>
  [
    'Username,Display name,Kind,Status,Role',
    ...Array.from(
      { length: many },
      (_, at) => wrong[at] ?? `import${at},Imported ${at},service_account,active,auditor`,
    ),
  ].join('\r\n')

test('fifty thousand users come in from a file, all or none, and go out to one as they were', async ({
  start,
}) => {
  test.setTimeout(240_000)
  const folder = mkdtempSync(join(tmpdir(), 'keyward-users-'))
  const { app, page, profile, baseUrl } = await start()
  await createFirstAdministrator(page)
  await createUser(page, {
    kind: 'Person',
    username: auditor.username,
    displayName: 'Anna Auditor',
    signIn: { role: 'Auditor', password: auditor.password },
  })
  const users = () =>
    askRegistry<{ users: number }>(profile, 'select count(*) as users from user')[0]!.users
  const actions = () =>
    askRegistry<{ action: string; entries: number }>(
      profile,
      "select action, count(*) as entries from activity where action in ('user.created', 'users.imported') group by action order by action",
    )
  const file = join(folder, 'people.csv')
  const choose = async () => {
    await answerOpenDialog(app, file)
    await page.getByRole('button', { name: 'Import', exact: true }).click()
    return page.getByRole('dialog', { name: 'Import users from people.csv' })
  }

  await test.step('three wrong rows are named, and nobody is created', async () => {
    writeFileSync(
      file,
      fileOf({
        100: 'ALICE,Another Alice,person,,',
        25_000: 'import7,Imported again,person,active,',
        49_999: 'last,,robot,,',
      }),
    )
    await openUsers(page)
    const dialog = await choose()
    const faults = dialog.getByRole('table', { name: 'Rows to correct' })
    await expect(dialog).toContainText("3 of 50,000 rows can't be imported", { timeout: 30_000 })
    await expect(faults.getByRole('row', { name: /^102 Username/ })).toContainText('exists already')
    await expect(faults.getByRole('row', { name: /^25,002 Username/ })).toContainText('in line 9 ')
    await expect(faults.getByRole('row', { name: /^50,001 Display name/ })).toContainText(
      'is empty',
    )
    await expect(faults.getByRole('row', { name: /^50,001 Kind/ })).toContainText('service_account')
    await expect(dialog.getByRole('button', { name: /^Import/ })).toHaveCount(0)
    expect(users()).toBe(2)
    await dialog.getByRole('button', { name: 'Close' }).click()
  })

  await test.step('an import that is cancelled creates nobody, and the window answers meanwhile', async () => {
    writeFileSync(file, fileOf())
    const dialog = await choose()
    await expect(dialog).toContainText('All 50,000 rows are sound', { timeout: 30_000 })
    await expect(dialog).toContainText('Not imported, because Keyward keeps it itself: Role')
    await dialog.getByRole('button', { name: 'Import 50,000 users' }).click()
    await expect(dialog.getByRole('progressbar')).toBeVisible()
    const settings = await page.evaluate(() => window.keyward.ask('settings.get'))
    expect(settings.ok).toBe(true)
    await dialog.getByRole('button', { name: 'Cancel' }).click()
    await dialog.waitFor({ state: 'hidden' })
    expect(users()).toBe(2)
  })

  await test.step('a sound file is imported, each user with its entry and all with one', async () => {
    const dialog = await choose()
    await dialog.getByRole('button', { name: 'Import 50,000 users' }).click({ timeout: 30_000 })
    await expect(dialog).toContainText('50,000 users were created.', { timeout: 90_000 })
    await dialog.getByRole('button', { name: 'Close' }).click()
    expect(users()).toBe(many + 2)
    expect(actions()).toEqual([
      { action: 'user.created', entries: many + 1 },
      { action: 'users.imported', entries: 1 },
    ])
    expect(
      askRegistry(profile, 'select role, password_hash from user where username = ?', 'import7'),
    ).toEqual([{ role: null, password_hash: null }])
    await page.getByRole('link', { name: 'Audit', exact: true }).click()
    await page.getByRole('link', { name: 'Activity', exact: true }).click()
    await page.getByRole('button', { name: 'Verify chain' }).click()
    await expect(page.getByText(/the chain is unbroken/)).toBeVisible({ timeout: 60_000 })
  })

  let secret = ''
  await test.step('an imported user gets a token, and a system calls with it', async () => {
    await openUsers(page)
    await page.getByLabel('Search users').fill('import7')
    await page.getByRole('link', { name: 'Imported 7', exact: true }).click()
    secret = await createToken(page, {
      name: '=Nightly',
      expiration: '30 days',
      permissions: ['All entities: Read'],
    })
    await copyAndFinish(page)
    expect((await callGateway(baseUrl, secret, 'GET', '/v1/token')).status).toBe(200)
  })

  await test.step('an auditor exports what is filtered: users, and tokens without a secret', async () => {
    await createUser(page, { kind: 'Person', username: 'formula', displayName: '=SUM(1+1)' })
    await signOut(page)
    await signIn(page, auditor)
    await openUsers(page)
    await expect(page.getByRole('button', { name: 'Import', exact: true })).toHaveCount(0)
    const out = join(folder, 'out.csv')
    await answerSaveDialog(app, out)
    await page.getByLabel('Search users').fill('sum')
    await expect(page.getByRole('row')).toHaveCount(2)
    await page.getByRole('button', { name: 'Export CSV' }).click()
    await expect(page.getByText('out.csv was written, with 1 row.')).toBeVisible()
    expect(readFileSync(out, 'utf8').split('\r\n')[1]).toMatch(
      /^formula,'=SUM\(1\+1\),person,active,,0,,\d{4}-/,
    )

    const tokens = join(folder, 'tokens.csv')
    await answerSaveDialog(app, tokens)
    await page.getByLabel('Search users').fill('import7')
    await page.getByRole('link', { name: 'Imported 7', exact: true }).click()
    await page.getByRole('button', { name: 'Export CSV' }).click()
    await expect(page.getByText('tokens.csv was written, with 1 row.')).toBeVisible()
    const text = readFileSync(tokens, 'utf8')
    expect(text).toContain("'=Nightly")
    expect(text).toContain('All entities: Read')
    expect(text).not.toContain(secret.slice(17))
    expect(
      askRegistry(
        profile,
        "select actor_name, subject_name from activity where action = 'list.exported' order by seq",
      ),
    ).toEqual([
      { actor_name: 'Anna Auditor', subject_name: 'Users' },
      { actor_name: 'Anna Auditor', subject_name: 'Tokens of Imported 7' },
    ])
  })

  await test.step('the exported file comes back with its names as they were', async () => {
    await signOut(page)
    await signIn(page, { username: 'alice', password: 'correct horse battery staple' })
    writeFileSync(
      file,
      readFileSync(join(folder, 'out.csv'), 'utf8').replace('formula,', 'formula.again,'),
    )
    await openUsers(page)
    const dialog = await choose()
    await dialog.getByRole('button', { name: 'Import 1 user' }).click()
    await expect(dialog).toContainText('One user was created.')
    await dialog.getByRole('button', { name: 'Close' }).click()
    expect(
      askRegistry(profile, 'select display_name from user where username = ?', 'formula.again'),
    ).toEqual([{ display_name: '=SUM(1+1)' }])
  })
  rmSync(folder, { recursive: true })
})
