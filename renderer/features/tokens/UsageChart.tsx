import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { UsageDay } from '../../../electron/contract/usage'
import { CallsChart } from '../../ui/CallsChart'

export function UsageChart({ days }: { days: UsageDay[] }) {
  const { t } = useTranslation('usage')
  if (days.every(({ allowed, refused }) => allowed + refused === 0))
    return <Typography color="textSecondary">{t('none', { days: days.length })}</Typography>
  return (
    <>
      <CallsChart days={days} zone="UTC" />
      <Typography variant="caption" color="textSecondary">
        {t('utc')}
      </Typography>
    </>
  )
}
