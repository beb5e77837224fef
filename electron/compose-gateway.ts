import { randomBytes, randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { clock } from './clock'
import { createGatewaySeals } from './crypto/keys'
import { createTokenFormat } from './crypto/token-format'
import type { ToGateway } from './gateway-messages'
import type { Gateway } from './gateway-under-main'
import { createServer } from './gateway/server'
import { createCallLog } from './services/call-log'
import { createEntityDirectory } from './services/entity-directory'
import { createRecords } from './services/records'
import { createRegistryAge } from './services/registry-age'
import { createRouteDirectory } from './services/route-directory'
import { createTokenCheck } from './services/token-check'
import { createUuidV7 } from './services/uuid-v7'
import { createSqliteGatewayData } from './store/sqlite/sqlite-gateway-data'

type Order = Extract<ToGateway, { kind: 'start' }>

/** The one place where the gateway's objects are made and joined. */
export function composeGateway(
  { keys, folder, clockOffset }: Omit<Order, 'kind' | 'port'>,
  report: (error: unknown) => void,
): Gateway {
  const now = clock(clockOffset)
  const data = createSqliteGatewayData({ folder })
  const seals = createGatewaySeals(keys)
  const format = createTokenFormat({ randomBytes })
  const age = createRegistryAge(data.changeMarker)
  const callLog = createCallLog({ keep: data.keep, now })
  const newId = createUuidV7({ now, randomBytes })
  const entities = createEntityDirectory({ data, age })
  const listening = { port: 0 }

  const server = createServer({
    checkToken: createTokenCheck({ data, format, seals, age }),
    isToken: (text) => format.parse(text) !== null,
    entities,
    routeSets: createRouteDirectory({ data, age }),
    records: createRecords({
      store: data.records,
      now,
      newId,
      currentEntity: entities.get,
    }),
    callLog,
    signCursor: seals.cursor,
    now,
    newRequestId: randomUUID,
    port: () => listening.port,
    report,
  })

  return {
    async listen(port) {
      await server.listen({ host: '127.0.0.1', port, exclusive: true })
      listening.port = (server.server.address() as AddressInfo).port
      return listening.port
    },
    forget: age.forget,
    writeCalls: callLog.write,
    secondPassed() {
      callLog.secondPassed()
      return callLog.figures()
    },
    async close() {
      await server.close()
      await callLog.write().finally(data.close)
    },
  }
}
