import * as z from 'zod'
import { Moment } from './id'
import { stretches } from './stretches'

export const CallsByDayAsked = z.object({ days: stretches({ most: 92 }) })
export type CallsByDayAsked = z.output<typeof CallsByDayAsked>

/** The calls from one moment on, and before another one. */
export const CallsOfDay = z.object({
  from: Moment,
  before: Moment,
  allowed: z.number().int(),
  refused: z.number().int(),
})
export type CallsOfDay = z.output<typeof CallsOfDay>
