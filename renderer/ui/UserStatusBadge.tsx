import CheckCircleRounded from '@mui/icons-material/CheckCircleRounded'
import PersonOffRounded from '@mui/icons-material/PersonOffRounded'
import { useTranslation } from 'react-i18next'
import type { UserStatus } from '../../electron/contract/user'
import { ToneBadge } from './ToneBadge'

export function UserStatusBadge({ status }: { status: UserStatus }) {
  const { t } = useTranslation('common')
  return status === 'active' ? (
    <ToneBadge tone="good" icon={<CheckCircleRounded aria-hidden />}>
      {t('userStatus.active')}
    </ToneBadge>
  ) : (
    <ToneBadge tone="quiet" icon={<PersonOffRounded aria-hidden />}>
      {t('userStatus.disabled')}
    </ToneBadge>
  )
}
