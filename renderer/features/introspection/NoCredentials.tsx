import KeyOutlined from '@mui/icons-material/KeyOutlined'
import { useTranslation } from 'react-i18next'
import type { Show } from '../../../electron/contract/page'
import { EmptyState } from '../../ui/EmptyState'
import { NoMatch } from '../../ui/NoMatch'

type Props = { show: Show; isSearching: boolean; onClearSearch(): void }

export function NoCredentials({ show, isSearching, onClearSearch }: Props) {
  const { t } = useTranslation('introspection')
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
      icon={<KeyOutlined />}
      title={t(isRevoked ? 'list.empty.revoked' : 'list.empty.title')}
      text={t(isRevoked ? 'list.empty.revokedText' : 'list.empty.text')}
    />
  )
}
