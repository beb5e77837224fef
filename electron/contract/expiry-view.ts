import type { TokenFilter } from './inventory'

/** The ready views of "Token expiry", in the order in which they are offered. */
export const expiryViews = [
  'expired',
  'within_7',
  'within_30',
  'within_90',
  'never_expires',
  'unused',
  'never_used',
  'called_after_expiry',
  'user_disabled',
] as const
export type ExpiryView = (typeof expiryViews)[number]

/** Without a policy that says more, a token is unused after so many days. */
export const usualUnusedDays = 90

/** Each view is a filter like any other: a list, a link and an export take it alike. */
export const filterOfView = (
  view: ExpiryView,
  unusedDays = usualUnusedDays,
): Partial<TokenFilter> => filters[view](unusedDays)

const filters: Record<ExpiryView, (unusedDays: number) => Partial<TokenFilter>> = {
  expired: () => ({ statuses: ['expired'] }),
  within_7: () => ({ expiresWithinDays: 7 }),
  within_30: () => ({ expiresWithinDays: 30 }),
  within_90: () => ({ expiresWithinDays: 90 }),
  never_expires: () => ({ neverExpires: true }),
  unused: (unusedDays) => ({ unusedDays }),
  never_used: () => ({ neverUsed: true }),
  called_after_expiry: () => ({ calledAfterExpiry: true }),
  user_disabled: () => ({ userStatus: 'disabled' }),
}
