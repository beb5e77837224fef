import { randomBytes } from 'node:crypto'
import { clock } from './clock'
import { exportRecords } from './services/export-job'
import { checkImport, runImport } from './services/import-job'
import { Refusal } from './services/refusal'
import {
  noCounts,
  type TransferEnd,
  type TransferOrder,
  type TransferSignals,
} from './services/transfer-order'
import { createUuidV7 } from './services/uuid-v7'
import { createSqliteTransferData } from './store/sqlite/sqlite-transfer-data'

/** The one place where the objects of an import or export are made and joined. */
export async function runTransfer(
  { folder, clockOffset, order }: { folder: string; clockOffset: number; order: TransferOrder },
  signals: TransferSignals,
): Promise<TransferEnd> {
  const now = clock(clockOffset)
  const data = createSqliteTransferData({ folder })
  const means = { data, now, newId: createUuidV7({ now, randomBytes }) }
  try {
    if (order.kind === 'export') return await exportRecords(order, means, signals)
    if (order.kind === 'check') return await checkImport(order, means, signals)
    return await runImport(order, means, signals)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return stoppedBy(order, error)
  } finally {
    data.close()
  }
}

function stoppedBy(order: TransferOrder, { code, detail }: Refusal): TransferEnd {
  const counts = order.kind === 'import' ? { ...order.run.counts, refused: 0 } : noCounts
  return {
    state: 'stopped',
    rows: counts.created + counts.replaced + counts.skipped,
    part: 0,
    counts,
    failure: { code, ...(detail && { detail }) },
    faults: [],
    hash: null,
  }
}
