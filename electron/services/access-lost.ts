import type { EntityId } from '../contract/id'
import type { Grant, Permission } from '../contract/permission'
import type { NamedGrant } from '../contract/token'
import { allowedOn } from './token-terms'

type Named = { id: EntityId; name: string; title: string }

/**
 * What these grants do under one user's access and not under another's, entity by entity;
 * `entityId: null` is what they would do on entities made later.
 */
export function lostUnder(
  grants: Grant[],
  { from, to }: { from: Grant[]; to: Grant[] },
  entities: Named[],
): NamedGrant[] {
  const lostOn = (id: EntityId | null): Permission[] => {
    const after = allowedOn(to, id)
    const before = allowedOn(from, id)
    return allowedOn(grants, id).filter((one) => before.includes(one) && !after.includes(one))
  }
  const rows: NamedGrant[] = entities.map(({ id, name, title }) => ({
    entityId: id,
    entityName: name,
    entityTitle: title,
    permissions: lostOn(id),
  }))
  const later = { entityId: null, entityName: null, entityTitle: null, permissions: lostOn(null) }
  return [...rows, later].filter((one) => one.permissions.length > 0)
}
