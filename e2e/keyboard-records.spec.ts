import { expect, test } from './fixtures.ts'
import { createEntity, openEntity } from './pages/entities.ts'
import { press, tabTo, type } from './pages/keyboard.ts'
import { createRecord } from './pages/records.ts'
import { askGatewayFile } from './pages/registry-file.ts'
import { createFirstAdministrator } from './pages/sign-in.ts'

test('records are written, filtered, opened and deleted without a mouse, and the focus is never lost', async ({
  start,
}) => {
  const { page, profile } = await start()
  await createFirstAdministrator(page)
  await createEntity(page, 'Orders', [
    { title: 'Number', type: 'Text', indexed: true },
    { title: 'State', type: 'One of a list', indexed: true, values: ['new', 'paid'] },
  ])
  await openEntity(page, 'Orders')
  await createRecord(page, { Number: 'A-1', State: { choice: 'new' } })

  const create = page.getByRole('button', { name: 'New record' })
  await press(page, create)
  await type(page, 'Number', 'A-2')
  await press(page, page.getByRole('combobox', { name: 'State' }))
  await page.keyboard.type('paid')
  await page.keyboard.press('Enter')
  await press(page, page.getByRole('button', { name: 'Save' }))
  await expect(create).toBeFocused()

  const add = page.getByRole('button', { name: 'Add filter' })
  await press(page, add)
  await type(page, 'Value', 'A-2')
  await page.keyboard.press('Enter')
  await expect(add).toBeFocused()
  await expect(page.getByText('1 record matches')).toBeVisible()

  const cell = page.getByRole('gridcell', { name: 'A-2' })
  await tabTo(page, page.getByRole('grid').getByRole('columnheader').first())
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowRight')
  await expect(cell).toBeFocused()
  await page.keyboard.press('Enter')
  await page.getByRole('dialog', { name: 'Record of Orders' }).waitFor()
  await page.keyboard.press('Escape')
  await expect(cell).toBeFocused()

  await page.keyboard.press('Shift+Space')
  await press(page, page.getByRole('button', { name: 'Delete 1 record' }))
  await page.getByRole('dialog', { name: 'Delete this record?' }).waitFor()
  await page.keyboard.press('Enter')
  await expect(page.getByText('No record matches').first()).toBeVisible()
  expect(await page.evaluate(() => document.activeElement === document.body)).toBe(false)
  expect(askGatewayFile(profile, "select json_extract(data, '$.number') as n from record")).toEqual(
    [{ n: 'A-1' }],
  )

  await tabTo(page, page.getByRole('button', { name: /Remove the filter/ }))
  await page.keyboard.press('Delete')
  await expect(page.getByRole('gridcell', { name: 'A-1' })).toBeVisible()
})
