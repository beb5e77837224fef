// @ts-check
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { cacheRoot } from './places.mjs'

const prefix = 'unfinished-'

/**
 * Gives the work a folder beside its destination, on the same disk, so that the result can be renamed into
 * place. An interrupted run leaves its folder behind; only one set-up runs at a time, so the next one may
 * clear it away.
 * @template T
 * @param {(folder: string) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function inWorkFolder(work) {
  mkdirSync(cacheRoot, { recursive: true })
  for (const name of readdirSync(cacheRoot)) if (name.startsWith(prefix)) remove(name)
  const folder = mkdtempSync(join(cacheRoot, prefix))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const remove = (/** @type {string} */ name) =>
  rmSync(join(cacheRoot, name), { recursive: true, force: true })
