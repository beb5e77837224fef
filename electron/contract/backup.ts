import * as z from 'zod'
import { Moment } from './id'

export const backupReminderChoices = [7, 30, 90] as const

/** Days after which a backup is overdue; null is never. */
export const BackupReminder = z.object({
  remindAfterDays: z.literal(backupReminderChoices).nullable(),
})
export type BackupReminder = z.output<typeof BackupReminder>

/** What people say about their backups: Keyward cannot see where a folder was copied to. */
export const Backup = BackupReminder.extend({ lastAt: Moment.nullable() })
export type Backup = z.output<typeof Backup>
