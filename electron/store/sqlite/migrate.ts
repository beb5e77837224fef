import type Database from 'better-sqlite3'
import type { DatabaseFile } from './database-file'

/** Forward only, one transaction a step: a start that is cut short leaves a whole version. */
export function migrate(db: Database.Database, file: DatabaseFile): void {
  const version = () => db.pragma('user_version', { simple: true }) as number
  while (version() < file.migrations.length) {
    db.transaction(() => {
      const from = version()
      const step = file.migrations[from]
      if (step === undefined) return
      db.exec(step)
      db.pragma(`application_id = ${file.applicationId}`)
      db.pragma(`user_version = ${from + 1}`)
    }).immediate()
  }
}
