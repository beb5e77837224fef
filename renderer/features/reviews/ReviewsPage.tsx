import AddRounded from '@mui/icons-material/AddRounded'
import FactCheckOutlined from '@mui/icons-material/FactCheckOutlined'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { failureIn, useAnswer } from '../../keyward'
import { EmptyState } from '../../ui/EmptyState'
import { FailureNotice } from '../../ui/FailureNotice'
import { PageHeader } from '../../ui/PageHeader'
import { ReviewList } from './ReviewList'
import { StartReviewDialog } from './StartReviewDialog'

export function ReviewsPage() {
  const { t } = useTranslation('reviews')
  const [starting, setStarting] = useState(false)
  const reviews = useAnswer('reviews.list', undefined)
  const failure = failureIn(reviews.error)
  const start = (
    <Button variant="contained" startIcon={<AddRounded />} onClick={() => setStarting(true)}>
      {t('start.open')}
    </Button>
  )
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('subtitle')} actions={start} />
      {failure && <FailureNotice failure={failure} onRetry={() => void reviews.refetch()} />}
      {reviews.data?.length === 0 && (
        <EmptyState
          icon={<FactCheckOutlined />}
          title={t('empty.title')}
          text={t('empty.text')}
          action={start}
        />
      )}
      {reviews.data && reviews.data.length > 0 && <ReviewList reviews={reviews.data} />}
      {starting && <StartReviewDialog onClose={() => setStarting(false)} />}
    </>
  )
}
