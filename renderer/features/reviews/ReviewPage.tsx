import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import LinearProgress from '@mui/material/LinearProgress'
import Skeleton from '@mui/material/Skeleton'
import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ReviewId } from '../../../electron/contract/id'
import { failureIn, useAnswer } from '../../keyward'
import { FailureNotice } from '../../ui/FailureNotice'
import { narrowWindow } from '../../ui/narrow-window'
import { PageHeader } from '../../ui/PageHeader'
import { useListState } from '../../ui/useListState'
import { When } from '../../ui/When'
import { decidedOf } from './decided'
import { ReviewActions } from './ReviewActions'
import { ReviewItems } from './ReviewItems'
import { ReviewState } from './ReviewState'
import { ReviewWalk } from './ReviewWalk'
import { reviewsPath } from './review-path'

/** The list on the left, the token that is decided about on the right. */
export function ReviewPage() {
  const { reviewId } = useParams({ strict: false }) as { reviewId: ReviewId }
  const { t } = useTranslation('reviews')
  const list = useListState({ sort: 'position', direction: 'asc' })
  const position = Math.max(0, Number(list.filter('at') ?? 0) || 0)
  const { data: review, error, refetch } = useAnswer('reviews.get', { id: reviewId })
  const failure = failureIn(error)
  const back = { label: t('title'), to: reviewsPath }
  if (!review)
    return (
      <>
        <PageHeader title={failure ? t('title') : <Skeleton width={240} />} back={back} />
        {failure && <FailureNotice failure={failure} onRetry={() => void refetch()} />}
      </>
    )
  const decided = decidedOf(review)
  return (
    <>
      <PageHeader
        back={back}
        title={review.name}
        subtitle={
          <>
            <ReviewState state={review.state} /> {t('page.startedBy', { name: review.startedBy })}{' '}
            <When at={review.startedAt} />
            {' · '}
            {t('decidedOf', { decided, count: review.tokens })}
          </>
        }
        actions={<ReviewActions review={review} />}
      />
      <LinearProgress
        variant="determinate"
        value={(decided / review.tokens) * 100}
        aria-label={t('page.progress')}
        sx={{ mb: 2, borderRadius: 1 }}
      />
      {review.state !== 'open' && review.endedAt !== null && (
        <Alert severity={review.state === 'applied' ? 'success' : 'info'} sx={{ mb: 2 }}>
          {t(`page.${review.state}`, { name: review.endedBy })} <When at={review.endedAt} />
        </Alert>
      )}
      <Box
        sx={{
          display: 'grid',
          gridTemplateColumns: '320px minmax(0, 1fr)',
          gap: 3,
          alignItems: 'start',
          [narrowWindow]: { gridTemplateColumns: '220px minmax(0, 1fr)', gap: 2 },
        }}
      >
        <ReviewItems
          review={review}
          position={position}
          onOpen={(at) => list.setFilter('at', at === 0 ? undefined : String(at))}
        />
        <ReviewWalk
          key={position}
          review={review}
          position={position}
          onNext={() => list.setFilter('at', String((position + 1) % review.tokens))}
        />
      </Box>
    </>
  )
}
