import { randomBytes, randomUUID } from 'node:crypto'
import type { Entity } from '../contract/entity'
import type { UserId } from '../contract/id'
import type { Grant, Permission } from '../contract/permission'
import { createClientFormat } from '../crypto/client-format'
import { createGatewaySeals, gatewayKeys } from '../crypto/keys'
import { createTokenFormat } from '../crypto/token-format'
import { createCallLog } from '../services/call-log'
import { createClientCheck } from '../services/client-check'
import { createEntityDirectory } from '../services/entity-directory'
import { createIntrospect } from '../services/introspect'
import { createRecords } from '../services/records'
import { createRegistryAge } from '../services/registry-age'
import { createRouteDirectory } from '../services/route-directory'
import { noHistory } from '../services/token-rights'
import { createTokenCheck } from '../services/token-check'
import { createUuidV7 } from '../services/uuid-v7'
import type { StoredClient, StoredToken } from '../store/gateway-data'
import { createMetrics } from './metrics'
import { createServer, type ServerGiven } from './server'
import { createGatewayFiles } from './gateway-files.fixture'

export const start = Date.UTC(2027, 2, 31, 12)
export const day = 86_400_000

/** A gateway with two entities, real seals and token format, a clock to turn, and no socket. */
export async function createGatewayWorld(given: Partial<Pick<ServerGiven, 'times' | 'tls'>> = {}) {
  const clock = { now: start }
  const now = () => clock.now
  const memory = createGatewayFiles()
  const seals = createGatewaySeals(gatewayKeys(randomBytes(32)))
  const format = createTokenFormat({ randomBytes })
  const age = createRegistryAge(memory.data.changeMarker)
  const entities = createEntityDirectory({ data: memory.data, age })
  const metrics = createMetrics()
  const callLog = metrics.counting(createCallLog({ keep: memory.data.keep, now }))
  const checkToken = createTokenCheck({
    data: memory.data,
    format,
    seals,
    age,
    now,
    lookedUp: metrics.tokenLookedUp,
  })
  const reported: unknown[] = []
  const listening = { port: 80, tls: false, names: [] as string[] }

  const app = createServer({
    checkToken,
    checkClient: createClientCheck({ data: memory.data, seals, age }),
    introspect: createIntrospect({ checkToken, entities, now }),
    isToken: (text) => format.parse(text) !== null,
    entities,
    routeSets: createRouteDirectory({ data: memory.data, age }),
    records: createRecords({
      store: memory.data.records,
      now,
      newId: createUuidV7({ now, randomBytes }),
      currentEntity: entities.get,
    }),
    callLog,
    metrics,
    signCursor: seals.cursor,
    now,
    newRequestId: randomUUID,
    hosts: () => listening,
    tls: null,
    report: (error) => void reported.push(error),
    ...given,
  })

  const invoices = await memory.addEntity('invoices', {
    fields: [
      { name: 'number', title: 'Number', type: 'string', required: true },
      { name: 'total', title: 'Total', type: 'decimal', required: false },
      { name: 'pieces', title: 'Pieces', type: 'integer', required: false },
    ],
  })
  const orders = await memory.addEntity('orders', {
    fields: [{ name: 'number', title: 'Number', type: 'string', required: true }],
  })

  /** A token as main would have stored it; `changed` is sealed with it. */
  function issue(grants: Grant[], changed: Partial<StoredToken> = {}) {
    const { token, tokenId } = format.make('s')
    const unsealed = {
      tokenId,
      userId: 1 as UserId,
      userName: 'web-shop',
      username: 'web-shop',
      userActive: true,
      name: 'Orders of the web shop',
      keyNumber: 1,
      digest: seals.digest(token, 1),
      enabled: true,
      startsAt: null,
      expiresAt: start + 30 * day,
      revokedAt: null,
      createdAt: start - day,
      longestLifetimeDays: 366,
      usualCallsPerMinute: 600,
      networks: [],
      callsPerMinute: null,
      ...noHistory,
      unusedDisableDays: null,
      lastUsedAt: null,
      observedFrom: start - 365 * day,
      grants,
      access: [{ entityId: null, permissions: ['read', 'write', 'delete'] as Permission[] }],
      ...changed,
    }
    memory.tokens.set(tokenId, { ...unsealed, rightsMac: seals.rights(unsealed) })
    memory.changed()
    return { token, tokenId, authorization: `Bearer ${token}` }
  }

  /** A token whose first secret was replaced, and is valid until that moment. */
  function issueRotated(grants: Grant[], validUntil: number, changed: Partial<StoredToken> = {}) {
    const { token, tokenId, authorization } = issue(grants, changed)
    const remake = () => format.remake('s', tokenId)
    const next = remake()
    changeSilently(tokenId, {
      digest: seals.digest(next, 1),
      secretNumber: 2,
      oldSecrets: [{ number: 1, keyNumber: 1, digest: seals.digest(token, 1), validUntil }],
    })
    memory.changed()
    return { tokenId, token, authorization, next, nextAuthorization: `Bearer ${next}`, remake }
  }

  /** Client credentials as main would have stored them; `changed` is sealed with them. */
  function issueClient(changed: Partial<StoredClient> = {}) {
    const { clientId, secret } = createClientFormat({ randomBytes }).make()
    const unsealed = {
      clientId,
      userId: 2 as UserId,
      keyNumber: 1,
      digest: seals.clientDigest(clientId, secret, 1),
      revokedAt: null,
      createdAt: start - day,
      userActive: true,
      access: [{ entityId: null, permissions: ['read', 'write', 'delete'] as Permission[] }],
      ...changed,
    }
    memory.clients.set(clientId, { ...unsealed, mac: seals.client(unsealed) })
    memory.changed()
    const authorization = `Basic ${Buffer.from(`${clientId}:${secret}`).toString('base64')}`
    return { clientId, secret, authorization }
  }

  /** As main changes a token: sealed again. Whether the gateway hears of it is the test's to say. */
  function changeSilently(tokenId: StoredToken['tokenId'], changed: Partial<StoredToken>) {
    const next = { ...memory.tokens.get(tokenId)!, ...changed }
    memory.tokens.set(tokenId, { ...next, rightsMac: seals.rights(next) })
  }

  return {
    app,
    memory,
    clock,
    age,
    callLog,
    checkToken,
    format,
    seals,
    reported,
    listening,
    invoices,
    orders,
    addEntity: memory.addEntity,
    issue,
    issueRotated,
    issueClient,
    changeSilently,
    everything: { entityId: null, permissions: ['read', 'write', 'delete'] } as Grant,
    on: (entity: Entity, ...permissions: Permission[]): Grant => ({
      entityId: entity.id,
      permissions,
    }),
  }
}

export type GatewayWorld = Awaited<ReturnType<typeof createGatewayWorld>>
