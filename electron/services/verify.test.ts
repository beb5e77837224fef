import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { EntityId, TokenId, UserId } from '../contract/id'
import { permissions, type Grant, type Permission } from '../contract/permission'
import { noHistory } from './token-rights'
import {
  effectiveExpiry,
  effectivePermissions,
  verify as verifyRequest,
  type KnownToken,
  type Wanted,
} from './verify'

const day = 86_400_000
const now = Date.UTC(2027, 2, 31)
const invoices = 1 as EntityId
const orders = 2 as EntityId
const grant = (entityId: EntityId | null, ...given: Permission[]): Grant => ({
  entityId,
  permissions: given,
})

/** From the one network of the token; where the source matters, the oracle's test says so. */
const verify = (given: KnownToken, wanted: Wanted, at: number) =>
  verifyRequest(given, { wanted, source: '10.1.2.3' }, at)

const token: KnownToken = {
  tokenId: 'aaaaaaaaaaaa' as TokenId,
  userId: 1 as UserId,
  username: 'web-shop',
  userName: 'shop',
  name: 'Shop',
  keyNumber: 1,
  digest: Buffer.alloc(32),
  rightsMac: Buffer.alloc(32),
  genuine: true,
  enabled: true,
  userActive: true,
  startsAt: null,
  expiresAt: now + day,
  revokedAt: null,
  createdAt: now - day,
  longestLifetimeDays: 366,
  usualCallsPerMinute: 600,
  networks: ['10.0.0.0/8'],
  callsPerMinute: null,
  ...noHistory,
  unusedDisableDays: null,
  lastUsedAt: null,
  observedFrom: null,
  presented: { number: 1, validUntil: null },
  grants: [grant(invoices, 'read', 'write')],
  access: [grant(invoices, 'read')],
}

const replaced = (validUntil: number): Partial<KnownToken> => ({
  presented: { number: 1, validUntil },
})

/** Thirty days are allowed, and this was the last call. */
const unused = (lastUsedAt: number): Partial<KnownToken> => ({
  createdAt: now - 200 * day,
  observedFrom: now - 200 * day,
  unusedDisableDays: 30,
  lastUsedAt,
})

const read = { permission: 'read', entityId: invoices } as const

describe('one call', () => {
  it.each<[string, Partial<KnownToken>, Wanted, string | null]>([
    ['is allowed within grant, access and time', {}, read, null],
    ['of a row edited outside Keyward is refused', { genuine: false }, read, 'tampered_row'],
    ['with a replaced secret is refused', replaced(now), read, 'secret_replaced'],
    ['with an old secret is allowed until its last millisecond', replaced(now + 1), read, null],
    [
      'is refused for its secret first',
      { ...replaced(now), revokedAt: now },
      read,
      'secret_replaced',
    ],
    ['unused for too long is refused', unused(now - 30 * day), read, 'unused_too_long'],
    ['a millisecond before that is allowed', unused(now - 30 * day + 1), read, null],
    [
      'is not unused for days in which nobody counted',
      { ...unused(now - 90 * day), observedFrom: now - day },
      read,
      null,
    ],
    [
      'is not unused since before it was enabled again',
      { ...unused(now - 90 * day), unusedFrom: now - day },
      read,
      null,
    ],
    ['of a revoked token is refused', { revokedAt: now - 1 }, read, 'revoked'],
    ['is refused as revoked first', { revokedAt: now, enabled: false }, read, 'revoked'],
    ['of a disabled token is refused', { enabled: false }, read, 'disabled'],
    ['of a disabled user is refused', { userActive: false }, read, 'user_disabled'],
    ['one millisecond before the start is refused', { startsAt: now + 1 }, read, 'not_yet_active'],
    ['at the start is allowed', { startsAt: now }, read, null],
    ['one millisecond before expiry is allowed', { expiresAt: now + 1 }, read, null],
    ['at expiry is refused', { expiresAt: now }, read, 'expired'],
    ['without expiry is allowed where no lifetime is longest', neverExpires(null), read, null],
    ['without expiry is held to the longest lifetime', neverExpires(1), read, 'expired'],
    ['beyond a lifetime shortened later is refused', { longestLifetimeDays: 1 }, read, 'expired'],
    ['on another entity is refused', {}, { permission: 'read', entityId: orders }, 'not_granted'],
    [
      'with another permission is refused',
      {},
      { permission: 'delete', entityId: invoices },
      'not_granted',
    ],
    [
      'beyond what the user may do now is refused',
      {},
      { permission: 'write', entityId: invoices },
      'beyond_user_access',
    ],
    [
      'on an entity made later is allowed to "All entities"',
      { grants: [grant(null, 'read')], access: [grant(null, 'read')] },
      { permission: 'read', entityId: orders },
      null,
    ],
    ['on no entity is refused', {}, { permission: 'read', entityId: null }, 'unknown_entity'],
    [
      'on no entity is let through for "All entities"',
      { grants: [grant(null, 'read')], access: [grant(null, 'read')] },
      { permission: 'read', entityId: null },
      null,
    ],
    ['that only asks who it is needs no grant', { grants: [], access: [] }, 'identity', null],
    ['that only asks who it is must be valid', { enabled: false }, 'identity', 'disabled'],
  ])('%s', (_name, changed, request, reason) => {
    expect(verify({ ...token, ...changed }, request, now)).toEqual(
      reason === null ? { allowed: true } : { allowed: false, reason },
    )
  })

  it('is refused when the clock gives no number', () => {
    expect(verify(token, read, NaN)).toEqual({ allowed: false, reason: 'expired' })
  })
})

function neverExpires(longestLifetimeDays: number | null): Partial<KnownToken> {
  return { expiresAt: null, longestLifetimeDays }
}

const someGrants = fc.uniqueArray(
  fc.record({
    entityId: fc.constantFrom(null, invoices, orders),
    permissions: fc.subarray([...permissions]),
  }),
  { selector: (one) => one.entityId, maxLength: 3 },
)
const anEntity = fc.constantFrom(null, invoices, orders)

it.each<[string, string[], string | null, boolean]>([
  ['from anywhere where no network is named', [], '203.0.113.9', true],
  ['from the network', ['10.0.0.0/8'], '10.255.255.255', true],
  ['from beside the network', ['10.0.0.0/8'], '11.0.0.0', false],
  ['from one of two networks', ['10.0.0.0/8', '2001:db8::/32'], '2001:db8::1', true],
  ['from an IPv4 address that was mapped', ['10.0.0.0/8'], '::ffff:10.1.2.3', true],
  ['from IPv6 where IPv4 is named', ['0.0.0.0/0'], '2001:db8::1', false],
  ['from a network written as mapped', ['::ffff:10.0.0.0/104'], '10.9.9.9', true],
  ['from a single host', ['127.0.0.1'], '127.0.0.1', true],
  ['from what is no address', ['0.0.0.0/0', '::/0'], 'unknown', false],
  ['from a source that is left out', ['10.0.0.0/8'], null, true],
])('a call %s is judged by it', (_from, networks, source, allowed) => {
  const verdict = verifyRequest({ ...token, networks }, { wanted: 'identity', source }, now)
  expect(verdict).toEqual(
    allowed ? { allowed: true } : { allowed: false, reason: 'source_not_allowed' },
  )
})

it('the effective permissions of a token are exactly those whose calls are allowed', () => {
  fc.assert(
    fc.property(someGrants, someGrants, anEntity, (grants, access, entityId) => {
      const given = { ...token, grants, access }
      expect(effectivePermissions(given, entityId)).toEqual(
        permissions.filter((permission) => verify(given, { permission, entityId }, now).allowed),
      )
    }),
  )
})

it('the effective expiry is the earlier of the own one and the longest lifetime', () => {
  expect(effectiveExpiry({ expiresAt: 5, createdAt: 0, longestLifetimeDays: 1 })).toBe(5)
  expect(effectiveExpiry({ expiresAt: 2 * day, createdAt: 0, longestLifetimeDays: 1 })).toBe(day)
  expect(effectiveExpiry({ expiresAt: null, createdAt: 1, longestLifetimeDays: 1 })).toBe(day + 1)
  expect(effectiveExpiry({ expiresAt: null, createdAt: 1, longestLifetimeDays: null })).toBeNull()
})
