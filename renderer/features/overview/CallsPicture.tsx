import Box from '@mui/material/Box'
import { useTheme } from '@mui/material/styles'
import { useTranslation } from 'react-i18next'
import type { CallsOfDay } from '../../../electron/contract/daily-calls'
import { DayBars } from './DayBars'

type Props = { days: CallsOfDay[]; zone: string }

/**
 * Allowed calls, and under them the refused ones: among thousands that are allowed a few refused
 * ones would not be seen.
 */
export function CallsPicture({ days, zone }: Props) {
  const { t } = useTranslation('overview')
  const { palette } = useTheme()
  const of = (part: 'allowed' | 'refused') => days.map((one) => one[part])
  const sum = (calls: number[]) => calls.reduce((all, one) => all + one, 0)
  const words = { allowed: sum(of('allowed')), refused: sum(of('refused')), days: days.length }
  const shared = { days: days.map(({ from }) => from), zone }
  return (
    <Box role="img" aria-label={t('byDay.chart', words)}>
      <DayBars
        {...shared}
        title={t('calls.allowed')}
        color={palette.primary.main}
        calls={of('allowed')}
        withDays={false}
        height={104}
      />
      <DayBars
        {...shared}
        title={t('calls.refused')}
        color={palette.error.main}
        calls={of('refused')}
        withDays
        height={64}
      />
    </Box>
  )
}
