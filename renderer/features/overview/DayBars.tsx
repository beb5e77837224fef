import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { BarChart } from '@mui/x-charts/BarChart'
import { dayWords } from '../../ui/moments'

type Props = {
  title: string
  color: string
  /** Where each day begins. */
  days: number[]
  calls: number[]
  zone: string
  /** Only the lower of two pictures says the days under it. */
  withDays: boolean
  height: number
}

const margin = { top: 10, bottom: 8, left: 4, right: 8 }
const daysHeight = 26

/** `15K`: the exact number is said on hover. */
const short = (calls: number) =>
  new Intl.NumberFormat('en-GB', { notation: 'compact' }).format(calls)

/** One bar a day, on a scale of its own. */
export function DayBars({ title, color, days, calls, zone, withDays, height }: Props) {
  return (
    <>
      <Typography
        variant="caption"
        color="textSecondary"
        sx={{ display: 'flex', alignItems: 'center', gap: 0.75 }}
      >
        <Box component="span" sx={{ width: 10, height: 10, borderRadius: 0.25, bgcolor: color }} />
        {title}
      </Typography>
      <BarChart
        height={withDays ? height + daysHeight : height}
        margin={margin}
        hideLegend
        skipAnimation
        disableKeyboardNavigation
        borderRadius={1}
        series={[{ data: calls, label: title, color }]}
        xAxis={[
          {
            scaleType: 'band',
            data: days,
            valueFormatter: (at: number) => dayWords(at, zone),
            tickLabelInterval: (_at, index) => index % Math.ceil(days.length / 4) === 0,
            ...(withDays ? { height: daysHeight } : { position: 'none' }),
          },
        ]}
        yAxis={[
          {
            width: 44,
            min: 0,
            max: Math.max(1, ...calls),
            domainLimit: 'nice',
            tickMinStep: 1,
            tickNumber: Math.round(height / 35),
            valueFormatter: (value: number) => short(value),
          },
        ]}
        grid={{ horizontal: true }}
      />
    </>
  )
}
