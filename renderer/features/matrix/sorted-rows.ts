import type { Matrix } from '../../../electron/contract/matrix'
import type { MatrixSort } from './MatrixTable'

type Row = Matrix['rows'][number]

/** The most powerful first, names from A on, the latest use first. */
export const sortedRows = (rows: Row[], by: MatrixSort): Row[] =>
  rows.toSorted(
    {
      power: (a: Row, b: Row) => b.power - a.power,
      name: (a: Row, b: Row) => a.name.localeCompare(b.name),
      lastUsedAt: (a: Row, b: Row) => (b.lastUsedAt ?? 0) - (a.lastUsedAt ?? 0),
    }[by],
  )
