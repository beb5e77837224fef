import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { expiryMoment } from '../../../electron/contract/expiry'
import type { Token, TokenTerms } from '../../../electron/contract/token'
import { localZone } from '../../ui/moments'
import { effectiveEnd, momentWords } from './ends-on'
import { TokenSettings } from './token-form'

type Props = {
  choice: TokenSettings['expiry'] | undefined
  terms: TokenTerms
  now: number
  token?: Token
}

/** The moment that every call will be judged by, with what it means for a token that is over. */
export function EndsOn({ choice, terms, now, token }: Props) {
  const { t } = useTranslation('tokens')
  const whole = TokenSettings.shape.expiry.safeParse(choice)
  if (!whole.success) return null
  const expiry = whole.data
  const isKept = expiry.kind === 'keep'
  const zone =
    'zone' in expiry ? expiry.zone : ((isKept ? token?.expiryZone : undefined) ?? localZone())
  const at = isKept
    ? (token?.expiresAt ?? null)
    : effectiveEnd(expiryMoment(expiry, now), terms.longestLifetimeDays, token?.createdAt ?? now)
  // Main's clock is the one that counts.
  const isOver = token?.status === 'expired' || (token?.expiresAt != null && token.expiresAt <= now)
  const moment = at === null ? '' : momentWords(at, zone)
  const words =
    at === null
      ? t('create.endsNever')
      : t(isOver && isKept ? 'edit.endedOn' : 'create.endsOn', { moment, zone })
  return (
    <Typography variant="body2" color="textSecondary" role="status">
      {words}
      {isOver && (
        <Box component="span" sx={{ display: 'block' }}>
          {t(isKept ? 'edit.staysExpired' : 'edit.worksAgain')}
        </Box>
      )}
    </Typography>
  )
}
