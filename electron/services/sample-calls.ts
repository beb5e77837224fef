import type { Entity } from '../contract/entity'
import type { EntityId, TokenId } from '../contract/id'
import type { Grant, Permission } from '../contract/permission'
import { recordIdToFillIn, type SampleCall } from '../contract/sample'
import { found } from './accepted'
import type { Means } from './means'
import { sampleRecord } from './sample-record'
import { allowedOn } from './token-terms'

export type SampleCalls = ReturnType<typeof createSampleCalls>

/**
 * Calls that show how a token is used: everything it may do on one of its entities. The first one
 * is the most harmless, so that whoever pastes without reading changes as little as can be.
 */
export function createSampleCalls({ store, now }: Pick<Means, 'store' | 'now'>) {
  return async (id: TokenId): Promise<SampleCall[]> => {
    const { grants } = found(await store.tokens.get(id, now()))
    const entity = shown(grants, await store.entities.all())
    if (!entity) return [{ does: 'identity' }]
    return Promise.all(allowedOn(grants, entity.id).map((one) => sample(one, entity, id)))
  }

  async function sample(
    permission: Permission,
    entity: Entity,
    tokenId: TokenId,
  ): Promise<SampleCall> {
    const on = { entityName: entity.name, entityTitle: entity.title }
    if (permission === 'read') return { does: 'read', ...on }
    if (permission === 'delete')
      return { does: 'delete', ...on, needsIfMatch: entity.ifMatch === 'required' }
    const recordIds = await recordsToPointTo(entity)
    const record = sampleRecord(entity, tokenId, (target) => recordIds.get(target)?.id)
    return {
      does: 'write',
      ...on,
      record,
      pointsTo: [...recordIds.values()].flatMap((one) => (one.id ? [] : [one.title])),
      needsIdempotencyKey: entity.idempotencyKey === 'required',
    }
  }

  /** A real record behind every reference that must be there; one that is not would be refused. */
  async function recordsToPointTo({ fields, check }: Entity) {
    const targets = [...fields, ...(check?.fields ?? [])]
      .filter((field) => field.type === 'ref' && field.required)
      .map((field) => field.entityId!)
    const pairs = [...new Set(targets)].map(async (target) => {
      const [record] = await store.records.chunk(target, null, 1)
      const title = (await store.entities.get(target))?.title ?? recordIdToFillIn
      return [target, { id: record?.id, title }] as const
    })
    return new Map<EntityId, { id: string | undefined; title: string }>(await Promise.all(pairs))
  }
}

/** The entity to show: one that may be read before one that may be written; granted by name first. */
function shown(grants: Grant[], entities: Entity[]): Entity | undefined {
  const named = (id: EntityId) => grants.some((grant) => grant.entityId === id)
  const inOrder = entities.toSorted((a, b) => Number(named(b.id)) - Number(named(a.id)))
  for (const permission of ['read', 'write', 'delete'] as const) {
    const one = inOrder.find(({ id }) => allowedOn(grants, id).includes(permission))
    if (one) return one
  }
  return undefined
}
