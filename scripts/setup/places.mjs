// @ts-check
import { homedir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the project, wherever it was cloned. */
export const projectRoot = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..')

/** A path inside the project. */
export const inProject = (/** @type {string[]} */ ...parts) => join(projectRoot, ...parts)

export const isRoot = process.platform !== 'win32' && process.getuid?.() === 0

/**
 * Large things that outlive a clone (an assembled Electron, a compiled database driver).
 * As root on Linux it is a folder that every user may read, because the tests run as an ordinary user.
 */
export const cacheRoot = process.env.KEYWARD_CACHE
  ? resolve(process.env.KEYWARD_CACHE)
  : defaultCacheRoot()

function defaultCacheRoot() {
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'keyward')
  if (process.platform === 'win32')
    return join(process.env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), 'keyward', 'cache')
  if (isRoot) return '/var/cache/keyward'
  return join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'keyward')
}

/** What the caller typed is relative to the folder he typed it in, not to the project. */
export const fromCaller = (/** @type {string} */ path) =>
  resolve(process.env.INIT_CWD ?? process.cwd(), path)
