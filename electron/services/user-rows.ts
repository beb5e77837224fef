import { Name, Username } from '../contract/text'
import type { RowFault } from '../contract/transfer'
import type { UserKind, UserStatus } from '../contract/user'
import type { UserToImport } from '../store/user-import-data'
import { asWritten } from './csv-cell'
import { csvRows, delimiterOf, type CsvRow, type RowsFault } from './csv-rows'
import type { ImportSource } from './import-source'
import { Refusal } from './refusal'
import { userColumns, type UserColumn, type UserColumns } from './user-columns'

/** A row of the file: a user, or the faults that say why not. */
export type UserRow = { user: UserToImport } | { faults: RowFault[] }

export type UserReading = {
  columns: UserColumns
  rows: AsyncGenerator<UserRow[], RowsFault | null>
}

/** The first row tells the columns; the others follow when they are asked for. */
export async function readUsers(source: ImportSource): Promise<UserReading> {
  const head = await source.pieces().next()
  const { delimiter, isNamed } = delimiterOf(
    head.done ? '' : head.value.toString('utf8').slice(0, 16_384),
  )
  const batches = csvRows(source.pieces(), delimiter)
  const first: CsvRow[] = []
  const headerAt = isNamed ? 1 : 0
  let ended: RowsFault | null | undefined
  while (first.length <= headerAt && ended === undefined) {
    const next = await batches.next()
    if (next.done) ended = next.value
    else first.push(...next.value)
  }
  const header = first[headerAt]
  if (!header) throw new Refusal(ended ? 'import_header_broken' : 'import_empty')
  const columns = userColumns(header.cells, header.line)

  async function* rows() {
    yield first.slice(headerAt + 1).map((row) => userRow(columns, row))
    for (;;) {
      if (ended !== undefined) return ended
      const next = await batches.next()
      if (next.done) return next.value
      yield next.value.map((row) => userRow(columns, row))
    }
  }
  return { columns, rows: rows() }
}

function userRow({ places, count }: UserColumns, { line, cells }: CsvRow): UserRow {
  if (cells.length !== count)
    return {
      faults: [
        {
          line,
          pointer: '',
          code: 'cell_count',
          detail: `The row has ${cells.length} cells, and the first row of the file has ${count}.`,
        },
      ],
    }
  const faults: RowFault[] = []
  const cell = (column: UserColumn) => {
    const place = places[column]
    return place === undefined ? '' : asWritten(cells[place]!).trim()
  }
  const read = <Value>(column: UserColumn, as: (text: string) => Value | Fault): Value | null => {
    const value = as(cell(column))
    if (!(value instanceof Fault)) return value
    faults.push({ line, pointer: column, code: value.code, detail: value.detail })
    return null
  }
  const username = read('username', wellFormed(Username))
  const displayName = read('display_name', wellFormed(Name))
  const kind = read('kind', kindOf)
  const status = read('status', statusOf)
  if (username === null || displayName === null || kind === null || status === null)
    return { faults }
  return { user: { line, username, displayName, kind, status } }
}

class Fault {
  readonly code: string
  readonly detail: string

  constructor(code: string, detail: string) {
    this.code = code
    this.detail = detail
  }
}

const sentences: Record<string, string> = {
  empty: 'This cell is empty, and every user needs it.',
  too_long: 'This is too long: a username has at most 64 characters, a display name 120.',
  invisible_characters: 'This has a line break or a character that nobody sees. Type it anew.',
  username_characters:
    'A username begins with a letter or a digit; then also . _ - @ + may follow.',
}

const wellFormed =
  (schema: typeof Name) =>
  (text: string): string | Fault => {
    const parsed = schema.safeParse(text)
    if (parsed.success) return parsed.data
    const code = parsed.error.issues[0]?.message ?? 'invalid'
    return new Fault(code, sentences[code] ?? 'This can not be read.')
  }

/** As an export writes it, and as it stands on the screen. */
function kindOf(text: string): UserKind | Fault {
  const word = text.toLowerCase().replaceAll(/\s+/g, '_')
  if (word === 'person' || word === 'service_account') return word
  return new Fault('kind', 'The kind is person or service_account.')
}

function statusOf(text: string): UserStatus | Fault {
  const word = text.toLowerCase()
  if (word === '') return 'active'
  if (word === 'active' || word === 'disabled') return word
  return new Fault('status', 'The status is active or disabled; an empty cell is active.')
}
