import Box from '@mui/material/Box'
import { useTheme } from '@mui/material/styles'
import { BarChart } from '@mui/x-charts/BarChart'
import type { Expiring } from '../../electron/contract/expiry-summary'
import { useIsNarrow } from './narrow-window'
import { wordsHeight } from './TimelineColumn'

/** What is used would be missed: it has the stronger colour. */
export function useBarColours() {
  const { palette } = useTheme()
  return {
    used: palette.primary.main,
    unused: palette.mode === 'light' ? '#aab4c4' : '#5d6878',
  }
}

/** The picture: one stacked bar for each stretch of time, all of the same width. */
export function ExpiryBars({ stretches }: { stretches: Expiring[] }) {
  const colours = useBarColours()
  const isNarrow = useIsNarrow()
  const most = Math.max(...stretches.map(({ tokens }) => tokens))
  const part = { stack: 'tokens', type: 'bar' } as const
  return (
    <Box aria-hidden sx={{ pointerEvents: 'none', pt: 1, pb: `${wordsHeight}px` }}>
      <BarChart
        height={isNarrow ? 56 : 84}
        margin={0}
        hideLegend
        skipAnimation
        disableKeyboardNavigation
        axisHighlight={{ x: 'none', y: 'none' }}
        slotProps={{ tooltip: { trigger: 'none' } }}
        borderRadius={2}
        xAxis={[
          {
            scaleType: 'band',
            data: stretches.map((_stretch, place) => place),
            position: 'none',
            categoryGapRatio: 0.45,
          },
        ]}
        yAxis={[{ position: 'none', min: 0, max: Math.max(1, most) }]}
        series={[
          { ...part, data: stretches.map(({ used }) => used), color: colours.used },
          {
            ...part,
            data: stretches.map(({ tokens, used }) => tokens - used),
            color: colours.unused,
          },
        ]}
      />
    </Box>
  )
}
