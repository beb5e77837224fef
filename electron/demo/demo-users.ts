import type { User, Role } from '../contract/user'
import peopleFile from '../../resources/demo/people.json'
import accountsFile from '../../resources/demo/service-accounts.json'
import { activityEntry, userSubject } from '../services/activity-entry'
import { fullAccess } from '../services/full-access'
import { actorOf, mustBeDone, type DemoMeans } from './demo-world'
import { day } from './token-stories'

/** One of the invented people and accounts, and what happened to them. */
export type Cast = {
  username: string
  displayName: string
  role: Role | null
  access: string
  /** Disabled so many days ago. */
  leftDaysAgo?: number
  /** Access taken back to this, so many days ago. */
  narrowed?: { daysAgo: number; access: string }
}

const people = peopleFile as Cast[]
const accounts = accountsFile.map((one): Cast => ({ ...one, role: null }))
export const cast = [...people, ...accounts]

/** The first three parts of the address that an account's calls come from. */
export const networks = new Map(accountsFile.map((one) => [one.username, one.network]))

/** The demo's own administrator: signed in without a password, which nobody knows. */
export async function createAdministrator(means: DemoMeans, at: number): Promise<User> {
  const { username, displayName } = people[0]!
  return mustBeDone(
    await means.store.users.insertFirstAdministrator(
      {
        kind: 'person',
        username,
        displayName,
        role: 'administrator',
        passwordHash: await unknownPassword(means),
        access: fullAccess(),
        at,
      },
      (user) =>
        activityEntry({
          at,
          actor: actorOf(user),
          action: 'administrator.created',
          subject: userSubject(user),
          after: { username, displayName },
        }),
    ),
  )
}

/** Everybody, some days apart; the administrator is the first in the answer. */
export async function createUsers(
  means: DemoMeans,
  administrator: User,
  from: number,
): Promise<User[]> {
  const users = [administrator]
  // One hash serves all who have a role: it belongs to no password that anybody has seen.
  const passwordHash = await unknownPassword(means)
  let at = from
  for (const { username, displayName, role } of cast.slice(1)) {
    at += means.seeded.between(1, 3) * day + means.seeded.between(1, 300) * 60_000
    const kind = people.some((one) => one.username === username) ? 'person' : 'service_account'
    const user = {
      kind,
      username,
      displayName,
      role,
      passwordHash: role ? passwordHash : null,
      access: fullAccess(),
      at,
    } as const
    users.push(
      mustBeDone(
        await means.store.users.insert(user, (created) =>
          activityEntry({
            at,
            actor: actorOf(administrator),
            action: 'user.created',
            subject: userSubject(created),
            after: { kind, username, displayName, role },
          }),
        ),
      ),
    )
  }
  return users
}

const unknownPassword = (means: DemoMeans) => means.passwords.hash(means.randomText(48))
