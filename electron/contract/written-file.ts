import * as z from 'zod'

/** A file that was written; null when the system's dialog was cancelled. */
export const WrittenFile = z.object({ name: z.string(), rows: z.number().int() }).nullable()
export type WrittenFile = z.output<typeof WrittenFile>
