import type { Entity } from '../contract/entity'
import type { EntityId } from '../contract/id'
import type { Grant, Permission } from '../contract/permission'
import type { NamedGrant } from '../contract/token'
import { Refusal } from './refusal'

export const allEntities = 'All entities'

const words: Record<Permission, string> = { read: 'Read', write: 'Write', delete: 'Delete' }

export type TitleOf = (entityId: EntityId | null) => string

/** The titles of these entities; an entity that is not among them is `not_found`. */
export function titlesOf(entities: Pick<Entity, 'id' | 'title'>[]): TitleOf {
  const titles = new Map(entities.map((entity) => [entity.id, entity.title]))
  return (entityId) => {
    if (entityId === null) return allEntities
    const title = titles.get(entityId)
    if (title === undefined) throw new Refusal('not_found', 'grants')
    return title
  }
}

/** Grants as they are read in the activity log: "Invoices: Read", one line a checkbox. */
export const grantWords = (grants: Grant[], titleOf: TitleOf): string[] =>
  grants.flatMap(({ entityId, permissions }) =>
    permissions.map((permission) => `${titleOf(entityId)}: ${words[permission]}`),
  )

/** One line an entity, as on paper: "Invoices: Read, Write". */
export const grantLines = (grants: NamedGrant[]): string[] =>
  grants.map(
    ({ entityTitle, permissions }) =>
      `${entityTitle ?? allEntities}: ${permissions.map((one) => words[one]).join(', ')}`,
  )
