import Box from '@mui/material/Box'
import Stack from '@mui/material/Stack'
import { useTranslation } from 'react-i18next'
import { failureIn, useAnswer } from '../../keyward'
import { FailureNotice } from '../../ui/FailureNotice'
import { PageHeader } from '../../ui/PageHeader'
import { CallsToday } from './CallsToday'
import { FirstSteps } from './FirstSteps'
import { GatewayToday } from './GatewayToday'
import { NextToExpire } from './NextToExpire'
import { TokensByStatus } from './TokensByStatus'

/** What an administrator wants to know in the morning. */
export function OverviewPage() {
  const { t } = useTranslation('overview')
  const { data: overview, error, refetch } = useAnswer('overview.get', undefined)
  const failure = failureIn(error)
  const tokens = overview && Object.values(overview.tokensByStatus).reduce((a, b) => a + b, 0)
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={
          overview &&
          [
            t('people', { count: overview.people }),
            t('serviceAccounts', { count: overview.serviceAccounts }),
            t('entities', { count: overview.entities }),
            t('tokens', { count: tokens ?? 0 }),
          ].join(' · ')
        }
      />
      <Stack sx={{ gap: 2, maxWidth: 1280 }}>
        {failure && <FailureNotice failure={failure} onRetry={refetch} />}
        {overview && tokens === 0 && <FirstSteps overview={overview} />}
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: '1fr 1fr' }}>
          <Stack sx={tokens === 0 ? besideEachOther : aboveEachOther}>
            {overview && <CallsToday overview={overview} />}
            <GatewayToday />
          </Stack>
          {overview && tokens !== 0 && <TokensByStatus counts={overview.tokensByStatus} />}
        </Box>
        {overview && tokens !== 0 && <NextToExpire tokens={overview.nextToExpire} />}
      </Stack>
    </>
  )
}

/** The last takes what is left, so that both columns end at one line. */
const aboveEachOther = { gap: 2, minWidth: 0, '& > :last-child': { flexGrow: 1 } }

/** Nothing stands to the right of them yet. */
const besideEachOther = {
  gap: 2,
  gridColumn: '1 / -1',
  flexDirection: 'row',
  '& > *': { flex: '1 1 0' },
}
