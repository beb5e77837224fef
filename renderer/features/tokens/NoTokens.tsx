import SearchOffRounded from '@mui/icons-material/SearchOffRounded'
import VpnKeyOutlined from '@mui/icons-material/VpnKeyOutlined'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import type { TokensAsked } from '../../../electron/contract/token'
import { EmptyState } from '../../ui/EmptyState'

type NoTokensProps = {
  show: TokensAsked['show']
  isSearching: boolean
  onClearSearch(): void
}

export function NoTokens({ show, isSearching, onClearSearch }: NoTokensProps) {
  const { t } = useTranslation('tokens')
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
      icon={<VpnKeyOutlined />}
      title={t(isRevoked ? 'list.empty.revoked' : 'list.empty.title')}
      text={t(isRevoked ? 'list.empty.revokedText' : 'list.empty.text')}
    />
  )
}
