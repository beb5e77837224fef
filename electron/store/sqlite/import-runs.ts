import type { Selectable } from 'kysely'
import type { Failure } from '../../contract/failure'
import type { EntityId } from '../../contract/id'
import type { RowFault, TransferFormat, ImportMode } from '../../contract/transfer'
import type { ImportRunStore } from '../registry'
import type { ImportRun } from '../transfer-data'
import type { ActivityLog } from './activity-log'
import { buildGateway, type Sql } from './sql'
import type { ImportRunTable } from './tables'

const tables = buildGateway.withSchema('gw')

/** Where imports stand, as main begins and ends them; their rows move them on. */
export function createImportRuns({ sql, log }: { sql: Sql; log: ActivityLog }): ImportRunStore {
  const runs = tables.selectFrom('import_run').selectAll()

  const find = (id: string) => {
    const row = sql.first(runs.where('id', '=', id))
    return row ? runFrom(row) : null
  }

  return {
    get: async (id) => find(id),

    list: async (entityId) =>
      sql
        .all(runs.where('entity_id', '=', entityId).orderBy('started_at', 'desc').limit(20))
        .map(runFrom),

    begin: async (run, activity) =>
      sql.change(() => {
        sql.run(
          tables.insertInto('import_run').values({
            id: run.id,
            entity_id: run.entityId,
            file: run.file,
            path: run.path,
            hash: run.hash,
            format: run.format,
            mode: run.mode,
            key: run.key,
            state: 'running',
            total_rows: run.totalRows,
            created: 0,
            replaced: 0,
            skipped: 0,
            failure: null,
            faults: '[]',
            started_at: run.startedAt,
            updated_at: run.startedAt,
            started_by: run.startedBy,
          }),
        )
        log.append(activity)
      }),

    settle: async (id, { state, failure, faults, at }, activity) =>
      sql.change(() => {
        sql.run(
          tables
            .updateTable('import_run')
            .set({
              state,
              failure: failure && JSON.stringify(failure),
              faults: JSON.stringify(faults),
              updated_at: at,
            })
            .where('id', '=', id),
        )
        const run = find(id)
        if (run) log.append(activity(run))
        return run
      }),

    end: async (id, activity) =>
      sql.change(() => {
        const run = find(id)
        if (!run) return null
        sql.run(tables.deleteFrom('import_run').where('id', '=', id))
        log.append(activity(run))
        return run
      }),
  }
}

const runFrom = (row: Selectable<ImportRunTable>): ImportRun => ({
  id: row.id,
  entityId: row.entity_id as EntityId,
  file: row.file,
  path: row.path,
  hash: row.hash,
  format: row.format as TransferFormat,
  mode: row.mode as ImportMode,
  key: row.key,
  state: row.state as ImportRun['state'],
  totalRows: row.total_rows,
  counts: { created: row.created, replaced: row.replaced, skipped: row.skipped },
  failure: row.failure === null ? null : (JSON.parse(row.failure) as Failure),
  faults: JSON.parse(row.faults) as RowFault[],
  startedAt: row.started_at,
  updatedAt: row.updated_at,
  startedBy: row.started_by,
})
