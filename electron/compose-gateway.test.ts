import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { composeGateway } from './compose-gateway'
import type { Grant } from './contract/permission'
import { createSeals, deriveKeys, gatewayKeys } from './crypto/keys'
import { createTokenFormat } from './crypto/token-format'
import { activityEntry, keyward, soleSubject } from './services/activity-entry'
import { loopbackPlace } from './services/listening-place'
import { createSqliteRegistry } from './store/sqlite/sqlite-registry'

const all: Grant = { entityId: null, permissions: ['read', 'write', 'delete'] }
const day = 86_400_000

/** The gateway of a real profile folder, beside the registry as main holds it. */
async function world() {
  const folder = mkdtempSync(join(tmpdir(), 'keyward-gateway-'))
  const master = randomBytes(32)
  const seals = createSeals(deriveKeys(master))
  const registry = createSqliteRegistry({ folder, chain: seals.chain, anchor: seals.anchor })
  const entry = () =>
    activityEntry({
      at: Date.now(),
      actor: keyward,
      action: 'token.created',
      subject: soleSubject('token', 'test'),
    })
  const entity = await registry.entities.insert(
    {
      name: 'invoices',
      title: 'Invoices',
      fields: [{ name: 'number', title: 'Number', type: 'string', required: true }],
      idempotencyKey: 'optional',
      ifMatch: 'optional',
      maxRecordBytes: 65_536,
      at: Date.now(),
    },
    entry,
  )
  const user = await registry.users.insert(
    {
      kind: 'service_account',
      username: 'shop',
      displayName: 'Web shop',
      role: null,
      passwordHash: null,
      access: [all],
      at: Date.now(),
    },
    entry,
  )
  if (typeof entity === 'string' || typeof user === 'string') throw new Error('not inserted')

  const faults: unknown[] = []
  const keys = structuredClone(gatewayKeys(master))
  const compose = (at = 0) =>
    composeGateway(
      { keys, folder, place: loopbackPlace(at), clockOffset: 0 },
      (fault) => void faults.push(fault),
    )
  const gateway = compose()
  const port = await gateway.listen()
  let isOpen = true
  const closeGateway = async () => {
    isOpen = false
    await gateway.close()
  }
  onTestFinished(async () => {
    if (isOpen) await gateway.close()
    registry.close()
    rmSync(folder, { recursive: true })
    expect(faults).toEqual([])
  })

  const { token, tokenId } = createTokenFormat({ randomBytes }).make('s')
  const rights = {
    tokenId,
    userId: user.id,
    keyNumber: seals.keyNumber,
    digest: seals.digest(token, seals.keyNumber),
    enabled: true,
    startsAt: null,
    expiresAt: Date.now() + day,
    revokedAt: null,
    networks: [],
    callsPerMinute: null,
    unusedFrom: null,
    secretNumber: 1,
    oldSecrets: [],
    createdAt: Date.now(),
    grants: [all],
  }
  const stored = await registry.tokens.insert(
    {
      ...rights,
      kind: 's',
      name: 'Shop',
      note: '',
      system: '',
      contact: '',
      keptIn: '',
      expiryZone: 'UTC',
      createdBy: 'test',
      rightsMac: seals.rights(rights),
    },
    Date.now(),
    entry(),
  )
  if (typeof stored === 'string') throw new Error(stored)

  return {
    registry,
    gateway,
    closeGateway,
    compose,
    port,
    tokenId,
    token,
    call: (path: string, init: RequestInit = {}) =>
      fetch(`http://127.0.0.1:${port}${path}`, {
        ...init,
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
          ...init.headers,
        },
      }),
    async revoke() {
      const revokedAt = Date.now()
      const rightsMac = seals.rights({ ...rights, revokedAt })
      const set = { revokedAt }
      const change = { id: tokenId, ifVersion: stored.version, set, rightsMac, activity: entry() }
      return registry.tokens.update([change], revokedAt)
    },
    disableUser: () =>
      registry.users.setStatus(
        { id: user.id, ifVersion: user.version, status: 'disabled', at: Date.now() },
        entry(),
      ),
  }
}

const records = '/v1/entities/invoices/records'

it('an issued token works on real records, and its use is kept', async () => {
  const { call, gateway, registry, tokenId } = await world()
  const made = await call(records, { method: 'POST', body: '{"number":"A-1"}' })
  expect(made.status).toBe(201)
  const at = made.headers.get('location')!
  expect((await call(at, { method: 'PUT', body: '{"number":"A-2"}' })).status).toBe(200)
  expect(await (await call(at)).json()).toMatchObject({ version: 2, data: { number: 'A-2' } })
  expect(await (await call(records)).json()).toMatchObject({
    items: [{ data: { number: 'A-2' } }],
    next_cursor: null,
  })
  expect((await call(at, { method: 'DELETE', headers: { 'if-match': '"1"' } })).status).toBe(412)
  expect((await call(at, { method: 'DELETE', headers: { 'if-match': '"2"' } })).status).toBe(204)
  expect((await call(at)).status).toBe(404)

  await gateway.writeCalls()
  expect(await registry.tokens.get(tokenId, Date.now())).toMatchObject({
    calls: 7,
    refusedCalls: 0,
    lastUsedFrom: '127.0.0.1',
  })
})

it('a revoked token is refused at the next call, and the reason is in the list', async () => {
  const { call, revoke, gateway, registry, tokenId } = await world()
  expect((await call(records)).status).toBe(200)
  await revoke()
  gateway.forget()
  expect((await call(records)).status).toBe(401)

  await gateway.writeCalls()
  const { rows } = await registry.calls.refused({ page: 0, pageSize: 10, tokenId })
  expect(rows).toMatchObject([
    { reason: 'revoked', status: 401, method: 'GET', entity: 'invoices', permission: 'read' },
  ])
})

it('who calls from a web page, or with a token in the body, is on the list', async () => {
  const { call, gateway, registry, tokenId, token } = await world()
  const page = { origin: 'https://evil.example' }
  expect((await call(records, { headers: page })).status).toBe(403)
  const body = JSON.stringify({ number: token })
  expect((await call(records, { method: 'POST', body })).status).toBe(400)

  await gateway.writeCalls()
  const { rows } = await registry.calls.refused({ page: 0, pageSize: 10 })
  expect(rows.map(({ reason, status, tokenId: id }) => [reason, status, id])).toEqual(
    expect.arrayContaining([
      ['web_page', 403, null],
      ['token_in_body', 400, null],
    ]),
  )
  expect(JSON.stringify(rows)).not.toContain(token)
  expect(await registry.tokens.get(tokenId, Date.now())).toMatchObject({ calls: 0 })
  expect(await (await call(records)).json()).toMatchObject({ items: [] })
})

it('a change by another process is seen by the next call without being told', async () => {
  const { call, disableUser } = await world()
  expect((await call('/v1/token')).status).toBe(200)
  await disableUser()
  expect((await call('/v1/token')).status).toBe(401)
})

it('an entity made while the gateway runs is there for the next call', async () => {
  const { call, registry } = await world()
  const path = '/v1/entities/orders/records'
  expect((await call(path)).status).toBe(404)
  await registry.entities.insert(
    {
      name: 'orders',
      title: 'Orders',
      fields: [{ name: 'number', title: 'Number', type: 'string', required: true }],
      idempotencyKey: 'optional',
      ifMatch: 'optional',
      maxRecordBytes: 65_536,
      at: Date.now(),
    },
    () =>
      activityEntry({
        at: Date.now(),
        actor: keyward,
        action: 'entity.created',
        subject: soleSubject('entity', 'Orders'),
      }),
  )
  expect((await call(path)).status).toBe(200)
})

it('what was counted is written when the gateway closes', async () => {
  const { call, closeGateway, registry, tokenId } = await world()
  await call(records)
  await closeGateway()
  expect((await registry.tokens.get(tokenId, Date.now()))?.calls).toBe(1)
})

it('a port in use is an error with its code, and is not shared', async () => {
  const { compose, port } = await world()
  const second = compose(port)
  await expect(second.listen()).rejects.toMatchObject({ code: 'EADDRINUSE' })
  await second.close()
})

it('the gateway listens on this machine only', async () => {
  const { port } = await world()
  // The port is free on every other address of this machine.
  const elsewhere = createServer()
  const taken = await new Promise((resolve) =>
    elsewhere.once('error', resolve).listen(port, '127.0.0.2', () => resolve(null)),
  )
  elsewhere.close()
  expect(taken).toBeNull()
})

it('a token that was seen to expire stays expired on a clock that was put back, until that is corrected', async () => {
  const { registry, compose, token } = await world()
  await registry.clock.saw(Date.now() + 2 * day)
  // As after a restart: nothing is known but what was kept, and the clock says two days less.
  const gateway = compose()
  const port = await gateway.listen()
  const status = async () => {
    const headers = { authorization: `Bearer ${token}` }
    return (await fetch(`http://127.0.0.1:${port}/v1/token`, { headers })).status
  }
  expect(await status()).toBe(401)
  await gateway.writeCalls()
  const { rows } = await registry.calls.refused({ page: 0, pageSize: 10 })
  expect(rows).toMatchObject([{ reason: 'expired' }])

  gateway.forget()
  expect(await status()).toBe(401)
  await registry.clock.correct(
    { at: Date.now(), wrongUntil: Date.now() + 3 * day },
    activityEntry({
      at: Date.now(),
      actor: keyward,
      action: 'clock.corrected',
      subject: soleSubject('clock', 'Clock'),
    }),
  )
  gateway.forget()
  expect(await status()).toBe(200)
  await gateway.close()
})
