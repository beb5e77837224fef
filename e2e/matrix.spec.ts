import { readFileSync } from 'node:fs'
import { expect, test } from './fixtures.ts'
import { createEntity, openEntity } from './pages/entities.ts'
import { createFirstAdministrator } from './pages/sign-in.ts'
import { copyAndFinish, createToken } from './pages/tokens.ts'
import { createService } from './pages/users.ts'
import { answerSaveDialog } from './pages/written-file.ts'

test('what tokens may do is seen at a glance, of one user and of one entity, and exported', async ({
  start,
}, testInfo) => {
  const { app, page } = await start()
  await createFirstAdministrator(page)
  await createEntity(page, 'Customers', [{ title: 'Name', type: 'Text' }])
  await createEntity(page, 'Orders', [{ title: 'Number', type: 'Text' }])
  await createService(page, 'erp', 'ERP')
  for (const [name, permissions] of [
    ['A reader', ['Customers: Read']],
    ['B cleaner', ['Orders: Read', 'Orders: Delete']],
    ['C everything', ['All entities: Read', 'All entities: Write']],
  ] as const) {
    await createToken(page, { name, expiration: '30 days', permissions: [...permissions] })
    await copyAndFinish(page)
  }

  const names = () => page.getByRole('rowheader').getByRole('link')
  await page.getByRole('tab', { name: 'Matrix' }).click()
  await expect(names()).toHaveText(['C everything', 'B cleaner', 'A reader'])
  const cleaner = page.getByRole('row', { name: /B cleaner/ })
  await expect(cleaner.getByRole('img')).toHaveAccessibleName('Read, Delete')
  await expect(cleaner).toContainText('5')
  await page.getByRole('button', { name: 'Token', exact: true }).click()
  await expect(names()).toHaveText(['A reader', 'B cleaner', 'C everything'])
  await page.getByRole('button', { name: 'Power' }).click()
  await expect(names().first()).toHaveText('C everything')

  await page.getByRole('tab', { name: 'Access' }).click()
  await page.getByRole('checkbox', { name: 'All entities: Delete' }).uncheck()
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Access saved.', { exact: false }).waitFor()

  await openEntity(page, 'Orders', 'Matrix')
  await expect(names()).toHaveText(['C everything', 'B cleaner'])
  await expect(page.getByRole('row', { name: /B cleaner/ }).getByRole('img')).toHaveAccessibleName(
    "Read, Delete (taken by the user's access)",
  )
  const file = testInfo.outputPath('matrix.csv')
  await answerSaveDialog(app, file)
  await page.getByRole('button', { name: 'Export CSV' }).click()
  await expect(page.getByText(/was written, with 2 rows/)).toBeVisible()
  const lines = readFileSync(file, 'utf8').trim().split(/\r?\n/)
  expect(lines).toHaveLength(3)
  expect(lines[1]).toMatch(/^C everything,.*,3,read write$/)
  expect(lines[2]).toMatch(/^B cleaner,.*,1,read$/)
})
