import { randomBytes, randomUUID } from 'node:crypto'
import type { Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import { clock } from './clock'
import { isEveryAddress } from './contract/listening'
import { createGatewaySeals } from './crypto/keys'
import { createTokenFormat } from './crypto/token-format'
import type { ToGateway } from './gateway-messages'
import type { Gateway } from './gateway-under-main'
import { createMetrics } from './gateway/metrics'
import { createServer } from './gateway/server'
import { secureContext } from './gateway/tls'
import { ownAddresses } from './own-addresses'
import { openServedCertificate } from './served-certificate'
import { createCallLog } from './services/call-log'
import { createClientCheck } from './services/client-check'
import { createEntityDirectory } from './services/entity-directory'
import { needsTls } from './services/listening-place'
import { createIntrospect } from './services/introspect'
import { createRecords } from './services/records'
import { Refusal } from './services/refusal'
import { createRegistryAge } from './services/registry-age'
import { createRouteDirectory } from './services/route-directory'
import { createSteadyClock } from './services/steady-clock'
import { createTokenCheck } from './services/token-check'
import { createUuidV7 } from './services/uuid-v7'
import { createSqliteGatewayData } from './store/sqlite/sqlite-gateway-data'

type Order = Extract<ToGateway, { kind: 'start' }>

const minute = 60_000

/** The one place where the gateway's objects are made and joined. */
export function composeGateway(
  { keys, folder, place, clockOffset }: Omit<Order, 'kind'>,
  report: (error: unknown) => void,
): Gateway {
  // Main has asked this already; but this process is the one that would send tokens in the clear.
  if (needsTls(place)) throw new Refusal('tls_needed')
  const wall = clock(clockOffset)
  const certificate = place.tls && openServedCertificate(place.tls, wall)
  const data = createSqliteGatewayData({ folder })
  const { seen, ...known } = data.seenClock()
  let { corrections } = known
  const steady = createSteadyClock({ wall, elapsed: () => performance.now(), seen })
  const { now } = steady
  let observedAt = now()
  data.beginObservation(observedAt)
  const seals = createGatewaySeals(keys)
  const format = createTokenFormat({ randomBytes })
  const age = createRegistryAge(data.changeMarker)
  const metrics = createMetrics()
  const callLog = metrics.counting(createCallLog({ keep: data.keep, now }))
  const newId = createUuidV7({ now, randomBytes })
  const entities = createEntityDirectory({ data, age })
  const hosts = { port: 0, tls: certificate !== null, names: [] as string[] }
  const nameHosts = () => {
    const addresses = isEveryAddress(place.address) ? ownAddresses() : [place.address]
    const names = certificate?.served().facts.names ?? []
    hosts.names = [...addresses, ...names, ...place.hostNames]
  }
  nameHosts()
  const checkToken = createTokenCheck({
    data,
    format,
    seals,
    age,
    now,
    lookedUp: metrics.tokenLookedUp,
  })

  const server = createServer({
    checkToken,
    checkClient: createClientCheck({ data, seals, age }),
    introspect: createIntrospect({ checkToken, entities, now }),
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
    metrics,
    signCursor: seals.cursor,
    now,
    newRequestId: randomUUID,
    hosts: () => hosts,
    tls: certificate?.files() ?? null,
    report,
  })

  return {
    async listen() {
      await server.listen({ host: place.address, port: place.port, exclusive: true })
      hosts.port = (server.server.address() as AddressInfo).port
      return hosts.port
    },
    served: () => certificate?.served() ?? null,
    lookForRenewal() {
      const renewal = certificate?.look() ?? null
      if (certificate && renewal?.failure === null)
        (server.server as Server).setSecureContext(secureContext(certificate.files()))
      // The addresses of a computer come and go, too.
      nameHosts()
      return renewal
    },
    forget() {
      age.forget()
      const last = data.seenClock()
      if (last.corrections !== corrections) steady.follow()
      corrections = last.corrections
    },
    writeCalls: callLog.write,
    secondPassed() {
      callLog.secondPassed()
      if (now() - observedAt >= minute) data.observed((observedAt = now()))
      return callLog.figures()
    },
    async close() {
      await server.close()
      await callLog.write().finally(data.close)
    },
  }
}
