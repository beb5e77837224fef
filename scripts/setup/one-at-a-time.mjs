// @ts-check
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { cacheRoot } from './places.mjs'
import { say } from './say.mjs'
import { readIfThere } from './whole-file.mjs'

const lock = join(cacheRoot, 'set-up.lock')

/**
 * Two terminals may start at once, and `npm ci` empties node_modules under the other one.
 * The lock holds the process id of its owner, so one that was left by a killed process is recognised.
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function oneAtATime(work) {
  mkdirSync(cacheRoot, { recursive: true })
  let announced = false
  while (!take()) {
    if (!announced)
      say(`Another set-up of Keyward is running; waiting for it to end (its mark is ${lock}) …`)
    announced = true
    await pause(500)
  }
  const release = () => rmSync(lock, { force: true })
  process.once('exit', release)
  try {
    return await work()
  } finally {
    process.removeListener('exit', release)
    release()
  }
}

function take() {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error
    if (!ownerIsAlive()) rmSync(lock, { force: true })
    return false
  }
}

function ownerIsAlive() {
  const owner = Number(readIfThere(lock))
  // Another one has just created the file and not written its number yet, or has just removed it.
  if (!owner) return true
  try {
    process.kill(owner, 0)
  } catch (error) {
    // EPERM: alive, but another user's.
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EPERM') return false
  }
  // A killed process may stay as a zombie, without a command line, and numbers are used again.
  return process.platform !== 'linux' || runsOurScripts(owner)
}

const runsOurScripts = (/** @type {number} */ id) =>
  readIfThere(`/proc/${id}/cmdline`)?.includes('.mjs') ?? false
