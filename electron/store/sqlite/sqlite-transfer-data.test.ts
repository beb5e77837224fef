import Database from 'better-sqlite3'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { Entity } from '../../contract/entity'
import type { Rules, TransferData } from '../transfer-data'
import { addEntity, newProfile, today, told } from './profile.fixture'
import { createSqliteTransferData } from './sqlite-transfer-data'

type Row = { line: number; number: string }

async function newTransfer() {
  const profile = newProfile()
  const entity = await addEntity(profile.registry, 'orders', 'Orders', [
    { name: 'number', title: 'Number', type: 'string', required: true, unique: true },
  ])
  const data = createSqliteTransferData({ folder: profile.folder })
  onTestFinished(() => data.close())
  const run = {
    id: 'run',
    entityId: entity.id,
    file: 'orders.csv',
    path: '/orders.csv',
    hash: 'x',
    format: 'csv',
    mode: 'add',
    key: 'id',
    totalRows: 3,
    startedAt: today,
    startedBy: 'Ada',
  } as const
  await profile.registry.imports.begin(run, told({ action: 'import.started' }))
  const rules: Rules<Row, string> = {
    keyOf: () => null,
    rule: ({ number }) => ({
      do: 'create',
      record: { entity, id: `id-${number}`, data: { number }, at: today, by: 'Ada' },
    }),
  }
  const write = (rowsBefore: number, ...numbers: string[]) =>
    data.write({ id: 'run', rowsBefore, at: today + 1 }, entity, rowsOf(numbers), rules)
  return { ...profile, entity, data, rules, write }
}

const rowsOf = (numbers: string[]): Row[] => numbers.map((number, at) => ({ line: at + 2, number }))
const read = (data: Iterable<{ data: unknown }[]>) => [...data].flat().map((one) => one.data)
const all: Parameters<TransferData['records']>[1] = {
  where: [],
  order: { by: 'id', direction: 'asc' },
  search: undefined,
}

describe('a chunk', () => {
  test('is written with the place of the run, and its keys', async () => {
    const { write, rows } = await newTransfer()
    expect(write(0, 'A', 'B')).toEqual({
      outcome: 'written',
      counts: { created: 2, replaced: 0, skipped: 0 },
    })
    expect(rows('select created, updated_at from gw.import_run')).toEqual([
      { created: 2, updated_at: today + 1 },
    ])
    expect(rows('select value from gw.record_unique order by value')).toEqual([
      { value: 'A' },
      { value: 'B' },
    ])
  })

  test('of which one row cannot be written leaves nothing, and names it', async () => {
    const { write, rows } = await newTransfer()
    write(0, 'A')
    expect(write(1, 'B', 'C', 'A')).toEqual({
      outcome: 'obstacle',
      index: 2,
      obstacle: { outcome: 'record_exists' },
    })
    expect(rows('select id from gw.record')).toEqual([{ id: 'id-A' }])
    expect(rows('select created from gw.import_run')).toEqual([{ created: 1 }])
  })

  test('is never written twice, nor where the run does not stand', async () => {
    const { write, rows } = await newTransfer()
    write(0, 'A')
    expect(() => write(0, 'B')).toThrow('not where it was left')
    expect(rows('select count(*) as records from gw.record')).toEqual([{ records: 1 }])
  })

  test('is not written by a definition that is not the one of now', async () => {
    const { write, rows, registry, entity } = await newTransfer()
    const change = { ...entity, title: 'Sales', ifVersion: 1 }
    await registry.entities.update(change, told({ action: 'entity.changed' }))
    expect(write(0, 'A')).toEqual({ outcome: 'definition_changed' })
    expect(rows('select * from gw.record')).toEqual([])
  })
})

describe('a rehearsal', () => {
  test('finds what rows collide with, remembers them, and writes nothing', async () => {
    const { data, entity, rules, write, rows } = await newTransfer()
    write(0, 'A')
    expect(data.rehearse(entity, rowsOf(['B', 'A']), rules)).toMatchObject([
      { outcome: 'create' },
      { outcome: 'obstacle', obstacle: { outcome: 'record_exists' } },
    ])
    expect(data.rehearse(entity, rowsOf(['C', 'B']), rules)).toMatchObject([
      { outcome: 'create' },
      { outcome: 'obstacle', obstacle: { outcome: 'repeated_in_file', field: 'id', line: 2 } },
    ])
    expect(rows('select id from gw.record')).toEqual([{ id: 'id-A' }])
  })

  test('keeps nobody from writing', async () => {
    const { data, entity, rules, folder } = await newTransfer()
    const gateway = new Database(join(folder, 'gateway.db'), { timeout: 0 })
    onTestFinished(() => void gateway.close())
    const writing: Rules<Row, string> = {
      ...rules,
      rule: (row, stored) => {
        gateway.prepare('insert into call_hour values (?, 1, 0)').run(row.line)
        return rules.rule(row, stored)
      },
    }
    expect(data.rehearse(entity, rowsOf(['A', 'B']), writing)).toHaveLength(2)
    expect(gateway.prepare('select count(*) from call_hour').pluck().get()).toBe(2)
  })
})

describe('reading for an export', () => {
  const insert = (folder: string, entity: Entity, id: string) => {
    const gateway = new Database(join(folder, 'gateway.db'))
    gateway
      .prepare(`insert into record values (?, ?, 1, 0, 'Ada', 0, '{"number":"late"}')`)
      .run(entity.id, id)
    gateway.close()
  }

  test('gives the records as they were when it began', async () => {
    const { data, entity, write, folder } = await newTransfer()
    write(0, ...Array.from({ length: 600 }, (_, at) => String(at)))
    const reading = data.records(entity, all)[Symbol.iterator]()
    const first = reading.next().value as unknown[]
    insert(folder, entity, 'zz')
    let rest = 0
    for (let next = reading.next(); !next.done; next = reading.next()) rest += next.value.length
    expect(first.length + rest).toBe(600)
    expect(read(data.records(entity, all))).toHaveLength(601)
  })

  test('that ends early lets go of the database', async () => {
    const { data, entity, write } = await newTransfer()
    write(0, 'A')
    for (const _ of data.records(entity, all)) break
    expect(write(1, 'B')).toMatchObject({ outcome: 'written' })
  })
})

test('a run is listed until it is over, each step with its entry', async () => {
  const { registry, rows, entity, write } = await newTransfer()
  write(0, 'A')
  await registry.imports.settle(
    'run',
    { state: 'stopped', failure: { code: 'internal' }, faults: [], at: today },
    () => told({ action: 'import.stopped' }),
  )
  expect(await registry.imports.list(entity.id)).toMatchObject([
    { id: 'run', state: 'stopped', failure: { code: 'internal' }, counts: { created: 1 } },
  ])
  await registry.imports.end('run', () => told({ action: 'import.finished' }))
  expect(await registry.imports.list(entity.id)).toEqual([])
  expect(await registry.imports.end('run', () => told())).toBeNull()
  expect(rows('select action from activity').map((row) => row.action)).toEqual(
    expect.arrayContaining(['import.started', 'import.stopped', 'import.finished']),
  )
  expect((await registry.activity.verify()).brokenAt).toBeNull()
})
