import type { Transfer } from '../contract/transfer'
import type { ImportRun } from '../store/transfer-data'

const rowsOf = ({ counts }: ImportRun) => counts.created + counts.replaced + counts.skipped

/** A run that nobody in this session runs, as the window sees it. */
export const transferFrom = (run: ImportRun): Transfer => ({
  id: run.id,
  entityId: run.entityId,
  kind: 'import',
  state: run.state === 'running' ? 'interrupted' : run.state,
  file: run.file,
  mode: run.mode,
  rows: rowsOf(run),
  totalRows: run.totalRows,
  part: run.totalRows === 0 ? 0 : rowsOf(run) / run.totalRows,
  perSecond: null,
  startedAt: run.startedAt,
  updatedAt: run.updatedAt,
  counts: { ...run.counts, refused: 0 },
  failure: run.failure,
  faults: run.faults,
})
