import { useTranslation } from 'react-i18next'
import type { GatewayState } from '../../../electron/contract/gateway'
import { useFailureText } from '../../ui/failure-text'

/** Why the gateway does not run, and what to do; null where there is nothing to explain. */
export function useGatewayReason({ failure, port }: GatewayState): string | null {
  const { t } = useTranslation('api')
  const failureText = useFailureText()
  if (!failure) return null
  const { code, detail } = failure
  return code === 'port_in_use'
    ? t(`reason.${code}`, { port })
    : failureText({ code, ...(detail && { detail }) })
}
