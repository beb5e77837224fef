import type { Digest, DigestKind } from '../contract/digest'
import { filterOfView } from '../contract/expiry-view'
import type { TokenFilter } from '../contract/inventory'
import type { Role } from '../contract/user'
import type { Registry } from '../store/registry'
import { finishableRotations } from './finishable-rotations'
import type { ReminderSettingsService } from './reminder-settings'
import type { SessionService } from './session-service'

export type DigestService = ReturnType<typeof createDigestService>

/** Tokens by the filters of the lists that the digest leads to. */
const tokenFilters = (since: number, at: number): [DigestKind, Partial<TokenFilter>][] => [
  ['expired', { statuses: ['expired'], expiresFrom: since, expiresBefore: at }],
  ['within_7', filterOfView('within_7')],
  ['within_30', filterOfView('within_30')],
  ['unused_disabled', { unusedMark: 'disabled' }],
  ['unused_flagged', { unusedMark: 'flagged' }],
]

/** These alone are no reason to speak: they are as true tomorrow. */
const quietKinds: readonly DigestKind[] = ['within_30', 'unused_flagged', 'unused_disabled']

/**
 * What a person finds new at sign-in. It is counted once a sign-in and stays as it was until it is
 * closed: nothing moves under a reader's eyes.
 */
export function createDigestService({
  store,
  session,
  settings,
  now,
}: {
  store: Registry
  session: Pick<SessionService, 'current' | 'entered'>
  settings: Pick<ReminderSettingsService, 'isDigestOff' | 'digestOffForToday'>
  now: () => number
}) {
  let made: { for: ReturnType<SessionService['entered']>; digest: Promise<Digest | null> } | null =
    null

  async function get(): Promise<Digest | null> {
    const user = await session.current()
    const entered = session.entered()
    if (user === null || entered === null) return null
    if (made?.for !== entered)
      made = {
        for: entered,
        digest:
          entered.before === null || settings.isDigestOff(user.id)
            ? Promise.resolve(null)
            : counted(user.role, entered.before),
      }
    return made.digest
  }

  async function close({ forToday }: { forToday: boolean }): Promise<void> {
    const user = await session.current()
    made = { for: session.entered(), digest: Promise.resolve(null) }
    if (user !== null && forToday) settings.digestOffForToday(user.id)
  }

  async function counted(role: Role, since: number): Promise<Digest | null> {
    const at = now()
    const counts = [
      ...(await stillCalled(at)),
      ...(await tokenCounts(since, at)),
      ['rotation_ready', (await finishableRotations(store, at)).length],
      ['refused', await refusedSince(since)],
      ...(await (role === 'auditor' ? forAuditor(since) : forAdministrator())),
    ] as [DigestKind, number][]
    const items = counts.flatMap(([kind, count]) => (count > 0 ? [{ kind, count }] : []))
    return items.some(({ kind }) => !quietKinds.includes(kind)) ? { since, at, items } : null
  }

  async function tokenCounts(since: number, at: number): Promise<[DigestKind, number][]> {
    const filters = tokenFilters(since, at)
    const counts = await store.tokens.count(
      filters.map(([, filter]) => ({ show: 'current', ...filter })),
      at,
    )
    const soon = counts[filters.findIndex(([kind]) => kind === 'within_7')]
    return filters.flatMap(([kind], place) => {
      const count = counts[place] ?? 0
      // A month that brings no more than the week is said already.
      return kind === 'within_30' && count === soon ? [] : [[kind, count]]
    })
  }

  async function stillCalled(at: number): Promise<[DigestKind, number][]> {
    const first = { page: 0, pageSize: 1 }
    return [
      ['still_called', (await store.calls.expiredButCalled(first, at)).total],
      ['replaced_called', (await store.calls.replacedButCalled(first, at)).total],
    ]
  }

  const refusedSince = async (from: number) =>
    (await store.calls.refused({ from, page: 0, pageSize: 1 })).total

  async function forAdministrator(): Promise<[DigestKind, number][]> {
    const open = await openReviews()
    return [['reviews_decided', open.filter(({ undecided }) => undecided === 0).length]]
  }

  async function forAuditor(from: number): Promise<[DigestKind, number][]> {
    const open = await openReviews()
    const of = (action: 'token.created' | 'token.revoked' | 'list.exported') =>
      store.activity.count({ action, from })
    return [
      ['reviews_waiting', open.filter(({ undecided }) => undecided > 0).length],
      ['tokens_created', await of('token.created')],
      ['tokens_revoked', await of('token.revoked')],
      ['exports', await of('list.exported')],
    ]
  }

  const openReviews = async () =>
    (await store.reviews.list())
      .filter(({ state }) => state === 'open')
      .map(({ tokens, keep, narrow, revoke }) => ({ undecided: tokens - keep - narrow - revoke }))

  return { get, close }
}
