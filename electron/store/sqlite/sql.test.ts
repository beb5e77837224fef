import Database from 'better-sqlite3'
import { join } from 'node:path'
import { sql as raw } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { openRegistry } from './open-registry'
import { newFolder } from './profile.fixture'
import { build, createSql } from './sql'
import { lockRegistry } from './sqlite-registry'

/** A registry that waits for nobody, and another program that can hold it. */
function sharedRegistry() {
  const folder = newFolder()
  const db = openRegistry(folder)
  db.pragma('busy_timeout = 0')
  const other = new Database(join(folder, 'registry.db'))
  onTestFinished(() => void [db.close(), other.close()])
  return { db, other }
}

test.each([
  ['registry', lockRegistry],
  ['whole profile', undefined],
])('a change while another program holds the %s is refused, and the next one works', (_, lock) => {
  const { db, other } = sharedRegistry()
  const sql = createSql(db, lock)
  const keep = (key: string) =>
    sql.change(() => sql.run(build.insertInto('setting').values({ key, value: '1' })))

  other.exec('begin immediate')
  expect(() => keep('a')).toThrow('locked')
  expect(db.inTransaction).toBe(false)
  other.exec('rollback')
  keep('b')
  expect(sql.all(raw`select key from setting`)).toEqual([{ key: 'b' }])
})

test('a change that throws in its middle leaves nothing, and the next one works', () => {
  const { db } = sharedRegistry()
  const sql = createSql(db, lockRegistry)
  const keep = (key: string) => sql.run(build.insertInto('setting').values({ key, value: '1' }))
  expect(() =>
    sql.change(() => {
      keep('a')
      throw new Error('in the middle')
    }),
  ).toThrow('in the middle')
  sql.change(() => keep('b'))
  expect(sql.all(raw`select key from setting`)).toEqual([{ key: 'b' }])
})
