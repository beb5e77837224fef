import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useTheme } from '@mui/material/styles'
import { SparkLineChart } from '@mui/x-charts/SparkLineChart'
import { useTranslation } from 'react-i18next'
import type { TokenId } from '../../electron/contract/id'
import { day } from '../../electron/contract/time'
import { useDailyCalls } from './DailyCalls'
import { dayWords } from './moments'

const margin = { top: 3, bottom: 3, left: 2, right: 2 }

/** The calls of the last days at a glance; each day's number on hover, their sum for everybody. */
export function CallsSparkline({ id }: { id: TokenId }) {
  const { t } = useTranslation('usage')
  const { palette } = useTheme()
  const known = useDailyCalls(id)
  if (!known) return null
  const { from, calls } = known
  if (calls === null)
    return (
      <Typography variant="body2" color="textSecondary">
        {t('sparkline.none')}
      </Typography>
    )
  const sum = calls.reduce((all, one) => all + one, 0)
  return (
    <Box
      role="img"
      aria-label={t('sparkline.label', { count: sum, days: calls.length })}
      sx={{ width: '100%', height: 36 }}
    >
      <SparkLineChart
        data={calls}
        height={36}
        plotType="bar"
        color={palette.primary.main}
        margin={margin}
        showTooltip
        showHighlight
        skipAnimation
        valueFormatter={(value) => t('sparkline.calls', { count: value ?? 0 })}
        xAxis={{
          scaleType: 'band',
          data: calls.map((_, index) => from + index * day),
          valueFormatter: (at: number) => dayWords(at, 'UTC'),
        }}
      />
    </Box>
  )
}
