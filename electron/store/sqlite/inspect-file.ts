import Database from 'better-sqlite3'
import { closeSync, openSync, readSync, statSync } from 'node:fs'
import type { DatabaseFile } from './database-file'
import { StoreFailure } from './store-failure'

const magic = Buffer.from('SQLite format 3\0', 'latin1')

/**
 * Refuses a file that is damaged, newer or not ours, before anything could write to it: it is only
 * read, over a connection that cannot write. `new` is a file that is not there or was never filled.
 */
export function inspectFile(path: string, file: DatabaseFile): 'new' | 'sound' {
  const damaged = () => new StoreFailure('database_damaged', { file: file.name })
  if (sizeOf(path) === 0) {
    // Rows that wait in a -wal belong to a file that was there.
    if (sizeOf(`${path}-wal`) > 0) throw damaged()
    return 'new'
  }
  if (!headOf(path).equals(magic)) throw damaged()

  const db = new Database(path, { readonly: true, fileMustExist: true, timeout: 2000 })
  try {
    if (isUnfilled(db)) return 'new'
    if (db.pragma('application_id', { simple: true }) !== file.applicationId) throw damaged()
    assertKnownVersion(db, file)
    if (db.pragma('quick_check(1)', { simple: true }) !== 'ok') throw damaged()
    return 'sound'
  } finally {
    db.close()
  }
}

/** A newer Keyward may keep things here that this one would break without knowing them. */
export function assertKnownVersion(db: Database.Database, file: DatabaseFile): void {
  const found = db.pragma('user_version', { simple: true }) as number
  const known = file.migrations.length
  if (found > known) throw new StoreFailure('database_newer', { file: file.name, found, known })
}

/** What is left when the very first start is cut short before its migration. */
const isUnfilled = (db: Database.Database): boolean =>
  db.prepare('select count(*) from sqlite_schema').pluck().get() === 0 &&
  db.pragma('user_version', { simple: true }) === 0

const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0

function headOf(path: string): Buffer {
  const head = Buffer.alloc(magic.length)
  const file = openSync(path, 'r')
  try {
    readSync(file, head, 0, head.length, 0)
  } finally {
    closeSync(file)
  }
  return head
}
