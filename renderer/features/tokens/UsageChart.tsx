import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useTheme } from '@mui/material/styles'
import { BarChart } from '@mui/x-charts/BarChart'
import { useTranslation } from 'react-i18next'
import type { UsageDay } from '../../../electron/contract/usage'
import { dayWords } from '../../ui/moments'

/** `15K`: the exact number is said on hover. */
const short = (calls: number) =>
  new Intl.NumberFormat('en-GB', { notation: 'compact' }).format(calls)

const margin = { top: 8, bottom: 4, left: 4, right: 8 }

/** Allowed calls, and on top of them the refused ones; each day's numbers on hover. */
export function UsageChart({ days }: { days: UsageDay[] }) {
  const { t } = useTranslation('usage')
  const { palette } = useTheme()
  const sum = (part: 'allowed' | 'refused') => days.reduce((all, one) => all + one[part], 0)
  const [allowed, refused] = [sum('allowed'), sum('refused')]
  if (allowed + refused === 0)
    return <Typography color="textSecondary">{t('none', { days: days.length })}</Typography>
  return (
    <Box role="img" aria-label={t('chart', { allowed, refused, days: days.length })}>
      <BarChart
        height={170}
        margin={margin}
        skipAnimation
        series={[
          {
            data: days.map((one) => one.allowed),
            label: t('allowed'),
            stack: 'calls',
            color: palette.primary.main,
          },
          {
            data: days.map((one) => one.refused),
            label: t('refused'),
            stack: 'calls',
            color: palette.error.main,
          },
        ]}
        xAxis={[
          {
            scaleType: 'band',
            data: days.map((one) => one.at),
            valueFormatter: (at: number) => dayWords(at, 'UTC'),
            tickLabelInterval: (_at, index) => index % Math.ceil(days.length / 4) === 0,
            height: 26,
          },
        ]}
        yAxis={[
          {
            width: 44,
            tickMinStep: 1,
            tickNumber: 4,
            valueFormatter: (calls: number) => short(calls),
          },
        ]}
        grid={{ horizontal: true }}
      />
      <Typography variant="caption" color="textSecondary">
        {t('utc')}
      </Typography>
    </Box>
  )
}
