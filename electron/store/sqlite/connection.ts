import Database from 'better-sqlite3'

/** How long a connection waits for another one's lock. */
const busyMilliseconds = 2000

/**
 * `synchronous` is set on every connection: this build of SQLite silently falls back to NORMAL in
 * WAL mode, and a power cut would then take back what was already answered as done.
 */
export function connect(path: string, options: { readonly?: boolean } = {}): Database.Database {
  const db = new Database(path, { ...options, fileMustExist: true, timeout: busyMilliseconds })
  try {
    if (!options.readonly) toWal(db)
    db.pragma('synchronous = FULL')
    db.pragma('foreign_keys = ON')
    db.pragma('recursive_triggers = ON')
    db.pragma('trusted_schema = OFF')
    db.pragma('cell_size_check = ON')
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

function toWal(db: Database.Database): void {
  const mode = db.pragma('journal_mode = WAL', { simple: true })
  if (mode !== 'wal') throw new Error(`the database stays in journal mode ${String(mode)}`)
}
