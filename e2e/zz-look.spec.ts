import { _electron } from 'playwright'
import { test } from 'playwright/test'
import { electronPath, freePort, projectFolder } from './launch.ts'

for (const theme of ['light', 'dark'] as const)
  test(`look ${theme}`, async () => {
    test.setTimeout(120_000)
    const app = await _electron.launch({
      executablePath: electronPath(),
      args: [projectFolder, '--demo', '--port', String(await freePort())],
      chromiumSandbox: process.getuid?.() !== 0,
      colorScheme: theme,
    })
    const page = await app.firstWindow()
    await page.getByRole('link', { name: 'Overview' }).waitFor()
    const folder = '/tmp/look-bulk'
    for (const [w, h] of [
      [1280, 800],
      [900, 600],
    ] as const) {
      await app.evaluate(
        ({ BrowserWindow }, [width, height]) => {
          BrowserWindow.getAllWindows()[0]!.setContentSize(width!, height!)
        },
        [w, h],
      )
      const shot = async (name: string) => {
        await page.waitForTimeout(500)
        await page.screenshot({ path: `${folder}/${name}-${theme}-${w}.png` })
      }
      await page.getByRole('link', { name: 'Audit' }).click()
      await page.getByRole('link', { name: 'All tokens' }).click()
      await page.getByRole('grid', { name: 'All tokens' }).waitFor()
      await shot('all')
      await page.getByRole('button', { name: 'Filters', exact: true }).click()
      await shot('filters')
      await page.keyboard.press('Escape')
      await page.getByRole('checkbox', { name: 'Select all rows' }).check()
      await shot('ticked')
      const bar = page.getByRole('region', { name: 'What to do with the selected tokens' })
      await bar.getByRole('button', { name: 'Delete' }).click()
      await page.getByText(/What is changed/).waitFor()
      await shot('delete')
      await page.keyboard.press('Escape')
      await bar.getByRole('button', { name: 'Extend' }).click()
      await page.getByRole('combobox', { name: 'New expiration' }).click()
      await page.getByRole('option', { name: /1 year/ }).click()
      await page
        .getByText(/What is changed|Stay as/)
        .first()
        .waitFor()
      await shot('extend')
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: 'Clear selection' }).click()
      await page.getByRole('columnheader', { name: 'Last use' }).click()
      await page.waitForTimeout(300)
      await page.getByRole('columnheader', { name: 'Last use' }).click()
      await page.waitForTimeout(600)
      await page.getByRole('row').nth(2).click()
      await page.getByText('Unused permissions').waitFor()
      await shot('details')
      await page.getByText('Unused permissions').scrollIntoViewIfNeeded()
      await shot('details2')
      await page.keyboard.press('Escape')
      await page.getByRole('link', { name: 'Parametrization' }).click()
      await page.getByRole('grid').getByRole('link').first().click()
      await page.getByRole('tab', { name: 'Tokens' }).waitFor()
      await shot('user')
    }
    await app.close()
  })
