// @ts-check
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { toolEnvironment, toolNode, toolScript } from './node-runtime.mjs'
import { inProject, projectRoot } from './places.mjs'
import { mustRun } from './run.mjs'
import { say } from './say.mjs'
import { readIfThere, writeWhole } from './whole-file.mjs'

const sources = [
  ...['electron', 'renderer', 'resources'],
  ...['electron.vite.config.ts', 'package.json', 'package-lock.json'],
]
const stamp = inProject('out', '.built-from')

/** Builds the app into out/, when its sources are not the ones that it was built from. */
export async function buildWhenStale(/** @type {string} */ electron) {
  if (readIfThere(stamp) !== fingerprint()) await build(electron)
}

export async function build(/** @type {string} */ electron) {
  say('Building the app …')
  // Taken before the build: a file that is saved meanwhile makes the next start build again.
  const builtFrom = fingerprint()
  rmSync(stamp, { force: true })
  await mustRun(
    'Building the app',
    toolNode(),
    [toolScript('electron-vite'), 'build', '--logLevel', 'warn'],
    // Without it electron-vite looks for the official Electron only.
    { cwd: projectRoot, env: { ...toolEnvironment(), ELECTRON_EXEC_PATH: electron } },
  )
  writeWhole(stamp, builtFrom)
}

function fingerprint() {
  const hash = createHash('sha256')
  for (const source of sources)
    for (const file of filesIn(source)) hash.update(file).update(readFileSync(inProject(file)))
  return hash.digest('hex')
}

/** @returns {string[]} */
function filesIn(/** @type {string} */ path) {
  const found = statSync(inProject(path), { throwIfNoEntry: false })
  if (!found) return []
  if (!found.isDirectory()) return /\.test\.tsx?$/.test(path) ? [] : [path]
  return readdirSync(inProject(path))
    .toSorted()
    .flatMap((name) => filesIn(join(path, name)))
}
