import GppBadRounded from '@mui/icons-material/GppBadRounded'
import GppGoodOutlined from '@mui/icons-material/GppGoodOutlined'
import HelpOutlineRounded from '@mui/icons-material/HelpOutlineRounded'
import HistoryRounded from '@mui/icons-material/HistoryRounded'
import KeyOffRounded from '@mui/icons-material/KeyOffRounded'
import Tooltip from '@mui/material/Tooltip'
import type { ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import type { FoundLeak } from '../../../electron/contract/leak'
import { ToneBadge } from '../../ui/ToneBadge'
import type { Tone } from '../../ui/tones'
import { matchOf, type Match } from './match-of'

const looks: Record<Match, { tone: Tone; Icon: ComponentType<{ 'aria-hidden': true }> }> = {
  live: { tone: 'bad', Icon: GppBadRounded },
  stopped: { tone: 'notice', Icon: KeyOffRounded },
  old_secret: { tone: 'waiting', Icon: HistoryRounded },
  other_secret: { tone: 'quiet', Icon: GppGoodOutlined },
  not_here: { tone: 'quiet', Icon: HelpOutlineRounded },
}

export function MatchBadge({ leak }: { leak: Pick<FoundLeak, 'match' | 'known'> }) {
  const { t } = useTranslation('leaks')
  const match = matchOf(leak)
  const { tone, Icon } = looks[match]
  return (
    <Tooltip title={t(`matchHint.${match}`)} describeChild>
      <span>
        <ToneBadge tone={tone} icon={<Icon aria-hidden />}>
          {t(`match.${match}`)}
        </ToneBadge>
      </span>
    </Tooltip>
  )
}
