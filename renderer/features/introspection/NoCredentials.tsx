import KeyOutlined from '@mui/icons-material/KeyOutlined'
import SearchOffRounded from '@mui/icons-material/SearchOffRounded'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import type { ClientsAsked } from '../../../electron/contract/client'
import { EmptyState } from '../../ui/EmptyState'

type Props = { show: ClientsAsked['show']; isSearching: boolean; onClearSearch(): void }

export function NoCredentials({ show, isSearching, onClearSearch }: Props) {
  const { t } = useTranslation('introspection')
  if (isSearching)
    return (
      <EmptyState
        icon={<SearchOffRounded />}
        title={t('list.noMatch.title')}
        text={t('list.noMatch.text')}
        action={<Button onClick={onClearSearch}>{t('list.noMatch.clear')}</Button>}
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
