import Box from '@mui/material/Box'
import type { Entity } from '../../../electron/contract/entity'
import { failureIn, useAnswer } from '../../keyward'
import { FailureNotice } from '../../ui/FailureNotice'
import { RecordDialog } from './RecordDialog'

type Props = { entity: Entity; id: string; onClose: () => void }

/** The record that a link led to; one that is gone is said to be, and the list stays. */
export function LinkedRecord({ entity, id, onClose }: Props) {
  const { data, error } = useAnswer('records.get', { entityId: entity.id, id })
  const failure = failureIn(error)
  if (failure)
    return (
      <Box sx={{ mb: 2 }}>
        <FailureNotice failure={failure} />
      </Box>
    )
  if (data?.id !== id) return null
  return <RecordDialog key={id} entity={entity} record={data} onClose={onClose} />
}
