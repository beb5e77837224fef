import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { EntityId, TokenId, UserId } from '../contract/id'
import { permissions, type Grant } from '../contract/permission'
import { anAddress, networksFor, type Address, type Network } from './addresses.fixture'
import { verify, type CallRequest, type KnownToken } from './verify'

/*
 * The verdict once more, from the words of the product and from nothing of verify.ts: a table of
 * rules of which the first true one counts, permissions as words, and addresses as the numbers that
 * they were made from, which verify.ts sees only as text.
 */
type Call = {
  token: KnownToken
  request: CallRequest
  now: number
  from: Address | null
  networks: Network[]
}

const day = 24 * 60 * 60 * 1000

const table: [reason: string, applies: (call: Call) => boolean][] = [
  ['tampered_row', ({ token }) => !token.genuine],
  ['secret_replaced', ({ token, now }) => (token.presented.validUntil ?? Infinity) <= now],
  ['revoked', ({ token }) => token.revokedAt !== null],
  ['disabled', ({ token }) => !token.enabled],
  ['unused_too_long', (call) => sinceLastSign(call).every((passed) => passed >= allowedIdle(call))],
  ['user_disabled', ({ token }) => !token.userActive],
  ['not_yet_active', ({ token, now }) => (token.startsAt ?? -Infinity) > now],
  ['expired', ({ token, now }) => endsOf(token).some((end) => end <= now)],
  ['source_not_allowed', ({ from, networks }) => !comesFrom(from, networks)],
  ['unknown_entity', (call) => !reaches(call.token.grants, call) && entityOf(call) === null],
  ['not_granted', (call) => !reaches(call.token.grants, call)],
  ['beyond_user_access', (call) => !reaches(call.token.access, call)],
]

const oracle = (call: Call) => table.find(([, applies]) => applies(call))?.[0] ?? 'allowed'

/** The token's own end, and the one that the policy sets to its life: whichever comes first. */
const endsOf = ({ expiresAt, createdAt, longestLifetimeDays }: KnownToken) => [
  ...(expiresAt === null ? [] : [expiresAt]),
  ...(longestLifetimeDays === null ? [] : [createdAt + longestLifetimeDays * day]),
]

/** How long ago everything was that shows a token to be in use; nothing is known before counting began. */
const sinceLastSign = ({ token, now }: Call) =>
  token.observedFrom === null
    ? [-Infinity]
    : [
        token.observedFrom,
        token.createdAt,
        ...[token.startsAt, token.unusedFrom, token.lastUsedAt].filter((sign) => sign !== null),
      ].map((sign) => now - sign)

const allowedIdle = ({ token }: Call) => (token.unusedDisableDays ?? Infinity) * day

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

/** Of one family, and equal in the bits that the network fixes. */
const comesFrom = (from: Address | null, networks: Network[]) =>
  networks.length === 0 ||
  from === null ||
  networks.some(
    ({ family, value, freeBits }) =>
      family === from.family && value >> freeBits === from.value >> freeBits,
  )

// Leap day, change to summer time, an ordinary moment: lifetimes are counted in hours, not in days of a calendar.
const aMoment = fc.constantFrom(
  Date.UTC(2028, 1, 29, 23, 59, 59, 999),
  Date.UTC(2027, 2, 28, 1),
  Date.UTC(2027, 6, 14, 9, 26, 53, 589),
)
const [invoices, orders] = [1 as EntityId, 2 as EntityId]
const mostly = (value: boolean) =>
  fc.integer({ min: 0, max: 14 }).map((drawn) => (drawn === 0 ? !value : value))

/** Milliseconds around a moment, at it above all; and far from it. */
const aStep = fc.constantFrom(-400 * day, -day, -2, -1, 0, 1, 2, day, 400 * day)
const later = fc.constantFrom(1, 2, day, 400 * day)
const seldom = <T>(weight: number, usual: fc.Arbitrary<T>, other: fc.Arbitrary<T>) =>
  fc.oneof({ weight, arbitrary: usual }, { weight: 1, arbitrary: other })

const anEntity = fc.constantFrom(null, invoices, orders)
const someGrants = fc.uniqueArray(
  fc.record({ entityId: anEntity, permissions: fc.subarray([...permissions]) }),
  { selector: (one) => one.entityId, maxLength: 3 },
)

const aTime = aMoment.chain((now) =>
  fc
    .record({
      startStep: fc.option(
        seldom(
          3,
          later.map((step) => -step),
          aStep,
        ),
        { freq: 2, nil: null },
      ),
      ownEndStep: fc.option(seldom(3, later, aStep), { freq: 3, nil: null }),
      longest: fc.option(
        fc.record({
          days: fc.constantFrom(1, 30, 90, 366),
          endStep: seldom(3, later, aStep),
        }),
        { freq: 3, nil: null },
      ),
      age: fc.integer({ min: 0, max: 500 * day }),
    })
    .map(({ startStep, ownEndStep, longest, age }) => ({
      now,
      startsAt: startStep === null ? null : now + startStep,
      expiresAt: ownEndStep === null ? null : now + ownEndStep,
      longestLifetimeDays: longest?.days ?? null,
      createdAt: longest ? now + longest.endStep - longest.days * day : now - age,
    })),
)

const aSource = anAddress.chain((from) =>
  fc.record({
    from: fc.option(fc.constant(from), { freq: 20, nil: null }),
    networks: fc.oneof(fc.constant<Network[]>([]), networksFor(from)),
  }),
)

/** Of signs of use, how long before the end of the days allowed each was, if ever. */
const someUse = fc.record({
  unusedDisableDays: seldom(2, fc.constant(null), fc.constantFrom(1, 30, 90)),
  observed: fc.option(aStep, { freq: 8, nil: null }),
  last: fc.option(aStep, { freq: 3, nil: null }),
  enabledAgain: fc.option(aStep, { freq: 1, nil: null }),
})

type Use = typeof someUse extends fc.Arbitrary<infer U> ? U : never

function usedBefore(now: number, { unusedDisableDays, observed, last, enabledAgain }: Use) {
  const limit = (unusedDisableDays ?? 90) * day
  const sign = (step: number | null) => (step === null ? null : now - limit + step)
  return {
    unusedDisableDays,
    observedFrom: sign(observed),
    lastUsedAt: sign(last),
    unusedFrom: sign(enabledAgain),
  }
}

const aCall: fc.Arbitrary<Call> = fc
  .record({
    time: aTime,
    place: aSource,
    wanted: fc.oneof(
      { weight: 1, arbitrary: fc.constant('identity' as const) },
      {
        weight: 6,
        arbitrary: fc.record({ permission: fc.constantFrom(...permissions), entityId: anEntity }),
      },
    ),
    use: someUse,
    token: fc.record({
      genuine: mostly(true),
      replacedStep: seldom(8, fc.constant(null), aStep),
      enabled: mostly(true),
      userActive: mostly(true),
      revokedStep: seldom(14, fc.constant(null), aStep),
      grants: someGrants,
      access: someGrants,
    }),
  })
  .map(({ time: { now, ...times }, place: { from, networks }, wanted, use, token }) => {
    const { revokedStep, replacedStep, ...rights } = token
    return {
      now,
      from,
      networks,
      request: { source: from?.text ?? null, wanted },
      token: {
        ...nameless,
        ...rights,
        ...times,
        presented: { number: 1, validUntil: replacedStep === null ? null : now + replacedStep },
        ...usedBefore(now, use),
        revokedAt: revokedStep === null ? null : now + revokedStep,
        networks: networks.map((one) => one.text),
      },
    }
  })

/** What no verdict depends on. */
const nameless = {
  callsPerMinute: null,
  secretNumber: 1,
  oldSecrets: [],
  usualCallsPerMinute: 600,
  tokenId: 'aaaaaaaaaaaa' as TokenId,
  userId: 1 as UserId,
  userName: 'shop',
  username: 'shop',
  name: 'Shop',
  keyNumber: 1,
  digest: Buffer.alloc(32),
  rightsMac: Buffer.alloc(32),
}

const sinceLast = (token: KnownToken, now: number) =>
  Math.min(...sinceLastSign({ token, now } as Call))

const decidedLater = (word: string, reason: string) => {
  const reasons = [...table.map(([one]) => one), 'allowed']
  return reasons.indexOf(word) >= reasons.indexOf(reason)
}

/** Cases in which a rule is at its edge and decides, each of which a run must meet. */
const edges: Record<string, (call: Call, word: string) => boolean> = {
  'the old secret ends now': ({ token, now }, word) =>
    token.presented.validUntil === now && word === 'secret_replaced',
  'the old secret ends in a millisecond': ({ token, now }, word) =>
    token.presented.validUntil === now + 1 && decidedLater(word, 'revoked'),
  'the days unused end now': ({ token, now }, word) =>
    word === 'unused_too_long' && sinceLast(token, now) === (token.unusedDisableDays ?? 0) * day,
  'the days unused end in a millisecond': ({ token, now }, word) =>
    token.unusedDisableDays !== null &&
    sinceLast(token, now) === token.unusedDisableDays * day - 1 &&
    decidedLater(word, 'user_disabled'),
  'nobody counted, so nothing is unused': ({ token }, word) =>
    token.observedFrom === null &&
    token.unusedDisableDays !== null &&
    decidedLater(word, 'expired'),
  'the start is a millisecond away': ({ token, now }, word) =>
    token.startsAt === now + 1 && word === 'not_yet_active',
  'the start is now': ({ token, now }, word) =>
    token.startsAt === now && decidedLater(word, 'expired'),
  'the own end is now': ({ token, now }, word) =>
    token.expiresAt === now && policyEnd(token) > now && word === 'expired',
  'the own end is a millisecond away': ({ token, now }, word) =>
    token.expiresAt === now + 1 && decidedLater(word, 'source_not_allowed'),
  'the end by policy is now': ({ token, now }, word) =>
    policyEnd(token) === now && (token.expiresAt ?? Infinity) > now && word === 'expired',
  'the end by policy is a millisecond away': ({ token, now }, word) =>
    policyEnd(token) === now + 1 && decidedLater(word, 'source_not_allowed'),
  'the policy ends a token that never would': ({ token }, word) =>
    token.expiresAt === null && word === 'expired',
  'an IPv6 source is within': ({ from, networks }, word) =>
    from?.family === 6 && networks.length > 0 && decidedLater(word, 'unknown_entity'),
  'an IPv6 source is beside': ({ from }, word) =>
    from?.family === 6 && word === 'source_not_allowed',
  'a mapped source is within': ({ from, networks }, word) =>
    isMapped(from) && networks.length > 0 && decidedLater(word, 'unknown_entity'),
  'a mapped source is beside': ({ from }, word) => isMapped(from) && word === 'source_not_allowed',
  'a mapped network lets an IPv4 source in': ({ from, networks }, word) =>
    from?.family === 4 &&
    networks.every(isMapped) &&
    networks.length > 0 &&
    decidedLater(word, 'unknown_entity'),
  'every IPv4 address is allowed, and an IPv6 one comes': ({ from, networks }, word) =>
    from?.family === 6 &&
    networks.some((one) => one.family === 4 && one.freeBits === 32n) &&
    word === 'source_not_allowed',
  'the source is left out': ({ from, networks }, word) =>
    from === null && networks.length > 0 && decidedLater(word, 'unknown_entity'),
  'only "All entities" grants it': ({ token, request: { wanted } }, word) =>
    word === 'allowed' &&
    wanted !== 'identity' &&
    wanted.entityId !== null &&
    !token.grants.some(
      (one) => one.entityId === wanted.entityId && one.permissions.includes(wanted.permission),
    ),
  'only the entity by name grants it': ({ token, request: { wanted } }, word) =>
    word === 'allowed' &&
    wanted !== 'identity' &&
    !token.grants.some(
      (one) => one.entityId === null && one.permissions.includes(wanted.permission),
    ),
  '"All entities" lets an unknown entity through': ({ request: { wanted } }, word) =>
    word === 'allowed' && wanted !== 'identity' && wanted.entityId === null,
  'the access stops an unknown entity': ({ request: { wanted } }, word) =>
    word === 'beyond_user_access' && wanted !== 'identity' && wanted.entityId === null,
  'the access is wider, the grant stops it': ({ token, ...call }, word) =>
    word === 'not_granted' && reaches(token.access, { token, ...call }),
  'it only asks what it is, without a grant': ({ token, request: { wanted } }, word) =>
    word === 'allowed' && wanted === 'identity' && token.grants.length === 0,
}

const policyEnd = ({ createdAt, longestLifetimeDays }: KnownToken) =>
  longestLifetimeDays === null ? Infinity : createdAt + longestLifetimeDays * day

const isMapped = (one: Address | null) => one?.family === 4 && one.text.includes(':')

const runs = 120_000

it('120 000 verdicts are those of an independent statement of the rules', () => {
  const seen = new Map<string, number>()
  const count = (what: string) => seen.set(what, (seen.get(what) ?? 0) + 1)
  fc.assert(
    fc.property(aCall, (call) => {
      const verdict = verify(call.token, call.request, call.now)
      const word = verdict.allowed ? 'allowed' : verdict.reason
      count(word)
      for (const [edge, isAt] of Object.entries(edges)) if (isAt(call, word)) count(edge)
      return word === oracle(call)
    }),
    { numRuns: runs },
  )
  // Every outcome and every edge was met often enough, or the run proves less than it says.
  const rarerThan = (least: number, whats: string[]) =>
    whats.filter((what) => (seen.get(what) ?? 0) < least)
  expect(rarerThan(runs / 100, ['allowed', ...table.map(([reason]) => reason)])).toEqual([])
  expect(rarerThan(100, Object.keys(edges))).toEqual([])
}, 120_000)
