import type { ActivityGroup } from '../contract/activity'
import type { Failure } from '../contract/failure'
import type { RowFault } from '../contract/transfer'
import type { Actor } from './activity-entry'

/** What an import of users is to do, as plain values: it travels to a thread of its own. */
export type UserImportOrder = {
  path: string
  file: string
  by: Actor
  /** SHA-256 of the file as it was checked; null is the check itself, which writes nothing. */
  checkedHash: string | null
  group: ActivityGroup
}

export type UserImportProgress = { rows: number; part: number }

export type UserImportEnd = UserImportProgress & {
  state: 'done' | 'cancelled' | 'stopped'
  refused: number
  faults: RowFault[]
  ignored: string[]
  failure: Failure | null
  hash: string | null
}

export type UserImportSignals = {
  isCancelled: () => boolean
  progress: (progress: UserImportProgress) => void
}

/** Under way on another thread; null in the end where that died. */
export type RunUserImport = (
  order: UserImportOrder,
  progress: UserImportSignals['progress'],
) => { ended: Promise<UserImportEnd | null>; cancel(): void }
