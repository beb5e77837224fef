import Box from '@mui/material/Box'
import List from '@mui/material/List'
import ListItemButton from '@mui/material/ListItemButton'
import MenuItem from '@mui/material/MenuItem'
import Pagination from '@mui/material/Pagination'
import Stack from '@mui/material/Stack'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { reviewDecisions, type Review } from '../../../electron/contract/review'
import { failureIn, useAnswer } from '../../keyward'
import { FailureNotice } from '../../ui/FailureNotice'
import { Decision } from './Decision'

const onePage = 50
const shows = ['all', 'undecided', ...reviewDecisions] as const

type Props = { review: Review; position: number; onOpen(position: number): void }

/** Every token of the review and what was decided about it. */
export function ReviewItems({ review, position, onOpen }: Props) {
  const { t } = useTranslation('reviews')
  const [show, setShow] = useState<(typeof shows)[number]>('all')
  const [page, setPage] = useState(Math.floor(position / onePage))
  const asked = { id: review.id, show, page, pageSize: onePage }
  const { data, error, refetch } = useAnswer('reviews.items', asked)
  const failure = failureIn(error)
  const pages = Math.ceil((data?.total ?? 0) / onePage)
  return (
    <Stack spacing={1} component="section" aria-label={t('items.label')}>
      <TextField
        select
        label={t('items.show')}
        value={show}
        onChange={({ target }) => {
          setShow(target.value as typeof show)
          setPage(0)
        }}
      >
        {shows.map((one) => (
          <MenuItem key={one} value={one}>
            {t(`items.showing.${one}`, { count: countOf(review, one) })}
          </MenuItem>
        ))}
      </TextField>
      {failure && <FailureNotice failure={failure} onRetry={() => void refetch()} />}
      <List dense disablePadding sx={{ maxHeight: '58vh', overflowY: 'auto' }}>
        {data?.rows.map((item) => (
          <ListItemButton
            key={item.position}
            selected={item.position === position}
            aria-current={item.position === position ? 'true' : undefined}
            onClick={() => onOpen(item.position)}
            sx={{ borderRadius: 1, gap: 1 }}
          >
            <Box sx={{ flex: 1, minWidth: 0 }}>
              <Typography variant="body2" noWrap title={item.tokenName} sx={{ fontWeight: 600 }}>
                {item.tokenName}
              </Typography>
              <Typography variant="caption" color="textSecondary" noWrap component="div">
                {item.userName}
              </Typography>
            </Box>
            {item.decision !== null && <Decision decision={item.decision} />}
          </ListItemButton>
        ))}
      </List>
      {data?.total === 0 && (
        <Typography color="textSecondary" role="status">
          {t('items.none')}
        </Typography>
      )}
      {pages > 1 && (
        <Pagination
          size="small"
          count={pages}
          page={page + 1}
          onChange={(_event, next) => setPage(next - 1)}
        />
      )}
    </Stack>
  )
}

const countOf = (review: Review, show: (typeof shows)[number]) =>
  show === 'all'
    ? review.tokens
    : show === 'undecided'
      ? review.tokens - review.keep - review.narrow - review.revoke
      : review[show]
