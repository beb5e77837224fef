import type { Entity } from '../contract/entity'
import type { RecordsAsked } from '../contract/record'
import type { RecordQuery } from '../store/gateway-data'
import { checkValue } from './record-validation'
import { Refusal } from './refusal'

type Asked = Pick<RecordsAsked, 'where' | 'sort' | 'direction'>

/** What a person filters and sorts by; only fields with an index can be. */
export function whereOf(entity: Entity, asked: Asked): RecordQuery['where'] {
  const indexed = (name: string) => entity.fields.find((one) => one.indexed && one.name === name)
  if (!['id', 'updatedAt'].includes(asked.sort) && !indexed(asked.sort))
    throw new Refusal('field_not_indexed', 'sort')
  return asked.where.map(({ field: name, value }, index) => {
    const field = indexed(name)
    if (!field) throw new Refusal('field_not_indexed', `where.${index}`)
    const checked = checkValue({ ...field, min: undefined, max: undefined }, typed(field, value))
    if (!('value' in checked)) throw new Refusal('invalid_input', `where.${index}.value`)
    return { field, value: checked.value }
  })
}

export function queryOf(entity: Entity, asked: Asked): RecordQuery {
  const where = whereOf(entity, asked)
  const field = entity.fields.find((one) => one.name === asked.sort)
  const by = field ?? (asked.sort === 'updatedAt' ? 'updatedAt' : 'id')
  return { where, order: { by, direction: asked.direction } }
}

/** A condition is typed as text; numbers and yes or no are written as JSON has them. */
function typed({ type }: Entity['fields'][number], value: string): unknown {
  if (type === 'integer' || type === 'number')
    return /^-?\d+(?:\.\d+)?$/.test(value) ? Number(value) : value
  if (type === 'boolean') return value === 'true' ? true : value === 'false' ? false : value
  return value
}
