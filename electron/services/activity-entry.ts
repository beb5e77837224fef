import type {
  ActivityAction,
  ActivityGroup,
  Facts,
  GroupKind,
  SubjectKind,
} from '../contract/activity'
import type { Client } from '../contract/client'
import type { Entity } from '../contract/entity'
import type { Review } from '../contract/review'
import type { RouteSet } from '../contract/route-set'
import type { UserId } from '../contract/id'
import type { Token } from '../contract/token'
import type { User } from '../contract/user'
import type { ActivityDraft } from '../store/registry'

/** Who did it; the id is null where Keyward acts on its own or nobody is signed in. */
export type Actor = { id: UserId | null; name: string }

/** What Keyward does by itself, at its start. */
export const keyward: Actor = { id: null, name: 'Keyward' }

/** The same where there is no window: a service that a server starts. */
export const commandLine: Actor = { id: null, name: 'Keyward (command line)' }

type Subject = Pick<ActivityDraft, 'subjectKind' | 'subjectId' | 'subjectName' | 'concernsUserId'>

export const userSubject = (user: Pick<User, 'id' | 'displayName'>): Subject => ({
  subjectKind: 'user',
  subjectId: String(user.id),
  subjectName: user.displayName,
  concernsUserId: user.id,
})

export const tokenSubject = (token: Pick<Token, 'id' | 'name' | 'userId'>): Subject => ({
  subjectKind: 'token',
  subjectId: token.id,
  subjectName: token.name,
  concernsUserId: token.userId,
})

export const clientSubject = (client: Pick<Client, 'id' | 'name' | 'userId'>): Subject => ({
  subjectKind: 'client',
  subjectId: client.id,
  subjectName: client.name,
  concernsUserId: client.userId,
})

export const entitySubject = (entity: Pick<Entity, 'id' | 'title'>): Subject => ({
  subjectKind: 'entity',
  subjectId: String(entity.id),
  subjectName: entity.title,
  concernsUserId: null,
})

export const routeSetSubject = (routeSet: Pick<RouteSet, 'id' | 'title'>): Subject => ({
  subjectKind: 'route_set',
  subjectId: String(routeSet.id),
  subjectName: routeSet.title,
  concernsUserId: null,
})

export const reviewSubject = (review: Pick<Review, 'id' | 'name'>): Subject => ({
  subjectKind: 'review',
  subjectId: String(review.id),
  subjectName: review.name,
  concernsUserId: null,
})

/** One record by its id; null is several of them. */
export const recordSubject = (entity: Pick<Entity, 'title'>, id: string | null): Subject => ({
  subjectKind: 'record',
  subjectId: id,
  subjectName: entity.title,
  concernsUserId: null,
})

/** Things there is only one of: the policy, the settings, the gateway. */
export const soleSubject = (subjectKind: SubjectKind, subjectName: string): Subject => ({
  subjectKind,
  subjectId: null,
  subjectName,
  concernsUserId: null,
})

export const activityEntry = (what: {
  at: number
  actor: Actor
  action: ActivityAction
  subject: Subject
  before?: Facts
  after?: Facts
  group?: ActivityGroup
}): ActivityDraft => ({
  at: what.at,
  actorId: what.actor.id,
  actorName: what.actor.name,
  action: what.action,
  ...what.subject,
  before: what.before ?? null,
  after: what.after ?? null,
  group: what.group ?? null,
})

/** For the entries of one action that writes several; `id` is new for each. */
export const activityGroup = (kind: GroupKind, id: string) => `${kind}:${id}` as ActivityGroup

/** Of two sets of facts only those that differ, so that an entry says what was changed. */
export function differing(before: Facts, after: Facts): { before: Facts; after: Facts } {
  // What is only in the one before is told too: a record can lose a field.
  const names = Object.keys({ ...before, ...after }).filter(
    (name) => JSON.stringify(before[name] ?? null) !== JSON.stringify(after[name] ?? null),
  )
  const only = (facts: Facts) =>
    Object.fromEntries(names.map((name) => [name, facts[name] ?? null]))
  return { before: only(before), after: only(after) }
}

export const isoMoment = (moment: number | null): string | null =>
  moment === null ? null : new Date(moment).toISOString()
