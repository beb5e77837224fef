import Database from 'better-sqlite3'
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from './fixtures.ts'
import { createEntity } from './pages/entities.ts'
import { createFirstAdministrator } from './pages/sign-in.ts'
import { copyAndFinish, createToken } from './pages/tokens.ts'
import { createUser } from './pages/users.ts'

test('the samples work as they are on the screen, and Try it shows the record that they made', async ({
  start,
}) => {
  const { page, profile } = await start()
  await createFirstAdministrator(page)
  await createEntity(page, 'Invoices', [
    { title: 'Number', type: 'Text', required: true },
    { title: 'Total', type: 'Decimal', required: true },
  ])
  await createUser(page, { kind: 'Service account', username: 'sap', displayName: 'SAP Finance' })
  await page.getByRole('button', { name: 'Open', exact: true }).click()
  await createToken(page, {
    name: 'Nightly export',
    expiration: '30 days',
    permissions: ['Invoices: Read', 'Invoices: Write'],
  })
  const created = page.getByRole('dialog', { name: 'Token created' })
  const runShown = async () =>
    execFileSync('bash', ['-c', await created.getByRole('tabpanel').locator('pre').innerText()], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })

  await created.getByRole('tab', { name: 'curl' }).click()
  await created.getByRole('button', { name: 'Create a record' }).click()
  expect(await runShown()).toContain('HTTP/1.1 201 Created')
  await created.getByRole('button', { name: 'List records' }).click()
  const listed = await runShown()
  expect(listed).toContain('HTTP/1.1 200 OK')
  expect(listed).toContain('"number":"Sample"')

  await created.getByRole('button', { name: 'Try it' }).click()
  const outcome = created.getByRole('region', { name: 'What the call was answered' })
  await expect(outcome).toContainText('Answered with 200')
  await expect(outcome.getByRole('region', { name: 'Answer' })).toContainText('"number": "Sample"')
  await expect(outcome).not.toContainText(/kws_[0-9A-Za-z]{12}_[0-9A-Za-z]{49}/)

  // One POST, one GET of the shell and one of Keyward itself; written once a second.
  const counted = () => askGateway(profile, 'select allowed, refused from token_usage')
  await expect.poll(counted).toEqual([{ allowed: 3, refused: 0 }])
  expect(askGateway(profile, 'select data, created_by as by from record')).toEqual([
    { data: '{"number":"Sample","total":"12.5"}', by: 'SAP Finance' },
  ])
  await copyAndFinish(page)
})

function askGateway(profile: string, sql: string) {
  const database = new Database(join(profile, 'gateway.db'), { readonly: true })
  try {
    return database.prepare(sql).all()
  } finally {
    database.close()
  }
}
