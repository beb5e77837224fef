import type { EntityId } from '../../../electron/contract/id'
import { useAnswer } from '../../keyward'
import { RecordsOf } from './RecordsOf'

/** What systems wrote through the gateway, and what people write here. */
export function RecordsTab({ entityId }: { entityId: EntityId }) {
  // A failure of this one is shown by the page around, which asks the same.
  const { data: entity } = useAnswer('entities.get', { id: entityId })
  return entity ? <RecordsOf entity={entity} /> : null
}
