// @ts-check
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { cacheRoot, inProject } from './places.mjs'
import { compileDriver, driverVersion } from './compile-driver.mjs'
import { toolNode } from './node-runtime.mjs'
import { ask } from './run.mjs'
import { PlainProblem, say } from './say.mjs'
import { copyWhole, readIfThere, writeWhole } from './whole-file.mjs'

/** better-sqlite3's ready-made binaries are for Node-API 10; on an older one they crash the process. */
const readyMadeNodeApi = 10

/** Where better-sqlite3 looks first. */
const ownBuild = inProject(
  'node_modules',
  'better-sqlite3',
  'build',
  'Release',
  'better_sqlite3.node',
)
const checkedStamp = inProject('node_modules', '.keyward', 'driver-checked')

/**
 * Makes sure that the database driver loads in this Electron and in the Node that the tests run on.
 * @param {import('./describe-electron.mjs').ElectronDescription} electron
 */
export async function prepareDriver(electron) {
  if (electron.nodeApi < readyMadeNodeApi && !existsSync(ownBuild)) await useOwnBuild()
  const stamp = [driverVersion(), electron.executable, electron.version, toolNode()].join('\n')
  if (readIfThere(checkedStamp) === stamp) return
  await mustLoad(`Electron ${electron.version}`, electron.executable)
  await mustLoad('Node', toolNode())
  writeWhole(checkedStamp, stamp)
}

async function useOwnBuild() {
  const cached = join(
    cacheRoot,
    `better-sqlite3-${driverVersion()}-${process.platform}-${process.arch}.node`,
  )
  if (!existsSync(cached)) {
    say(
      'This Electron needs the database driver compiled for it (about a minute, once on this machine) …',
    )
    await compileDriver(cached)
  }
  copyWhole(cached, ownBuild)
}

async function mustLoad(/** @type {string} */ name, /** @type {string} */ executable) {
  const probe = `
    const Database = require('better-sqlite3')
    console.log(new Database(':memory:').prepare("SELECT 'loads'").pluck().get())`
  const { stdout, stderr, code } = await ask(executable, ['-e', probe], {
    cwd: inProject(),
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
  })
  if (stdout.trim() !== 'loads')
    throw new PlainProblem(`The database driver does not load in ${name} (exit ${code}). ${stderr}`)
}
