import { stringify } from 'csv-stringify'
import type { Field } from '../contract/field'
import type { StoredRecord } from '../contract/record'
import { cellOf, madeHarmless } from './csv-cell'
import { keptByKeyward, recordIdColumn } from './import-columns'
import type { JobMeans } from './import-job'
import {
  noCounts,
  type ExportOrder,
  type TransferEnd,
  type TransferSignals,
} from './transfer-order'
import { writeWhole } from './whole-file'

/**
 * Records as they were when it began. CSV is RFC 4180 with formulas made harmless (`csv-cell.ts`);
 * NDJSON is one record a line, exactly as it is kept.
 */
export async function exportRecords(
  order: ExportOrder,
  { data }: Pick<JobMeans, 'data'>,
  { isCancelled, progress }: TransferSignals,
): Promise<TransferEnd> {
  const { entity, query, format, path, totalRows } = order
  const fields = entity.fields.filter((field) => order.withSensitive || !field.sensitive)
  let rows = 0
  const end = (state: TransferEnd['state']): TransferEnd => ({
    state,
    rows,
    part: state === 'done' ? 1 : partOf(rows, totalRows),
    counts: noCounts,
    failure: null,
    faults: [],
    hash: null,
  })

  async function* records() {
    for (const some of data.records(entity, query)) {
      if (isCancelled()) throw new Cancelled()
      rows += some.length
      progress({ rows, part: partOf(rows, totalRows), counts: noCounts })
      yield some
    }
  }

  async function* lines() {
    for await (const some of records())
      yield some.map((record) => `${JSON.stringify(lineOf(fields, record))}\n`).join('')
  }

  async function* cells() {
    yield [recordIdColumn, ...keptByKeyward, ...fields.map((field) => field.name)]
    for await (const some of records()) for (const record of some) yield cellsOf(fields, record)
  }

  try {
    if (format === 'ndjson') await writeWhole(path, lines())
    else
      await writeWhole(
        path,
        cells(),
        // A line break of any kind, or a blank at an end, is kept by quotes alone.
        stringify({ record_delimiter: 'windows', quoted_match: /[\r\n]|^\s|\s$/ }),
      )
    return end('done')
  } catch (error) {
    if (error instanceof Cancelled) return end('cancelled')
    throw error
  }
}

class Cancelled extends Error {}

const partOf = (rows: number, total: number) => (total === 0 ? 1 : Math.min(1, rows / total))

const iso = (moment: number) => new Date(moment).toISOString()

const cellsOf = (fields: Field[], record: StoredRecord): string[] => [
  madeHarmless(record.id),
  String(record.version),
  iso(record.createdAt),
  madeHarmless(record.createdBy),
  iso(record.updatedAt),
  ...fields.map((field) => cellOf(field, record.data[field.name])),
]

const lineOf = (fields: Field[], record: StoredRecord) => ({
  id: record.id,
  version: record.version,
  created_at: iso(record.createdAt),
  created_by: record.createdBy,
  updated_at: iso(record.updatedAt),
  data: Object.fromEntries(
    fields
      .filter(({ name }) => Object.hasOwn(record.data, name))
      .map(({ name }) => [name, record.data[name]]),
  ),
})
