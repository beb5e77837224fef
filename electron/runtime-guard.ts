import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/**
 * better-sqlite3's ready-made binary needs Node-API 10 and takes the whole process down below it,
 * without a word. A build of its own for this runtime is fine.
 */
export function runtimeCanOpenDatabases(): boolean {
  if (Number(process.versions['napi']) >= 10) return true
  try {
    const manifest = createRequire(import.meta.url).resolve('better-sqlite3/package.json')
    return existsSync(join(dirname(manifest), 'build/Release/better_sqlite3.node'))
  } catch {
    return false
  }
}
