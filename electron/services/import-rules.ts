import type { Entity } from '../contract/entity'
import type { StoredRecord } from '../contract/record'
import type { ImportMode, RowFault } from '../contract/transfer'
import type { RowKey, RowObstacle, Rules } from '../store/transfer-data'
import { recordIdColumn } from './import-columns'
import type { ImportRow, RowError } from './import-rows'
import { conflictError } from './record-conflict'
import { checkValue, pointerTo, validateRecord, type ValidRecord } from './record-validation'

type Given = {
  entity: Entity
  mode: ImportMode
  key: string
  by: string
  now: () => number
  newId: () => string
}

/** What becomes of each row: the same for a dry run and for the import itself. */
export function createImportRules(given: Given): Rules<ImportRow, RowError> {
  const { entity, mode, key, by, now, newId } = given
  const keyField = entity.fields.find((one) => one.name === key)

  function keyOf({ id, body }: ImportRow): RowKey | null {
    if (mode === 'add') return null
    if (key === recordIdColumn) return id === null ? null : { by: 'id', id }
    const value = keyField && Object.hasOwn(body, key) ? body[key] : null
    if (!keyField || value === null) return null
    const checked = checkValue(keyField, value)
    return 'value' in checked ? { by: 'field', field: keyField, value: checked.value } : null
  }

  function rule(row: ImportRow, stored: StoredRecord | null) {
    const refuse = (faults: RowError[]) => ({ do: 'refuse' as const, faults })
    if (row.errors.length > 0) return refuse(row.errors)
    if (mode !== 'add' && !isNamed(row, key))
      return refuse([
        {
          pointer: pointerTo(key),
          code: 'required',
          detail: 'Without a value here nothing tells which record this is.',
        },
      ])
    const valid = validated(entity, row, mode === 'replace' ? stored : null)
    if (!valid.ok) return refuse(valid.errors)
    if (stored && mode === 'skip') return { do: 'skip' as const }
    const record = { entity, data: valid.data, at: now(), by }
    return stored
      ? { do: 'replace' as const, record: { ...record, id: stored.id } }
      : { do: 'create' as const, record: { ...record, id: row.id ?? newId() } }
  }

  return { keyOf, rule }
}

const isNamed = ({ id, body }: ImportRow, key: string): boolean =>
  key === recordIdColumn ? id !== null : (body[key] ?? null) !== null

/** A record that is replaced keeps the fields of which the file says nothing. */
function validated(entity: Entity, row: ImportRow, stored: StoredRecord | null): ValidRecord {
  const kept = entity.fields.filter(
    ({ name }) => stored && Object.hasOwn(stored.data, name) && !row.mentions(name),
  )
  if (kept.length === 0 || !stored) return validateRecord(entity, row.body)
  const data: Record<string, unknown> = Object.create(null)
  for (const { name } of kept) data[name] = stored.data[name]
  return validateRecord(entity, Object.assign(data, row.body))
}

export const placed = (line: number, faults: RowError[]): RowFault[] =>
  faults.map((one) => ({ line, ...one }))

/** What is in the way among the records that exist, or in another row of the file. */
export function obstacleError(obstacle: RowObstacle): RowError {
  if (obstacle.outcome === 'record_exists')
    return { pointer: '#/id', code: 'exists', detail: 'There is a record with this id already.' }
  if (obstacle.outcome === 'repeated_in_file')
    return {
      pointer: pointerTo(obstacle.field),
      code: 'repeated',
      detail: `The row on line ${obstacle.line} has the same value, and no two records may.`,
    }
  return conflictError(obstacle)
}
