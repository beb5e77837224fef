import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { EntityId, TokenId, UserId } from '../contract/id'
import { permissions, type Grant } from '../contract/permission'
import { verify, type CallRequest, type KnownToken } from './verify'

/*
 * The verdict once more, from the words of the product and from nothing of verify.ts: a table of
 * rules of which the first true one counts, permissions as words, addresses as numbers.
 */
type Call = { token: KnownToken; request: CallRequest; now: number }

const day = 24 * 60 * 60 * 1000

const table: [reason: string, applies: (call: Call) => boolean][] = [
  ['tampered_row', ({ token }) => !token.genuine],
  ['revoked', ({ token }) => token.revokedAt !== null],
  ['disabled', ({ token }) => !token.enabled],
  ['user_disabled', ({ token }) => !token.userActive],
  ['not_yet_active', ({ token, now }) => (token.startsAt ?? -Infinity) > now],
  ['expired', ({ token, now }) => endsOf(token).some((end) => end <= now)],
  ['source_not_allowed', ({ token, request }) => !comesFrom(request.source, token.networks)],
  ['unknown_entity', (call) => !reaches(call.token.grants, call) && entityOf(call) === null],
  ['not_granted', (call) => !reaches(call.token.grants, call)],
  ['beyond_user_access', (call) => !reaches(call.token.access, call)],
]

const oracle = (call: Call) => table.find(([, applies]) => applies(call))?.[0] ?? 'allowed'

const endsOf = ({ expiresAt, createdAt, longestLifetimeDays }: KnownToken) => [
  ...(expiresAt === null ? [] : [expiresAt]),
  ...(longestLifetimeDays === null ? [] : [createdAt + longestLifetimeDays * day]),
]

const entityOf = ({ request: { wanted } }: Call) => (wanted === 'identity' ? 0 : wanted.entityId)

function reaches(grants: Grant[], { request: { wanted } }: Call): boolean {
  if (wanted === 'identity') return true
  const words = grants.flatMap(({ entityId, permissions: held }) =>
    held.map((one) => `${entityId ?? 'all'} ${one}`),
  )
  return words.some((word) =>
    [`all ${wanted.permission}`, `${wanted.entityId ?? 'no entity'} ${wanted.permission}`].includes(
      word,
    ),
  )
}

/** IPv4 alone: octets as one number, and a network as the numbers that share its first bits. */
function comesFrom(source: string | null, networks: string[]): boolean {
  if (networks.length === 0 || source === null) return true
  return networks.some((network) => {
    const [base = '', bits = '32'] = network.split('/')
    const size = 2 ** (32 - Number(bits))
    return Math.floor(numberOf(source) / size) === Math.floor(numberOf(base) / size)
  })
}

const numberOf = (address: string) =>
  address.split('.').reduce((sum, octet) => sum * 256 + Number(octet), 0)

const now = Date.UTC(2027, 2, 31)
const [invoices, orders] = [1 as EntityId, 2 as EntityId]
const mostly = (value: boolean) =>
  fc.integer({ min: 0, max: 14 }).map((drawn) => (drawn === 0 ? !value : value))
const nearNow = fc.integer({ min: -3, max: 3 }).map((step) => now + step)
const farOrNear = fc.oneof(nearNow, fc.constant(now - 400 * day), fc.constant(now + 400 * day))
const ends = fc.oneof({ weight: 4, arbitrary: fc.constant(now + 400 * day) }, farOrNear)
const starts = fc.oneof({ weight: 5, arbitrary: fc.constant(null) }, farOrNear)
const anEntity = fc.constantFrom(null, invoices, orders)
const someGrants = fc.uniqueArray(
  fc.record({ entityId: anEntity, permissions: fc.subarray([...permissions]) }),
  { selector: (one) => one.entityId, maxLength: 3 },
)
const octet = fc.constantFrom(0, 1, 10, 127, 128, 255)
const anAddress = fc.tuple(octet, octet, octet, octet).map((octets) => octets.join('.'))
const aNetwork = fc
  .tuple(anAddress, fc.integer({ min: 0, max: 32 }))
  .map(([address, bits]) => `${address}/${bits}`)

const aCall = fc.record({
  now: fc.constant(now),
  request: fc.record({
    source: fc.option(anAddress, { freq: 20 }),
    wanted: fc.oneof(
      { weight: 1, arbitrary: fc.constant('identity' as const) },
      {
        weight: 6,
        arbitrary: fc.record({ permission: fc.constantFrom(...permissions), entityId: anEntity }),
      },
    ),
  }),
  token: fc.record({
    genuine: mostly(true),
    enabled: mostly(true),
    userActive: mostly(true),
    revokedAt: fc.oneof({ weight: 14, arbitrary: fc.constant(null) }, nearNow),
    startsAt: starts,
    expiresAt: fc.oneof({ weight: 3, arbitrary: ends }, fc.constant(null)),
    createdAt: fc.constantFrom(now - day, now - day + 1, now - 30 * day),
    longestLifetimeDays: fc.constantFrom(null, 31, 366, 366, 30, 1),
    networks: fc.oneof(
      { weight: 2, arbitrary: fc.constant([]) },
      fc.array(aNetwork, { minLength: 1, maxLength: 3 }),
    ),
    grants: someGrants,
    access: someGrants,
    callsPerMinute: fc.constant(null),
    usualCallsPerMinute: fc.constant(600),
    tokenId: fc.constant('aaaaaaaaaaaa' as TokenId),
    userId: fc.constant(1 as UserId),
    userName: fc.constant('shop'),
    name: fc.constant('Shop'),
    keyNumber: fc.constant(1),
    digest: fc.constant(Buffer.alloc(32)),
    rightsMac: fc.constant(Buffer.alloc(32)),
  }),
}) as fc.Arbitrary<Call>

const runs = 100_000

it('100 000 verdicts are those of an independent statement of the rules', () => {
  const seen = new Map<string, number>()
  fc.assert(
    fc.property(aCall, (call) => {
      const verdict = verify(call.token, call.request, call.now)
      const word = verdict.allowed ? 'allowed' : verdict.reason
      seen.set(word, (seen.get(word) ?? 0) + 1)
      return word === oracle(call)
    }),
    { numRuns: runs },
  )
  // Every outcome was met often enough, or the run proves less than it says.
  const rare = ['allowed', ...table.map(([reason]) => reason)].filter(
    (reason) => (seen.get(reason) ?? 0) < runs / 100,
  )
  expect(rare).toEqual([])
}, 60_000)
