import { expect, test } from './fixtures.ts'

test('the window has its name, its menu without developer tools, and remembers its size', async ({
  start,
}) => {
  const first = await start()
  await first.page.getByRole('button', { name: 'Create administrator' }).waitFor()
  expect(await first.page.title()).toBe('Keyward')
  const roles = await first.app.evaluate(({ Menu }) =>
    (Menu.getApplicationMenu()?.items ?? []).flatMap((menu) =>
      (menu.submenu?.items ?? []).map((item) => item.role?.toLowerCase()),
    ),
  )
  expect(roles).toContain('copy')
  expect(roles).not.toContain('toggledevtools')
  expect(roles).not.toContain('reload')

  await first.app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.setSize(1040, 700)
  })
  await expect.poll(() => first.page.evaluate(() => window.outerWidth)).toBe(1040)
  await first.app.close()

  const second = await start()
  await second.page.getByRole('button', { name: 'Create administrator' }).waitFor()
  const size = await second.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.getSize(),
  )
  expect(size).toEqual([1040, 700])
})
