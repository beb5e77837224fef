import * as z from 'zod'

const rowId = z.number().int().positive()

export const UserId = rowId.brand<'UserId'>()
export type UserId = z.output<typeof UserId>

export const EntityId = rowId.brand<'EntityId'>()
export type EntityId = z.output<typeof EntityId>

export const RouteSetId = rowId.brand<'RouteSetId'>()
export type RouteSetId = z.output<typeof RouteSetId>

export const ReviewId = rowId.brand<'ReviewId'>()
export type ReviewId = z.output<typeof ReviewId>

/** The public part of a token: 12 base62 characters, shown everywhere, never reused. */
export const TokenId = z
  .string()
  .regex(/^[0-9A-Za-z]{12}$/)
  .brand<'TokenId'>()
export type TokenId = z.output<typeof TokenId>

/** The public part of client credentials: 12 base62 characters, never reused. */
export const ClientId = z
  .string()
  .regex(/^[0-9A-Za-z]{12}$/)
  .brand<'ClientId'>()
export type ClientId = z.output<typeof ClientId>

/** Moments are UTC milliseconds since 1970. */
export const Moment = z.number().int()

/** Optimistic version of a row: it was this when the form was opened. */
export const Version = z.number().int().positive()
