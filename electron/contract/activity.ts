import * as z from 'zod'
import { Moment, UserId } from './id'
import { PageAsked, pageOf } from './page'
import { Search } from './text'

/** Everything that is written into the activity log, as one closed list. */
export const activityActions = [
  'administrator.created',
  'session.signed_in',
  'session.refused',
  'session.signed_out',
  'user.created',
  'user.changed',
  'user.disabled',
  'user.enabled',
  'access.changed',
  'entity.created',
  'entity.changed',
  'entity.check_started',
  'entity.check_refused',
  'record.created',
  'record.changed',
  'record.deleted',
  'token.created',
  'token.enabled',
  'token.disabled',
  'token.permissions_changed',
  'token.rotated',
  'token.overlap_ended',
  'token.overlap_extended',
  'token.revoked',
  'client.created',
  'client.revoked',
  'list.exported',
  'import.started',
  'import.resumed',
  'import.finished',
  'import.stopped',
  'import.cancelled',
  'import.discarded',
  'policy.changed',
  'settings.changed',
  'gateway.started',
  'gateway.stopped',
  /** Written when only the port could be changed; kept logs have it. */
  'gateway.port_changed',
  'gateway.listening_changed',
  'route_set.created',
  'route_set.changed',
  'route_set.deleted',
  'keys.created',
  'demo.filled',
] as const
export const ActivityAction = z.enum(activityActions)
export type ActivityAction = z.output<typeof ActivityAction>

export const SubjectKind = z.enum([
  'user',
  'token',
  'client',
  'entity',
  'record',
  'list',
  'session',
  'policy',
  'settings',
  'gateway',
  'route_set',
  'keys',
])
export type SubjectKind = z.output<typeof SubjectKind>

/** Named values before and after; never a secret or a password. */
export const Facts = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]),
)
export type Facts = z.output<typeof Facts>

export const ActivityEntry = z.object({
  seq: z.number().int().positive(),
  at: Moment,
  actorId: UserId.nullable(),
  actorName: z.string(),
  action: ActivityAction,
  subjectKind: SubjectKind,
  /** User id, token ID, client id or entity id as text. */
  subjectId: z.string().nullable(),
  subjectName: z.string(),
  before: Facts.nullable(),
  after: Facts.nullable(),
})
export type ActivityEntry = z.output<typeof ActivityEntry>

export const ActivityAsked = PageAsked.extend({
  search: Search,
  action: ActivityAction.optional(),
  /** Only what concerns this user: by them, on them, or on their tokens. */
  userId: UserId.optional(),
})
export type ActivityAsked = z.output<typeof ActivityAsked>

export const ActivityPage = pageOf(ActivityEntry)

export const ChainState = z.object({
  checked: z.number().int(),
  /** The first entry that does not fit; null when the chain is unbroken. */
  brokenAt: z.number().int().nullable(),
})
export type ChainState = z.output<typeof ChainState>
