import Alert from '@mui/material/Alert'
import AlertTitle from '@mui/material/AlertTitle'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import type { CallAsked, Explanation } from '../../../electron/contract/explain'
import { useAnswer } from '../../keyward'
import { GoLink } from '../../ui/GoLink'
import { exactWords, localZone } from '../../ui/moments'
import { adviceFor, placeOf } from './advice'

type Props = { asked: CallAsked; explanation: Explanation }

/** Allowed, or refused and what can be done about it, with the way there. */
export function VerdictNotice({ asked, explanation }: Props) {
  const { t } = useTranslation('explain')
  const { t: common } = useTranslation('common')
  const entities = useAnswer('entities.names', undefined)
  const { allowed, reason, userName, token } = explanation
  const at = exactWords(explanation.at, localZone())
  if (allowed || reason === null) return <Alert severity="success">{t('allowed', { at })}</Alert>

  const entity = entities.data?.find(({ name }) => name === asked.entity)
  const advice = adviceFor(reason)
  const place = placeOf(reason, token, entity?.id)
  return (
    <Alert severity="error">
      <AlertTitle>{t('refused', { reason: common(`refusalReason.${reason}`) })}</AlertTitle>
      {advice && (
        <Box>
          {t(`advice.${advice}`, {
            user: userName,
            entity: entity?.title ?? asked.entity ?? '',
            permission: common(`permission.${asked.permission}`),
          })}
        </Box>
      )}
      <Box sx={{ typography: 'caption', mt: 0.5 }}>{t('judgedAt', { at })}</Box>
      {place && (
        <Button
          component={GoLink}
          to={place.to}
          size="small"
          color="inherit"
          variant="outlined"
          sx={{ mt: 1 }}
        >
          {t(`go.${place.what}`, { user: userName })}
        </Button>
      )}
    </Alert>
  )
}
