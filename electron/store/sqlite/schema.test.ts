import type Database from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { openRegistry } from './open-registry'
import { newFolder } from './profile.fixture'

/** To write it anew after a migration was added: `vitest run schema.test.ts --update`. */
test('schema.sql says what the migrations make', async () => {
  const db = openRegistry(newFolder())
  onTestFinished(() => void db.close())
  const text = [
    '-- Generated from the migrations by schema.test.ts; change those.',
    ...['main', 'gw'].flatMap((schema) => [`-- ${schema}`, ...statements(db, schema)]),
  ].join('\n\n')
  await expect(`${text}\n`).toMatchFileSnapshot('./schema.sql')
})

const statements = (db: Database.Database, schema: string) =>
  db
    .prepare<[], string>(
      `select sql || ';' from ${schema}.sqlite_schema where sql is not null order by tbl_name, type desc, name`,
    )
    .pluck()
    .all()
