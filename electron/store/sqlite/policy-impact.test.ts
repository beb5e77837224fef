import { expect, test } from 'vitest'
import { fitsOneOf } from '../../contract/name-pattern'
import { Policy, type KeptPolicy } from '../../contract/policy'
import { impactKinds, type ImpactKind } from '../../contract/policy-impact'
import { createSqliteGatewayData } from './sqlite-gateway-data'
import { addToken, addUser, change, day, newProfile, today, told } from './profile.fixture'

type Tokens = Record<string, Parameters<typeof addToken>[2] & { usedAt?: number }>

const open = { longestLifetimeDays: null, neverAllowed: true, callsPerMinute: 600 }
const old = { createdAt: today - 100 * day }

async function withTokens(policy: Partial<Policy>, tokens: Tokens, countedFrom = 0) {
  const { registry, folder, rows } = newProfile()
  await registry.policy.set(Policy.parse({ ...open, unusedFlagDays: null, ...policy }), told())
  const ada = await addUser(registry, { displayName: 'Ada Lovelace' })
  const gateway = createSqliteGatewayData({ folder })
  if (countedFrom > 0) gateway.beginObservation(countedFrom)
  for (const [name, { usedAt, ...over }] of Object.entries(tokens)) {
    const { id } = await addToken(registry, ada.id, { name, ...over })
    const usage = {
      tokenId: id,
      allowed: 1,
      refused: 0,
      lastUsedAt: usedAt ?? null,
      calledAt: usedAt ?? today,
      lastUsedFrom: '10.0.0.7',
      uses: [],
      secrets: [],
    }
    if (usedAt !== undefined) await gateway.keep([usage], [])
  }
  gateway.close()
  const stored = await registry.policy.get()
  const asked = async (over: Partial<KeptPolicy>, kind: ImpactKind | null = null) =>
    registry.policy.impact({ policy: { ...stored, ...over }, kind }, today)
  /** What happens to each token, by name. */
  const happens = async (over: Partial<KeptPolicy>) =>
    Object.fromEntries((await asked(over)).rows.map((row) => [row.name, row.kinds]))
  return { registry, ada, asked, happens, rows }
}

test('a shorter life ends tokens at once, or earlier, and gives those an end that never had one', async () => {
  const { asked, happens } = await withTokens(
    {},
    {
      Old: { ...old, expiresAt: today + 60 * day, usedAt: today - 3_600_000 },
      Never: { ...old, createdAt: today - 10 * day, expiresAt: null },
      'Never, old': { ...old, expiresAt: null },
      Long: { createdAt: today - day, expiresAt: today + 300 * day },
      Short: { createdAt: today - day, expiresAt: today + 20 * day },
      'Switched off': { ...old, enabled: false, expiresAt: today + 60 * day },
      Over: { ...old, expiresAt: today - 20 * day },
    },
  )
  expect(await happens({ longestLifetimeDays: 90 })).toEqual({
    Old: ['ends_at_once'],
    'Never, old': ['ends_at_once'],
    Never: ['gets_end'],
    Long: ['ends_earlier'],
    'Switched off': ['ends_earlier'],
  })
  const impact = await asked({ longestLifetimeDays: 90 })
  expect(impact).toMatchObject({ tokens: 5, stopping: 2, stoppingInUse: 1 })
  expect(impact.counts).toMatchObject({ ends_at_once: 2, gets_end: 1, ends_earlier: 2 })
  expect(impact.rows[0]).toMatchObject({
    name: 'Old',
    userName: 'Ada Lovelace',
    isInUse: true,
    lastUsedAt: today - 3_600_000,
    lastUsedFrom: '10.0.0.7',
    expiresBefore: today + 60 * day,
    expiresAfter: today - 10 * day,
    expiryZone: 'Europe/Prague',
  })
  expect(impact.rows[1]?.name).toBe('Never, old')
})

test('a longer life tells what comes back and what ends later', async () => {
  const { happens } = await withTokens(
    { longestLifetimeDays: 50 },
    {
      Back: { ...old, expiresAt: today + 60 * day },
      Later: { createdAt: today - day, expiresAt: null },
      'Own end': { ...old, expiresAt: today - 70 * day },
      'Off, with an end to come': { ...old, enabled: false, expiresAt: today + 60 * day },
    },
  )
  expect(await happens({ longestLifetimeDays: 365 })).toEqual({
    Back: ['works_again'],
    Later: ['ends_later'],
    'Off, with an end to come': ['ends_later'],
  })
  expect(await happens({ longestLifetimeDays: null })).toMatchObject({ Later: ['ends_later'] })
  expect(await happens({})).toEqual({})
})

test('days unused mark and stop those that nobody called, and only days that were counted', async () => {
  const tokens = {
    Idle: { ...old, expiresAt: null },
    Called: { ...old, expiresAt: null, usedAt: today - day },
    'Called long ago': { ...old, expiresAt: null, usedAt: today - 40 * day },
    'Just made': { createdAt: today - day, expiresAt: null },
  }
  const { happens, asked } = await withTokens({}, tokens, today - 90 * day)
  expect(await happens({ unusedFlagDays: 30 })).toEqual({
    Idle: ['flagged'],
    'Called long ago': ['flagged'],
  })
  expect(await happens({ unusedFlagDays: 30, unusedDisableDays: 60 })).toEqual({
    Idle: ['disabled_unused'],
    'Called long ago': ['flagged'],
  })
  expect(await asked({ unusedDisableDays: 30 })).toMatchObject({ stopping: 2, stoppingInUse: 0 })

  const never = await withTokens({}, tokens)
  expect(await never.happens({ unusedFlagDays: 1, unusedDisableDays: 2 })).toEqual({})
})

test('a limit on days unused that is lifted brings its tokens back', async () => {
  const { happens } = await withTokens(
    { unusedFlagDays: 10, unusedDisableDays: 30 },
    { Idle: { ...old, expiresAt: null }, Quiet: { createdAt: today - 20 * day, expiresAt: null } },
    today - 90 * day,
  )
  expect(await happens({ unusedFlagDays: null, unusedDisableDays: null })).toEqual({
    Idle: ['works_again'],
    Quiet: ['unflagged'],
  })
})

test('revoked tokens are no news, whatever the policy', async () => {
  const { registry, happens } = await withTokens({}, { Gone: { ...old, expiresAt: null } })
  const { rows } = await registry.tokens.inventory(
    { page: 0, pageSize: 10, show: 'current', sort: 'name', direction: 'asc' } as never,
    today,
  )
  await registry.tokens.update([change(rows[0]!.token.id, { revokedAt: today })], today)
  expect(await happens({ longestLifetimeDays: 1, namePatterns: ['x'] })).toEqual({})
})

test('names that do not fit a new form are told of, and nothing else happens to their tokens', async () => {
  const names = ['ERP-1', 'erp-2', 'ERP-[1]', 'ERP', 'x*y', 'Größe 7']
  const { happens, asked } = await withTokens(
    {},
    Object.fromEntries(names.map((name) => [name, {}])),
  )
  for (const patterns of [['ERP-#'], ['ERP*', 'x?y'], ['*[1]'], ['Gr??e #'], ['*']]) {
    const unfit = Object.keys(await happens({ namePatterns: patterns }))
    expect(unfit.toSorted()).toEqual(names.filter((name) => !fitsOneOf(name, patterns)).toSorted())
  }
  expect(await asked({ namePatterns: ['nothing'] })).toMatchObject({ tokens: 6, stopping: 0 })
  expect(await happens({ namePatterns: [] })).toEqual({})
})

test('the rows are a hundred at most, of one kind where one is asked for, and all are counted', async () => {
  const { asked, rows } = await withTokens({}, { First: { ...old, expiresAt: null } })
  rows(`insert into token (token_id, user_id, kind, name, name_key, search_key, note, key_number,
      digest, rights_mac, enabled, created_at, created_by, networks, version)
    with recursive one (n) as (select 1 union all select n + 1 from one where n < 240)
    select 'R' || substr('00000000000' || n, -11), user_id, kind, name || n, name_key || n,
      search_key || n, note, key_number, digest, rights_mac, enabled, created_at + n, created_by,
      networks, version
    from token, one`)
  const impact = await asked({ longestLifetimeDays: 90 })
  expect(impact.rows).toHaveLength(100)
  expect(impact.counts.ends_at_once).toBe(241)
  expect((await asked({ longestLifetimeDays: 90 }, 'gets_end')).rows).toEqual([])
  expect(Object.keys(impact.counts)).toEqual([...impactKinds])
})
