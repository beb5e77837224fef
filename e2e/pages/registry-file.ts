import { join } from 'node:path'
import Database from 'better-sqlite3'

/** Opens a profile's registry for reading, to ask whether what a screen says is true. */
export function askRegistry<Row>(profile: string, sql: string, ...values: unknown[]): Row[] {
  const db = new Database(join(profile, 'registry.db'), { readonly: true })
  try {
    return db.prepare(sql).all(...values) as Row[]
  } finally {
    db.close()
  }
}

/** As somebody does who opens the file with a program of another kind. */
export function changeRegistry(profile: string, sql: string) {
  const db = new Database(join(profile, 'registry.db'))
  try {
    db.exec(sql)
  } finally {
    db.close()
  }
}
