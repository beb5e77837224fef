import Alert from '@mui/material/Alert'
import AlertTitle from '@mui/material/AlertTitle'
import { useTranslation } from 'react-i18next'
import type { GatewayState } from '../../../electron/contract/gateway'

/** Stays for as long as other computers reach the gateway. */
export function OpenToNetwork({ gateway }: { gateway: GatewayState }) {
  const { t } = useTranslation('api')
  if (gateway.reach !== 'other_computers' || gateway.state !== 'running') return null
  return (
    <Alert severity="warning" role="note">
      <AlertTitle>{t('openToNetwork.title')}</AlertTitle>
      {t('openToNetwork.text')}
    </Alert>
  )
}
