import Box from '@mui/material/Box'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useId, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { GatewayState } from '../../../electron/contract/gateway'
import { When } from '../../ui/When'

export function CallCounts({ calls }: { calls: GatewayState['calls'] }) {
  const { t } = useTranslation('api')
  const headingId = useId()
  return (
    <Box component="section" aria-labelledby={headingId}>
      <Typography id={headingId} variant="h2" sx={{ mb: 1 }}>
        {t('calls.title')}
      </Typography>
      <Stack component="dl" direction="row" sx={{ m: 0, gap: 5, flexWrap: 'wrap' }}>
        <Figure label={t('calls.allowed')}>{calls.allowed.toLocaleString('en-GB')}</Figure>
        <Figure label={t('calls.refused')}>{calls.refused.toLocaleString('en-GB')}</Figure>
        <Figure label={t('calls.perSecond')}>{calls.perSecond.toLocaleString('en-GB')}</Figure>
        <Figure label={t('calls.lastAt')}>
          <When at={calls.lastAt} empty={t('calls.none')} />
        </Figure>
      </Stack>
    </Box>
  )
}

function Figure({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Box>
      <Typography component="dt" variant="body2" color="textSecondary">
        {label}
      </Typography>
      <Typography
        component="dd"
        variant="h3"
        sx={{ m: 0, fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }}
      >
        {children}
      </Typography>
    </Box>
  )
}
