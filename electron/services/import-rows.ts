import type { Entity } from '../contract/entity'
import { RecordId, type RecordError } from '../contract/record'
import { transferLimits, type TransferFormat } from '../contract/transfer'
import { asWritten, valueOf } from './csv-cell'
import { csvRows, delimiterOf, type Delimiter, type RowsFault } from './csv-rows'
import {
  keptByKeyward,
  mapColumns,
  mapOfLines,
  recordIdColumn,
  type ColumnMap,
} from './import-columns'
import type { ImportSource } from './import-source'
import { textLines } from './ndjson-rows'
import { pointerTo } from './record-validation'
import { Refusal } from './refusal'
import { parseStrictJson } from './strict-json'

/** One row as the file has it; it may be a record, or have the errors that say why not. */
export type ImportRow = {
  line: number
  id: string | null
  body: Record<string, unknown>
  /** Whether the file says anything about this field, and be it that it is empty. */
  mentions: (field: string) => boolean
  errors: RowError[]
}

export type RowError = Omit<RecordError, 'code'> & { code: string }

export type ImportReading = {
  map: ColumnMap
  delimiter: Delimiter | null
  rows: AsyncGenerator<ImportRow[], RowsFault | null>
}

/** The beginning of the file tells its columns; the rows follow when they are asked for. */
export async function readImport(
  source: ImportSource,
  format: TransferFormat,
  entity: Entity,
): Promise<ImportReading> {
  return format === 'csv' ? readCsv(source, entity) : readNdjson(source, entity)
}

async function readCsv(source: ImportSource, entity: Entity): Promise<ImportReading> {
  const head = await source.pieces().next()
  const { delimiter, isNamed } = delimiterOf(
    head.done ? '' : head.value.toString('utf8').slice(0, 16_384),
  )
  const batches = csvRows(source.pieces(), delimiter)
  const first: { line: number; cells: string[] }[] = []
  const headerAt = isNamed ? 1 : 0
  let ended: RowsFault | null | undefined
  while (first.length <= headerAt && ended === undefined) {
    const next = await batches.next()
    if (next.done) ended = next.value
    else first.push(...next.value)
  }
  const header = first[headerAt]
  if (!header) {
    if (ended) throw new Refusal('import_header_broken')
    throw new Refusal('import_empty')
  }
  if (header.cells.length > transferLimits.columns)
    throw new Refusal('import_too_many_columns', undefined, { columns: transferLimits.columns })
  const map = mapColumns(entity, header.cells)

  async function* rows() {
    const behind = first.slice(headerAt + 1)
    if (behind.length > 0) yield behind.map(rowFrom)
    for (;;) {
      const next =
        ended === undefined ? await batches.next() : { done: true as const, value: ended }
      if (next.done) return next.value
      yield next.value.map(rowFrom)
    }
  }

  const named = new Set(map.columns.map(({ field }) => field))
  const fields = new Map(entity.fields.map((field) => [field.name, field]))
  const mentions = (field: string) => named.has(field)

  function rowFrom({ line, cells }: { line: number; cells: string[] }): ImportRow {
    const row: ImportRow = { line, id: null, body: {}, mentions, errors: [] }
    if (cells.length !== map.columns.length) {
      row.errors.push({
        pointer: '#',
        code: 'cell_count',
        detail: `The row has ${cells.length} cells, and the first row of the file has ${map.columns.length}.`,
      })
      return row
    }
    for (const [place, { field: name }] of map.columns.entries()) {
      const cell = cells[place]!
      const field = name === null ? undefined : fields.get(name)
      if (name === recordIdColumn) takeId(row, cell === '' ? null : asWritten(cell))
      if (!field) continue
      const given = valueOf(field, cell)
      if (given === undefined) continue
      if ('value' in given) row.body[field.name] = given.value
      else row.errors.push({ pointer: pointerTo(field.name), ...given })
    }
    return row
  }

  return { map, delimiter, rows: rows() }
}

const knownKeys = new Set<string>([recordIdColumn, 'data', ...keptByKeyward])

async function readNdjson(source: ImportSource, entity: Entity): Promise<ImportReading> {
  async function* rows() {
    const lines = textLines(source.pieces())
    for (;;) {
      const next = await lines.next()
      if (next.done) return next.value
      yield next.value.map(rowFrom)
    }
  }

  function rowFrom({ line, text }: { line: number; text: string }): ImportRow {
    const row: ImportRow = { line, id: null, body: {}, mentions: () => true, errors: [] }
    const refuse = (pointer: string, code: string, detail: string) => {
      row.errors.push({ pointer, code, detail })
      return row
    }
    const parsed = parseStrictJson(text)
    if (!parsed)
      return refuse(
        '#',
        'not_json',
        'The line is not one JSON value that can be read in one way only.',
      )
    if (!isObject(parsed.value)) return refuse('#', 'not_an_object', 'Each line is a JSON object.')
    const { id = null, data } = parsed.value
    const unknown = Object.keys(parsed.value).filter((key) => !knownKeys.has(key))
    for (const key of unknown.slice(0, transferLimits.faults))
      refuse(pointerTo(key), 'unknown_field', 'A line has an id and data. Fields stand in data.')
    if (!isObject(data))
      return refuse('#/data', 'required', 'The fields stand in an object named data.')
    takeId(row, id)
    row.body = data
    // An export leaves out what is sensitive; a line without it says nothing about it.
    row.mentions = (name) =>
      Object.hasOwn(data, name) || !entity.fields.some((one) => one.name === name && one.sensitive)
    return row
  }

  return { map: mapOfLines(entity), delimiter: null, rows: rows() }
}

function takeId(row: ImportRow, id: unknown) {
  if (id === null) return
  const parsed = RecordId.safeParse(id)
  if (parsed.success) row.id = parsed.data
  else
    row.errors.push({
      pointer: '#/id',
      code: 'format',
      detail: 'An id is 1 to 64 letters, digits and . _ ~ -',
    })
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
