import type { EntityId } from '../../../electron/contract/id'

export const entitiesPath = '/parametrization/entities'

export const pathOfEntity = (
  id: EntityId,
  tab: 'records' | 'fields' | 'tokens' | 'matrix' = 'records',
) => `${entitiesPath}/${id}/${tab}`

/** The list of records, with this one open over it. */
export const pathOfRecord = (entityId: EntityId, id: string) =>
  `${pathOfEntity(entityId)}?record=${encodeURIComponent(JSON.stringify(id))}`

/** Where the gateway serves an entity's records. */
export const urlPathOfRecords = (entityName: string) => `/v1/entities/${entityName}/records`
