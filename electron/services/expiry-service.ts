import type { ExpirySummary, ExpirySummaryAsked } from '../contract/expiry-summary'
import { expiryViews, filterOfView, usualUnusedDays } from '../contract/expiry-view'
import type { TokenFilter } from '../contract/inventory'
import { day } from '../contract/time'
import type { Means } from './means'

export type ExpiryService = ReturnType<typeof createExpiryService>

/** Lately is within so many days, for what ended and for what is used. */
const lately = 30

/** What expires when, and what needs a look: the very filters that the lists behind them have. */
export function createExpiryService({ store, now }: Pick<Means, 'store' | 'now'>) {
  async function summary(asked: ExpirySummaryAsked): Promise<ExpirySummary> {
    const at = now()
    const unusedDays =
      asked.unusedDays ?? (await store.policy.get()).unusedFlagDays ?? usualUnusedDays
    const stretches = [
      { from: at - lately * day, before: at },
      // A month that is over before now has nothing to expire in it any more.
      ...asked.months.slice(1).map((before, place) => ({
        from: Math.min(Math.max(asked.months[place]!, at), before),
        before,
      })),
    ]
    const expiring = stretches.map(({ from, before }) => ({
      expiresFrom: from,
      expiresBefore: before,
    }))
    const views = expiryViews.map((view) => filterOfView(view, unusedDays))
    const usedToo = expiring.map((filter) => ({ ...filter, usedWithinDays: lately }))
    const counts = await store.tokens.count([...expiring, ...usedToo, ...views].map(current), at)

    const [ended, ...months] = stretches.map((stretch, place) => ({
      ...stretch,
      tokens: counts[place]!,
      used: counts[stretches.length + place]!,
    }))
    const viewCounts = expiryViews.map((view, place) => [
      view,
      counts[2 * stretches.length + place]!,
    ])
    return {
      ended: ended!,
      months,
      views: Object.fromEntries(viewCounts) as ExpirySummary['views'],
      unusedDays,
    }
  }

  return { summary }
}

const current = (filter: Partial<TokenFilter>): TokenFilter => ({ show: 'current', ...filter })
