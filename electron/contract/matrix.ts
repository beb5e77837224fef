import * as z from 'zod'
import { EntityId, Moment, TokenId, UserId } from './id'
import { Permissions } from './permission'
import { TokenStatus } from './token'

/** The tokens of a user, or those that reach an entity: exactly one of the two is given. */
export const MatrixAsked = z
  .object({ userId: UserId.optional(), entityId: EntityId.optional() })
  .refine((asked) => (asked.userId === undefined) !== (asked.entityId === undefined), {
    error: 'one_of_two',
  })
export type MatrixAsked = z.output<typeof MatrixAsked>

export const MatrixCell = z.object({
  /** What the token was granted here, "All entities" included. */
  granted: Permissions,
  /** What of it its user may still do. */
  effective: Permissions,
})

/** Tokens against entities, the most powerful token first. */
export const Matrix = z.object({
  entities: z.array(z.object({ id: EntityId, name: z.string(), title: z.string() })),
  rows: z.array(
    z.object({
      tokenId: TokenId,
      name: z.string(),
      userId: UserId,
      userName: z.string(),
      status: TokenStatus,
      expiresAt: Moment.nullable(),
      lastUsedAt: Moment.nullable(),
      /** Effective permissions over all entities: read counts 1, write 2, delete 4. */
      power: z.number().int(),
      /** One for each entity, in the order above. */
      cells: z.array(MatrixCell),
    }),
  ),
  /** Tokens beyond the 500 that are shown. */
  more: z.number().int(),
})
export type Matrix = z.output<typeof Matrix>
