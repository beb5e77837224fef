import Box from '@mui/material/Box'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { ExpirySummary, Expiring } from '../../../electron/contract/expiry-summary'
import type { AskedFilter } from '../../ui/inventory-filter'
import { localZone } from '../../ui/moments'
import { ExpiryBars, useBarColours } from './ExpiryBars'
import { monthWords, shortMonth } from './months'
import { TimelineColumn } from './TimelineColumn'

type Props = {
  summary: ExpirySummary
  /** Of the address: a month that it names is marked. */
  filter: AskedFilter
  /** Null takes the month away again. */
  onChoose: (stretch: Expiring | null) => void
}

/**
 * A year of expiries. The bars are a picture alone; over each lies a button that says its numbers,
 * so that keyboard and screen reader have all of it.
 */
export function ExpiryTimeline({ summary, filter, onChoose }: Props) {
  const { t } = useTranslation('expiry')
  const titleId = useId()
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
    <Box component="section" aria-labelledby={titleId} sx={{ mb: 2 }}>
      <Stack direction="row" sx={{ gap: 2, mb: 0.5, alignItems: 'baseline', flexWrap: 'wrap' }}>
        <Typography variant="h2" id={titleId} sx={{ flex: 1 }}>
          {t('timeline.title')}
        </Typography>
        <Legend />
      </Stack>
      <Box
        sx={(theme) => ({
          position: 'relative',
          border: `1px solid ${theme.palette.divider}`,
          borderRadius: 1,
          overflow: 'hidden',
        })}
      >
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
              isChosen={place === 0 ? isEnded(filter, ended) : isMonth(filter, stretch)}
              onChoose={(isChosen) => onChoose(isChosen ? stretch : null)}
            />
          ))}
        </Box>
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

function Legend() {
  const { t } = useTranslation('expiry')
  const colours = useBarColours()
  return (
    <Stack direction="row" sx={{ gap: 2 }}>
      {(['used', 'unused'] as const).map((which) => (
        <Stack key={which} direction="row" sx={{ gap: 0.75, alignItems: 'center' }}>
          <Box
            aria-hidden
            sx={{ width: 10, height: 10, borderRadius: 0.25, backgroundColor: colours[which] }}
          />
          <Typography variant="caption" color="textSecondary">
            {t(`timeline.${which}`)}
          </Typography>
        </Stack>
      ))}
    </Stack>
  )
}
