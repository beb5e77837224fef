import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import type { RefusedCall } from '../../../electron/contract/gateway'
import { twoLines } from './two-lines'

/** Why it was refused, and what the caller was told: a number. */
export function CallRefusal({ call }: { call: RefusedCall }) {
  const { t } = useTranslation('calls')
  const { t: common } = useTranslation('common')
  const reason = common(`refusalReason.${call.reason}`)
  return (
    <Box sx={twoLines} title={reason}>
      {reason}
      <small>{t('answered', { status: call.status })}</small>
    </Box>
  )
}
