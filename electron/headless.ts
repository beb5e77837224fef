import { app } from 'electron'
import { makeScratch, scratchOfParent, startedWithoutDisplay } from './without-display'

/**
 * Runs the command line in the app's own program, which alone opens the keychain: no window, no
 * display, no graphics, and no lock, since it may run beside the window on the same profile.
 */
export async function runHeadless(typed: string[], perform: () => Promise<number>): Promise<void> {
  const { argv, platform } = process
  const exitCode = await startedWithoutDisplay({ argv, typed, platform })
  // Electron is not ready yet, and must not become it here.
  if (exitCode !== null) process.exit(exitCode)

  app.disableHardwareAcceleration()
  const scratch = scratchOfParent() ?? makeScratch()
  app.setPath('sessionData', scratch.folder)
  // Windows keeps what unwraps the keys in the profile's own folder; elsewhere nothing is needed.
  if (platform !== 'win32') app.setPath('userData', scratch.folder)
  app.once('quit', scratch.remove)
  app
    .whenReady()
    .then(perform)
    .then((code) => app.exit(code))
    .catch((error: unknown) => {
      console.error(error)
      app.exit(1)
    })
}
