import * as z from 'zod'
import { FailureCode, FailureDetail } from './failure'
import { RowFault } from './transfer'

export const userImportLimits = {
  rows: 100_000,
  /** More than anybody reads before correcting the file. */
  faults: 100,
} as const

export const UserImportId = z.object({ id: z.string().max(64) })

/** Users from a file: checked whole first, then created all together or not at all. */
export const UserImport = z.object({
  id: z.string(),
  file: z.string(),
  state: z.enum([
    'checking',
    'checked',
    'importing',
    'done',
    'cancelled',
    /** `failure` says why; nothing was created. */
    'stopped',
  ]),
  rows: z.number().int(),
  /** From 0 to 1. */
  part: z.number(),
  refused: z.number().int(),
  faults: z.array(RowFault),
  /** Columns that an export has and that are left to Keyward. */
  ignored: z.array(z.string()),
  failure: z.object({ code: FailureCode, detail: FailureDetail.optional() }).nullable(),
})
export type UserImport = z.output<typeof UserImport>
