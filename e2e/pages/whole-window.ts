import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { ElectronApplication } from 'playwright'
import { electronPath, projectFolder } from '../launch.ts'

/** As with the cross in its title bar. */
export const closeWindow = (app: ElectronApplication) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())

export const isWindowVisible = (app: ElectronApplication) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible())

/** Somebody starts Keyward although it runs; answers with the code that this second one ends with. */
export async function startAgain(profile: string): Promise<number | null> {
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const second = spawn(electronPath(), [...sandbox, projectFolder, '--profile', profile], {
    stdio: 'ignore',
  })
  const [code] = (await once(second, 'exit')) as [number | null]
  return code
}
