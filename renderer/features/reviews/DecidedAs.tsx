import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { ReviewItem } from '../../../electron/contract/review'
import { useGrantWords } from '../../ui/use-grant-words'
import { When } from '../../ui/When'
import { Decision } from './Decision'

/** The decision that was made, by whom and why, and what became of it. */
export function DecidedAs({ item }: { item: ReviewItem }) {
  const { t } = useTranslation('reviews')
  const { lineOf } = useGrantWords()
  return (
    <Box>
      {item.decision !== null && <Decision decision={item.decision} />}{' '}
      <Typography component="span" color="textSecondary">
        {t('decided.by', { name: item.decidedBy })} <When at={item.decidedAt} />
      </Typography>
      {item.grants && (
        <Typography>
          {item.grants.length === 0
            ? t('decided.leavesNothing')
            : t('decided.leaves', { permissions: item.grants.map(lineOf).join('; ') })}
        </Typography>
      )}
      {item.reason !== '' && (
        <Typography>{t('decided.reason', { reason: item.reason })}</Typography>
      )}
      {item.outcome !== null && (
        <Typography sx={{ fontWeight: 600 }}>{t(`outcome.${item.outcome}`)}</Typography>
      )}
    </Box>
  )
}
