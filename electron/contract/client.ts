import * as z from 'zod'
import { ClientId, Moment, UserId } from './id'
import { Direction, PageAsked, pageOf, Show } from './page'
import { Name, Search } from './text'

/** One badge for each credentials: the first that applies, in this order. */
export const clientStatuses = ['revoked', 'user_disabled', 'active'] as const
export const ClientStatus = z.enum(clientStatuses)
export type ClientStatus = z.output<typeof ClientStatus>

/** Credentials with which a system of a service account asks what tokens are (RFC 7662). */
export const Client = z.object({
  id: ClientId,
  userId: UserId,
  userName: z.string(),
  name: z.string(),
  status: ClientStatus,
  createdAt: Moment,
  createdBy: z.string(),
  revokedAt: Moment.nullable(),
  lastUsedAt: Moment.nullable(),
  lastUsedFrom: z.string().nullable(),
  calls: z.number().int(),
})
export type Client = z.output<typeof Client>

export const ClientSort = z.enum(['name', 'userName', 'status', 'lastUsedAt', 'calls', 'createdAt'])
export type ClientSort = z.output<typeof ClientSort>

export const ClientsAsked = PageAsked.extend({
  search: Search,
  show: Show.default('current'),
  sort: ClientSort.default('createdAt'),
  direction: Direction.default('desc'),
})
export type ClientsAsked = z.output<typeof ClientsAsked>

export const ClientPage = pageOf(Client)

export const NewClient = z.object({ userId: UserId, name: Name })
export type NewClient = z.output<typeof NewClient>

/** Beside an issued token the one reply that carries a secret. */
export const IssuedClient = z.object({
  client: Client,
  secret: z.string(),
  /** Where the gateway listens, for the samples. */
  baseUrl: z.string(),
})
export type IssuedClient = z.output<typeof IssuedClient>
