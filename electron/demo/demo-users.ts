import type { EntityId } from '../contract/id'
import type { Role, User } from '../contract/user'
import peopleFile from '../../resources/demo/people.json'
import accountsFile from '../../resources/demo/service-accounts.json'
import { readGrants } from './demo-grants'
import { mustBeDone, told, type DemoMeans } from './demo-world'
import { day } from './token-stories'

type Cast = {
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

/** First and second part of the address that an account's calls come from. */
export const networks = new Map(accountsFile.map((one) => [one.username, one.network]))

/** The demo's own administrator: signed in without a password, which nobody knows. */
export async function createAdministrator(means: DemoMeans, at: number): Promise<User> {
  const [first] = people
  if (!first) throw new Error('The demo has no people')
  return mustBeDone(
    await means.store.users.insertFirstAdministrator(
      {
        kind: 'person',
        username: first.username,
        displayName: first.displayName,
        role: 'administrator',
        passwordHash: await unknownPassword(means),
        access: [],
        at,
      },
      (user) =>
        told(user, at, {
          action: 'administrator.created',
          subjectKind: 'user',
          subjectId: String(user.id),
          subjectName: user.displayName,
          after: { username: user.username, displayName: user.displayName, role: user.role },
          concernsUserId: user.id,
        }),
    ),
  )
}

/** Everybody else, some days apart; the administrator is the first in the answer. */
export async function createUsers(
  means: DemoMeans,
  administrator: User,
  entityIds: Map<string, EntityId>,
  from: number,
): Promise<User[]> {
  const users = [administrator]
  // One hash serves all who have a role: it belongs to no password that anybody has seen.
  const passwordHash = await unknownPassword(means)
  let at = from
  for (const one of [...people.slice(1), ...accounts]) {
    at += means.seeded.between(1, 3) * day + means.seeded.between(1, 300) * 60_000
    users.push(
      mustBeDone(
        await means.store.users.insert(
          {
            kind: people.includes(one) ? 'person' : 'service_account',
            username: one.username,
            displayName: one.displayName,
            role: one.role,
            passwordHash: one.role ? passwordHash : null,
            access: readGrants(one.access, entityIds),
            at,
          },
          (user) =>
            told(administrator, at, {
              action: 'user.created',
              subjectKind: 'user',
              subjectId: String(user.id),
              subjectName: user.displayName,
              after: {
                kind: user.kind,
                username: user.username,
                displayName: user.displayName,
                role: user.role,
              },
              concernsUserId: user.id,
            }),
        ),
      ),
    )
  }
  return users
}

/** What happened to users later: who left, and whose access was narrowed. */
export function userEvents(
  means: DemoMeans,
  administrator: User,
  users: User[],
  entityIds: Map<string, EntityId>,
) {
  const now = means.now()
  return [...people, ...accounts].flatMap((one) => {
    const user = users.find((other) => other.username === one.username)
    if (!user) return []
    const about = {
      subjectKind: 'user' as const,
      subjectId: String(user.id),
      subjectName: user.displayName,
      concernsUserId: user.id,
    }
    const events: { at: number; run: () => Promise<void> }[] = []
    if (one.leftDaysAgo !== undefined) {
      const at = now - one.leftDaysAgo * day
      events.push({
        at,
        run: async () => {
          mustBeDone(
            await means.store.users.setStatus(
              { id: user.id, ifVersion: user.version, status: 'disabled', at },
              told(administrator, at, {
                ...about,
                action: 'user.disabled',
                before: { status: 'active' },
                after: { status: 'disabled' },
              }),
            ),
          )
        },
      })
    }
    if (one.narrowed) {
      const { daysAgo, access } = one.narrowed
      const at = now - daysAgo * day
      events.push({
        at,
        run: () =>
          means.store.users.setAccess(
            user.id,
            readGrants(access, entityIds),
            told(administrator, at, {
              ...about,
              action: 'access.changed',
              before: { access: inWords(one.access) },
              after: { access: inWords(access) },
            }),
          ),
      })
    }
    return events
  })
}

const inWords = (access: string) => access.split(' ')

const unknownPassword = (means: DemoMeans) => means.passwords.hash(means.randomText(48))
