import type { Entity } from '../contract/entity'
import type { Field } from '../contract/field'
import { checkValue } from '../services/record-validation'
import type { RecordPlace, RecordQuery } from '../services/records'
import type { Cursors } from './cursor'
import { limits } from './limits'
import { Problem } from './respond'

const whereField = /^where\.([a-z][a-z0-9_]{0,62})$/

export type PageAsked = {
  limit: number
  query: RecordQuery
  after: RecordPlace | null
  /** Everything but the cursor, as it has to be sent again for the next page. */
  parameters: URLSearchParams
}

/**
 * `limit`, `cursor`, `order` and `where.<indexed field>`, each at most once. A parameter that would
 * be ignored is refused instead.
 */
export function readPageQuery(entity: Entity, sent: unknown, cursors: Cursors): PageAsked {
  const { cursor, ...others } = oncePerName(sent as Record<string, unknown>)
  const { limit, order, ...conditions } = others
  const query = {
    where: Object.entries(conditions).map(([name, value]) => readWhere(entity, name, value)),
    order: readOrder(entity, order ?? 'id'),
  }
  const after = cursor === undefined ? null : cursors.read(entity, query, cursor)
  if (cursor !== undefined && after === null) throw new Problem('invalid-cursor')
  return { limit: readLimit(limit), query, after, parameters: new URLSearchParams(others) }
}

function oncePerName(sent: Record<string, unknown>): Record<string, string> {
  if (Object.values(sent).some((value) => typeof value !== 'string'))
    throw new Problem('invalid-query')
  return sent as Record<string, string>
}

function readLimit(limit: string | undefined): number {
  if (limit === undefined) return limits.usualPageRecords
  if (!/^[1-9]\d{0,3}$/.test(limit) || Number(limit) > limits.pageRecords)
    throw new Problem('invalid-query')
  return Number(limit)
}

function readOrder(entity: Entity, order: string): RecordQuery['order'] {
  const direction = order.startsWith('-') ? 'desc' : 'asc'
  const name = direction === 'desc' ? order.slice(1) : order
  if (name === 'id') return { by: 'id', direction }
  if (name === 'updated_at') return { by: 'updatedAt', direction }
  return { by: indexedField(entity, name), direction }
}

function readWhere(entity: Entity, parameter: string, text: string): RecordQuery['where'][number] {
  const name = whereField.exec(parameter)?.[1]
  if (name === undefined) throw new Problem('invalid-query')
  const field = indexedField(entity, name)
  // The limits of new values say nothing about what may be looked for.
  const { min: _min, max: _max, minLength: _shortest, maxLength: _longest, ...unlimited } = field
  const checked = checkValue(unlimited, typed(field, text))
  if (!('value' in checked)) throw new Problem('invalid-query')
  return { field, value: checked.value }
}

function indexedField(entity: Entity, name: string): Field {
  const field = entity.fields.find((one) => one.name === name)
  if (!field?.indexed) throw new Problem('field-not-indexed')
  return field
}

/** A query has text only; numbers and truth are written as in JSON. */
function typed({ type }: Field, text: string): unknown {
  if (type === 'integer' || type === 'number')
    return /^-?\d{1,20}(?:\.\d{1,20})?$/.test(text) ? Number(text) : text
  if (type === 'boolean') return text === 'true' ? true : text === 'false' ? false : text
  return text
}
