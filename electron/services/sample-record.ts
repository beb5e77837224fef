import type { Entity } from '../contract/entity'
import type { Field } from '../contract/field'
import type { EntityId } from '../contract/id'
import type { StoredRecord } from '../contract/record'
import { recordIdToFillIn } from '../contract/sample'
import { createSampleValue } from './sample-value'

type RecordIdOf = (target: EntityId) => string | undefined

/**
 * A record that the entity would take: what must be there, and one field where nothing must. Values
 * that may be there only once are made from the token's ID, so that two integrators do not collide.
 */
export function sampleRecord(
  entity: Pick<Entity, 'fields' | 'check'>,
  tokenId: string,
  recordIdOf: RecordIdOf,
): StoredRecord['data'] {
  const valueOf = createSampleValue(tokenId)
  const fields = heldTo(entity)
  const required = fields.filter((field) => field.required)
  const chosen = required.length > 0 ? required : fields.filter(isPlain).slice(0, 1)
  return Object.fromEntries(
    chosen.map((field) => [
      field.name,
      field.type === 'ref'
        ? (recordIdOf(field.entityId!) ?? recordIdToFillIn)
        : valueOf({ ...field, type: field.type }),
    ]),
  )
}

/** While stricter fields are being checked, new records are held to them already. */
const heldTo = ({ fields, check }: Pick<Entity, 'fields' | 'check'>): Field[] =>
  check?.state === 'checking' ? check.fields : fields

const isPlain = ({ type, deprecated }: Field) => type !== 'ref' && deprecated !== true
