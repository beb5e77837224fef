import type { Selectable } from 'kysely'
import type { StoredRecord } from '../../contract/record'
import type { RecordTable } from './tables'

export const recordFrom = (row: Selectable<RecordTable>): StoredRecord => ({
  id: row.id,
  version: row.version,
  createdAt: row.created_at,
  createdBy: row.created_by,
  updatedAt: row.updated_at,
  data: JSON.parse(row.data) as StoredRecord['data'],
})
