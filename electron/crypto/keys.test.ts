import { createHmac, hkdfSync } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { ActivityGroup } from '../contract/activity'
import type { ClientId, EntityId, TokenId, UserId } from '../contract/id'
import type { ActivityDraft, ClientRights, TokenRights } from '../store/registry'
import { createGatewaySeals, createSeals, deriveKeys, gatewayKeys } from './keys'

const master = Buffer.alloc(32, 7)
const seals = createSeals(deriveKeys(master))
const others = createSeals(deriveKeys(Buffer.alloc(32, 8)))

const rights: TokenRights = {
  tokenId: 'abcdefghijkl' as TokenId,
  userId: 5 as UserId,
  keyNumber: 1,
  digest: Buffer.alloc(32, 1),
  enabled: true,
  startsAt: null,
  expiresAt: 2000,
  revokedAt: null,
  networks: [],
  callsPerMinute: null,
  unusedFrom: null,
  secretNumber: 1,
  oldSecrets: [],
  createdAt: 1000,
  grants: [
    { entityId: null, permissions: ['read'] },
    { entityId: 3 as EntityId, permissions: ['read', 'write'] },
  ],
}

const entry: ActivityDraft = {
  at: 1000,
  actorId: 1 as UserId,
  actorName: 'Ada',
  action: 'token.created',
  subjectKind: 'token',
  subjectId: 'abcdefghijkl',
  subjectName: 'ERP',
  concernsUserId: 5 as UserId,
  before: null,
  after: { name: 'ERP', permissions: ['a', 'b'], enabled: true, days: 3, gone: null },
}

describe('the digest of a token', () => {
  test('is its HMAC under a key derived from the master key', () => {
    const key = Buffer.from(hkdfSync('sha256', master, '', 'keyward/token/v1', 32))
    const expected = createHmac('sha256', key).update('a token').digest()
    expect(seals.digest('a token', seals.keyNumber)).toEqual(expected)
    expect(others.digest('a token', 1)).not.toEqual(expected)
  })

  test('under a key that we do not have matches nothing that can be stored', () => {
    const again = createSeals(deriveKeys(master))
    expect(seals.digest('a token', 2)).not.toEqual(seals.digest('a token', 1))
    expect(seals.digest('a token', 2)).not.toEqual(again.digest('a token', 2))
  })
})

describe('the seal over the rights of a token', () => {
  test.each<[string, Partial<TokenRights>]>([
    ['token ID', { tokenId: 'bbcdefghijkl' as TokenId }],
    ['user', { userId: 6 as UserId }],
    ['key number', { keyNumber: 2 }],
    ['digest', { digest: Buffer.alloc(32, 2) }],
    ['Enabled', { enabled: false }],
    ['start', { startsAt: 0 }],
    ['expiry', { expiresAt: 2001 }],
    ['no expiry', { expiresAt: null }],
    ['revocation', { revokedAt: 1500 }],
    ['creation', { createdAt: 1001 }],
    ['swapped moments', { startsAt: 2000, expiresAt: null }],
    ['no grants', { grants: [] }],
    ['one more permission', { grants: [{ entityId: null, permissions: ['read', 'write'] }] }],
    ['another entity', { grants: [{ entityId: 4 as EntityId, permissions: ['read'] }] }],
  ])('breaks with another %s', (_, over) => {
    expect(seals.rights({ ...rights, ...over })).not.toEqual(seals.rights(rights))
  })

  test('does not depend on the order in which grants were read', () => {
    const turned = rights.grants
      .map((one) => ({ ...one, permissions: one.permissions.toReversed() }))
      .toReversed()
    expect(seals.rights({ ...rights, grants: turned })).toEqual(seals.rights(rights))
  })

  test('cannot be made without the key', () => {
    expect(others.rights(rights)).not.toEqual(seals.rights(rights))
  })
})

describe('the digest of client credentials', () => {
  const digest = seals.clientDigest('AAAAAAAAAAAA', 'a secret', 1)

  test('is an HMAC under a key of its own, over both', () => {
    expect(createSeals(deriveKeys(master)).clientDigest('AAAAAAAAAAAA', 'a secret', 1)).toEqual(
      digest,
    )
    for (const other of [
      seals.clientDigest('AAAAAAAAAAAB', 'a secret', 1),
      seals.clientDigest('AAAAAAAAAAAA', 'a secreT', 1),
      seals.clientDigest('AAAAAAAAAAA', 'Aa secret', 1),
      seals.clientDigest('AAAAAAAAAAAA', 'a secret', 2),
      others.clientDigest('AAAAAAAAAAAA', 'a secret', 1),
    ])
      expect(other).not.toEqual(digest)
    const { token, clientSecret, client } = deriveKeys(master)
    expect(new Set([token, clientSecret, client].map(String)).size).toBe(3)
  })
})

describe('the seal over client credentials', () => {
  const client: ClientRights = {
    clientId: 'AAAAAAAAAAAA' as ClientId,
    userId: 5 as UserId,
    keyNumber: 1,
    digest: Buffer.alloc(32, 1),
    revokedAt: 2000,
    createdAt: 1000,
  }

  test.each<[string, Partial<ClientRights>]>([
    ['client id', { clientId: 'AAAAAAAAAAAB' as ClientId }],
    ['service account', { userId: 6 as UserId }],
    ['key number', { keyNumber: 2 }],
    ['digest', { digest: Buffer.alloc(32, 2) }],
    ['revocation', { revokedAt: null }],
    ['creation', { createdAt: 1001 }],
  ])('breaks with another %s', (_, over) => {
    expect(seals.client({ ...client, ...over })).not.toEqual(seals.client(client))
  })

  test('cannot be made without the key', () => {
    expect(others.client(client)).not.toEqual(seals.client(client))
  })
})

describe('the chain', () => {
  const start = Buffer.alloc(32)
  const sealed = seals.chain(start, 1, entry)

  test.each<[string, Partial<ActivityDraft>]>([
    ['moment', { at: 1001 }],
    ['actor', { actorId: null }],
    ['name of the actor', { actorName: 'Eve' }],
    ['action', { action: 'token.revoked' }],
    ['kind of subject', { subjectKind: 'user' }],
    ['subject', { subjectId: null }],
    ['name of the subject', { subjectName: 'ERP 2' }],
    ['concerned user', { concernsUserId: null }],
    ['value before', { before: {} }],
    ['value after', { after: { ...entry.after, days: 4 } }],
    ['kind of value after', { after: { ...entry.after, days: '3' } }],
    ['list after', { after: { ...entry.after, permissions: ['a,b'] } }],
    ['group', { group: 'bulk:1' as ActivityGroup }],
    ['text that moved over', { actorName: 'AdaERP', subjectName: '' }],
  ])('breaks with another %s', (_, over) => {
    expect(seals.chain(start, 1, { ...entry, ...over })).not.toEqual(sealed)
  })

  test('breaks with another place or another entry before it', () => {
    expect(seals.chain(start, 2, entry)).not.toEqual(sealed)
    expect(seals.chain(Buffer.alloc(32, 1), 1, entry)).not.toEqual(sealed)
    expect(others.chain(start, 1, entry)).not.toEqual(sealed)
  })

  test('does not depend on the order of named facts', () => {
    const after = Object.fromEntries(Object.entries(entry.after ?? {}).toReversed())
    expect(seals.chain(start, 1, { ...entry, after })).toEqual(sealed)
  })
})

describe('the seal over an anchor', () => {
  const anchor = { seq: 7, at: 1000, mac: Buffer.alloc(32, 1) }
  const sealed = seals.anchor('before', anchor)

  test.each([
    ['place', { seq: 8 }],
    ['moment', { at: 1001 }],
    ['MAC', { mac: Buffer.alloc(32, 2) }],
  ])('breaks with another %s', (_, over) => {
    expect(seals.anchor('before', { ...anchor, ...over })).not.toEqual(sealed)
  })

  test('breaks with another anchor before it, and cannot be made without the key', () => {
    expect(seals.anchor(null, anchor)).not.toEqual(sealed)
    expect(others.anchor('before', anchor)).not.toEqual(sealed)
  })
})

describe('the gateway', () => {
  test('seals as the main process does, with keys that were sent to it', () => {
    const gateway = createGatewaySeals(structuredClone(gatewayKeys(master)))
    expect(gateway.digest('a token', 1)).toEqual(seals.digest('a token', 1))
    expect(gateway.rights(rights)).toEqual(seals.rights(rights))
    expect(gateway.cursor('a place')).toEqual(seals.cursor('a place'))
    expect(gateway.clientDigest('id', 'x', 1)).toEqual(seals.clientDigest('id', 'x', 1))
  })

  test('never gets the master key, nor the one for activity, its anchors, names or signing', () => {
    const keys = gatewayKeys(master)
    expect(Object.keys(keys)).toEqual(['token', 'rights', 'cursor', 'clientSecret', 'client'])
    const { activity, anchor, names, signing } = deriveKeys(master)
    for (const key of Object.values(keys)) {
      expect([activity, anchor, names, signing]).not.toContainEqual(key)
      // What is sent to another process is all the memory that the key lies in.
      expect(key.buffer.byteLength).toBe(32)
    }
  })
})

test('a name is told apart under a key of its own', () => {
  const key = Buffer.from(hkdfSync('sha256', master, '', 'keyward/names/v1', 32))
  expect(seals.name('ada')).toEqual(createHmac('sha256', key).update('ada').digest())
  expect(seals.name('ada')).not.toEqual(others.name('ada'))
  expect(seals.name('ada')).not.toEqual(seals.cursor('ada'))
})

test('a master key of another length is refused', () => {
  expect(() => deriveKeys(Buffer.alloc(31))).toThrow('32 bytes')
})
