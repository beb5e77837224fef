import type { ReactNode } from 'react'
import type { EntityId } from '../../../electron/contract/id'
import { useAnswer } from '../../keyward'
import { RecordsOf, type RecordTools } from './RecordsOf'

type Props = { entityId: EntityId; notices: ReactNode; Tools: RecordTools }

/** What systems wrote through the gateway, and what people write here. */
export function RecordsTab({ entityId, notices, Tools }: Props) {
  // A failure of this one is shown by the page around, which asks the same.
  const { data: entity } = useAnswer('entities.get', { id: entityId })
  if (!entity) return null
  return (
    <>
      {notices}
      <RecordsOf entity={entity} Tools={Tools} />
    </>
  )
}
