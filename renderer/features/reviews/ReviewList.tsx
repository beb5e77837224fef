import Link from '@mui/material/Link'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import { useTranslation } from 'react-i18next'
import type { Review } from '../../../electron/contract/review'
import { GoLink } from '../../ui/GoLink'
import { When } from '../../ui/When'
import { decidedOf } from './decided'
import { ReviewState } from './ReviewState'
import { pathOfReview } from './review-path'

export function ReviewList({ reviews }: { reviews: Review[] }) {
  const { t } = useTranslation('reviews')
  return (
    <Table aria-label={t('list.label')} sx={{ maxWidth: 1000 }}>
      <TableHead>
        <TableRow>
          <TableCell>{t('list.name')}</TableCell>
          <TableCell>{t('list.started')}</TableCell>
          <TableCell>{t('list.startedBy')}</TableCell>
          <TableCell align="right">{t('list.decided')}</TableCell>
          <TableCell align="right">{t('list.toRevoke')}</TableCell>
          <TableCell>{t('list.state')}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {reviews.map((review) => (
          <TableRow key={review.id} hover>
            <TableCell sx={{ overflowWrap: 'anywhere' }}>
              <Link component={GoLink} to={pathOfReview(review.id)}>
                {review.name}
              </Link>
            </TableCell>
            <TableCell sx={{ whiteSpace: 'nowrap' }}>
              <When at={review.startedAt} />
            </TableCell>
            <TableCell>{review.startedBy}</TableCell>
            <TableCell align="right" sx={{ whiteSpace: 'nowrap' }}>
              {t('decidedOf', { decided: decidedOf(review), count: review.tokens })}
            </TableCell>
            <TableCell align="right">{review.revoke}</TableCell>
            <TableCell>
              <ReviewState state={review.state} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  )
}
