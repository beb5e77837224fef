import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { Review } from '../../../electron/contract/review'
import { failureIn, useCommand } from '../../keyward'
import { ConfirmDialog } from '../../ui/ConfirmDialog'

export function CancelReviewDialog({ review, onClose }: { review: Review; onClose(): void }) {
  const { t } = useTranslation('reviews')
  const cancel = useCommand('reviews.cancel')
  return (
    <ConfirmDialog
      open
      danger
      title={t('cancel.title', { name: review.name })}
      confirmLabel={t('cancel.confirm')}
      busy={cancel.isPending}
      failure={failureIn(cancel.error)}
      onConfirm={() =>
        cancel.mutate({ id: review.id, version: review.version }, { onSuccess: onClose })
      }
      onClose={onClose}
    >
      <Typography>{t('cancel.text')}</Typography>
    </ConfirmDialog>
  )
}
