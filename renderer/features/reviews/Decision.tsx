import BlockRounded from '@mui/icons-material/BlockRounded'
import CheckRounded from '@mui/icons-material/CheckRounded'
import ContentCutRounded from '@mui/icons-material/ContentCutRounded'
import { useTranslation } from 'react-i18next'
import type { ReviewDecision } from '../../../electron/contract/review'
import { ToneBadge } from '../../ui/ToneBadge'

const looks = {
  keep: { tone: 'good', Icon: CheckRounded },
  narrow: { tone: 'notice', Icon: ContentCutRounded },
  revoke: { tone: 'bad', Icon: BlockRounded },
} as const

export function Decision({ decision }: { decision: ReviewDecision }) {
  const { t } = useTranslation('reviews')
  const { tone, Icon } = looks[decision]
  return (
    <ToneBadge tone={tone} icon={<Icon aria-hidden />}>
      {t(`decision.${decision}`)}
    </ToneBadge>
  )
}
