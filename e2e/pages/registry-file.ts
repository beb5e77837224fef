import { join } from 'node:path'
import Database from 'better-sqlite3'

/** Opens a profile's registry for reading, to ask whether what a screen says is true. */
export const askRegistry = <Row>(profile: string, sql: string, ...values: unknown[]) =>
  ask<Row>(join(profile, 'registry.db'), sql, values)

/** The same of what the gateway keeps: records, usage and refused calls. */
export const askGatewayFile = <Row>(profile: string, sql: string, ...values: unknown[]) =>
  ask<Row>(join(profile, 'gateway.db'), sql, values)

function ask<Row>(file: string, sql: string, values: unknown[]): Row[] {
  const db = new Database(file, { readonly: true })
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
