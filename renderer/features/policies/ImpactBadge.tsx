import AccessTimeRounded from '@mui/icons-material/AccessTimeRounded'
import BlockRounded from '@mui/icons-material/BlockRounded'
import CheckCircleRounded from '@mui/icons-material/CheckCircleRounded'
import FlagRounded from '@mui/icons-material/FlagRounded'
import LabelOffRounded from '@mui/icons-material/LabelOffRounded'
import ScheduleRounded from '@mui/icons-material/ScheduleRounded'
import type { ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImpactKind } from '../../../electron/contract/policy-impact'
import { ToneBadge } from '../../ui/ToneBadge'
import type { Tone } from '../../ui/tones'

const looks: Record<ImpactKind, { tone: Tone; Icon: ComponentType<{ 'aria-hidden': true }> }> = {
  ends_at_once: { tone: 'bad', Icon: BlockRounded },
  disabled_unused: { tone: 'bad', Icon: BlockRounded },
  works_again: { tone: 'good', Icon: CheckCircleRounded },
  gets_end: { tone: 'notice', Icon: ScheduleRounded },
  ends_earlier: { tone: 'notice', Icon: ScheduleRounded },
  ends_later: { tone: 'quiet', Icon: ScheduleRounded },
  flagged: { tone: 'notice', Icon: FlagRounded },
  unflagged: { tone: 'quiet', Icon: FlagRounded },
  name_unfit: { tone: 'quiet', Icon: LabelOffRounded },
}

export function ImpactBadge({ kind }: { kind: ImpactKind }) {
  const { t } = useTranslation('policies')
  const { tone, Icon } = looks[kind]
  return (
    <ToneBadge tone={tone} icon={<Icon aria-hidden />}>
      {t(`impact.kind.${kind}`)}
    </ToneBadge>
  )
}

export function InUseBadge() {
  const { t } = useTranslation('policies')
  return (
    <ToneBadge tone="waiting" icon={<AccessTimeRounded aria-hidden />}>
      {t('impact.inUseBadge')}
    </ToneBadge>
  )
}
