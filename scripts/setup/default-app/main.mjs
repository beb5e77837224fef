// Stands in for Electron's own default_app.asar: it makes `electron PATH` load the app in that folder.
// It is packed into the Electron that assemble-electron.mjs puts together, and is no part of Keyward.
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from 'electron'

const given = process.argv.slice(1).find((argument) => !argument.startsWith('-'))
if (given === undefined) {
  console.error('Usage: electron PATH-OF-AN-APP')
  app.exit(1)
} else {
  const folder = resolve(given)
  const { productName, name, version, main } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  )
  app.setName(productName ?? name)
  app.setVersion(version)
  app.setAppPath(folder)
  Object.defineProperty(process, 'defaultApp', { value: true })
  await import(pathToFileURL(join(folder, main)).href)
}
