import PictureAsPdfOutlined from '@mui/icons-material/PictureAsPdfOutlined'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import type { Review } from '../../../electron/contract/review'
import { failureIn, useCommand } from '../../keyward'
import { useNotify } from '../../ui/notify'

/** The report as PDF, the same as CSV, and the signed proof of both. */
export function ReportButton({ review }: { review: Review }) {
  const { t } = useTranslation('reviews')
  const notify = useNotify()
  const write = useCommand('reviews.export')
  return (
    <Button
      variant="outlined"
      startIcon={<PictureAsPdfOutlined />}
      loading={write.isPending}
      onClick={() =>
        write.mutate(
          { id: review.id },
          {
            onSuccess: (file) => {
              if (file) notify.success(t('report.written', { name: file.name }))
            },
            onError: (error) => {
              const failure = failureIn(error)
              if (failure) notify.failure(failure)
            },
          },
        )
      }
    >
      {t('report.button')}
    </Button>
  )
}
