// @ts-check
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { cacheRoot } from './places.mjs'
import { say } from './say.mjs'

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
    if (!announced) say('Another Keyward set-up is running on this machine; waiting for it to end.')
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
  try {
    process.kill(Number(readFileSync(lock, 'utf8')), 0)
    return true
  } catch (error) {
    // EPERM: alive, but another user's. Anything else: gone.
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM'
  }
}
