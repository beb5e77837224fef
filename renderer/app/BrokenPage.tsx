import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { Failure } from '../../electron/contract/failure'
import { useFailureText } from '../ui/failure-text'
import { DoorPage } from '../ui/DoorPage'

/** Keyward cannot work with this profile: what happened, what was not changed, what to do. */
export function BrokenPage({ failure }: { failure: Failure }) {
  const { t } = useTranslation('shell')
  const text = useFailureText()
  return (
    <DoorPage title={t('broken.title')}>
      <Typography role="alert">{text(failure)}</Typography>
      <Typography variant="body2" color="textSecondary">
        {t('broken.code', { code: failure.code })}
      </Typography>
    </DoorPage>
  )
}
