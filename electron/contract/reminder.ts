import * as z from 'zod'
import { Moment } from './id'

/** How one computer reminds; of everybody who uses it, also while nobody is signed in. */
export const ReminderSettings = z.object({
  notifications: z.boolean(),
  /** Nothing is shown before this moment; what is due waits. */
  quietUntil: Moment.nullable(),
  stayInTray: z.boolean(),
})
export type ReminderSettings = z.output<typeof ReminderSettings>

export const ReminderSettingsChange = z.object({
  notifications: z.boolean().optional(),
  quietUntilTomorrow: z.boolean().optional(),
  stayInTray: z.boolean().optional(),
})
export type ReminderSettingsChange = z.output<typeof ReminderSettingsChange>
