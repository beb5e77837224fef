import { expect, test } from './fixtures.ts'
import { createEntity, openEntity, requireField } from './pages/entities.ts'
import { createRecord, fillRecord, openRecord, saveRecord } from './pages/records.ts'
import { askRegistry } from './pages/registry-file.ts'
import { createFirstAdministrator } from './pages/sign-in.ts'

test('a stricter field waits until every old record fits, and names those that do not', async ({
  start,
}) => {
  const { page, profile } = await start()
  const isTotalRequired = () =>
    askRegistry<{ required: 0 | 1 }>(
      profile,
      "select json_extract(fields, '$[1].required') as required from entity",
    )[0]?.required
  await createFirstAdministrator(page)
  await createEntity(page, 'Orders', [
    { title: 'Number', type: 'Text', required: true },
    { title: 'Total', type: 'Decimal' },
  ])
  await openEntity(page, 'Orders')
  await createRecord(page, { Number: 'A-1', Total: '10' })
  await createRecord(page, { Number: 'A-2' })

  const notice = page.getByText('Stricter fields do not hold yet')
  await page.getByRole('tab', { name: 'Fields' }).click()
  await requireField(page, 2)
  await expect(notice).toBeVisible()
  await expect(page.getByLabel('Records that do not fit')).toHaveText(/total: has no value/)
  expect(isTotalRequired()).toBe(0)

  await page.getByRole('tab', { name: 'Records' }).click()
  await openRecord(page, 'A-2')
  await fillRecord(page, { Total: '5' })
  await saveRecord(page)
  await page.getByRole('tab', { name: 'Fields' }).click()
  await requireField(page, 2)
  await expect(notice).toBeHidden()
  await expect.poll(isTotalRequired).toBe(1)
})
