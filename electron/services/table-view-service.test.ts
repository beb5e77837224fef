import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { UserId } from '../contract/id'
import type { TableView } from '../contract/table-view'
import { openHouse } from './house.fixture'
import { createTableViewService } from './table-view-service'

const compact: TableView = { density: 'compact', columns: { calls: false } }
const wide: TableView = { density: 'comfortable', columns: {} }

it('columns and row heights are there after a restart, table by table', async () => {
  const { tableViews, folder, session } = await openHouse({ signedIn: true })
  expect(await tableViews.get()).toEqual({})
  await tableViews.set({ table: 'tokens', view: wide })
  await tableViews.set({ table: 'token-expiry', view: compact })
  await tableViews.set({ table: 'tokens', view: compact })
  const again = createTableViewService({ folder, session })
  expect(await again.get()).toEqual({ tokens: compact, 'token-expiry': compact })
  expect(statSync(join(folder, 'tables.json')).mode & 0o777).toBe(0o600)
})

it('each person has a view of their own', async () => {
  const { tableViews, folder } = await openHouse({ signedIn: true })
  await tableViews.set({ table: 'tokens', view: compact })
  const actor = async () => ({ id: UserId.parse(7), name: 'Somebody else' })
  const other = createTableViewService({ folder, session: { actor } })
  expect(await other.get()).toEqual({})
  await other.set({ table: 'tokens', view: wide })
  expect(await tableViews.get()).toEqual({ tokens: compact })
})

it('a damaged file keeps nobody from a list, and is written anew', async () => {
  const { tableViews, folder } = await openHouse({ signedIn: true })
  const file = join(folder, 'tables.json')
  for (const damaged of ['{"1": {"tokens": {"density": "huge"}}}', '{"1', '[]']) {
    writeFileSync(file, damaged)
    expect(await tableViews.get()).toEqual({})
  }
  await tableViews.set({ table: 'tokens', view: compact })
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ 1: { tokens: compact } })
})

it('where nothing can be written a list works all the same', async () => {
  const { folder, session } = await openHouse({ signedIn: true })
  const tableViews = createTableViewService({ folder: join(folder, 'not-there'), session })
  await tableViews.set({ table: 'tokens', view: compact })
  expect(await tableViews.get()).toEqual({})
})
