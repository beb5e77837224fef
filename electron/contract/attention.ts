import * as z from 'zod'
import { Moment, ReviewId, TokenId, UserId } from './id'

const Count = z.number().int().min(1)

/** How many tokens, and which it is where it is one. */
const tokens = {
  count: Count,
  token: z.object({ id: TokenId, name: z.string(), userId: UserId }).nullable(),
}

/** May delete and did not for so many days: nobody would miss it. */
export const unusedDeleteDays = 90

/** What needs attention, each with what a sentence about it says; the worst first. */
export const attentionItems = [
  /** Somebody's system is at a standstill. */
  z.object({ kind: z.literal('expired_called'), ...tokens, lastCallAt: Moment }),
  z.object({ kind: z.literal('replaced_called'), ...tokens, lastCallAt: Moment }),
  /** In the last 24 hours; `usual` is a day of the two weeks before. */
  z.object({ kind: z.literal('refused_spike'), count: Count, usual: z.number().int() }),
  z.object({ kind: z.literal('expiring_7'), ...tokens, nextAt: Moment }),
  z.object({ kind: z.literal('keys_in_file') }),
  z.object({ kind: z.literal('unused_delete'), ...tokens }),
  z.object({ kind: z.literal('rotation_ready'), ...tokens }),
  z.object({
    kind: z.literal('review_ready'),
    count: Count,
    review: z.object({ id: ReviewId, name: z.string() }).nullable(),
  }),
  /** Null is never. */
  z.object({ kind: z.literal('backup_overdue'), lastAt: Moment.nullable() }),
] as const

export const AttentionItem = z.discriminatedUnion('kind', attentionItems)
export type AttentionItem = z.output<typeof AttentionItem>
export type AttentionKind = AttentionItem['kind']
