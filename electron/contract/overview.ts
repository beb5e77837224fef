import * as z from 'zod'
import { Moment, TokenId, UserId } from './id'
import { TokenStatus } from './token'

export const Overview = z.object({
  people: z.number().int(),
  serviceAccounts: z.number().int(),
  entities: z.number().int(),
  tokensByStatus: z.record(TokenStatus, z.number().int()),
  /** Calls of the last 24 hours. */
  allowedToday: z.number().int(),
  refusedToday: z.number().int(),
  /** The nearest expiries among working tokens, at most five. */
  nextToExpire: z.array(
    z.object({
      id: TokenId,
      name: z.string(),
      userId: UserId,
      userName: z.string(),
      expiresAt: Moment,
      status: TokenStatus,
    }),
  ),
})
export type Overview = z.output<typeof Overview>
