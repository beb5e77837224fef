import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { EntityId, TokenId, UserId } from '../contract/id'
import { permissions, type Grant, type Permission } from '../contract/permission'
import { effectiveExpiry, effectivePermissions, verify, type KnownToken } from './verify'

const day = 86_400_000
const now = Date.UTC(2027, 2, 31)
const invoices = 1 as EntityId
const orders = 2 as EntityId
const grant = (entityId: EntityId | null, ...given: Permission[]): Grant => ({
  entityId,
  permissions: given,
})

const token: KnownToken = {
  tokenId: 'aaaaaaaaaaaa' as TokenId,
  userId: 1 as UserId,
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
  grants: [grant(invoices, 'read', 'write')],
  access: [grant(invoices, 'read')],
}

const read = { permission: 'read', entityId: invoices } as const

describe('one call', () => {
  it.each<[string, Partial<KnownToken>, Parameters<typeof verify>[1], string | null]>([
    ['is allowed within grant, access and time', {}, read, null],
    ['of a row edited outside Keyward is refused', { genuine: false }, read, 'tampered_row'],
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

/**
 * The rules once more, written in another way: permissions as a set of words, the checks as one
 * list of which the first true one counts.
 */
function oracle(given: KnownToken, request: Parameters<typeof verify>[1], at: number) {
  const words = (grants: Grant[]) =>
    new Set(grants.flatMap((one) => one.permissions.map((p) => `${one.entityId ?? '*'}:${p}`)))
  const reaches = (grants: Grant[]) =>
    request === 'identity' ||
    words(grants).has(`*:${request.permission}`) ||
    (request.entityId !== null && words(grants).has(`${request.entityId}:${request.permission}`))
  const ends = [given.expiresAt ?? Infinity]
  if (given.longestLifetimeDays) ends.push(given.createdAt + given.longestLifetimeDays * day)
  const list: [boolean, string][] = [
    [given.genuine === false, 'tampered_row'],
    [given.revokedAt !== null, 'revoked'],
    [given.enabled === false, 'disabled'],
    [given.userActive === false, 'user_disabled'],
    [(given.startsAt ?? -Infinity) > at, 'not_yet_active'],
    [ends.some((end) => end <= at), 'expired'],
    [
      !reaches(given.grants) && request !== 'identity' && request.entityId === null,
      'unknown_entity',
    ],
    [!reaches(given.grants), 'not_granted'],
    [!reaches(given.access), 'beyond_user_access'],
  ]
  return list.find(([applies]) => applies)?.[1] ?? 'allowed'
}

const mostly = (value: boolean) =>
  fc.integer({ min: 0, max: 9 }).map((drawn) => (drawn === 0 ? !value : value))
const nearNow = fc.integer({ min: -3, max: 3 }).map((step) => now + step)
const farOrNear = fc.oneof(nearNow, fc.constant(now - 400 * day), fc.constant(now + 400 * day))
const anEntity = fc.constantFrom(null, invoices, orders)
const someGrants = fc.uniqueArray(
  fc.record({ entityId: anEntity, permissions: fc.subarray([...permissions]) }),
  { selector: (one) => one.entityId, maxLength: 3 },
)
const aToken = fc.record({
  genuine: mostly(true),
  revokedAt: fc.option(nearNow, { freq: 2 }),
  enabled: mostly(true),
  userActive: mostly(true),
  startsAt: fc.option(farOrNear, { freq: 2 }),
  expiresAt: fc.option(farOrNear),
  createdAt: fc.constantFrom(now - day, now - day + 1, now - 30 * day),
  longestLifetimeDays: fc.constantFrom(null, 1, 30, 366),
  grants: someGrants,
  access: someGrants,
})
const aRequest = fc.oneof(
  fc.constant('identity' as const),
  fc.record({ permission: fc.constantFrom(...permissions), entityId: anEntity }),
)

it('every verdict is the one that an independent statement of the rules gives', () => {
  const seen = new Map<string, number>()
  fc.assert(
    fc.property(aToken, fc.boolean(), aRequest, (drawn, neverRevoked, request) => {
      const given = { ...token, ...drawn, ...(neverRevoked ? { revokedAt: null } : {}) }
      const verdict = verify(given, request, now)
      const word = verdict.allowed ? 'allowed' : verdict.reason
      seen.set(word, (seen.get(word) ?? 0) + 1)
      return word === oracle(given, request, now)
    }),
    { numRuns: 20_000 },
  )
  // Every outcome was met, or the run proves less than it says.
  expect([...seen.keys()].toSorted()).toEqual(
    [
      'allowed',
      'beyond_user_access',
      'disabled',
      'expired',
      'not_granted',
      'not_yet_active',
      'revoked',
      'tampered_row',
      'unknown_entity',
      'user_disabled',
    ].toSorted(),
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
