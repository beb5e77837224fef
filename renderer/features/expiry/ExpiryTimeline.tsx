import Box from '@mui/material/Box'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { ExpirySummary, Expiring } from '../../../electron/contract/expiry-summary'
import { ExpiryLegend } from '../../ui/ExpiryLegend'
import { ExpiryPicture } from '../../ui/ExpiryPicture'
import type { AskedFilter } from '../../ui/inventory-filter'

type Props = {
  summary: ExpirySummary
  /** Of the address: a month that it names is marked. */
  filter: AskedFilter
  /** Null takes the month away again. */
  onChoose: (stretch: Expiring | null) => void
}

/** A year of expiries above the list that they filter. */
export function ExpiryTimeline({ summary, filter, onChoose }: Props) {
  const { t } = useTranslation('expiry')
  const titleId = useId()
  const { ended } = summary
  return (
    <Box component="section" aria-labelledby={titleId} sx={{ mb: 2 }}>
      <Stack direction="row" sx={{ gap: 2, mb: 0.5, alignItems: 'baseline', flexWrap: 'wrap' }}>
        <Typography variant="h2" id={titleId} sx={{ flex: 1 }}>
          {t('timeline.title')}
        </Typography>
        <ExpiryLegend />
      </Stack>
      <Box
        sx={(theme) => ({
          border: `1px solid ${theme.palette.divider}`,
          borderRadius: 1,
          overflow: 'hidden',
        })}
      >
        <ExpiryPicture
          titleId={titleId}
          summary={summary}
          choice={(stretch) => ({
            isChosen: stretch === ended ? isEnded(filter, ended) : isMonth(filter, stretch),
            onChoose: (isChosen) => onChoose(isChosen ? stretch : null),
          })}
        />
      </Box>
    </Box>
  )
}

/** The first month begins now, which is another moment with each look: its end says which it is. */
const isMonth = ({ expiresFrom, expiresBefore }: AskedFilter, { before }: Expiring) =>
  expiresFrom !== undefined && expiresBefore === before

const isEnded = ({ expiresFrom, expiresBefore }: AskedFilter, { from, before }: Expiring) =>
  expiresFrom !== undefined &&
  expiresBefore !== undefined &&
  expiresBefore <= before &&
  expiresBefore > from
