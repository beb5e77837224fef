import BlockRounded from '@mui/icons-material/BlockRounded'
import CheckCircleRounded from '@mui/icons-material/CheckCircleRounded'
import PendingRounded from '@mui/icons-material/PendingRounded'
import { useTranslation } from 'react-i18next'
import type { Review } from '../../../electron/contract/review'
import { ToneBadge } from '../../ui/ToneBadge'

const looks = {
  open: { tone: 'notice', Icon: PendingRounded },
  applied: { tone: 'good', Icon: CheckCircleRounded },
  cancelled: { tone: 'quiet', Icon: BlockRounded },
} as const

export function ReviewState({ state }: { state: Review['state'] }) {
  const { t } = useTranslation('reviews')
  const { tone, Icon } = looks[state]
  return (
    <ToneBadge tone={tone} icon={<Icon aria-hidden />}>
      {t(`state.${state}`)}
    </ToneBadge>
  )
}
