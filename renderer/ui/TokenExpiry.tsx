import AllInclusiveRounded from '@mui/icons-material/AllInclusiveRounded'
import Box from '@mui/material/Box'
import Tooltip from '@mui/material/Tooltip'
import { useTranslation } from 'react-i18next'
import type { Token } from '../../electron/contract/token'
import { exactWords, localZone, shortDayWords } from './moments'
import { ToneBadge } from './ToneBadge'
import { useNow } from './useNow'
import { WhenDay } from './WhenDay'

type Props = {
  token: Pick<Token, 'expiresAt' | 'expiryZone' | 'revokedAt'> & { status?: Token['status'] }
  /** In a cell of a list. */
  inCell?: boolean
}

/** When a token ends; when it ended, where it did; and a mark on one that never does. */
export function TokenExpiry({ token, inCell = false }: Props) {
  const { t } = useTranslation('common')
  const now = useNow()
  const { expiresAt, revokedAt } = token
  const zone = token.expiryZone ?? localZone()
  if (revokedAt !== null) return <Over what="revoked" at={revokedAt} zone={localZone()} now={now} />
  if (expiresAt === null)
    return (
      <Tooltip title={t('expiry.neverHint')} describeChild>
        <span>
          <ToneBadge tone="waiting" icon={<AllInclusiveRounded aria-hidden />}>
            {t(inCell ? 'when.never' : 'expiry.never')}
          </ToneBadge>
        </span>
      </Tooltip>
    )
  // Main's clock is the one that counts.
  if (token.status === 'expired' || expiresAt <= now)
    return <Over what="expired" at={expiresAt} zone={zone} now={now} />
  return <WhenDay at={expiresAt} zone={zone} inCell={inCell} />
}

type OverProps = { what: 'revoked' | 'expired'; at: number; zone: string; now: number }

function Over({ what, at, zone, now }: OverProps) {
  const { t } = useTranslation('common')
  const here = localZone()
  const exact = [exactWords(at, zone), ...(zone === here ? [] : [exactWords(at, here)])]
  return (
    <Tooltip title={exact.join(' = ')} describeChild>
      <Box component="time" dateTime={new Date(at).toISOString()} sx={{ color: 'text.secondary' }}>
        {t(`expiry.${what}`, { day: shortDayWords(at, zone, now) })}
      </Box>
    </Tooltip>
  )
}
