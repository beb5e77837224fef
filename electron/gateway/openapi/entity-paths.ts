import type { Entity } from '../../contract/entity'
import type { Permission } from '../../contract/permission'
import { operationsOf } from './operations'
import { refersToParameters } from './parameters'

/** The addresses of an entity with the operations that these permissions allow. */
export function entityPaths(entity: Entity, permitted: Permission[]): Record<string, object> {
  const [reads, writes, deletes] = (['read', 'write', 'delete'] as const).map((one) =>
    permitted.includes(one),
  )
  const may = operationsOf(entity)
  const address = `/v1/entities/${entity.name}/records`
  return {
    ...((reads || writes) && {
      [address]: { ...(reads && { get: may.list() }), ...(writes && { post: may.create() }) },
    }),
    ...(writes && { [`${address}:batch`]: { post: may.createBatch() } }),
    [`${address}/{id}`]: {
      parameters: refersToParameters('id'),
      ...(reads && { get: may.read() }),
      ...(writes && { put: may.replace(), patch: may.change() }),
      ...(deletes && { delete: may.remove() }),
    },
  }
}
