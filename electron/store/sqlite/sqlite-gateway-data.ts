import type { GatewayData } from '../gateway-data'
import { readSeenClock } from './clock-store'
import { entityFrom } from './entity-store'
import { createFindClient } from './find-client'
import { createFindToken } from './find-token'
import { keepCalls } from './keep-calls'
import { openForGateway } from './open-registry'
import { createObservation } from './observation'
import { createRecordStore } from './record-store'
import { routeSetFrom } from './route-set-store'
import { build, createSql } from './sql'

/** The gateway's side of a profile folder whose registry was opened before. */
export function createSqliteGatewayData({ folder }: { folder: string }): GatewayData {
  const { registry, gateway } = openForGateway(folder)
  const reading = createSql(registry)
  const own = createSql(gateway)
  const findToken = createFindToken(registry, { db: gateway, schema: 'main' })
  const findClient = createFindClient(registry)
  const dataVersion = registry.prepare<[], number>('pragma data_version').pluck()
  const observation = createObservation({ registry: reading, gateway: own })
  return {
    findToken: async (id) => findToken(id),
    findClient: async (id) => findClient(id),
    entities: async () =>
      reading.all(build.selectFrom('entity').selectAll().orderBy('id')).map(entityFrom),
    routeSets: async () =>
      reading.all(build.selectFrom('route_set').selectAll().orderBy('id')).map(routeSetFrom),
    changeMarker: () => dataVersion.get() ?? 0,
    seenClock: () => readSeenClock(reading, own),
    beginObservation: observation.begin,
    observed: observation.goesOn,
    records: createRecordStore({ sql: own }),
    keep: async (counts, refused, unlisted, clients) =>
      keepCalls(own, counts, refused, unlisted, clients),
    close() {
      registry.close()
      gateway.close()
    },
  }
}
