import BlockRounded from '@mui/icons-material/BlockRounded'
import CheckCircleRounded from '@mui/icons-material/CheckCircleRounded'
import EventBusyRounded from '@mui/icons-material/EventBusyRounded'
import HourglassEmptyRounded from '@mui/icons-material/HourglassEmptyRounded'
import PauseCircleRounded from '@mui/icons-material/PauseCircleRounded'
import PersonOffRounded from '@mui/icons-material/PersonOffRounded'
import ScheduleRounded from '@mui/icons-material/ScheduleRounded'
import Tooltip from '@mui/material/Tooltip'
import type { ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import type { TokenStatus } from '../../electron/contract/token'
import { ToneBadge } from './ToneBadge'
import type { Tone } from './tones'

const looks: Record<TokenStatus, { tone: Tone; Icon: ComponentType<{ 'aria-hidden': true }> }> = {
  revoked: { tone: 'quiet', Icon: BlockRounded },
  disabled: { tone: 'quiet', Icon: PauseCircleRounded },
  user_disabled: { tone: 'quiet', Icon: PersonOffRounded },
  not_yet_active: { tone: 'waiting', Icon: HourglassEmptyRounded },
  expired: { tone: 'bad', Icon: EventBusyRounded },
  expiring_soon: { tone: 'notice', Icon: ScheduleRounded },
  active: { tone: 'good', Icon: CheckCircleRounded },
}

type Props = {
  status: TokenStatus
  /** Said on hover, where the word alone does not explain it. */
  why?: string
}

export function StatusBadge({ status, why }: Props) {
  const { t } = useTranslation('common')
  const { tone, Icon } = looks[status]
  const badge = (
    <ToneBadge tone={tone} icon={<Icon aria-hidden />}>
      {t(`tokenStatus.${status}`)}
    </ToneBadge>
  )
  if (why === undefined) return badge
  return (
    <Tooltip title={why} describeChild>
      <span>{badge}</span>
    </Tooltip>
  )
}
