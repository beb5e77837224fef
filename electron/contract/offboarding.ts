import * as z from 'zod'
import { Client } from './client'
import { Day, Zone } from './expiry'
import { ClientId, TokenId, UserId, Version } from './id'
import { NamedGrant, Token } from './token'
import { Name } from './text'

/** What hangs on a user who leaves: everything that is not revoked. */
export const UserBelongings = z.object({ tokens: z.array(Token), clients: z.array(Client) })
export type UserBelongings = z.output<typeof UserBelongings>

/** The most tokens that one user is offboarded with at once. */
export const mostOffboarded = 5000

const Transfer = z.object({ id: TokenId, toUserId: UserId })

export const TransfersAsked = z.object({
  userId: UserId,
  transfers: z.array(Transfer).max(mostOffboarded),
})
export type TransfersAsked = z.output<typeof TransfersAsked>

/** What would become of tokens with their new users. */
export const TransferPreview = z.object({
  targets: z.array(z.object({ userId: UserId, version: Version, name: z.string() })),
  tokens: z.array(
    z.object({
      id: TokenId,
      toUserId: UserId,
      /** Another than now where the new user has a token of this name. */
      name: z.string(),
      /**
       * What it can do now and could not then, and the other way round. With all of an entity's own
       * row before it, `entityId: null` is what entities made later would add.
       */
      loses: z.array(NamedGrant),
      gains: z.array(NamedGrant),
    }),
  ),
})
export type TransferPreview = z.output<typeof TransferPreview>

/** What becomes of one token; those that are not named stop with their user. */
export const TokenLot = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('revoke'), id: TokenId, version: Version }),
  z.object({
    kind: z.literal('transfer'),
    id: TokenId,
    version: Version,
    toUserId: UserId,
    name: Name,
    /** The last day it is kept; null leaves its expiry as it is. */
    until: z.object({ date: Day, zone: Zone }).nullable().default(null),
  }),
])
export type TokenLot = z.output<typeof TokenLot>

export const Offboarding = z.object({
  userId: UserId,
  version: Version,
  tokens: z.array(TokenLot).max(mostOffboarded),
  /** The new users as they were shown: with their access of that time. */
  targets: z.array(z.object({ userId: UserId, version: Version })).max(mostOffboarded),
  revokedClients: z.array(ClientId).max(mostOffboarded),
})
export type Offboarding = z.output<typeof Offboarding>
