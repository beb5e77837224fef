import { useEffect } from 'react'
import type { Entity } from '../../../electron/contract/entity'
import { failureIn, useAnswer } from '../../keyward'
import { useNotify } from '../../ui/notify'
import { RecordDialog } from './RecordDialog'

type Props = { entity: Entity; id: string; onClose: () => void }

/** The record that a link led to; one that is gone is said to be, and the list stays. */
export function LinkedRecord({ entity, id, onClose }: Props) {
  const notify = useNotify()
  const { data, error } = useAnswer('records.get', { entityId: entity.id, id })
  const failure = failureIn(error)
  useEffect(() => {
    if (!failure) return
    notify.failure(failure)
    onClose()
    // Once for each record: saying it changes the address, and with it the functions.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [failure?.code])
  if (data?.id !== id) return null
  return <RecordDialog key={id} entity={entity} record={data} onClose={onClose} />
}
