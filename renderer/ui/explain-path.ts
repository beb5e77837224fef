import type { RefusedCall } from '../../electron/contract/gateway'

/** The page that explains a refused call, asked about all that is known of it. */
export function explainPath(call: RefusedCall): string {
  const about = new URLSearchParams({
    tokenId: JSON.stringify(call.tokenId),
    at: String(call.lastAt),
    source: JSON.stringify(call.source),
  })
  if (call.entity) about.set('entity', JSON.stringify(call.entity))
  if (call.permission) about.set('permission', JSON.stringify(call.permission))
  return `/api/explain?${about}`
}
