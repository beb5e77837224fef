import type { Entity } from '../contract/entity'
import type { Failure } from '../contract/failure'
import type { Field } from '../contract/field'
import type { EntityId } from '../contract/id'
import type { FieldValue, StoredRecord } from '../contract/record'
import type { ImportMode, RowCounts, RowFault, TransferFormat } from '../contract/transfer'
import type { RecordQuery, RecordWrite, WriteObstacle } from './gateway-data'

/** An import that was begun and is not over: it can go on exactly behind its last row. */
export type ImportRun = {
  id: string
  entityId: EntityId
  /** Its name, for people. */
  file: string
  path: string
  /** SHA-256 of the file when it was checked. */
  hash: string
  format: TransferFormat
  mode: ImportMode
  /** What tells which record a row is: `id` or a unique field. */
  key: string
  /** `running` without anybody running it is what a sudden end leaves. */
  state: 'running' | 'stopped' | 'cancelled'
  totalRows: number
  counts: Omit<RowCounts, 'refused'>
  failure: Failure | null
  faults: RowFault[]
  startedAt: number
  updatedAt: number
  startedBy: string
}

export type RowKey = { by: 'id'; id: string } | { by: 'field'; field: Field; value: FieldValue }

/** What is to become of a row, given the record that it is already, if any. */
export type Ruling<Fault> =
  | { do: 'create'; record: RecordWrite }
  | { do: 'replace'; record: RecordWrite }
  | { do: 'skip' }
  | { do: 'refuse'; faults: Fault[] }

export type Rules<Row, Fault> = {
  keyOf: (row: Row) => RowKey | null
  rule: (row: Row, stored: StoredRecord | null) => Ruling<Fault>
}

/** What stands in a row's way, in the store or earlier in the same file. */
export type RowObstacle =
  | Exclude<WriteObstacle, { outcome: 'definition_changed' }>
  | { outcome: 'repeated_in_file'; field: string; line: number }

export type Rehearsed<Fault> =
  | { outcome: 'create' }
  | { outcome: 'replace' }
  | { outcome: 'skip' }
  | { outcome: 'refuse'; faults: Fault[] }
  | { outcome: 'obstacle'; obstacle: RowObstacle }

export type Written<Fault> =
  | { outcome: 'written'; counts: Omit<RowCounts, 'refused'> }
  /** The entity is not at the version any more by which rows were ruled on. */
  | { outcome: 'definition_changed' }
  /** Nothing of the chunk was written: this row was in its way. */
  | { outcome: 'refuse'; index: number; faults: Fault[] }
  | { outcome: 'obstacle'; index: number; obstacle: RowObstacle }

/** What an import or export works on, over a connection of its own. */
export interface TransferData {
  /** As they were when it began, however long reading them takes. */
  records(
    entity: Entity,
    query: RecordQuery & { search: string | undefined },
  ): Iterable<StoredRecord[]>
  /**
   * What `write` would do, with nothing written. Keys of earlier rows are remembered on a scratch
   * table, so that a file that contradicts itself is found out, and memory does not grow with it.
   */
  rehearse<Row extends { line: number }, Fault>(
    entity: Entity,
    rows: Row[],
    rules: Rules<Row, Fault>,
  ): Rehearsed<Fault>[] | 'definition_changed'
  /** The rows and where the run stands now, in one transaction. */
  write<Row, Fault>(
    run: Pick<ImportRun, 'id'> & { rowsBefore: number; at: number },
    entity: Entity,
    rows: Row[],
    rules: Rules<Row, Fault>,
  ): Written<Fault>
  close(): void
}
