// @ts-check
import { randomBytes } from 'node:crypto'
import { copyFileSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * A set-up may be interrupted anywhere. Whatever it leaves under its final name is therefore whole:
 * everything is made under a temporary name beside it and renamed when it is finished.
 */
const temporaryName = (/** @type {string} */ path) =>
  `${path}.${process.pid}-${randomBytes(3).toString('hex')}.tmp`

export function writeWhole(/** @type {string} */ path, /** @type {string} */ text) {
  mkdirSync(dirname(path), { recursive: true })
  finish(path, (temporary) => writeFileSync(temporary, text))
}

export function copyWhole(/** @type {string} */ from, /** @type {string} */ to) {
  mkdirSync(dirname(to), { recursive: true })
  finish(to, (temporary) => copyFileSync(from, temporary))
}

/** @param {string} path */
export function readIfThere(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

function finish(/** @type {string} */ path, /** @type {(temporary: string) => void} */ make) {
  const temporary = temporaryName(path)
  try {
    make(temporary)
    renameSync(temporary, path)
  } finally {
    rmSync(temporary, { force: true })
  }
}
