import * as z from 'zod'
import { EntityId, Moment, UserId } from './id'
import { Direction, PageAsked, pageOf, Show } from './page'
import { Permission } from './permission'
import { Search } from './text'
import { Token, TokenStatus } from './token'
import { UserKind, UserStatus } from './user'

const Days = z.number().int().min(0).max(36_500)

/** Which tokens of all users; every part that is there must hold. */
export const TokenFilter = z.object({
  /**
   * Any part of a token's name, ID, note, system, contact or place of the secret, of its user's name,
   * or of an entity that it was granted.
   */
  search: Search,
  show: Show.default('current'),
  statuses: z.array(TokenStatus).min(1).optional(),
  userId: UserId.optional(),
  userStatus: UserStatus.optional(),
  /** With a grant on this entity or on all of them. */
  entityId: EntityId.optional(),
  /** Granted; where `entityId` is there, on that entity. */
  permission: Permission.optional(),
  /** Not expired yet, and not later than so many days from now. */
  expiresWithinDays: Days.optional(),
  /** From this moment on, and before that one. */
  expiresFrom: Moment.optional(),
  expiresBefore: Moment.optional(),
  neverExpires: z.literal(true).optional(),
  neverUsed: z.literal(true).optional(),
  usedWithinDays: Days.optional(),
  /** No call for so many days, nor anything else from which they are counted. */
  unusedDays: Days.optional(),
  unusedMark: z.enum(['flagged', 'disabled']).optional(),
  /** Expired, and called after that. */
  calledAfterExpiry: z.literal(true).optional(),
  rotating: z.literal(true).optional(),
  /** May delete somewhere, did not for so many days, and somebody looked for as long. */
  unusedDeleteDays: Days.optional(),
  withoutContact: z.literal(true).optional(),
})
export type TokenFilter = z.output<typeof TokenFilter>

export const InventorySort = z.enum([
  'name',
  'userName',
  'createdAt',
  'expiresAt',
  'lastUsedAt',
  'calls',
  'status',
])
export type InventorySort = z.output<typeof InventorySort>

export const InventoryOrder = z.object({
  sort: InventorySort.default('expiresAt'),
  direction: Direction.default('asc'),
})
export type InventoryOrder = z.output<typeof InventoryOrder>

export const InventoryAsked = PageAsked.extend({ ...TokenFilter.shape, ...InventoryOrder.shape })
export type InventoryAsked = z.output<typeof InventoryAsked>

/** A token and whose it is. */
export const InventoryRow = z.object({
  token: Token,
  userName: z.string(),
  username: z.string(),
  userKind: UserKind,
  userStatus: UserStatus,
})
export type InventoryRow = z.output<typeof InventoryRow>

export const InventoryPage = pageOf(InventoryRow)
