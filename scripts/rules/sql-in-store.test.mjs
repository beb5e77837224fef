// @ts-check
import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { expect, it } from 'vitest'
import { inProject } from '../setup/places.mjs'

const store = join('electron', 'store') + sep
const sql =
  /\b(SELECT\s.+\sFROM|INSERT\s+(OR\s+\w+\s+)?INTO|UPDATE\s+\w+\s+SET|DELETE\s+FROM|(CREATE|ALTER|DROP)\s+TABLE|PRAGMA)\s/s

/** Files of the app itself; a test may ask the database whether something is true. */
const sources = ['electron', 'renderer']
  .flatMap((root) =>
    readdirSync(inProject(root), { recursive: true }).map((name) => join(root, String(name))),
  )
  .filter((file) => /\.tsx?$/.test(file) && !/\.(test|fixture)\.tsx?$/.test(file))

it('knows SQL when it sees it', () => {
  expect('db.exec("DELETE FROM tokens")').toMatch(sql)
  expect('`SELECT id,\n  name FROM users `').toMatch(sql)
  expect('Select a user from the list; update the set').not.toMatch(sql)
})

it('only electron/store/ knows SQL: give the store a verb for what you need', () => {
  expect(sources.length).toBeGreaterThan(0)
  const offenders = sources.filter(
    (file) => !file.startsWith(store) && sql.test(readFileSync(inProject(file), 'utf8')),
  )
  expect(offenders).toEqual([])
})
