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
  'token.changed',
  'token.transferred',
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
  'anchors.begun',
  'anchors.not_as_left',
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
  'anchors',
])
export type SubjectKind = z.output<typeof SubjectKind>

/** Named values before and after; never a secret or a password. */
export const Facts = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]),
)
export type Facts = z.output<typeof Facts>

/** What an action that writes several entries was. */
export const groupKinds = ['bulk', 'offboarding', 'access_review', 'user_import', 'scan'] as const
export type GroupKind = (typeof groupKinds)[number]

/** The same text in every entry of one action: its kind, and an id of its own. */
export const ActivityGroup = z
  .string()
  .regex(/^[a-z_]{1,32}:[0-9A-Za-z-]{1,64}$/)
  .brand<'ActivityGroup'>()
export type ActivityGroup = z.output<typeof ActivityGroup>

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
  group: ActivityGroup.nullable(),
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

/** What signs that which leaves this profile; an auditor compares the fingerprint by eye. */
export const SigningKey = z.object({ publicKey: z.string(), fingerprint: z.string() })
export type SigningKey = z.output<typeof SigningKey>

export const ChainBreak = z.object({
  /** `not_ours`: no entry of Keyward's, or one that was changed, at the end of the log. */
  kind: z.enum(['changed', 'removed', 'inserted', 'moved', 'not_ours', 'cut_off']),
  entry: z.number().int(),
  /** How many are missing, where that is known. */
  missing: z.number().int().nullable(),
  /** What knows of entries that are cut off. */
  knownFrom: z.enum(['anchor', 'proof']).nullable(),
})
export type ChainBreak = z.output<typeof ChainBreak>

/** Why a file of anchors is not the one that Keyward left. */
export const AnchorFault = z.enum(['missing', 'foreign', 'gap'])
export type AnchorFault = z.output<typeof AnchorFault>

const EntryAt = z.object({ entry: z.number().int(), at: Moment })

export const ChainState = z.object({
  /** Entries that fit, from the first one on. */
  checked: z.number().int(),
  first: EntryAt.nullable(),
  last: EntryAt.nullable(),
  /** The first entry that does not fit; null when the chain is unbroken. */
  brokenAt: z.number().int().nullable(),
  break: ChainBreak.nullable(),
  anchors: z.object({
    count: z.number().int(),
    last: EntryAt.nullable(),
    fault: AnchorFault.nullable(),
    /** Of the file, where it has the fault. */
    line: z.number().int().nullable(),
  }),
})
export type ChainState = z.output<typeof ChainState>
