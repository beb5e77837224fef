import Stack from '@mui/material/Stack'
import { useTranslation } from 'react-i18next'
import { failureIn, useAnswer } from '../../keyward'
import { FailureNotice } from '../../ui/FailureNotice'
import { PageHeader } from '../../ui/PageHeader'
import { useMay } from '../../ui/useMay'
import { CallCounts } from './CallCounts'
import { CallSamples } from './CallSamples'
import { ForIntegrators } from './ForIntegrators'
import { GatewaySwitch } from './GatewaySwitch'
import { GatewaySummary } from './GatewaySummary'
import { ListeningSection } from './ListeningSection'

export function ApiPage() {
  const { t } = useTranslation('api')
  const may = useMay()
  const { data: gateway, error, refetch } = useAnswer('gateway.state', undefined)
  const failure = failureIn(error)
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={t('subtitle')}
        actions={gateway && may('gateway.start') && <GatewaySwitch gateway={gateway} />}
      />
      {failure && <FailureNotice failure={failure} onRetry={() => void refetch()} />}
      {gateway && (
        <Stack spacing={4} sx={{ maxWidth: 760 }}>
          <GatewaySummary gateway={gateway} />
          <CallCounts calls={gateway.calls} />
          <CallSamples baseUrl={gateway.baseUrl} />
          {may('gateway.setListening') && <ListeningSection gateway={gateway} />}
          <ForIntegrators baseUrl={gateway.baseUrl} />
        </Stack>
      )}
    </>
  )
}
