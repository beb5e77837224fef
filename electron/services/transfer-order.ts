import type { Entity } from '../contract/entity'
import type { Failure } from '../contract/failure'
import type { ImportMode, RowCounts, RowFault, TransferFormat } from '../contract/transfer'
import type { RecordQuery } from '../store/gateway-data'
import type { ImportRun } from '../store/transfer-data'

/** What an import or export is to do, as plain values: it travels to a thread of its own. */
export type TransferOrder = ExportOrder | CheckOrder | ImportOrder

export type ExportOrder = {
  kind: 'export'
  entity: Entity
  query: RecordQuery & { search: string | undefined }
  format: TransferFormat
  withSensitive: boolean
  path: string
  totalRows: number
}

/** The dry run. */
export type CheckOrder = {
  kind: 'check'
  entity: Entity
  path: string
  format: TransferFormat
  mode: ImportMode
  key: string
  by: string
}

export type ImportOrder = {
  kind: 'import'
  entity: Entity
  run: Pick<ImportRun, 'id' | 'path' | 'hash' | 'format' | 'mode' | 'key' | 'counts' | 'totalRows'>
  by: string
}

export type TransferProgress = { rows: number; part: number; counts: RowCounts }

export type TransferEnd = TransferProgress & {
  state: 'done' | 'cancelled' | 'stopped'
  failure: Failure | null
  faults: RowFault[]
  /** SHA-256 of a file that was read to its end. */
  hash: string | null
}

export type TransferSignals = {
  isCancelled: () => boolean
  progress: (now: TransferProgress) => void
}

/** Under way: somebody else does it, tells how far it is, and may be told to stop. */
export type RunningTransfer = { ended: Promise<TransferEnd>; cancel(): void }

export type RunTransfer = (
  order: TransferOrder,
  progress: TransferSignals['progress'],
) => RunningTransfer

export const noCounts: RowCounts = { created: 0, replaced: 0, skipped: 0, refused: 0 }
