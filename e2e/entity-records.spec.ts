import { expect, test } from './fixtures.ts'
import { createEntity, openEntity } from './pages/entities.ts'
import { callGateway } from './pages/gateway-client.ts'
import {
  addFilter,
  createRecord,
  fillRecord,
  openRecord,
  recordDialog,
  saveRecord,
} from './pages/records.ts'
import { askGatewayFile } from './pages/registry-file.ts'
import { createFirstAdministrator } from './pages/sign-in.ts'
import { copyAndFinish, createToken } from './pages/tokens.ts'
import { createService } from './pages/users.ts'

const paid = { choice: 'paid' }

test('records are kept by their fields, found by conditions, and read by a system', async ({
  start,
}) => {
  const { page, profile, baseUrl } = await start()
  const stored = () =>
    askGatewayFile<{ data: string }>(profile, 'select data from record order by id')
      .map(({ data }) => JSON.parse(data) as Record<string, unknown>)
      .toSorted((a, b) => String(a['number']).localeCompare(String(b['number'])))
  await createFirstAdministrator(page)
  await createEntity(page, 'Orders', [
    { title: 'Number', type: 'Text', required: true, unique: true, indexed: true },
    { title: 'State', type: 'One of a list', indexed: true, values: ['new', 'paid'] },
    { title: 'Total', type: 'Decimal' },
  ])
  await openEntity(page, 'Orders')
  await createRecord(page, { Number: 'A-1', State: { choice: 'new' }, Total: '10' })
  await createRecord(page, { Number: 'A-2', State: paid, Total: '20.5' })

  await page.getByRole('button', { name: 'New record' }).click()
  await fillRecord(page, { Number: 'A-1', State: paid })
  await recordDialog(page).getByRole('button', { name: 'Save' }).click()
  await expect(recordDialog(page).getByLabel('Number')).toHaveAttribute('aria-invalid', 'true')
  expect(stored()).toHaveLength(2)
  await fillRecord(page, { Number: 'A-3' })
  await saveRecord(page)

  await openRecord(page, 'A-2')
  await fillRecord(page, { Total: '25' })
  await saveRecord(page)
  expect(stored()[1]).toEqual({ number: 'A-2', state: 'paid', total: '25' })

  await addFilter(page, 'State', 'paid')
  await expect(page.getByText('2 records match')).toBeVisible()
  await page.getByLabel('Search records').fill('A-3')
  await expect(page.getByText('1 record matches')).toBeVisible()
  await page.getByRole('button', { name: 'Clear all' }).click()
  await expect(page.getByRole('row')).toHaveCount(4)

  await addFilter(page, 'State', 'paid')
  await page.getByText('2 records match').waitFor()
  await page.getByRole('checkbox', { name: 'Select all rows' }).check()
  await page.getByRole('button', { name: 'Delete 2 records' }).click()
  await page.getByRole('dialog', { name: 'Delete 2 records?' }).getByText('for good').waitFor()
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
  await expect(page.getByText('No record matches').first()).toBeVisible()
  expect(stored()).toEqual([{ number: 'A-1', state: 'new', total: '10' }])

  await createService(page, 'erp', 'ERP')
  const secret = await createToken(page, {
    name: 'ERP',
    expiration: '30 days',
    permissions: ['Orders: Read'],
  })
  await copyAndFinish(page)
  const read = await callGateway(
    baseUrl,
    secret,
    'GET',
    '/v1/entities/orders/records?where.state=new',
  )
  expect(read.body).toMatchObject({ items: [{ data: { number: 'A-1', total: '10' } }] })
})
