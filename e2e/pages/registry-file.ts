import { join } from 'node:path'
import Database from 'better-sqlite3'

/** Opens a profile's registry for reading, to ask whether what a screen says is true. */
export const askRegistry = <Row>(profile: string, sql: string, ...values: unknown[]): Row[] =>
  ask(profile, 'registry.db', sql, values)

/** The same for what the gateway keeps: records, and the imports that are not over. */
export const askGatewayFile = <Row>(profile: string, sql: string, ...values: unknown[]): Row[] =>
  ask(profile, 'gateway.db', sql, values)

function ask<Row>(profile: string, file: string, sql: string, values: unknown[]): Row[] {
  const db = new Database(join(profile, file), { readonly: true })
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
