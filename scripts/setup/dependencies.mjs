// @ts-check
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { npm } from './npm.mjs'
import { projectRoot } from './places.mjs'
import { mustRun } from './run.mjs'
import { PlainProblem, say } from './say.mjs'
import { readIfThere } from './whole-file.mjs'

/** Installs exactly what a folder's package-lock.json names, when that is not what is installed. */
export async function installDependencies(folder = projectRoot) {
  if (installedAsLocked(folder)) return
  say(`Installing the dependencies that ${join(folder, 'package-lock.json')} names (npm ci) …`)
  // A NODE_ENV=production in the caller's shell would leave out what builds and tests the app.
  const [command, args, options] = npm([
    'ci',
    '--include=dev',
    '--include=optional',
    // No package of ours needs a script of its own, and some of the tools would report home with one.
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    // npm itself may run on Node 20, and then warns of every package that is made for newer ones.
    '--loglevel=error',
  ])
  await mustRun('Installing the dependencies', command, args, { ...options, cwd: folder })
  if (!installedAsLocked(folder))
    throw new PlainProblem(
      'npm ci ended well, yet what is installed differs from package-lock.json.',
    )
}

/**
 * npm writes node_modules/.package-lock.json last, when everything is in place, and removes it first.
 * So it serves as the stamp, and a developer's own `npm install` counts as well.
 */
function installedAsLocked(/** @type {string} */ folder) {
  const locked = packagesIn(join(folder, 'package-lock.json'))
  const installed = packagesIn(join(folder, 'node_modules', '.package-lock.json'))
  if (!locked || !installed) return false
  return Object.entries(locked).every(([path, wanted]) => {
    if (path === '') return true
    const found = installed[path]
    if (!found) return wanted.optional === true && !existsSync(join(folder, path))
    return found.version === wanted.version && found.integrity === wanted.integrity
  })
}

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean }} LockedPackage
 * @returns {Record<string, LockedPackage> | undefined}
 */
function packagesIn(/** @type {string} */ lockfile) {
  const text = readIfThere(lockfile)
  return text === undefined ? undefined : JSON.parse(text).packages
}
