import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import type { RefusedCall } from '../../../electron/contract/gateway'
import { When } from '../../ui/When'

/** When a call was refused; equal ones that followed closely say how many, and when the last was. */
export function CallMoment({ call }: { call: RefusedCall }) {
  const { t } = useTranslation('calls')
  if (call.calls === 1) return <When at={call.at} />
  return (
    <div>
      <Box sx={{ typography: 'caption', color: 'text.secondary' }}>
        {t('times', { count: call.calls })}
      </Box>
      <When at={call.lastAt} />
    </div>
  )
}
