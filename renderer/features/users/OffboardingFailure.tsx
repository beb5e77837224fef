import Alert from '@mui/material/Alert'
import { useTranslation } from 'react-i18next'
import type { Failure } from '../../../electron/contract/failure'
import { useFailureText } from '../../ui/failure-text'

/** Of many that were to be settled, the one for which nothing was done. */
export function OffboardingFailure({ failure }: { failure: Failure }) {
  const { t } = useTranslation('users')
  const text = useFailureText()
  const about = failure.detail?.['about']
  return (
    <Alert severity="error">
      {about !== undefined && `${t('offboard.nothingDone', { name: about })} `}
      {text(failure)}
    </Alert>
  )
}
