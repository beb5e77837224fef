import Database from 'better-sqlite3'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { EntityId, TokenId, UserId } from '../../contract/id'
import type { Field } from '../../contract/field'
import type { User } from '../../contract/user'
import { createSeals, deriveKeys } from '../../crypto/keys'
import type { ActivityDraft, Registry, TokenInsert, TokenUpdate, UserInsert } from '../registry'
import { createSqliteRegistry } from './sqlite-registry'

export const { chain, anchor } = createSeals(deriveKeys(Buffer.alloc(32, 7)))

/** An empty folder that is gone after the test. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'keyward-store-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A registry in a folder of its own; `rows` asks the files over a connection of its own. */
export function newProfile() {
  const folder = newFolder()
  const registry = createSqliteRegistry({ folder, chain, anchor })
  onTestFinished(() => registry.close())
  return { folder, registry, rows: rowsIn(folder) }
}

const rowsIn =
  (folder: string) =>
  (text: string, ...values: unknown[]): Record<string, unknown>[] => {
    const db = new Database(join(folder, 'registry.db'))
    try {
      db.prepare('attach ? as gw').run(join(folder, 'gateway.db'))
      const statement = db.prepare<unknown[], Record<string, unknown>>(text)
      if (statement.reader) return statement.all(...values)
      statement.run(...values)
      return []
    } finally {
      db.close()
    }
  }

export const day = 86_400_000
/** 21 November 2026. */
export const today = 1_795_219_200_000

export const told = (over: Partial<ActivityDraft> = {}): ActivityDraft => ({
  at: today,
  actorId: null,
  actorName: 'Ada Lovelace',
  action: 'user.changed',
  subjectKind: 'user',
  subjectId: '1',
  subjectName: 'Ada Lovelace',
  concernsUserId: null,
  before: null,
  after: null,
  ...over,
})

export const newUser = (over: Partial<UserInsert> = {}): UserInsert => ({
  kind: 'person',
  username: 'ada',
  displayName: 'Ada Lovelace',
  role: null,
  passwordHash: null,
  access: [{ entityId: null, permissions: ['read', 'write', 'delete'] }],
  at: today,
  ...over,
})

export async function addUser(registry: Registry, over: Partial<UserInsert> = {}): Promise<User> {
  const user = await registry.users.insert(newUser(over), () => told({ action: 'user.created' }))
  if (typeof user === 'string') throw new Error(user)
  return user
}

export const administrator = { role: 'administrator', passwordHash: 'a hash' } as const

/** What an entity has that asks for nothing special. */
export const usualRules = {
  idempotencyKey: 'optional',
  ifMatch: 'optional',
  maxRecordBytes: 65_536,
} as const

export async function addEntity(
  registry: Registry,
  name: string,
  title = name,
  fields: Omit<Field, 'id'>[] = [
    { name: 'number', title: 'Number', type: 'string', required: true },
  ],
) {
  const entity = await registry.entities.insert(
    { ...usualRules, name, title, fields, at: today },
    () => told({ action: 'entity.created' }),
  )
  if (typeof entity === 'string') throw new Error(entity)
  return entity
}

let tokens = 0

export function newToken(userId: UserId, over: Partial<TokenInsert> = {}): TokenInsert {
  tokens += 1
  return {
    tokenId: `T${String(tokens).padStart(11, '0')}` as TokenId,
    userId,
    kind: 'u',
    name: `Token ${tokens}`,
    note: '',
    system: '',
    contact: '',
    keptIn: '',
    keyNumber: 1,
    digest: Buffer.alloc(32, 1),
    rightsMac: Buffer.alloc(32, 2),
    enabled: true,
    startsAt: null,
    expiresAt: today + 30 * day,
    expiryZone: 'Europe/Prague',
    revokedAt: null,
    networks: [],
    callsPerMinute: null,
    unusedFrom: null,
    secretNumber: 1,
    oldSecrets: [],
    createdAt: today,
    createdBy: 'Ada Lovelace',
    grants: [{ entityId: 1 as EntityId, permissions: ['read'] }],
    ...over,
  }
}

export async function addToken(
  registry: Registry,
  userId: UserId,
  over: Partial<TokenInsert> = {},
) {
  const token = await registry.tokens.insert(
    newToken(userId, over),
    today,
    told({ action: 'token.created', concernsUserId: userId }),
  )
  if (typeof token === 'string') throw new Error(token)
  return token
}

/** A change of a token that was not changed before. */
export const change = (
  id: TokenId,
  set: TokenUpdate['set'],
  over: Partial<TokenUpdate> = {},
): TokenUpdate => ({
  id,
  ifVersion: 1,
  set,
  rightsMac: Buffer.alloc(32, 9),
  activity: told(),
  ...over,
})
