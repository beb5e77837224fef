import BlockRounded from '@mui/icons-material/BlockRounded'
import CheckRounded from '@mui/icons-material/CheckRounded'
import ContentCutRounded from '@mui/icons-material/ContentCutRounded'
import HelpOutlineRounded from '@mui/icons-material/HelpOutlineRounded'
import { useTranslation } from 'react-i18next'
import type { ReviewDecision } from '../../../electron/contract/review'
import { ToneBadge } from '../../ui/ToneBadge'

const looks = {
  undecided: { tone: 'quiet', Icon: HelpOutlineRounded },
  keep: { tone: 'good', Icon: CheckRounded },
  narrow: { tone: 'notice', Icon: ContentCutRounded },
  revoke: { tone: 'bad', Icon: BlockRounded },
} as const

export function Decision({ decision }: { decision: ReviewDecision | null }) {
  const { t } = useTranslation('reviews')
  const { tone, Icon } = looks[decision ?? 'undecided']
  return (
    <ToneBadge tone={tone} icon={<Icon aria-hidden />}>
      {t(`decision.${decision ?? 'undecided'}`)}
    </ToneBadge>
  )
}
