import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import type { RefusedCall } from '../../../electron/contract/gateway'
import { twoLines } from './two-lines'

/** What was asked: the method and the entity, and the permission that it needs. */
export function CallAsMade({ call }: { call: RefusedCall }) {
  const { t } = useTranslation('common')
  const { method, entity, permission } = call
  const made = entity === null ? method : `${method} ${entity}`
  return (
    <Box sx={twoLines} title={made}>
      {made}
      {permission !== null && <small>{t(`permission.${permission}`)}</small>}
    </Box>
  )
}
