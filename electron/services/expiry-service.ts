import type { ExpirySummary, ExpirySummaryAsked } from '../contract/expiry-summary'
import { expiryViews, filterOfView, usualUnusedDays } from '../contract/expiry-view'
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
    // A month that is over has nothing to expire in it any more.
    const months = asked.months.map((moment) => Math.max(moment, at))
    const between = [at - lately * day, at, ...months.slice(1)]
    const [expiries, counts] = await Promise.all([
      store.tokens.expiries({ between, usedSince: at - lately * day }),
      store.tokens.count(
        expiryViews.map((view) => ({ show: 'current', ...filterOfView(view, unusedDays) })),
        at,
      ),
    ])
    const [ended, ...coming] = expiries.map((counted, place) => ({
      ...counted,
      from: between[place]!,
      before: between[place + 1]!,
    }))
    const views = expiryViews.map((view, place) => [view, counts[place]!])
    return {
      ended: ended!,
      months: coming,
      views: Object.fromEntries(views) as ExpirySummary['views'],
      unusedDays,
    }
  }

  return { summary }
}
