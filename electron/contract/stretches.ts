import * as z from 'zod'
import { Moment } from './id'

/**
 * Where each stretch of time begins for whoever looks, and in the end where the last one is over:
 * days and months are those of the calendar on the wall there.
 */
export const stretches = ({ most }: { most: number }) =>
  z
    .array(Moment)
    .min(2)
    .max(most + 1)
    .refine((moments) => moments.every((moment, at) => at === 0 || moment > moments[at - 1]!), {
      error: 'not_in_order',
    })
