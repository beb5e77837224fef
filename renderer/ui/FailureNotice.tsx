import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import type { Failure } from '../../electron/contract/failure'
import { useFailureText } from './failure-text'

type Props = { failure: Failure; onRetry?: () => void }

export function FailureNotice({ failure, onRetry }: Props) {
  const { t } = useTranslation('common')
  const text = useFailureText()
  return (
    <Alert
      severity="error"
      action={
        onRetry && (
          <Button color="inherit" size="small" onClick={() => onRetry()}>
            {t('tryAgain')}
          </Button>
        )
      }
    >
      {text(failure)}
    </Alert>
  )
}
