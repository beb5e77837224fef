import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ElectronApplication, Page } from 'playwright'
import { expect, test } from './fixtures.ts'
import { createEntity, openEntities } from './pages/entities.ts'
import { callGateway } from './pages/gateway-client.ts'
import { askGatewayFile, askRegistry } from './pages/registry-file.ts'
import { administrator, createFirstAdministrator, signIn } from './pages/sign-in.ts'
import { copyAndFinish, createToken } from './pages/tokens.ts'
import { createUser } from './pages/users.ts'

/** The system's own dialogs cannot be clicked by a test; what they answer is all that is replaced. */
const answerDialogs = (app: ElectronApplication, path: string) =>
  app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] })
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: chosen })
  }, path)

async function openRecords(page: Page) {
  await openEntities(page)
  await page.getByRole('link', { name: 'Invoices' }).click()
  await page.getByRole('tab', { name: 'Records' }).waitFor()
}

async function chooseToImport(page: Page) {
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  return page.getByRole('dialog', { name: 'Import records of Invoices' })
}

test('records come in from a file and go out to one, and a wrong row or a sudden end costs nothing', async ({
  start,
}) => {
  test.setTimeout(180_000)
  const folder = mkdtempSync(join(tmpdir(), 'keyward-files-'))
  const first = await start()
  const { page, app, profile } = first
  await createFirstAdministrator(page)
  await createEntity(page, 'Invoices', [
    { title: 'Number', type: 'Text', required: true },
    { title: 'Total', type: 'Decimal' },
    { title: 'Paid', type: 'Yes / No' },
  ])
  await createUser(page, { kind: 'Service account', username: 'sap', displayName: 'SAP Finance' })
  await page.getByRole('button', { name: 'Open', exact: true }).click()
  const secret = await createToken(page, {
    name: 'Nightly export',
    expiration: '30 days',
    permissions: ['Invoices: Read'],
  })
  await copyAndFinish(page)
  await openRecords(page)

  const small = join(folder, 'invoices.csv')
  const kept = () =>
    askGatewayFile<{ records: number }>(profile, 'select count(*) as records from record')[0]!
      .records

  await test.step('the dry run names the rows to correct, and nothing is written', async () => {
    writeFileSync(small, 'Number;Total;Paid\nINV-1;1000.5;true\nINV-2;1.000,5;yes\n')
    await answerDialogs(app, small)
    const dialog = await chooseToImport(page)
    await expect(dialog).toContainText('separated by semicolons')
    await dialog.getByRole('button', { name: 'Dry run' }).click()
    const faults = dialog.getByRole('table', { name: 'Rows to correct' })
    await expect(faults.getByRole('row').nth(1)).toContainText('1000.5, not 1.000,5')
    await expect(faults.getByRole('row').nth(2)).toContainText('This field takes true or false')
    await expect(dialog.getByRole('button', { name: 'Import', exact: true })).toBeDisabled()
    await dialog.getByRole('button', { name: 'Cancel' }).click()
    expect(kept()).toBe(0)
  })

  await test.step('a sound file is imported, and a system reads its records', async () => {
    writeFileSync(small, 'Number;Total;Paid\nINV-1;1000.5;true\n"=INV-2";7;false\n')
    const dialog = await chooseToImport(page)
    await dialog.getByRole('button', { name: 'Dry run' }).click()
    await expect(dialog).toContainText('All 2 rows are sound')
    await dialog.getByRole('button', { name: 'Import', exact: true }).click()
    await expect(page.getByText('Every row is imported: 2 records created.')).toBeVisible()
    await expect(page.getByRole('row', { name: /INV-1/ })).toBeVisible()
    expect(kept()).toBe(2)
    const read = await callGateway(first.baseUrl, secret, 'GET', '/v1/entities/invoices/records')
    expect(read.body).toMatchObject({
      items: [
        { data: { number: 'INV-1', total: '1000.5', paid: true } },
        { data: { number: '=INV-2', total: '7', paid: false } },
      ],
    })
  })

  await test.step('an export has them all, and no formula', async () => {
    const out = join(folder, 'out.csv')
    await answerDialogs(app, out)
    await page.getByRole('button', { name: 'Export' }).click()
    const dialog = page.getByRole('dialog', { name: 'Export records of Invoices' })
    await dialog.getByRole('button', { name: 'Choose file and export' }).click()
    await expect(page.getByText('2 records were written.')).toBeVisible()
    expect(
      readFileSync(out, 'utf8')
        .split('\r\n')
        .map((line) => line.split(',').slice(5).join(',')),
    ).toEqual(['number,total,paid', 'INV-1,1000.5,true', "'=INV-2,7,false", ''])
  })

  const large = join(folder, 'many.csv')
  const many = 20_000
  await test.step('an import that is cut off by the end of Keyward goes on at the next start', async () => {
    writeFileSync(
      large,
      `number,total,paid\n${Array.from({ length: many }, (_, at) => `M-${at},${at}.25,true\n`).join('')}`,
    )
    await answerDialogs(app, large)
    const dialog = await chooseToImport(page)
    await dialog.getByRole('button', { name: 'Dry run' }).click()
    await expect(dialog).toContainText('All 20,000 rows are sound', { timeout: 60_000 })
    await dialog.getByRole('button', { name: 'Import', exact: true }).click()
    await expect(page.getByText(/of 20,000 rows/)).toBeVisible()
    const gone = app.waitForEvent('close')
    app.process().kill('SIGKILL')
    await gone

    const afterwards = kept()
    const [run] = askGatewayFile<{ created: number; state: string }>(
      profile,
      'select created, state from import_run',
    )
    expect(run).toEqual({ created: afterwards - 2, state: 'running' })
    expect(afterwards).toBeLessThan(many)

    const second = await start()
    await signIn(second.page, administrator)
    await openRecords(second.page)
    await expect(second.page.getByText('Import of many.csv')).toBeVisible()
    await second.page.getByRole('button', { name: 'Resume' }).click()
    await expect(
      second.page.getByText('Every row is imported: 20,000 records created.'),
    ).toBeVisible({ timeout: 60_000 })
    expect(kept()).toBe(many + 2)
    expect(
      askGatewayFile(
        profile,
        "select count(distinct json_extract(data, '$.number')) as numbers from record",
      ),
    ).toEqual([{ numbers: many + 2 }])
    const read = await callGateway(
      second.baseUrl,
      secret,
      'GET',
      '/v1/entities/invoices/records?limit=1000',
    )
    expect((read.body as { items: unknown[] }).items).toHaveLength(1_000)
  })

  expect(
    askRegistry<{ action: string }>(
      profile,
      "select action from activity where action like 'import.%' or action = 'list.exported' order by seq",
    ).map((one) => one.action),
  ).toEqual([
    'import.started',
    'import.finished',
    'list.exported',
    'import.started',
    'import.resumed',
    'import.finished',
  ])
  rmSync(folder, { recursive: true })
})
