import CheckCircleRounded from '@mui/icons-material/CheckCircleRounded'
import PauseCircleRounded from '@mui/icons-material/PauseCircleRounded'
import { useTranslation } from 'react-i18next'
import { ToneBadge } from '../../ui/ToneBadge'

export function RouteSetState({ enabled }: { enabled: boolean }) {
  const { t } = useTranslation('routeSets')
  return enabled ? (
    <ToneBadge tone="good" icon={<CheckCircleRounded aria-hidden />}>
      {t('list.on')}
    </ToneBadge>
  ) : (
    <ToneBadge tone="quiet" icon={<PauseCircleRounded aria-hidden />}>
      {t('list.off')}
    </ToneBadge>
  )
}
