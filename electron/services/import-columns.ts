import type { Entity } from '../contract/entity'
import type { Field } from '../contract/field'
import type { ImportColumn, ImportMode } from '../contract/transfer'

export const recordIdColumn = 'id'

/** What an export says of a record beside its fields; an import leaves them to Keyward. */
export const keptByKeyward = ['version', 'created_at', 'created_by', 'updated_at'] as const

export type ColumnMap = {
  columns: ImportColumn[]
  /** Titles of required fields without a column. */
  missing: string[]
  /** What can tell which record a row is. */
  keys: string[]
}

/** By the field's name, or by its title as it stands on the screen. */
export function mapColumns({ fields }: Pick<Entity, 'fields'>, header: string[]): ColumnMap {
  const taken = new Set<string>()
  const columns = header.map((column): ImportColumn => {
    const field = fieldOf(fields, column)
    if (field === null) {
      const isOurs = (keptByKeyward as readonly string[]).includes(column)
      return { column, field: null, problem: isOurs ? 'not_taken' : 'unknown' }
    }
    const problem = taken.has(field) ? 'repeated' : null
    taken.add(field)
    return { column, field, problem }
  })
  return {
    columns,
    missing: fields
      .filter((one) => one.required && one.default === undefined && !taken.has(one.name))
      .map((one) => one.title),
    keys: keysAmong(fields, (name) => taken.has(name)),
  }
}

/** Where every line names its own fields, none is missing beforehand. */
export const mapOfLines = ({ fields }: Pick<Entity, 'fields'>): ColumnMap => ({
  columns: [],
  missing: [],
  keys: keysAmong(fields, () => true),
})

/** Whether rows can be read by this map; a record that is replaced keeps what no column is for. */
export const isUsable = ({ columns, missing }: ColumnMap, mode: ImportMode): boolean =>
  columns.every(({ problem }) => problem === null || problem === 'not_taken') &&
  (missing.length === 0 || mode === 'replace')

function fieldOf(fields: Field[], column: string): string | null {
  if (column === recordIdColumn) return recordIdColumn
  const byName = fields.find((one) => one.name === column)
  const plain = (text: string) => text.trim().normalize('NFC').toLowerCase()
  const byTitle = fields.filter((one) => plain(one.title) === plain(column))
  return byName?.name ?? (byTitle.length === 1 ? byTitle[0]!.name : null)
}

const keysAmong = (fields: Field[], isThere: (name: string) => boolean): string[] => [
  ...(isThere(recordIdColumn) ? [recordIdColumn] : []),
  ...fields.filter((one) => one.unique && isThere(one.name)).map((one) => one.name),
]
