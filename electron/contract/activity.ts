import * as z from 'zod'
import { FailureCode } from './failure'
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
  'token.changed',
  'token.transferred',
  'token.revoked',
  'client.created',
  'client.revoked',
  'users.imported',
  'list.exported',
  'import.started',
  'import.resumed',
  'import.finished',
  'import.stopped',
  'import.cancelled',
  'import.discarded',
  'policy.changed',
  'review.started',
  'review.decided',
  'review.applied',
  'review.cancelled',
  'settings.changed',
  'backup.noted',
  'gateway.started',
  'gateway.stopped',
  /** Written when only the port could be changed; kept logs have it. */
  'gateway.port_changed',
  'gateway.listening_changed',
  'route_set.created',
  'route_set.changed',
  'route_set.deleted',
  'clock.corrected',
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
  'clock',
  'gateway',
  'route_set',
  'keys',
  'review',
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

export const ActivityFilter = z.object({
  search: Search,
  action: ActivityAction.optional(),
  /** `keyward` is what it did by itself, or what nobody did who was signed in. */
  actor: z.union([UserId, z.literal('keyward')]).optional(),
  /** Only what concerns this user: by them, on them, or on their tokens. */
  userId: UserId.optional(),
  subjectKind: SubjectKind.optional(),
  subjectId: z.string().max(64).optional(),
  from: Moment.optional(),
  to: Moment.optional(),
  group: ActivityGroup.optional(),
})
export type ActivityFilter = z.output<typeof ActivityFilter>

export const ActivityAsked = PageAsked.extend(ActivityFilter.shape)
export type ActivityAsked = z.output<typeof ActivityAsked>

/** A group folded under its newest entry; null is several kinds of them. */
export const Grouped = z.object({
  count: z.number().int(),
  action: ActivityAction.nullable(),
  subjectKind: SubjectKind.nullable(),
})
export type Grouped = z.output<typeof Grouped>

export const ActivityRow = ActivityEntry.extend({
  /** Whose object it is: a token leads to its user's tokens. */
  concernsUserId: UserId.nullable(),
  grouped: Grouped.nullable(),
})
export type ActivityRow = z.output<typeof ActivityRow>

export const ActivityPage = pageOf(ActivityRow)

export const activityFormats = ['csv', 'jsonl'] as const
export const ActivityExportAsked = z.object({
  filter: ActivityFilter,
  format: z.enum(activityFormats),
})
export type ActivityExportAsked = z.output<typeof ActivityExportAsked>

/** The export that is under way, or was the last one of this session. */
export const ActivityExport = z.object({
  state: z.enum(['running', 'done', 'cancelled', 'stopped']),
  file: z.string(),
  /** The file beside it that proves it. */
  proof: z.string().nullable(),
  rows: z.number().int(),
  totalRows: z.number().int(),
  failure: FailureCode.nullable(),
})
export type ActivityExport = z.output<typeof ActivityExport>

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
  /** The exported proof that it was held against: when that was made, and the last entry it knows. */
  proof: EntryAt.nullable(),
  /** When Keyward last found the anchors not as it had left them, and in which entry it says so. */
  notAsLeft: EntryAt.nullable(),
})
export type ChainState = z.output<typeof ChainState>
