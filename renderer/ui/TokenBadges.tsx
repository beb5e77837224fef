import Box from '@mui/material/Box'
import Tooltip from '@mui/material/Tooltip'
import { useTranslation } from 'react-i18next'
import type { ComponentProps } from 'react'
import { exactWords, localZone, shortMoment } from './moments'
import { TokenStatusBadge } from './TokenStatusBadge'
import { ToneBadge } from './ToneBadge'
import { useNow } from './useNow'

type Props = {
  token: ComponentProps<typeof TokenStatusBadge>['token'] & { rotatingUntil?: number | null }
}

/** The status of a token and, while an old secret of it is valid too, until when. */
export function TokenBadges({ token }: Props) {
  const { rotatingUntil = null } = token
  if (rotatingUntil === null) return <TokenStatusBadge token={token} />
  return (
    <Box
      component="span"
      sx={{
        display: 'inline-flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: '1px 6px',
        minWidth: 0,
      }}
    >
      <TokenStatusBadge token={token} />
      <RotatingBadge until={rotatingUntil} />
    </Box>
  )
}

function RotatingBadge({ until }: { until: number }) {
  const { t } = useTranslation('common')
  const zone = localZone()
  const now = useNow()
  return (
    <Tooltip title={exactWords(until, zone)} describeChild>
      <span style={{ lineHeight: 0, minWidth: 0 }}>
        <ToneBadge tone="waiting" slim>
          {t('rotatingUntil', { at: shortMoment(until, now, zone) })}
        </ToneBadge>
      </span>
    </Tooltip>
  )
}
