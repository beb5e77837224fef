import { useTranslation } from 'react-i18next'
import type { Token } from '../../electron/contract/token'
import { StatusBadge } from './StatusBadge'
import { unusedDays } from './unused-days'
import { useNow } from './useNow'

type Props = { token: Pick<Token, 'status' | 'enabled' | 'unusedMark' | 'unusedSince'> }

/** The status of a token, and why it is disabled where nobody did that. */
export function TokenStatusBadge({ token }: Props) {
  const { t } = useTranslation('common')
  const days = unusedDays(token, useNow())
  const isByPolicy = token.status === 'disabled' && token.enabled && days !== null
  return (
    <StatusBadge
      status={token.status}
      {...(isByPolicy && { why: t('unused.disabled', { count: days }) })}
    />
  )
}
