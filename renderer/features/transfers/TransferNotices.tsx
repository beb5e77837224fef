import Stack from '@mui/material/Stack'
import type { EntityId } from '../../../electron/contract/id'
import { useAnswer } from '../../keyward'
import { TransferNotice } from './TransferNotice'

/** Imports and exports of this entity that go on, have ended, or wait to be resumed. */
export function TransferNotices({ entityId }: { entityId: EntityId }) {
  const { data: entity } = useAnswer('entities.get', { id: entityId })
  const { data: transfers = [] } = useAnswer('transfers.list', { entityId })
  const shown = transfers.filter((one) => one.kind !== 'check' && one.entityId === entityId)
  if (!entity || shown.length === 0) return null
  return (
    <Stack spacing={1} sx={{ mb: 2 }}>
      {shown.map((one) => (
        <TransferNotice key={one.id} entity={entity} transfer={one} />
      ))}
    </Stack>
  )
}
