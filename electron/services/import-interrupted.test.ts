import { appendFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Entity } from '../contract/entity'
import { openHouse, refusalOf, type House } from './house.fixture'
import { transferOver } from './transfers.fixture'

const rows = 3_500

let house: House
let orders: Entity
let path: string
beforeEach(async () => {
  house = await openHouse({ signedIn: true })
  orders = await house.createEntity('orders', {
    name: 'code',
    title: 'Code',
    type: 'string',
    required: false,
    unique: true,
  })
  path = join(house.folder, 'orders.csv')
  writeFileSync(
    path,
    `number,code\n${Array.from({ length: rows }, (_, at) => `n${at},c${at}\n`).join('')}`,
  )
  house.chosenFile.path = path
})

const over = (id: string) => transferOver(house, orders.id, id)

async function checked() {
  const chosen = await house.transfers.choose(orders.id)
  const { id } = await house.transfers.check({ fileId: chosen!.fileId, mode: 'add', key: 'id' })
  return over(id)
}

const started = async () => (await house.transfers.start((await checked()).id)).id

/** Once, when so many rows of an import are written. */
const whenWritten = (many: number, work: () => void) => {
  let isDone = false
  house.betweenChunks((written, order) => {
    if (isDone || order.kind !== 'import' || written < many) return
    isDone = true
    work()
  })
}

const codes = () =>
  house
    .rows(
      "select json_extract(data, '$.code') as code from gw.record order by cast(substr(code, 2) as integer)",
    )
    .map((row) => row.code)
const allCodes = Array.from({ length: rows }, (_, at) => `c${at}`)
const kept = () => house.rows('select state, created from gw.import_run')

async function resumed(id: string) {
  await house.transfers.resume(id)
  return over(id)
}

async function expectWhole(id: string) {
  expect(await resumed(id)).toMatchObject({ state: 'done', rows, counts: { created: rows } })
  expect(codes()).toEqual(allCodes)
  expect(house.rows('select count(*) as keys from gw.record_unique')).toEqual([{ keys: rows }])
  expect(kept()).toEqual([])
  expect(house.lastEntry()).toMatchObject({ action: 'import.finished', after: { created: rows } })
}

describe('an import that does not come to its end', () => {
  it('when it is cancelled keeps what was written, says how much, and goes on from there', async () => {
    const id = await started()
    await new Promise<void>((written) => whenWritten(1_000, written))
    await house.transfers.cancelImport(id)
    const cancelled = await over(id)
    expect(cancelled).toMatchObject({ state: 'cancelled', totalRows: rows })
    expect(cancelled.rows).toBe(codes().length)
    expect(codes()).toEqual(allCodes.slice(0, cancelled.rows))
    expect(cancelled.rows % 1000).toBe(0)
    expect(cancelled.rows).toBeLessThan(rows)
    expect(house.lastEntry()).toMatchObject({
      action: 'import.cancelled',
      after: { created: cancelled.rows, rows },
    })
    await expectWhole(id)
  })

  it('when a row does not fit any more stops before its thousand, and says where', async () => {
    const id = await started()
    whenWritten(1_000, () => {
      house.run(`insert into gw.record_unique values (${orders.id}, 2, 'c2500', 'elsewhere')`)
    })
    const stopped = await over(id)
    expect(stopped).toMatchObject({
      state: 'stopped',
      rows: 2_000,
      failure: { code: 'import_rows_refused', detail: { line: 2_502 } },
      faults: [{ line: 2_502, pointer: '#/code', code: 'not_unique' }],
    })
    expect(codes()).toEqual(allCodes.slice(0, 2_000))
    expect(house.lastEntry()).toMatchObject({
      action: 'import.stopped',
      after: { created: 2_000, line: 2_502 },
    })
    expect(await resumed(id)).toMatchObject({ state: 'stopped', rows: 2_000 })
    house.run(`delete from gw.record_unique where record_id = 'elsewhere'`)
    await expectWhole(id)
  })

  it('when its file is changed stops, and goes on with the file that was checked alone', async () => {
    const id = await started()
    whenWritten(1_000, () => appendFileSync(path, 'more,more\n'))
    const changed = { state: 'stopped', rows: 1_000, failure: { code: 'import_file_changed' } }
    expect(await over(id)).toMatchObject(changed)
    expect(codes()).toHaveLength(1_000)
    expect(await resumed(id)).toMatchObject(changed)
    const whole =
      `number,code\n`.length + allCodes.reduce((sum, code) => sum + code.length * 2 + 2, 0)
    truncateSync(path, whole)
    await expectWhole(id)
  })

  it('when its entity is changed stops, and goes on by the fields of now', async () => {
    const id = await started()
    whenWritten(1_000, () => {
      const { name: _, createdAt: __, check: ___, ...asked } = orders
      void house.entities.change({ ...asked, title: 'Sales orders' })
    })
    expect(await over(id)).toMatchObject({
      state: 'stopped',
      rows: 1_000,
      failure: { code: 'import_entity_changed' },
    })
    await expectWhole(id)
  })

  it('when Keyward is closed waits, to be resumed or discarded', async () => {
    const id = await started()
    whenWritten(1_000, () => void house.transfers.close())
    await over(id)
    expect(kept()).toEqual([{ state: 'running', created: 1_000 }])
    const next = house.nextTransfers()
    expect(await next.list(orders.id)).toMatchObject([
      {
        id,
        kind: 'import',
        state: 'interrupted',
        file: 'orders.csv',
        rows: 1_000,
        totalRows: rows,
      },
    ])
    await next.discard(id)
    expect(await next.list(orders.id)).toEqual([])
    expect(kept()).toEqual([])
    expect(codes()).toHaveLength(1_000)
    expect(house.lastEntry()).toMatchObject({
      action: 'import.discarded',
      after: { created: 1_000 },
    })
    expect(await refusalOf(next.resume(id))).toEqual({ code: 'not_found' })
  })
})

it('a dry run by other fields than those of now is not enough to import', async () => {
  const { id } = await checked()
  const { name: _, createdAt: __, check: ___, ...asked } = orders
  await house.entities.change({ ...asked, title: 'Sales orders' })
  expect(await refusalOf(house.transfers.start(id))).toEqual({ code: 'import_entity_changed' })
})

it('a dry run can be cancelled and leaves nothing', async () => {
  const chosen = await house.transfers.choose(orders.id)
  const { id } = await house.transfers.check({ fileId: chosen!.fileId, mode: 'add', key: 'id' })
  await house.transfers.cancelImport(id)
  expect(await house.transfers.list(orders.id)).toEqual([])
  expect(codes()).toEqual([])
})

it('a file that was changed since the dry run is not imported', async () => {
  const { id } = await checked()
  appendFileSync(path, 'more,more\n')
  const { id: run } = await house.transfers.start(id)
  expect(await over(run)).toMatchObject({
    state: 'stopped',
    failure: { code: 'import_file_changed' },
  })
  expect(codes()).toEqual([])
})
