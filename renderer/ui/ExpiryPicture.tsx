import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import type { ExpirySummary, Expiring } from '../../electron/contract/expiry-summary'
import { ExpiryBars } from './ExpiryBars'
import { localZone } from './moments'
import { monthWords, shortMonth } from './months'
import { TimelineColumn, type ColumnChoice } from './TimelineColumn'

type Props = {
  titleId: string
  summary: ExpirySummary
  /** What a column does: it leads somewhere, or chooses a filter here. */
  choice: (stretch: Expiring) => ColumnChoice
}

/**
 * A year of expiries. The bars are a picture alone; over each lies a button or a link that says its
 * numbers, so that keyboard and screen reader have all of it.
 */
export function ExpiryPicture({ titleId, summary, choice }: Props) {
  const { t } = useTranslation('expiry')
  const { ended, months } = summary
  const zone = localZone()
  const columns = [
    {
      stretch: ended,
      top: t('timeline.ended'),
      bottom: t('timeline.endedSpan'),
      words: t('timeline.past', { count: ended.tokens, used: ended.used }),
    },
    ...months.map((stretch, place) => {
      const { month, year } = shortMonth(stretch.before - 1, zone, place === 0)
      const words = { month: monthWords(stretch.before - 1, zone), used: stretch.used }
      return {
        stretch,
        top: month,
        bottom: year,
        words: t('timeline.month', { ...words, count: stretch.tokens }),
      }
    }),
  ]
  return (
    <Box sx={{ position: 'relative' }}>
      <ExpiryBars stretches={columns.map(({ stretch }) => stretch)} />
      <Box
        role="group"
        aria-labelledby={titleId}
        sx={{
          position: 'absolute',
          inset: 0,
          display: 'grid',
          gridTemplateColumns: `repeat(${columns.length}, minmax(0, 1fr))`,
        }}
      >
        {columns.map(({ stretch, ...words }, place) => (
          <TimelineColumn
            key={place === 0 ? 'ended' : stretch.before}
            {...words}
            count={stretch.tokens}
            isApart={place === 0}
            choice={choice(stretch)}
          />
        ))}
      </Box>
    </Box>
  )
}
