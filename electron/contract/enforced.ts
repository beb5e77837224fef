import * as z from 'zod'

/** Whether the running gateway already acts on a change when the administrator is told "done". */
export const Enforcement = z.enum(['at_once', 'after_restart', 'gateway_stopped'])
export type Enforcement = z.output<typeof Enforcement>

/** A changed thing, and since when calls are judged by it. */
export const enforced = <T extends z.ZodType>(value: T) =>
  z.object({ value, enforced: Enforcement })

export type Enforced<T> = { value: T; enforced: Enforcement }
