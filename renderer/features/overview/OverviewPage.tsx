import Box from '@mui/material/Box'
import Stack from '@mui/material/Stack'
import { useTranslation } from 'react-i18next'
import { failureIn, useAnswer } from '../../keyward'
import { FailureNotice } from '../../ui/FailureNotice'
import { narrowWindow } from '../../ui/narrow-window'
import { PageHeader } from '../../ui/PageHeader'
import { CallsByDay } from './CallsByDay'
import { CallsToday } from './CallsToday'
import { ExpiriesByMonth } from './ExpiriesByMonth'
import { FirstSteps } from './FirstSteps'
import { GatewayToday } from './GatewayToday'
import { NeedsAttention } from './NeedsAttention'
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
        <NeedsAttention />
        {overview && tokens !== 0 && (
          <Box sx={sideBySide}>
            <TokensByStatus counts={overview.tokensByStatus} />
            <CallsByDay />
          </Box>
        )}
        {overview && tokens !== 0 && <ExpiriesByMonth />}
        <Box sx={sideBySide}>
          {overview && <CallsToday overview={overview} />}
          <GatewayToday />
        </Box>
        {overview && tokens !== 0 && <NextToExpire tokens={overview.nextToExpire} />}
      </Stack>
    </>
  )
}

/** Under each other where the window is narrow. */
const sideBySide = {
  display: 'grid',
  gap: 2,
  gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
  [narrowWindow]: { gridTemplateColumns: 'minmax(0, 1fr)' },
}
