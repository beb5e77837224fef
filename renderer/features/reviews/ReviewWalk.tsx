import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Paper from '@mui/material/Paper'
import Skeleton from '@mui/material/Skeleton'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { Review } from '../../../electron/contract/review'
import { failureIn, useAnswer } from '../../keyward'
import { FailureNotice } from '../../ui/FailureNotice'
import { GrantsTable } from '../../ui/GrantsTable'
import { sameGrants } from '../../ui/permission-grants'
import { TokenBadges } from '../../ui/TokenBadges'
import { DecidedAs } from './DecidedAs'
import { DecisionForm } from './DecisionForm'
import { ReviewedFacts } from './ReviewedFacts'

type Props = { review: Review; position: number; onNext(): void }

/** One token of the review: what it is and does, and what is decided about it. */
export function ReviewWalk({ review, position, onNext }: Props) {
  const { t } = useTranslation('reviews')
  const asked = { id: review.id, show: 'all' as const, page: position, pageSize: 1 }
  const { data, error, refetch } = useAnswer('reviews.items', asked)
  const failure = failureIn(error)
  const item = data?.rows[0]
  if (failure) return <FailureNotice failure={failure} onRetry={() => void refetch()} />
  if (!item || item.position !== position) return <Skeleton variant="rounded" height={360} />
  const { token } = item
  return (
    <Paper variant="outlined" component="article" aria-label={item.tokenName} sx={{ p: 2.5 }}>
      <Stack spacing={2}>
        <Stack direction="row" sx={{ gap: 2, alignItems: 'flex-start' }}>
          <Box sx={{ flex: 1, minWidth: 0 }}>
            <Typography variant="h2" sx={{ overflowWrap: 'anywhere' }}>
              {item.tokenName}
            </Typography>
            <Typography color="textSecondary">
              {item.userName} · <code>{item.tokenId}</code>
            </Typography>
          </Box>
          <TokenBadges token={token} />
        </Stack>
        <ReviewedFacts token={token} />
        {token.revokedAt === null && !sameGrants(token.grants, item.grantsSeen) && (
          <Alert severity="info">{t('walk.changedSince')}</Alert>
        )}
        <GrantsTable grants={token.grants} label={t('walk.permissions')} />
        {item.decision !== null && <DecidedAs item={item} />}
        {review.state === 'open' && <DecisionForm review={review} item={item} onNext={onNext} />}
      </Stack>
    </Paper>
  )
}
