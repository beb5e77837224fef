import { unusedDeleteDays, type AttentionItem } from '../../../electron/contract/attention'
import { expiryPath } from '../../ui/expiry-path'
import { filterPath, type AskedFilter } from '../../ui/inventory-filter'

export const allTokensPath = (filter: AskedFilter) => filterPath('/audit/all-tokens', filter)

/** The very view that lists what an item counts. */
export function attentionPath(item: AttentionItem): string {
  switch (item.kind) {
    case 'expired_called':
      return expiryPath('called_after_expiry')
    case 'replaced_called':
      return '/audit/replaced-but-called'
    case 'refused_spike':
      return '/audit/refused-calls?period=day'
    case 'expiring_7':
      return expiryPath('within_7')
    case 'keys_in_file':
      return '/settings#about'
    case 'unused_delete':
      return allTokensPath({ unusedDeleteDays })
    case 'rotation_ready':
      // Beside those that are ready there may be others that have only begun.
      return item.token
        ? `/parametrization/users/${item.token.userId}/tokens?search=${item.token.id}`
        : allTokensPath({ rotating: true })
    case 'review_ready':
      return item.review ? `/audit/reviews/${item.review.id}` : '/audit/reviews'
    case 'backup_overdue':
      return '/settings#backup'
  }
}
