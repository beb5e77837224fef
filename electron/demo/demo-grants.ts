import type { Entity } from '../contract/entity'
import type { EntityId } from '../contract/id'
import type { Grant, Permission } from '../contract/permission'

const byLetter: Record<string, Permission> = { r: 'read', w: 'write', d: 'delete' }

/** Entities by the names that the demo's files use. */
export const entityIdsOf = (entities: Entity[]) =>
  new Map(entities.map((one) => [one.name, one.id]))

/** Reads `invoices:rw *:r` as the demo's files write it; `*` is "All entities". */
export function readGrants(text: string, entityIds: Map<string, EntityId>): Grant[] {
  const grants = text.split(' ').map((part) => {
    const [name = '', letters = ''] = part.split(':')
    const entityId = name === '*' ? null : entityIds.get(name)
    if (entityId === undefined) throw new Error(`The demo has no entity "${name}"`)
    const permissions = [...letters].map((letter) => {
      const permission = byLetter[letter]
      if (!permission) throw new Error(`The demo has no permission "${letter}"`)
      return permission
    })
    return { entityId, permissions }
  })
  return grants.toSorted((one, other) => (one.entityId ?? 0) - (other.entityId ?? 0))
}
