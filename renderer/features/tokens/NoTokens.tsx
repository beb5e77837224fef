import VpnKeyOutlined from '@mui/icons-material/VpnKeyOutlined'
import { useTranslation } from 'react-i18next'
import type { Show } from '../../../electron/contract/page'
import { EmptyState } from '../../ui/EmptyState'
import { NoMatch } from '../../ui/NoMatch'

type NoTokensProps = {
  /** Those of a user, or those that reach an entity. */
  of: 'list' | 'entity'
  show: Show
  isSearching: boolean
  onClearSearch(): void
}

export function NoTokens({ of, show, isSearching, onClearSearch }: NoTokensProps) {
  const { t } = useTranslation('tokens')
  if (isSearching)
    return (
      <NoMatch
        title={t('list.noMatch.title')}
        text={t('list.noMatch.text')}
        clearLabel={t('list.noMatch.clear')}
        onClear={onClearSearch}
      />
    )
  const isRevoked = show === 'revoked'
  return (
    <EmptyState
      icon={<VpnKeyOutlined />}
      title={t(isRevoked ? 'list.empty.revoked' : `${of}.empty.title`)}
      text={t(isRevoked ? 'list.empty.revokedText' : `${of}.empty.text`)}
    />
  )
}
