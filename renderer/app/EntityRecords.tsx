import type { EntityId } from '../../electron/contract/id'
import { RecordsTab } from '../features/entities/RecordsTab'
import { TransferNotices } from '../features/transfers/TransferNotices'
import { TransferTools } from '../features/transfers/TransferTools'

/** The records of an entity, with what takes them out of files and into them. */
export const EntityRecords = ({ entityId }: { entityId: EntityId }) => (
  <RecordsTab
    entityId={entityId}
    notices={<TransferNotices entityId={entityId} />}
    Tools={TransferTools}
  />
)
