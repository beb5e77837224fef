import * as z from 'zod'
import { Moment } from './id'

/** What Keyward goes by, and what the clock of this computer says. */
export const ClockState = z.object({
  now: Moment,
  wall: Moment,
  /** Which way the clock of this computer was moved, so far that it matters; null where it is right. */
  moved: z.enum(['back', 'forward']).nullable(),
  byMilliseconds: z.number().int().min(0),
})
export type ClockState = z.output<typeof ClockState>
