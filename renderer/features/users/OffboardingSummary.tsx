import Alert from '@mui/material/Alert'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { Token } from '../../../electron/contract/token'
import { useNow } from '../../ui/useNow'
import { isTransfer, missedSoon, stops, type Choices } from './offboarding-choices'

type Props = { tokens: Token[]; choices: Choices }

/** What Disable will do, before it is pressed. */
export function OffboardingSummary({ tokens, choices }: Props) {
  const { t } = useTranslation('users')
  const now = useNow()
  const chosen = tokens.map(({ id }) => choices.get(id) ?? stops)
  const counts = {
    stop: chosen.filter(({ lot }) => lot === 'stop').length,
    revoke: chosen.filter(({ lot }) => lot === 'revoke').length,
    transfer: chosen.filter(isTransfer).length,
  }
  const missed = missedSoon(tokens, choices, now)
  const parts = (['stop', 'revoke', 'transfer'] as const).flatMap((one) =>
    counts[one] === 0 ? [] : [t(`offboard.sum.${one}`, { count: counts[one] })],
  )
  return (
    <>
      <Typography role="status">{parts.join(' ')}</Typography>
      {missed.length > 0 && (
        <Alert severity="warning">
          {t('offboard.missed', {
            count: missed.length,
            names: missed
              .slice(0, 5)
              .map(({ name }) => name)
              .join(', '),
          })}
          {missed.length > 5 && ` ${t('offboard.missedMore', { count: missed.length - 5 })}`}
        </Alert>
      )}
    </>
  )
}
