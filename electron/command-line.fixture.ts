import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { onTestFinished } from 'vitest'
import type { TokenId } from './contract/id'
import { NewToken } from './contract/token'
import { createSeals, deriveKeys } from './crypto/keys'
import { createPasswords } from './crypto/passwords'
import { createTokenFormat } from './crypto/token-format'
import { createVault } from './crypto/vault'
import { beginAnchors } from './services/begin-anchors'
import { createEntityService } from './services/entity-service'
import { createFakeGateway } from './services/gateway.fixture'
import { createPolicyService } from './services/policy-service'
import { createSessionService } from './services/session-service'
import { createTokenService } from './services/token-service'
import { createUserService } from './services/user-service'
import { createSqliteRegistry } from './store/sqlite/sqlite-registry'

export const alice = { username: 'alice', password: 'correct horse battery staple' }
export const anna = { username: 'anna', password: 'seven grey herons wade' }

/** A profile as the window leaves it: real keys in a file, an administrator, an auditor, a token. */
export async function makeProfile() {
  const folder = mkdtempSync(join(tmpdir(), 'keyward-command-line-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const { master } = createVault({
    safeStorage: {
      isEncryptionAvailable: () => false,
      encryptString: () => Buffer.alloc(0),
      decryptString: () => '',
    },
    platform: 'linux',
    profileFolder: folder,
  }).open()
  const seals = createSeals(deriveKeys(master))
  const store = createSqliteRegistry({ folder, chain: seals.chain, anchor: seals.anchor })
  const passwords = createPasswords()
  const now = Date.now
  await beginAnchors({ store, now })
  const announce = () => undefined
  const session = createSessionService({ store, passwords, seals, now, announce, demo: false })
  const means = { store, session, gateway: createFakeGateway().control, now, announce }
  const users = createUserService({ ...means, passwords })
  const format = createTokenFormat({ randomBytes })
  const tokens = createTokenService({ ...means, format, seals, demo: false })

  await session.createFirstAdministrator({ ...alice, displayName: 'Alice Novak' })
  await users.create({
    kind: 'person',
    username: anna.username,
    displayName: 'Anna Auditor',
    signIn: { role: 'auditor', password: anna.password },
  })
  const entity = await createEntityService({ ...means, report: fail }).create({
    name: 'orders',
    title: 'Orders',
    fields: [{ name: 'number', title: 'Number', type: 'string', required: true }],
    idempotencyKey: 'optional',
    ifMatch: 'optional',
    maxRecordBytes: 65_536,
  })
  const erp = await users.create({
    kind: 'service_account',
    username: 'erp',
    displayName: 'ERP',
    signIn: null,
  })
  await createPolicyService(means).set({
    ...(await store.policy.get()),
    longestLifetimeDays: null,
    neverAllowed: true,
  })
  const issue = (name: string, days: number | null = 90) =>
    tokens.create(
      NewToken.parse({
        userId: erp.id,
        name,
        expiry: days === null ? { kind: 'never' } : { kind: 'days', days, zone: 'UTC' },
        grants: [{ entityId: entity.id, permissions: ['read', 'write'] }],
      }),
    )
  const { token, secret } = await issue('ERP orders', 5)
  await issue('ERP archive', 90)
  await issue('ERP for ever', null)
  const old = await issue('ERP old', 5)
  await tokens.revoke({ id: old.token.id })
  await session.signOut()
  store.close()

  const ask = <Row = Record<string, unknown>>(sql: string, ...values: unknown[]): Row[] => {
    const database = new Database(join(folder, 'registry.db'))
    try {
      database.exec(`attach '${join(folder, 'gateway.db')}' as gw`)
      const statement = database.prepare(sql)
      if (statement.reader) return statement.all(...values) as Row[]
      statement.run(...values)
      return []
    } finally {
      database.close()
    }
  }

  return {
    folder,
    master,
    seals,
    token,
    secret,
    ask,
    /** What the registry says of the token. */
    kept: () =>
      ask<{ enabled: number; revoked_at: number | null }>(
        'select enabled, revoked_at from token where token_id = ?',
        token.id,
      )[0],
    actions: () =>
      ask<{ action: string }>('select action from activity order by seq').map((row) => row.action),
    /** As the gateway counts a call. */
    use: (tokenId: TokenId, at: number) =>
      ask(
        `insert into gw.token_usage (token_id, last_used_at, last_used_from, allowed, refused)
         values (?, ?, '10.0.0.7', 1, 0)`,
        tokenId,
        at,
      ),
  }
}

const fail = (error: unknown) => {
  throw error
}
