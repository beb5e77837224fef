import Button from '@mui/material/Button'
import Tooltip from '@mui/material/Tooltip'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Review } from '../../../electron/contract/review'
import { useMay } from '../../ui/useMay'
import { ApplyReviewDialog } from './ApplyReviewDialog'
import { CancelReviewDialog } from './CancelReviewDialog'
import { decidedOf } from './decided'
import { ReportButton } from './ReportButton'

/** What can be done with the review as a whole. */
export function ReviewActions({ review }: { review: Review }) {
  const { t } = useTranslation('reviews')
  const may = useMay()
  const [opened, setOpened] = useState<'apply' | 'cancel' | null>(null)
  const undecided = review.tokens - decidedOf(review)
  const close = () => setOpened(null)
  return (
    <>
      <ReportButton review={review} />
      {review.state === 'open' && (
        <>
          <Button color="error" onClick={() => setOpened('cancel')}>
            {t('cancel.open')}
          </Button>
          {may('reviews.apply') && (
            <Tooltip title={undecided > 0 ? t('apply.undecided', { count: undecided }) : ''}>
              <span>
                <Button
                  variant="contained"
                  disabled={undecided > 0}
                  onClick={() => setOpened('apply')}
                >
                  {t('apply.open')}
                </Button>
              </span>
            </Tooltip>
          )}
        </>
      )}
      {opened === 'apply' && <ApplyReviewDialog review={review} onClose={close} />}
      {opened === 'cancel' && <CancelReviewDialog review={review} onClose={close} />}
    </>
  )
}
