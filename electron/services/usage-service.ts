import type { TokenId } from '../contract/id'
import { day, dayNumber } from '../contract/time'
import { sparklineDays } from '../contract/usage'
import type { Daily, DailyAsked, Usage, UsageAsked } from '../contract/usage'
import type { DayCalls } from '../store/registry'
import { found } from './accepted'
import type { Means } from './means'

export type UsageService = ReturnType<typeof createUsageService>

/** How much a token is used: by day, by entity, and for what. */
export function createUsageService({ store, now }: Pick<Means, 'store' | 'now'>) {
  async function usage({ id, days }: UsageAsked): Promise<Usage> {
    const { lastUsedAt, lastUsedFrom } = found(await store.tokens.get(id, now()))
    const from = firstDay(days)
    const [counted, uses, observedSince] = await Promise.all([
      store.usage.days([id], from),
      store.usage.uses(id, from),
      store.usage.observedSince(),
    ])
    const byDay = new Map(counted.map((one) => [one.day, one]))
    return {
      days: Array.from({ length: days }, (_, index) => ({
        at: (from + index) * day,
        allowed: byDay.get(from + index)?.allowed ?? 0,
        refused: byDay.get(from + index)?.refused ?? 0,
      })),
      uses,
      lastUsedAt,
      lastUsedFrom,
      observedSince,
    }
  }

  /** For the lists of tokens: one query a page of them. */
  async function daily({ ids }: DailyAsked): Promise<Daily> {
    const from = firstDay(sparklineDays)
    const tokens = new Map<TokenId, number[]>()
    for (const one of ids.length === 0 ? [] : await store.usage.days(ids, from))
      addTo(tokens, one, from)
    return { from: from * day, tokens: [...tokens].map(([id, calls]) => ({ id, calls })) }
  }

  const firstDay = (days: number) => dayNumber(now()) - days + 1

  return { usage, daily }
}

function addTo(tokens: Map<TokenId, number[]>, one: DayCalls, from: number) {
  const calls = tokens.get(one.tokenId) ?? Array.from({ length: sparklineDays }, () => 0)
  tokens.set(one.tokenId, calls)
  // A clock that was set back leaves calls of days that are yet to come.
  const place = one.day - from
  if (place < calls.length) calls[place] = one.allowed + one.refused
}
