import CheckCircleRounded from '@mui/icons-material/CheckCircleRounded'
import ErrorRounded from '@mui/icons-material/ErrorRounded'
import HourglassEmptyRounded from '@mui/icons-material/HourglassEmptyRounded'
import StopCircleRounded from '@mui/icons-material/StopCircleRounded'
import Link from '@mui/material/Link'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { GatewayState } from '../../../electron/contract/gateway'
import { failureIn, useAnswer } from '../../keyward'
import { useFailureText } from '../../ui/failure-text'
import { CertificateNotice } from '../../ui/CertificateNotice'
import { FailureNotice } from '../../ui/FailureNotice'
import { GoLink } from '../../ui/GoLink'
import { ToneBadge } from '../../ui/ToneBadge'
import type { Tone } from '../../ui/tones'
import { Panel } from './Panel'

const looks: Record<GatewayState['state'], { tone: Tone; icon: ReactNode }> = {
  starting: { tone: 'waiting', icon: <HourglassEmptyRounded aria-hidden /> },
  running: { tone: 'good', icon: <CheckCircleRounded aria-hidden /> },
  stopped: { tone: 'quiet', icon: <StopCircleRounded aria-hidden /> },
  failed: { tone: 'bad', icon: <ErrorRounded aria-hidden /> },
}

/** Whether calls are being answered at all. */
export function GatewayToday() {
  const { t } = useTranslation('overview')
  const failureText = useFailureText()
  const { data: gateway, error, refetch } = useAnswer('gateway.state', undefined)
  const failure = failureIn(error)
  return (
    <Panel
      title={t('gateway.title')}
      aside={
        <Link component={GoLink} to="/api" variant="body2">
          {t('gateway.open')}
        </Link>
      }
    >
      {failure && <FailureNotice failure={failure} onRetry={refetch} />}
      {gateway && (
        <Stack sx={{ gap: 1, alignItems: 'flex-start' }}>
          <ToneBadge {...looks[gateway.state]}>{t(`gateway.${gateway.state}`)}</ToneBadge>
          <Typography sx={{ overflowWrap: 'anywhere' }}>
            {gateway.failure
              ? failureText(gateway.failure)
              : gateway.state === 'running'
                ? gateway.baseUrl
                : t('gateway.noCalls')}
          </Typography>
          <CertificateNotice gateway={gateway} />
        </Stack>
      )}
    </Panel>
  )
}
