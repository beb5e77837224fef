import type { Digest, DigestKind } from '../../../electron/contract/digest'
import { expiryPath } from '../../ui/expiry-path'
import { filterPath } from '../../ui/inventory-filter'

const allTokens = '/audit/all-tokens'
const activity = (action: string) => `/audit/activity?action=${action}`

/** The view that lists what was counted. */
export const digestPath = (kind: DigestKind, digest: Digest): string => paths[kind](digest)

const paths: Record<DigestKind, (digest: Digest) => string> = {
  still_called: () => '/audit/expired-but-called',
  replaced_called: () => '/audit/replaced-but-called',
  expired: ({ since, at }) =>
    expiryPath({ statuses: ['expired'], expiresFrom: since, expiresBefore: at }),
  within_7: () => expiryPath('within_7'),
  within_30: () => expiryPath('within_30'),
  unused_disabled: () => filterPath(allTokens, { unusedMark: 'disabled' }),
  unused_flagged: () => filterPath(allTokens, { unusedMark: 'flagged' }),
  rotation_ready: () => filterPath(allTokens, { rotating: true }),
  refused: () => '/audit/refused-calls',
  reviews_decided: () => '/audit/reviews',
  reviews_waiting: () => '/audit/reviews',
  tokens_created: () => activity('token.created'),
  tokens_revoked: () => activity('token.revoked'),
  exports: () => activity('list.exported'),
}
