import type { RefusedCall } from '../../electron/contract/gateway'
import type { TokenId } from '../../electron/contract/id'

const page = '/api/explain'

/** The page that explains a refused call, asked about all that is known of it. */
export function explainPath(call: RefusedCall): string {
  const about = new URLSearchParams({
    tokenId: JSON.stringify(call.tokenId),
    at: String(call.lastAt),
    source: JSON.stringify(call.source),
    reason: JSON.stringify(call.reason),
  })
  if (call.entity) about.set('entity', JSON.stringify(call.entity))
  if (call.reason === 'secret_replaced') about.set('secret', JSON.stringify('replaced'))
  if (call.permission) about.set('permission', JSON.stringify(call.permission))
  return `${page}?${about}`
}

/** The same page for a call that somebody wants to describe: only the token is chosen. */
export const explainTokenPath = (tokenId: TokenId): string =>
  `${page}?${new URLSearchParams({ tokenId: JSON.stringify(tokenId) })}`
