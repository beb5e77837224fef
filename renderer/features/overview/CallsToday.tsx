import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { Overview } from '../../../electron/contract/overview'
import { GoLink } from '../../ui/GoLink'
import { Panel } from './Panel'

export function CallsToday({ overview }: { overview: Overview }) {
  const { t } = useTranslation('overview')
  return (
    <Panel
      title={t('calls.title')}
      aside={
        <Link component={GoLink} to="/audit/refused-calls" variant="body2">
          {t('calls.whyRefused')}
        </Link>
      }
    >
      <Box component="dl" sx={{ m: 0, display: 'flex', gap: 4 }}>
        <Figure label={t('calls.allowed')} value={overview.allowedToday} />
        <Figure label={t('calls.refused')} value={overview.refusedToday} />
      </Box>
    </Panel>
  )
}

function Figure({ label, value }: { label: string; value: number }) {
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column-reverse' }}>
      <Typography component="dt" variant="body2" color="textSecondary">
        {label}
      </Typography>
      <Typography
        component="dd"
        sx={{ m: 0, fontSize: '1.75rem', fontWeight: 600, fontVariantNumeric: 'tabular-nums' }}
      >
        {value.toLocaleString('en-GB')}
      </Typography>
    </Box>
  )
}
