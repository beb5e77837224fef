import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Skeleton from '@mui/material/Skeleton'
import { useTranslation } from 'react-i18next'
import { failureIn, useAnswer } from '../../keyward'
import { CopyableText } from '../../ui/CopyableText'
import { Fact, Facts } from '../../ui/Facts'
import { FailureNotice } from '../../ui/FailureNotice'
import { GoLink } from '../../ui/GoLink'

/** What the other side has to be told, as long as the gateway is there to be asked. */
export function Addresses() {
  const { t } = useTranslation('introspection')
  const { data: gateway, error, refetch } = useAnswer('gateway.state', undefined)
  const failure = failureIn(error)
  if (failure && !gateway) return <FailureNotice failure={failure} onRetry={() => void refetch()} />
  return (
    <Box sx={{ mb: 1.5 }}>
      <Facts>
        <Fact name={t('address.endpoint')}>
          {gateway ? (
            <CopyableText
              text={`${gateway.baseUrl}/oauth2/introspect`}
              copyLabel={t('address.copyEndpoint')}
            />
          ) : (
            <Skeleton width={320} />
          )}
        </Fact>
        <Fact name={t('address.metadata')}>
          {gateway ? (
            <CopyableText
              text={`${gateway.baseUrl}/.well-known/oauth-authorization-server`}
              copyLabel={t('address.copyMetadata')}
            />
          ) : (
            <Skeleton width={440} />
          )}
        </Fact>
      </Facts>
      {gateway && gateway.state !== 'running' && (
        <Alert
          severity="warning"
          sx={{ mt: 1.5 }}
          action={
            <Button component={GoLink} to="/api/gateway" color="inherit" size="small">
              {t('address.openGateway')}
            </Button>
          }
        >
          {t('address.notRunning')}
        </Alert>
      )}
    </Box>
  )
}
