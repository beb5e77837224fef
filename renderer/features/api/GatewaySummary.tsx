import CheckCircleRounded from '@mui/icons-material/CheckCircleRounded'
import ErrorRounded from '@mui/icons-material/ErrorRounded'
import HourglassEmptyRounded from '@mui/icons-material/HourglassEmptyRounded'
import StopCircleRounded from '@mui/icons-material/StopCircleRounded'
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { GatewayState } from '../../../electron/contract/gateway'
import { CertificateNotice } from '../../ui/CertificateNotice'
import { ToneBadge } from '../../ui/ToneBadge'
import type { Tone } from '../../ui/tones'
import { When } from '../../ui/When'
import { OpenToNetwork } from './OpenToNetwork'
import { useGatewayReason } from './use-gateway-reason'

const looks: Record<GatewayState['state'], { tone: Tone; icon: ReactNode }> = {
  running: { tone: 'good', icon: <CheckCircleRounded aria-hidden /> },
  starting: { tone: 'waiting', icon: <HourglassEmptyRounded aria-hidden /> },
  stopped: { tone: 'quiet', icon: <StopCircleRounded aria-hidden /> },
  failed: { tone: 'bad', icon: <ErrorRounded aria-hidden /> },
}

export function GatewaySummary({ gateway }: { gateway: GatewayState }) {
  const { t } = useTranslation('api')
  const reason = useGatewayReason(gateway)
  const { tone, icon } = looks[gateway.state]
  return (
    <Stack spacing={2}>
      <Stack direction="row" spacing={1.5} role="status" sx={{ alignItems: 'center' }}>
        <ToneBadge tone={tone} icon={icon}>
          {t(`state.${gateway.state}`)}
        </ToneBadge>
        <Typography color="textSecondary">{t(`stateHint.${gateway.state}`)}</Typography>
      </Stack>
      {reason && <Alert severity="error">{reason}</Alert>}
      <CertificateNotice gateway={gateway} />
      <OpenToNetwork gateway={gateway} />
      <Box component="dl" sx={{ m: 0, display: 'grid', gridTemplateColumns: '140px 1fr', gap: 1 }}>
        <Typography component="dt" color="textSecondary">
          {t('address')}
        </Typography>
        <Box component="dd" sx={{ m: 0 }}>
          <Box component="code" sx={{ userSelect: 'all' }}>
            {gateway.baseUrl}
          </Box>
          <Typography variant="body2" color="textSecondary">
            {t(`addressHint.${gateway.reach}`)}
          </Typography>
        </Box>
        {gateway.state === 'running' && gateway.startedAt !== null && (
          <>
            <Typography component="dt" color="textSecondary">
              {t('since')}
            </Typography>
            <Box component="dd" sx={{ m: 0 }}>
              <When at={gateway.startedAt} />
            </Box>
          </>
        )}
      </Box>
    </Stack>
  )
}
