import { execFileSync } from 'node:child_process'
import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Entity } from '../contract/entity'
import { RecordsExport, type ImportMode } from '../contract/transfer'
import { openHouse, refusalOf, type House } from './house.fixture'
import { transferOver } from './transfers.fixture'
import { readImport } from './import-rows'
import { openSource } from './import-source'

let house: House
let orders: Entity
beforeEach(async () => {
  house = await openHouse({ signedIn: true })
  orders = await house.createEntity(
    'orders',
    { name: 'code', title: 'Order code', type: 'string', required: false, unique: true },
    { name: 'pieces', title: 'Pieces', type: 'integer', required: false, indexed: true },
    { name: 'total', title: 'Total', type: 'decimal', required: false, scale: 2 },
    { name: 'paid', title: 'Paid', type: 'boolean', required: false },
    { name: 'iban', title: 'IBAN', type: 'string', required: false, sensitive: true },
  )
})

const file = (name: string, content: string | Buffer) => {
  const path = join(house.folder, name)
  writeFileSync(path, content)
  house.chosenFile.path = path
  return path
}

const choose = () => house.transfers.choose(orders.id)

const over = (id: string) => transferOver(house, orders.id, id)

async function check(mode: ImportMode = 'add', key = 'id') {
  const chosen = await choose()
  const { id } = await house.transfers.check({ fileId: chosen!.fileId, mode, key })
  return over(id)
}

async function importIt(mode: ImportMode = 'add', key = 'id') {
  const checked = await check(mode, key)
  expect(checked).toMatchObject({ state: 'done', faults: [] })
  const { id } = await house.transfers.start(checked.id)
  return over(id)
}

const records = () =>
  house
    .rows('select id, version, data from gw.record order by id')
    .map(({ id, version, data }) => ({ id, version, data: JSON.parse(String(data)) as unknown }))
const numbers = () => records().map(({ data }) => (data as { number: string }).number)

async function exported(over_: object = {}) {
  const path = join(house.folder, 'out.csv')
  house.chosenFile.path = path
  const begun = await house.transfers.exportRecords(
    RecordsExport.parse({ entityId: orders.id, format: 'csv', ...over_ }),
  )
  const end = await over(begun!.id)
  return { end, path, text: () => readFileSync(path, 'utf8') }
}

const add = async (data: Record<string, string | number | boolean>) => {
  const saved = await house.records.create({ entityId: orders.id, data })
  if (saved.outcome !== 'saved') throw new Error(JSON.stringify(saved.errors))
  return saved.record
}

describe('an import', () => {
  it('creates a record of each row, and is on record from its start to its end', async () => {
    file('orders.csv', 'number,pieces,total,paid\r\nA,1,1000.5,true\r\nB,,,\r\n')
    expect(await importIt()).toMatchObject({
      state: 'done',
      counts: { created: 2, replaced: 0, skipped: 0 },
    })
    expect(records().map((one) => one.data)).toEqual([
      { number: 'A', pieces: 1, total: '1000.50', paid: true },
      { number: 'B' },
    ])
    expect(house.actions().slice(-2)).toEqual(['import.started', 'import.finished'])
    expect(house.lastEntry()).toMatchObject({
      actorName: 'Ada Admin',
      subjectName: 'Orders',
      after: { file: 'orders.csv', created: 2, rows: 2 },
    })
    expect((await house.activity.verify()).brokenAt).toBeNull()
    expect(house.announced()).toContain('records')
    expect(house.rows('select * from gw.import_run')).toEqual([])
    expect(house.rows('select * from gw.record_unique')).toEqual([])
  })

  it('knows columns by name or title, and says what is wrong with the others', async () => {
    file('orders.csv', 'Number;order CODE;colour;pieces;Pieces;version\nA;1;red;1;1;1\n')
    expect(await choose()).toMatchObject({
      name: 'orders.csv',
      delimiter: ';',
      columns: [
        { field: 'number', problem: null },
        { field: 'code', problem: null },
        { column: 'colour', field: null, problem: 'unknown' },
        { field: 'pieces', problem: null },
        { field: 'pieces', problem: 'repeated' },
        { column: 'version', field: null, problem: 'not_taken' },
      ],
      missing: [],
      keys: ['code'],
    })
    expect(await check()).toMatchObject({ state: 'stopped', failure: { code: 'import_columns' } })
    file('orders.csv', 'code\nA\n')
    expect(await choose()).toMatchObject({ missing: ['Number'] })
    expect(await check()).toMatchObject({ failure: { code: 'import_columns' } })
  })

  it.each([
    ['semicolons', ';', 'number;pieces\nA;1\n'],
    ['tabs', '\t', 'number\tpieces\nA\t1\n'],
    ['a separator that the file names', ';', 'sep=;\r\nnumber;pieces\r\n"A";1\r\n'],
    ['a byte order mark', ',', '\u{FEFF}number,pieces\rA,1\r'],
    ['separators within quotes', ',', '"number",pieces\nA,"1"\n\n'],
  ])('takes a file with %s', async (_, delimiter, text) => {
    file('orders.csv', text)
    expect(await choose()).toMatchObject({ delimiter, columns: [{}, { field: 'pieces' }] })
    expect(await importIt()).toMatchObject({ counts: { created: 1 } })
    expect(records()).toMatchObject([{ data: { number: 'A', pieces: 1 } }])
  })

  it('says of every wrong row where and why, and writes nothing', async () => {
    file(
      'orders.csv',
      [
        'number,pieces,total,paid,code',
        'A,1e3,"1.000,5",yes,',
        '"two\nlines", 12 ,,,',
        ',0x10,,,',
        'D,1,1',
        'E,1,1,true,x',
        'F,1,1,true,x',
      ].join('\n'),
    )
    const { faults, counts, rows } = await check()
    expect({ counts, rows }).toEqual({
      counts: { created: 1, replaced: 0, skipped: 0, refused: 5 },
      rows: 6,
    })
    expect(faults.map(({ line, pointer, code }) => [line, pointer, code])).toEqual([
      [2, '#/pieces', 'format'],
      [2, '#/total', 'format'],
      [2, '#/paid', 'format'],
      [3, '#/pieces', 'format'],
      [5, '#/pieces', 'format'],
      [6, '#', 'cell_count'],
      [8, '#/code', 'repeated'],
    ])
    expect(faults[1]!.detail).toContain('1000.5, not 1.000,5')
    expect(faults.at(-1)!.detail).toContain('line 7')
    expect(records()).toEqual([])
    expect(house.actions()).not.toContain('import.started')
  })

  it('is not begun with a fault in the file, nor without a dry run', async () => {
    file('orders.csv', 'number,pieces\nA,many\n')
    const checked = await check()
    const needed = { code: 'import_check_needed' }
    expect(await refusalOf(house.transfers.start(checked.id))).toEqual(needed)
    expect(await refusalOf(house.transfers.start('anything'))).toEqual(needed)
    expect(house.rows('select * from gw.import_run')).toEqual([])
  })

  it('points to the row in which a quotation mark is left open', async () => {
    const rows = Array.from({ length: 2000 }, (_, at) => `row ${at},${at}`)
    rows[1500] = '"row 1500,1500'
    file('orders.csv', `number,pieces\n${rows.join('\n')}\n`)
    expect((await check()).faults).toMatchObject([{ line: 1502, code: 'open_quote' }])
    rows[1700] = 'row "1700",1700'
    file('orders.csv', `number,pieces\n${rows.join('\n')}\n`)
    const { faults, counts } = await check()
    expect(faults).toMatchObject([{ line: 1502, code: 'stray_quote' }])
    expect(counts).toMatchObject({ created: 1500, refused: 1 })
  })

  it.each([
    ['UTF-16', Buffer.from('\u{FEFF}number\nA\n', 'utf16le'), 'import_utf16', 0],
    ['Latin-1', Buffer.from('number\nCaf\u00e9,\n', 'latin1'), 'import_not_utf8', 10],
    ['an archive', Buffer.from('PK\x03\x04\x14\0\0\0', 'latin1'), 'import_not_text', 5],
  ])('refuses %s and says at which byte', async (_, content, code, offset) => {
    file('orders.csv', content)
    expect(await refusalOf(choose())).toEqual({ code, detail: { offset } })
  })

  it('finds a broken byte far inside, also where a piece of the file ends', async () => {
    const text = `number\n${'é'.repeat(50_000)}\n`
    const bytes = Buffer.concat([Buffer.from(text), Buffer.from([0xe9, 0x0a])])
    file('orders.csv', bytes)
    expect(await check()).toMatchObject({
      state: 'stopped',
      failure: { code: 'import_not_utf8', detail: { offset: bytes.length - 2 } },
    })
  })

  it('refuses a folder, nothing, an empty file, one without rows and one that is too large', async () => {
    mkdirSync(join(house.folder, 'folder.csv'))
    house.chosenFile.path = join(house.folder, 'folder.csv')
    expect(await refusalOf(choose())).toEqual({ code: 'import_not_a_file' })
    house.chosenFile.path = join(house.folder, 'nothing.csv')
    expect(await refusalOf(choose())).toEqual({ code: 'import_unreadable' })
    file('empty.csv', '')
    expect(await refusalOf(choose())).toEqual({ code: 'import_empty' })
    file('header.csv', 'number\n')
    expect(await check()).toMatchObject({ failure: { code: 'import_empty' } })
    const path = file('large.csv', 'number\n')
    writeFileSync(path, Buffer.alloc(100 * 1_048_576 + 1, 0x20))
    expect(await refusalOf(choose())).toMatchObject({ code: 'import_too_large' })
    file('wide.csv', `number${',a'.repeat(1_000)}\n`)
    expect(await refusalOf(choose())).toEqual({
      code: 'import_too_many_columns',
      detail: { columns: 1_000 },
    })
    file('as-wide-as-may-be.csv', `number${',a'.repeat(999)}\n`)
    expect((await choose())?.columns).toHaveLength(1_000)
    house.chosenFile.path = null
    expect(await choose()).toBeNull()
  })

  it('in rows that are large is looked at, and written, by fewer of them', async () => {
    const row = (at: number) => `{"data":{"number":"n${at}"}}`.padEnd(300_000)
    file('large.ndjson', Array.from({ length: 40 }, (_, at) => `${row(at)}\n`).join(''))
    const steps: Record<string, number[]> = { check: [], import: [] }
    house.betweenChunks((rows, { kind }) => steps[kind]?.push(rows))
    expect(await importIt()).toMatchObject({ counts: { created: 40 } })
    expect(steps).toEqual({ check: [15, 30, 40], import: [15, 30, 40] })
  })

  it('keeps of a line with a great many unknown names the first of them', async () => {
    const names = Array.from({ length: 20_000 }, (_, at) => `"k${at}":0`)
    const path = file('names.ndjson', `{"data":{},${names.join(',')}}\n`)
    const source = await openSource(path)
    const { rows } = await readImport(source, 'ndjson', orders)
    const first = await rows.next()
    await source.close()
    expect(first).toMatchObject({ value: [{ errors: { length: 100 } }] })
  })

  it.skipIf(process.platform === 'win32')('waits for no pipe', async () => {
    const path = join(house.folder, 'pipe.csv')
    execFileSync('mkfifo', [path])
    house.chosenFile.path = path
    expect(await refusalOf(choose())).toEqual({ code: 'import_not_a_file' })
    // Also where it takes the place of the chosen file.
    const place = file('orders.csv', 'number\nA\n')
    const chosen = await choose()
    renameSync(path, place)
    const { id } = await house.transfers.check({ fileId: chosen!.fileId, mode: 'add', key: 'id' })
    expect(await over(id)).toMatchObject({ failure: { code: 'import_not_a_file' } })
  })

  it('follows a link to a file', async () => {
    const target = file('orders.csv', 'number\nA\n')
    symlinkSync(target, join(house.folder, 'link.csv'))
    house.chosenFile.path = join(house.folder, 'link.csv')
    expect(await importIt()).toMatchObject({ counts: { created: 1 } })
  })
})

describe('records that exist', () => {
  beforeEach(async () => {
    await add({ number: 'old', code: 'x', iban: 'CZ65' })
    file('orders.csv', 'number,code\nnew,x\nother,y\n')
  })

  it('are in the way of an import that only adds', async () => {
    expect((await check('add')).faults).toMatchObject([
      { line: 2, pointer: '#/code', code: 'not_unique' },
    ])
  })

  it('are skipped', async () => {
    expect(await importIt('skip', 'code')).toMatchObject({ counts: { created: 1, skipped: 1 } })
    expect(numbers().toSorted()).toEqual(['old', 'other'])
  })

  it('are replaced, and keep the fields of which the file says nothing', async () => {
    expect(await importIt('replace', 'code')).toMatchObject({ counts: { created: 1, replaced: 1 } })
    expect(records().find((one) => one.version === 2)?.data).toEqual({
      number: 'new',
      code: 'x',
      iban: 'CZ65',
    })
    file('orders.csv', 'number,code,iban\nnewer,x,\n')
    await importIt('replace', 'code')
    expect(records().find((one) => one.version === 3)?.data).toEqual({ number: 'newer', code: 'x' })
  })

  it('are known by their id', async () => {
    const id = String(records()[0]?.id)
    file(
      'orders.ndjson',
      `{"id":"${id}","data":{"number":"by id"}}\n{"id":"n-1","data":{"number":"n"}}`,
    )
    expect(await importIt('replace', 'id')).toMatchObject({ counts: { created: 1, replaced: 1 } })
    expect(records().find((one) => one.id === id)?.data).toEqual({ number: 'by id', iban: 'CZ65' })
    expect(records().find((one) => one.id === 'n-1')).toMatchObject({ version: 1 })
    expect((await check('add')).faults).toMatchObject([
      { pointer: '#/id', code: 'exists' },
      { pointer: '#/id', code: 'exists' },
    ])
  })

  it('are known by nothing where a row does not say it', async () => {
    file('orders.csv', 'number,code\nnew,\n')
    expect((await check('skip', 'code')).faults).toMatchObject([
      { line: 2, pointer: '#/code', code: 'required' },
    ])
    expect(await check('skip', 'id')).toMatchObject({ failure: { code: 'import_key_unfit' } })
    expect(await check('skip', 'number')).toMatchObject({ failure: { code: 'import_key_unfit' } })
  })
})

describe('lines of JSON', () => {
  it('that can be read in two ways, or hold other things, are refused', async () => {
    const lines = [
      '{"data":{"number":"A","number":"B"}}',
      '[1]',
      '{"number":"A"}',
      '{"data":{"number":"A","colour":"red"}}',
      '{"id":"no spaces","data":{"number":"A"}}',
      '',
      '{"data":{"number":"A"}',
    ]
    file('orders.ndjson', lines.join('\r\n'))
    expect((await check()).faults.map(({ line, pointer, code }) => [line, pointer, code])).toEqual([
      [1, '#', 'not_json'],
      [2, '#', 'not_an_object'],
      [3, '#/number', 'unknown_field'],
      [3, '#/data', 'required'],
      [4, '#/colour', 'unknown_field'],
      [5, '#/id', 'format'],
      [7, '#', 'not_json'],
    ])
  })
})

describe('an export', () => {
  beforeEach(async () => {
    await add({ number: '=HYPERLINK("http://evil")', pieces: 3, iban: 'CZ65', total: '-1.5' })
    await add({ number: 'B', pieces: 1 })
    await add({ number: 'C', pieces: 2 })
  })

  it('holds what is filtered, in the order shown, without what is sensitive', async () => {
    const { end, text, path } = await exported({ sort: 'pieces', direction: 'desc' })
    expect(end).toMatchObject({ kind: 'export', state: 'done', rows: 3, file: 'out.csv' })
    const lines = text().split('\r\n')
    expect(lines[0]).toBe(
      'id,version,created_at,created_by,updated_at,number,code,pieces,total,paid',
    )
    expect(lines.slice(1).map((line) => line.split(',').slice(5).join(','))).toEqual([
      `"'=HYPERLINK(""http://evil"")",',3,-1.50,`.replace(",',", ',,'),
      'C,,2,,',
      'B,,1,,',
      '',
    ])
    expect(text()).not.toContain('CZ65')
    expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(house.lastEntry()).toMatchObject({
      action: 'list.exported',
      subjectName: 'Orders',
      after: { file: 'out.csv', rows: 3, withSensitive: false },
    })
    const filtered = await exported({ where: [{ field: 'pieces', value: '2' }] })
    expect(filtered.text().split('\r\n')).toHaveLength(3)
    expect((await exported({ search: 'evil' })).end.rows).toBe(1)
  })

  it('has what is sensitive when that is asked for, and that is on record', async () => {
    const { text } = await exported({ withSensitive: true, format: 'ndjson' })
    expect(text()).toContain('"iban":"CZ65"')
    expect(house.lastEntry().after).toMatchObject({ withSensitive: true })
  })

  it('that cannot be written leaves no file and no entry', async () => {
    house.chosenFile.path = join(house.folder, 'missing', 'out.csv')
    const begun = await house.transfers.exportRecords(
      RecordsExport.parse({ entityId: orders.id, format: 'csv' }),
    )
    expect(await over(begun!.id)).toMatchObject({
      state: 'stopped',
      failure: { code: 'file_not_writable' },
    })
    expect(house.actions()).not.toContain('list.exported')
  })

  it.each(['registry.db', 'gateway.db-wal', 'KEYS.JSON', 'again/registry.db'])(
    'is not written over what Keyward keeps in %s',
    async (name) => {
      symlinkSync(house.folder, join(house.folder, 'again'))
      house.chosenFile.path = join(house.folder, name)
      const asked = RecordsExport.parse({ entityId: orders.id, format: 'csv' })
      expect(await refusalOf(house.transfers.exportRecords(asked))).toEqual({
        code: 'file_of_keyward',
      })
      expect(await house.transfers.list(orders.id)).toEqual([])
    },
  )

  it('is written through no link, and into no file that others may read', async () => {
    const others = file('of-others.txt', 'before')
    symlinkSync(others, join(house.folder, 'out.csv.unfinished'))
    const { end, path } = await exported()
    expect(end.state).toBe('done')
    expect(readFileSync(others, 'utf8')).toBe('before')
    expect(lstatSync(path).isFile()).toBe(true)
    if (process.platform !== 'win32') expect(lstatSync(path).mode & 0o777).toBe(0o600)
    writeFileSync(`${path}.unfinished`, 'left over', { mode: 0o644 })
    expect((await exported()).end.state).toBe('done')
    if (process.platform !== 'win32') expect(lstatSync(path).mode & 0o777).toBe(0o600)
    mkdirSync(`${path}.unfinished`)
    expect((await exported()).end).toMatchObject({ failure: { code: 'file_not_writable' } })
  })

  it('that is cancelled leaves the file that was there before', async () => {
    const path = file('out.csv', 'before')
    const begun = await house.transfers.exportRecords(
      RecordsExport.parse({ entityId: orders.id, format: 'csv' }),
    )
    await house.transfers.cancelExport(begun!.id)
    expect((await over(begun!.id)).state).toBe('cancelled')
    expect(readFileSync(path, 'utf8')).toBe('before')
    expect(readdirSync(house.folder).filter((name) => name.includes('unfinished'))).toEqual([])
    await house.transfers.cancelExport(begun!.id)
    expect(await house.transfers.list(orders.id)).toEqual([])
  })
})

it('one import or export at a time', async () => {
  file('orders.csv', 'number\nA\n')
  const chosen = await choose()
  const asked = { fileId: chosen!.fileId, mode: 'add', key: 'id' } as const
  const both = await Promise.allSettled([
    house.transfers.check(asked),
    house.transfers.check(asked),
  ])
  expect(both.map((one) => one.status)).toEqual(['fulfilled', 'rejected'])
})

it('a file with the same bytes and another time is the one that was checked', async () => {
  const path = file('orders.csv', 'number\nA\n')
  const checked = await check()
  utimesSync(path, 1, 1)
  const { id } = await house.transfers.start(checked.id)
  expect(await over(id)).toMatchObject({ state: 'done', counts: { created: 1 } })
})
