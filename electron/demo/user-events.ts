import type { Entity } from '../contract/entity'
import type { User } from '../contract/user'
import { activityEntry, userSubject } from '../services/activity-entry'
import { fullAccess } from '../services/full-access'
import { grantWords, titlesOf } from '../services/grant-words'
import { entityIdsOf, readGrants } from './demo-grants'
import { cast } from './demo-users'
import { actorOf, mustBeDone, type DemoMeans } from './demo-world'
import { day } from './token-stories'

export type DemoEvent = { at: number; run: () => Promise<void> }

/** What happened to users after they were made: access set and narrowed; some left. */
export function userEvents(
  means: DemoMeans,
  administrator: User,
  users: User[],
  entities: Entity[],
): DemoEvent[] {
  const now = means.now()
  const actor = actorOf(administrator)
  const entityIds = entityIdsOf(entities)
  const titleOf = titlesOf(entities)
  const grantsOf = (access: string | null) =>
    access === null ? fullAccess() : readGrants(access, entityIds)
  const facts = (access: string | null) => ({ access: grantWords(grantsOf(access), titleOf) })

  const accessSet = (user: User, at: number, before: string | null, after: string): DemoEvent => ({
    at,
    run: async () => {
      const { version } = (await means.store.users.get(user.id))!
      const change = { id: user.id, ifVersion: version, grants: grantsOf(after), at }
      mustBeDone(
        await means.store.users.setAccess(
          change,
          activityEntry({
            at,
            actor,
            action: 'access.changed',
            subject: userSubject(user),
            before: facts(before),
            after: facts(after),
          }),
        ),
      )
    },
  })
  const left = (user: User, at: number): DemoEvent => ({
    at,
    run: async () => {
      const ifVersion = (await means.store.users.get(user.id))!.version
      mustBeDone(
        await means.store.users.setStatus(
          { id: user.id, ifVersion, status: 'disabled', at },
          activityEntry({
            at,
            actor,
            action: 'user.disabled',
            subject: userSubject(user),
            before: { status: 'active' },
            after: { status: 'disabled' },
          }),
        ),
      )
    },
  })

  // One evening's work, when everybody was there.
  const evening = users.at(-1)!.createdAt
  return users.slice(1).flatMap((user, nth) => {
    const one = cast.find(({ username }) => username === user.username)
    if (!one) return []
    const { access, narrowed, leftDaysAgo } = one
    return [
      accessSet(user, evening + (nth + 1) * 90_000, null, access),
      ...(narrowed ? [accessSet(user, now - narrowed.daysAgo * day, access, narrowed.access)] : []),
      ...(leftDaysAgo === undefined ? [] : [left(user, now - leftDaysAgo * day)]),
    ]
  })
}
