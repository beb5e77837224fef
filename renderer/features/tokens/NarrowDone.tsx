import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { FailureNotice } from '../../ui/FailureNotice'
import type { Narrow } from './use-narrow'

/**
 * What was narrowed, with the way back. A note at the window's foot would lie outside the drawer,
 * where neither the keyboard nor a screen reader comes while it is open.
 */
export function NarrowDone({ narrow: { done, failure, undo, isUndoing } }: { narrow: Narrow }) {
  const { t } = useTranslation('usage')
  if (failure) return <FailureNotice failure={failure} />
  if (!done) return null
  const { words, undoVersion } = done
  return (
    <Alert
      severity="success"
      action={
        undoVersion !== null && (
          <Button
            color="inherit"
            size="small"
            loading={isUndoing}
            onClick={() => undo(undoVersion)}
          >
            {t('unused.undo')}
          </Button>
        )
      }
    >
      {words}
    </Alert>
  )
}
