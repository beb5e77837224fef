// @ts-check
import { chownSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { ask, mustRun } from './run.mjs'
import { say } from './say.mjs'

const name = 'keyward-tests'

/**
 * As root Chromium runs without its sandbox, and that is not the app that people use. So root hands the
 * tests to an ordinary user, who is made once.
 */
export async function ordinaryUser() {
  if ((await ask('id', ['-u', name])).code !== 0) {
    say(`Adding the user ${name}, for whom the tests run (root has no Chromium sandbox) …`)
    await mustRun('Adding the user', 'useradd', ['--create-home', '--user-group', name])
  }
  const [user, group] = await Promise.all([number('-u'), number('-g')])
  return {
    name,
    /** What goes before a command line to run it as this user. */
    prefix: ['runuser', '-u', name, '--'],
    /** Makes a folder that is this user's alone. */
    ownFolder: (/** @type {string[]} */ ...parts) => {
      const folder = join(...parts)
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      chownSync(folder, user, group)
      return folder
    },
  }
}

/** @typedef {Awaited<ReturnType<typeof ordinaryUser>>} OrdinaryUser */

async function number(/** @type {string} */ flag) {
  const { stdout } = await ask('id', [flag, name])
  return Number(stdout)
}
