import type { TokenId } from '../contract/id'
import { createRecent } from '../services/recent'

/** What a token has left in the minute that it is in; `resetSeconds` until that is over. */
export type Rate = { limit: number; remaining: number; resetSeconds: number; exceeded: boolean }

const windowMilliseconds = 60_000

/** Of more tokens at once than this, the one that was quiet longest begins a new minute. */
const mostTokens = 50_000

/** Counts the calls of each token in windows of a minute, from its first call on. */
export function createRateLimit(now: () => number) {
  const windows = createRecent<TokenId, { began: number; calls: number }>(mostTokens)

  return (tokenId: TokenId, limit: number): Rate => {
    const at = now()
    const open = windows.get(tokenId)
    // A clock that was put back must not hold a token up for longer than a minute.
    const isOpen = open && at >= open.began && at < open.began + windowMilliseconds
    const current = isOpen ? open : { began: at, calls: 0 }
    if (!isOpen) windows.set(tokenId, current)
    const exceeded = current.calls >= limit
    if (!exceeded) current.calls += 1
    return {
      limit,
      remaining: Math.max(0, limit - current.calls),
      resetSeconds: Math.ceil((current.began + windowMilliseconds - at) / 1_000),
      exceeded,
    }
  }
}

/** draft-ietf-httpapi-ratelimit-headers: structured fields, one policy named `token`. */
export const rateHeaders = ({ limit, remaining, resetSeconds }: Rate): Record<string, string> => ({
  'ratelimit-policy': `"token";q=${limit};w=${windowMilliseconds / 1_000}`,
  ratelimit: `"token";r=${remaining};t=${resetSeconds}`,
})
