import type { Enforced } from '../contract/enforced'
import type { Facts } from '../contract/activity'
import type { UserId } from '../contract/id'
import type { NewUser, User, UserChange, UsersAsked, UserStatusChange } from '../contract/user'
import type { Passwords } from '../crypto/types'
import { accepted, found } from './accepted'
import { activityEntry, differing, userSubject } from './activity-entry'
import { fullAccess } from './full-access'
import type { Means } from './means'
import { assertGoodPassword } from './password-rules'
import { Refusal } from './refusal'

export type UserService = ReturnType<typeof createUserService>

export function createUserService({
  store,
  passwords,
  session,
  gateway,
  now,
  announce,
}: Means & { passwords: Passwords }) {
  const list = (asked: UsersAsked) => store.users.list(asked, now())

  const get = async (id: UserId) => found(await store.users.get(id))

  async function asOpened(id: UserId, version: number): Promise<User> {
    const user = await get(id)
    if (user.version !== version) throw new Refusal('changed_meanwhile')
    return user
  }

  /** One's own account is also what the session shows. */
  const announceChange = (own: boolean) =>
    own ? announce('users', 'activity', 'session') : announce('users', 'activity')

  async function create({ kind, username, displayName, signIn }: NewUser): Promise<User> {
    const actor = await session.actor()
    if (kind !== 'person' && signIn !== null) throw new Refusal('person_needed', 'signIn')
    if (signIn)
      assertGoodPassword(passwords, signIn.password, { username, displayName }, 'signIn.password')
    const passwordHash = signIn && (await passwords.hash(signIn.password))
    const at = now()
    const role = signIn?.role ?? null
    const user = accepted(
      await store.users.insert(
        { kind, username, displayName, role, passwordHash, access: fullAccess(), at },
        (created) =>
          activityEntry({
            at,
            actor,
            action: 'user.created',
            subject: userSubject(created),
            after: { kind, ...factsOf(created) },
          }),
      ),
      { username_taken: 'username' },
    )
    announce('users', 'activity')
    return user
  }

  async function change(asked: UserChange): Promise<User> {
    const actor = await session.actor()
    const before = await asOpened(asked.id, asked.version)
    const password = newPassword(before, asked)
    if (password !== undefined) assertGoodPassword(passwords, password, asked, 'password')
    const facts = differing(factsOf(before), factsOf(asked))
    if (password !== undefined) facts.after.passwordChanged = true
    if (Object.keys(facts.after).length === 0) return before
    const passwordHash = password === undefined ? undefined : await passwords.hash(password)
    const { id, version: ifVersion, username, displayName, role } = asked
    const at = now()
    const user = accepted(
      await store.users.update(
        { id, ifVersion, username, displayName, role, at, ...(passwordHash && { passwordHash }) },
        activityEntry({
          at,
          actor,
          action: 'user.changed',
          subject: userSubject({ id, displayName }),
          ...facts,
        }),
      ),
      { username_taken: 'username', last_administrator: 'role' },
    )
    announceChange(actor.id === id)
    return user
  }

  async function setStatus(asked: UserStatusChange): Promise<Enforced<User>> {
    const actor = await session.actor()
    const before = await asOpened(asked.id, asked.version)
    if (before.status === asked.status) return { value: before, enforced: await gateway.forget() }
    const at = now()
    const value = accepted(
      await store.users.setStatus(
        { id: asked.id, ifVersion: asked.version, status: asked.status, at },
        activityEntry({
          at,
          actor,
          action: asked.status === 'active' ? 'user.enabled' : 'user.disabled',
          subject: userSubject(before),
          before: { status: before.status },
          after: { status: asked.status },
        }),
      ),
      { last_administrator: 'status' },
    )
    announceChange(actor.id === asked.id)
    return { value, enforced: await gateway.forget() }
  }

  return { list, get, create, change, setStatus }
}

/** The password to set with this change; refuses one for an account that cannot sign in. */
function newPassword(before: User, asked: UserChange): string | undefined {
  if (before.kind !== 'person' && (asked.role !== null || asked.password !== undefined))
    throw new Refusal('person_needed', asked.role === null ? 'password' : 'role')
  // Without a role there is no signing in and nothing that a password would be kept for.
  if (asked.role === null) return undefined
  if (before.role === null && asked.password === undefined)
    throw new Refusal('invalid_input', 'password', { problem: 'empty' })
  return asked.password
}

const factsOf = (user: Pick<User, 'username' | 'displayName' | 'role'>): Facts => ({
  username: user.username,
  displayName: user.displayName,
  role: user.role,
})
