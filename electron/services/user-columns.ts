import type { RowFault } from '../contract/transfer'

/** What an import takes. */
const taken = ['username', 'display_name', 'kind', 'status'] as const
export type UserColumn = (typeof taken)[number]

/** What an export says of a user beside it; an import leaves that to Keyward. */
const keptByKeyward = [
  'role',
  'active_tokens',
  'next_expiry_at',
  'created_at',
  'last_sign_in_at',
] as const

export const exportedColumns = [...taken, ...keptByKeyward]

export type UserColumns = {
  /** Where in a row each of them stands. */
  places: Partial<Record<UserColumn, number>>
  count: number
  ignored: string[]
  faults: RowFault[]
}

/** By the names of an export, or by those on the screen: "Display name". */
export function userColumns(header: string[], line: number): UserColumns {
  const places: UserColumns['places'] = {}
  const ignored: string[] = []
  const faults: RowFault[] = []
  const refuse = (column: string, code: string, detail: string) =>
    faults.push({ line, pointer: column, code, detail })

  for (const [place, column] of header.entries()) {
    const name = column.trim().toLowerCase().replaceAll(/\s+/g, '_')
    const known = taken.find((one) => one === name)
    if ((keptByKeyward as readonly string[]).includes(name)) ignored.push(column.trim())
    else if (!known)
      refuse(
        column,
        'unknown_column',
        'No column of a user is called so. Take it out of the file, or call it username, display_name, kind or status.',
      )
    else if (places[known] !== undefined)
      refuse(column, 'repeated_column', 'This column is there more than once. Keep one.')
    else places[known] = place
  }
  for (const column of ['username', 'display_name', 'kind'] as const)
    if (places[column] === undefined)
      refuse(column, 'missing_column', 'The file has no such column. Add it.')
  return { places, count: header.length, ignored, faults }
}
