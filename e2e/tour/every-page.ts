import { _electron, type ElectronApplication, type Page } from 'playwright'
import { electronPath, freePort, projectFolder } from '../launch.ts'
import { isShown } from './is-shown.ts'
import type { Report } from './report.ts'

/** The part of the main menu, the entry in its panel, and the heading that then stands there. */
const pages: [menu: string, entry: string | null, heading: string][] = [
  ['Overview', null, 'Overview'],
  ['Parametrization', 'Users', 'Users'],
  ['Parametrization', 'Entities', 'Entities'],
  ['Parametrization', 'Policies', 'Policies'],
  ['Audit', 'Token expiry', 'Token expiry'],
  ['Audit', 'All tokens', 'All tokens'],
  ['Audit', 'Refused calls', 'Refused calls'],
  ['Audit', 'Access reviews', 'Access reviews'],
  ['Audit', 'Activity', 'Activity'],
  ['Audit', 'Leak scan', 'Leak scan'],
  ['API', 'Gateway', 'Gateway'],
  ['API', 'Explain a call', 'Explain a call'],
  ['API', 'Identify a token', 'Identify a token'],
  ['API', 'Introspection', 'Introspection'],
  ['API', 'Forward auth', 'Forward auth'],
  ['Settings', null, 'Settings'],
]

const themes = ['light', 'dark'] as const
const sizes = [
  [1280, 800],
  [900, 600],
] as const

/** Every page of the demo, light and dark, in the usual window and in a small one. */
export async function seeEveryPage(report: Report) {
  const app = await _electron.launch({
    executablePath: electronPath(),
    args: [projectFolder, '--demo', '--port', String(await freePort())],
    chromiumSandbox: process.getuid?.() !== 0,
  })
  try {
    const page = await app.firstWindow()
    await page.getByRole('link', { name: 'Overview' }).waitFor()
    for (const [menu, entry, heading] of pages) {
      await page.getByRole('link', { name: menu, exact: true }).click()
      if (entry) await page.getByRole('link', { name: entry, exact: true }).click()
      await lookAtIt(app, page, heading, report)
    }
  } finally {
    await app.close()
  }
}

async function lookAtIt(app: ElectronApplication, page: Page, heading: string, report: Report) {
  const stands = await isShown(page.getByRole('heading', { level: 1, name: heading, exact: true }))
  for (const theme of themes)
    for (const [width, height] of sizes) {
      await page.emulateMedia({ colorScheme: theme })
      await resize(app, page, width, height)
      const name = `${heading.toLowerCase().replaceAll(' ', '-')}-${theme}-${width}`
      await report.picture(page, name, `See ${heading}`, `${theme}, ${width} wide`, stands)
    }
}

async function resize(app: ElectronApplication, page: Page, width: number, height: number) {
  await app.evaluate(
    ({ BrowserWindow }, size) =>
      BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height),
    { width, height },
  )
  await page.waitForFunction((wide) => window.innerWidth === wide, width)
}
