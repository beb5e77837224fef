import fc from 'fast-check'
import { test } from '@fast-check/vitest'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { RecordsExport, type TransferFormat } from '../contract/transfer'
import { asWritten, cellOf, madeHarmless, valueOf } from './csv-cell'
import { openHouse } from './house.fixture'
import { validateRecord } from './record-validation'
import { transferOver } from './transfers.fixture'

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }).filter((one) => !one.includes('\0')),
  fc.stringMatching(/^['=+\-@\t\r\n",; |＝]{0,6}[a-z]?$/),
)

test.prop([text])('A text that was made harmless is read back as it was', (one) => {
  const cell = madeHarmless(one)
  expect(asWritten(cell)).toBe(one)
  expect(cell).not.toMatch(/^[=+\-@\t\r＝＋－＠]/u)
  expect(cell).not.toBe('')
})

const types = {
  note: 'text',
  pieces: 'integer',
  total: 'decimal',
  ratio: 'number',
  paid: 'boolean',
  day: 'date',
  moment: 'datetime',
  uid: 'uuid',
  kind: 'enum',
  extra: 'json',
  blob: 'bytes',
} as const

const values = {
  number: text.filter((one) => one !== ''),
  note: text,
  pieces: fc.maxSafeInteger(),
  total: fc.stringMatching(/^-?(0|[1-9]\d{0,9})\.\d{1,4}$/),
  ratio: fc.double({ noNaN: true, noDefaultInfinity: true }),
  paid: fc.boolean(),
  day: fc
    .date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true })
    .map((one) => one.toISOString().slice(0, 10)),
  moment: fc
    .date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true })
    .map((one) => one.toISOString()),
  uid: fc.uuid(),
  kind: fc.constantFrom('=new', 'paid', "'quoted"),
  extra: fc
    .oneof(text, fc.array(text, { maxLength: 3 }), fc.record({ a: text, '=b': fc.integer() }))
    .filter(
      (one) => JSON.stringify(one).isWellFormed() && !JSON.stringify(one).includes('\\u0000'),
    ),
  blob: fc.uint8Array({ maxLength: 20 }).map((one) => Buffer.from(one).toString('base64')),
}

const rows = fc.array(fc.record(values, { requiredKeys: ['number'] }), {
  minLength: 1,
  maxLength: 12,
})

it.each<TransferFormat>(['csv', 'ndjson'])(
  'Importing an export as %s gives exactly the records that were exported',
  { timeout: 60_000 },
  async (format) => {
    const house = await openHouse({ signedIn: true })
    const entity = await house.createEntity(
      'things',
      ...Object.entries(types).map(([name, type]) => ({
        name,
        title: `The ${name}`,
        type,
        required: false,
        ...(type === 'enum' && { values: ['=new', 'paid', "'quoted"] }),
      })),
    )
    const stored = () => house.rows('select id, data from gw.record order by id')
    await fc.assert(
      fc.asyncProperty(rows, async (given) => {
        house.run('delete from gw.record')
        for (const data of given) {
          const fits = validateRecord(entity, data)
          fc.pre(fits.ok)
          const saved = await house.records.create({
            entityId: entity.id,
            data,
          })
          expect(saved.outcome).toBe('saved')
        }
        const before = stored()
        house.chosenFile.path = join(house.folder, `things.${format}`)
        const asked = RecordsExport.parse({ entityId: entity.id, format })
        const exported = await house.transfers.exportRecords(asked)
        expect(await transferOver(house, entity.id, exported!.id)).toMatchObject({ state: 'done' })
        house.run('delete from gw.record')
        const chosen = await house.transfers.choose(entity.id)
        const { id } = await house.transfers.check({
          fileId: chosen!.fileId,
          mode: 'add',
          key: 'id',
        })
        expect(await transferOver(house, entity.id, id)).toMatchObject({
          state: 'done',
          faults: [],
        })
        const { id: run } = await house.transfers.start(id)
        expect(await transferOver(house, entity.id, run)).toMatchObject({ state: 'done' })
        expect(stored()).toEqual(before)
      }),
      { numRuns: 25 },
    )
    expect(house.reported).toEqual([])
  },
)

it('A spreadsheet that wrote a file anew with quotes everywhere changes nothing in it', async () => {
  const house = await openHouse({ signedIn: true })
  const entity = await house.createEntity('things')
  const path = join(house.folder, 'things.csv')
  writeFileSync(path, '"number"\r\n"\'=A"\r\n"\'\'=B"\r\n"O\'Neil"\r\n')
  house.chosenFile.path = path
  const chosen = await house.transfers.choose(entity.id)
  const { id } = await house.transfers.check({ fileId: chosen!.fileId, mode: 'add', key: 'id' })
  await transferOver(house, entity.id, id)
  await transferOver(house, entity.id, (await house.transfers.start(id)).id)
  expect(house.rows('select data from gw.record order by id').map((row) => row.data)).toEqual([
    '{"number":"=A"}',
    `{"number":"'=B"}`,
    `{"number":"O'Neil"}`,
  ])
  expect(readFileSync(path, 'utf8')).toContain("'=A")
})

it.each([
  ['integer', '-5', -5],
  ['number', '-1.5e-7', -1.5e-7],
  ['boolean', 'false', false],
  ['json', '{"a":1}', { a: 1 }],
  ['string', "'", ''],
  ['string', ' 12 ', ' 12 '],
] as const)('A cell of the type %s that says %j is that', (type, cell, value) => {
  expect(valueOf({ type }, cell)).toEqual({ value })
  expect(valueOf({ type }, cellOf({ type }, value))).toEqual({ value })
})

it.each([
  ['integer', '1e3'],
  ['integer', '0x10'],
  ['integer', ' 12 '],
  ['integer', '007'],
  ['integer', '1 000'],
  ['integer', '+5'],
  ['number', 'NaN'],
  ['number', '.5'],
  ['decimal', '1.000,5'],
  ['decimal', '1,5'],
  ['decimal', '1e3'],
  ['boolean', 'TRUE'],
  ['boolean', '1'],
  ['json', '{"a":1,"a":2}'],
  ['json', "{'a':1}"],
] as const)('A cell of the type %s that says %j is refused', (type, cell) => {
  expect(valueOf({ type }, cell)).toMatchObject({ code: 'format' })
})

it('One value of more than 64 KiB is refused, one of just as many is not', () => {
  expect(valueOf({ type: 'text' }, 'é'.repeat(32_768))).toMatchObject({ value: expect.any(String) })
  expect(valueOf({ type: 'text' }, `${'é'.repeat(32_768)}x`)).toMatchObject({ code: 'too_large' })
})
