import * as z from 'zod'
import { Day, ExpiryChoice, Zone } from './expiry'
import { EntityId, Moment, TokenId, UserId, Version } from './id'
import { Networks } from './network'
import { Direction, PageAsked, pageOf, Show } from './page'
import { Grants, Permissions } from './permission'
import { CallsPerMinute } from './policy'
import { Name, Note, Search } from './text'

/** One badge a token: the first that applies, in this order. */
export const tokenStatuses = [
  'revoked',
  'disabled',
  'user_disabled',
  'not_yet_active',
  'expired',
  'expiring_soon',
  'active',
] as const
export const TokenStatus = z.enum(tokenStatuses)
export type TokenStatus = z.output<typeof TokenStatus>

/** `entityId: null` is "All entities"; its title is then empty and the window names it. */
export const NamedGrant = z.object({
  entityId: EntityId.nullable(),
  entityName: z.string().nullable(),
  entityTitle: z.string().nullable(),
  permissions: Permissions,
})
export type NamedGrant = z.output<typeof NamedGrant>

export const Token = z.object({
  id: TokenId,
  userId: UserId,
  name: z.string(),
  note: z.string(),
  /** Which system uses it, whom to ask about it, and where its secret is kept; each may be empty. */
  system: z.string(),
  contact: z.string(),
  keptIn: z.string(),
  status: TokenStatus,
  enabled: z.boolean(),
  grants: z.array(NamedGrant),
  createdAt: Moment,
  createdBy: z.string(),
  startsAt: Moment.nullable(),
  /** The effective one: its own, or the end that the policy sets to its life. */
  expiresAt: Moment.nullable(),
  isExpiryLimited: z.boolean(),
  /** What was chosen for it, whatever the policy makes of that. */
  ownExpiresAt: Moment.nullable(),
  /** The zone in which the expiry day was chosen, for writing it out as it was meant. */
  expiryZone: z.string().nullable(),
  revokedAt: Moment.nullable(),
  /** Source networks in CIDR notation; empty is everywhere. */
  networks: z.array(z.string()),
  /** Calls a minute; null is what the policy says. */
  callsPerMinute: z.number().int().nullable(),
  lastUsedAt: Moment.nullable(),
  lastUsedFrom: z.string().nullable(),
  calls: z.number().int(),
  refusedCalls: z.number().int(),
  /** From when days without a call are counted; null while no gateway ever ran. */
  unusedSince: Moment.nullable(),
  /** What the policy makes of them: `disabled` calls are refused. */
  unusedMark: z.enum(['flagged', 'disabled']).nullable(),
  /** How often its secret was replaced. */
  rotations: z.number().int(),
  rotatedAt: Moment.nullable(),
  /** While an old secret is still valid beside the one in use. */
  rotatingUntil: Moment.nullable(),
  version: Version,
})
export type Token = z.output<typeof Token>

export const TokenSort = z.enum(['name', 'createdAt', 'expiresAt', 'lastUsedAt', 'status'])
export type TokenSort = z.output<typeof TokenSort>

export const TokensAsked = PageAsked.extend({
  userId: UserId,
  search: Search,
  show: Show.default('current'),
  status: TokenStatus.optional(),
  sort: TokenSort.default('createdAt'),
  direction: Direction.default('desc'),
})
export type TokensAsked = z.output<typeof TokensAsked>

/** Exactly what is filtered and sorted now, however many pages that is. */
export const TokensExport = TokensAsked.omit({ page: true, pageSize: true })
export type TokensExport = z.output<typeof TokensExport>

export const TokenPage = pageOf(Token)

/** The day from whose beginning a token is valid; null is at once. */
const Start = z.object({ date: Day, zone: Zone }).nullable()

export const NewToken = z.object({
  userId: UserId,
  name: Name,
  note: Note.default(''),
  system: Note.default(''),
  contact: Note.default(''),
  keptIn: Note.default(''),
  expiry: ExpiryChoice,
  grants: Grants,
  enabled: z.boolean().default(true),
  start: Start.default(null),
  networks: Networks.default([]),
  callsPerMinute: CallsPerMinute.nullable().default(null),
  /** Whose settings it was begun with. */
  clonedFrom: TokenId.optional(),
})
export type NewToken = z.output<typeof NewToken>

/** A token as it is to be; a part that is left out stays as it is. */
export const TokenChange = z.object({
  id: TokenId,
  version: Version,
  name: Name.optional(),
  note: Note.optional(),
  system: Note.optional(),
  contact: Note.optional(),
  keptIn: Note.optional(),
  expiry: ExpiryChoice.optional(),
  grants: Grants.optional(),
  start: Start.optional(),
  networks: Networks.optional(),
  callsPerMinute: CallsPerMinute.nullable().optional(),
})
export type TokenChange = z.output<typeof TokenChange>

/** A token picked out of all of them: by its name, its ID or its user. */
export const TokensSought = z.object({ search: Search })
export type TokensSought = z.output<typeof TokensSought>

export const FoundToken = z.object({ token: Token, userName: z.string() })
export type FoundToken = z.output<typeof FoundToken>

/** Beside issued client credentials the one reply that carries a secret. */
export const IssuedToken = z.object({
  token: Token,
  secret: z.string(),
  /** Where the gateway listens, for the samples. */
  baseUrl: z.string(),
})
export type IssuedToken = z.output<typeof IssuedToken>

export const TokenEnabledChange = z.object({ id: TokenId, version: Version, enabled: z.boolean() })
export type TokenEnabledChange = z.output<typeof TokenEnabledChange>

/** One grant anew, in place; without a permission it is taken away. */
export const PermissionsChange = z.object({
  id: TokenId,
  version: Version,
  entityId: EntityId.nullable(),
  permissions: Permissions,
})
export type PermissionsChange = z.output<typeof PermissionsChange>

/** The tokens that reach an entity, through a grant on it or on all entities. */
export const EntityTokensAsked = PageAsked.extend({
  entityId: EntityId,
  search: Search,
  show: Show.default('current'),
  status: TokenStatus.optional(),
  sort: z.enum(['name', 'userName', 'expiresAt', 'lastUsedHereAt', 'status']).default('name'),
  direction: Direction.default('asc'),
})
export type EntityTokensAsked = z.output<typeof EntityTokensAsked>

export const EntityToken = z.object({
  token: Token,
  userName: z.string(),
  /** By a grant on this entity, and by one on all of them. */
  granted: Permissions,
  throughAll: Permissions,
  /** The most its user allows here. */
  allowed: Permissions,
  lastUsedHereAt: Moment.nullable(),
  callsHere: z.number().int(),
})
export type EntityToken = z.output<typeof EntityToken>

export const EntityTokenPage = pageOf(EntityToken)

/** `name` is asked for when the token was used within the last 24 hours. */
export const TokenRevocation = z.object({ id: TokenId, name: z.string().max(200).optional() })
export type TokenRevocation = z.output<typeof TokenRevocation>

/** What the creation dialog must know before it can be filled in. */
export const TokenTerms = z.object({
  /** Days; null where no rule limits it. */
  longestLifetimeDays: z.number().int().nullable(),
  /** What the choice begins with; null is nothing. */
  defaultLifetimeDays: z.number().int().nullable(),
  neverAllowed: z.boolean(),
  /** Where there are any, a name fits one of them. */
  namePatterns: z.array(z.string()),
  callsPerMinute: z.number().int(),
  entities: z.array(
    z.object({
      id: EntityId,
      name: z.string(),
      title: z.string(),
      /** What this user's tokens may be given here at most. */
      allowed: Permissions,
    }),
  ),
  /** The same for "All entities". */
  allEntities: Permissions,
})
export type TokenTerms = z.output<typeof TokenTerms>
