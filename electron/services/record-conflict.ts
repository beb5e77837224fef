import type { RecordError } from '../contract/record'
import type { WriteObstacle } from '../store/gateway-data'
import { pointerTo } from './record-validation'

type Conflict = Extract<WriteObstacle, { field: string }>

/** What a record collides with among those stored, as an error of the field to blame. */
export const conflictError = ({ outcome, field }: Conflict): RecordError =>
  outcome === 'not_unique'
    ? {
        pointer: pointerTo(field),
        code: 'not_unique',
        detail: 'Another record has this value, and no two may have the same.',
      }
    : {
        pointer: pointerTo(field),
        code: 'no_such_record',
        detail: 'There is no record with this id in the entity that this field points to.',
      }
