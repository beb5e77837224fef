import * as z from 'zod'
import { FailureCode, FailureDetail } from './failure'
import { EntityId, Moment } from './id'
import { RecordsAsked } from './record'

/** Records of one entity into a file and out of one. */
export const TransferFormat = z.enum(['csv', 'ndjson'])
export type TransferFormat = z.output<typeof TransferFormat>

/** What becomes of a row whose record exists already. */
export const importModes = ['add', 'skip', 'replace'] as const
export const ImportMode = z.enum(importModes)
export type ImportMode = z.output<typeof ImportMode>

/** A file of a person's own is small; these are bounds of what was measured. */
export const transferLimits = {
  fileBytes: 100 * 1_048_576,
  rows: 1_000_000,
  cellBytes: 65_536,
  /** Each of them is shown with what it is taken for. */
  columns: 1_000,
  /** More than anybody reads before correcting the file. */
  faults: 100,
} as const

/** Exactly what is filtered and sorted now, however many pages that is. */
export const RecordsExport = RecordsAsked.omit({ page: true, pageSize: true }).extend({
  format: TransferFormat,
  withSensitive: z.boolean().default(false),
})
export type RecordsExport = z.output<typeof RecordsExport>

/** Main holds the path; a window has this in its place. */
const FileId = z.string().max(64)
export const TransferId = z.string().max(64)

/** A column of the file and what it is taken for. */
export const ImportColumn = z.object({
  column: z.string(),
  /** The field's name; `id` is the record's own. */
  field: z.string().nullable(),
  problem: z.enum(['unknown', 'repeated', 'not_taken']).nullable(),
})
export type ImportColumn = z.output<typeof ImportColumn>

/** A chosen file, as far as its beginning tells. */
export const ImportFile = z.object({
  fileId: FileId,
  name: z.string(),
  bytes: z.number().int(),
  format: TransferFormat,
  /** What stands between two cells. */
  delimiter: z.enum([',', ';', '\t']).nullable(),
  /** None where each line names its own fields. */
  columns: z.array(ImportColumn),
  /** Required fields without a column. */
  missing: z.array(z.string()),
  /** What can tell which record a row is: `id`, or unique fields. */
  keys: z.array(z.string()),
})
export type ImportFile = z.output<typeof ImportFile>

export const ImportAsked = z.object({
  fileId: FileId,
  mode: ImportMode,
  /** `id` or a unique field. */
  key: z.string().max(63),
})
export type ImportAsked = z.output<typeof ImportAsked>

export const RowFault = z.object({
  /** The line of the file on which the row begins; the first is 1. */
  line: z.number().int(),
  pointer: z.string(),
  code: z.string(),
  detail: z.string(),
})
export type RowFault = z.output<typeof RowFault>

export const RowCounts = z.object({
  created: z.number().int(),
  replaced: z.number().int(),
  skipped: z.number().int(),
  refused: z.number().int(),
})
export type RowCounts = z.output<typeof RowCounts>

/** An import or export that goes on, has ended in this session, or waits to be resumed. */
export const Transfer = z.object({
  id: TransferId,
  entityId: EntityId,
  kind: z.enum(['export', 'check', 'import']),
  state: z.enum(['running', 'done', 'cancelled', 'stopped', 'interrupted']),
  file: z.string(),
  mode: ImportMode.nullable(),
  rows: z.number().int(),
  /** Null until it is known. */
  totalRows: z.number().int().nullable(),
  /** From 0 to 1. */
  part: z.number(),
  /** Null while it is too early to say. */
  perSecond: z.number().nullable(),
  startedAt: Moment,
  updatedAt: Moment,
  counts: RowCounts,
  /** Why it stands still; `faults` has the rows to blame. */
  failure: z.object({ code: FailureCode, detail: FailureDetail.optional() }).nullable(),
  faults: z.array(RowFault),
})
export type Transfer = z.output<typeof Transfer>
