import type { UserId } from '../contract/id'
import type { Credentials, FirstAdministrator, SessionState } from '../contract/session'
import type { Role, User } from '../contract/user'
import type { Passwords, Seals } from '../crypto/types'
import type { Registry } from '../store/registry'
import { accepted, found } from './accepted'
import { activityEntry, userSubject, type Actor } from './activity-entry'
import type { Announce } from './announce'
import { fullAccess } from './full-access'
import { createTurns } from './in-turn'
import { assertGoodPassword } from './password-rules'
import { Refusal } from './refusal'
import { createSignInThrottle } from './sign-in-throttle'

export type SessionService = ReturnType<typeof createSessionService>
export type SignedInUser = User & { role: Role }

/** When somebody signed in, and when the same person had done so before. */
type Entered = { at: number; before: number | null }

/** Who is signed in. There is one window and so at most one person at a time. */
export function createSessionService({
  store,
  passwords,
  seals,
  now,
  announce,
  demo,
  through,
}: {
  store: Registry
  passwords: Passwords
  seals: Pick<Seals, 'name'>
  now: () => number
  announce: Announce
  demo: boolean
  /** For the entries, where it is another door than the window. */
  through?: string
}) {
  let signedInAs: UserId | null = null
  let entered: Entered | null = null
  const throttle = createSignInThrottle({ attempts: store.attempts, now })
  // Signing in happens one after the other: guesses sent at once would all pass the throttle
  // before the first of them has failed.
  const inTurn = createTurns()

  /** Read anew each time: who was disabled or lost the role is out, and a new role counts. */
  async function current(): Promise<SignedInUser | null> {
    const id = signedInAs
    if (id === null) return null
    const user = await store.users.get(id)
    if (user !== null && maySignIn(user)) return user
    if (signedInAs === id) {
      signedInAs = null
      announce('session')
    }
    return null
  }

  async function actor(): Promise<Actor & { id: UserId }> {
    const user = await current()
    if (user === null) throw new Refusal('not_signed_in')
    return { id: user.id, name: user.displayName }
  }

  async function state(): Promise<SessionState> {
    const user = await current()
    if (user === null)
      return { stage: (await store.users.hasAdministrator()) ? 'signed_out' : 'first_start', demo }
    const { id: userId, username, displayName, role } = user
    return { stage: 'signed_in', demo, user: { userId, username, displayName, role } }
  }

  async function enter(user: User): Promise<SessionState> {
    await leave()
    const at = now()
    await store.users.signedIn(user.id, at, sessionEntry('session.signed_in', user, at, through))
    signedInAs = user.id
    entered = { at, before: user.lastSignInAt }
    announce('session', 'users', 'activity')
    return state()
  }

  async function leave() {
    const user = await current()
    if (user === null) return
    signedInAs = null
    announce('session', 'activity')
    await store.activity.append(sessionEntry('session.signed_out', user, now(), through))
  }

  async function createFirstAdministrator(asked: FirstAdministrator): Promise<SessionState> {
    if (await store.users.hasAdministrator()) throw new Refusal('already_set_up')
    assertGoodPassword(passwords, asked.password, asked, 'password')
    const passwordHash = await passwords.hash(asked.password)
    const at = now()
    const { username, displayName } = asked
    const user = accepted(
      await store.users.insertFirstAdministrator(
        {
          kind: 'person',
          username,
          displayName,
          role: 'administrator',
          passwordHash,
          access: fullAccess(),
          at,
        },
        (created) =>
          activityEntry({
            at,
            actor: { id: created.id, name: created.displayName },
            action: 'administrator.created',
            subject: userSubject(created),
            after: { username: created.username, displayName: created.displayName },
          }),
      ),
    )
    return enter(user)
  }

  async function signIn({ username, password }: Credentials): Promise<SessionState> {
    const account = await store.users.findForSignIn(username.trim())
    const name = account?.user.username ?? unknownAccount(username)
    await throttle.assertMayTry(name)
    // Hashed in every case, so that neither the answer nor its time tells which account exists.
    const isRight = await passwords.verify(account?.passwordHash ?? null, password)
    if (account === null || !isRight || !maySignIn(account.user)) {
      await throttle.failed(name, refusedEntry(account?.user ?? null, isRight, now(), through))
      announce('activity')
      throw new Refusal('wrong_credentials')
    }
    await throttle.succeeded(name)
    return enter(account.user)
  }

  /**
   * The name under which tries on no account are counted. What was typed may be a password in the
   * wrong field, so it is kept only under a key, without which no guess at it can be tried; the
   * colon keeps it apart from every real username.
   */
  const unknownAccount = (typed: string) =>
    `unknown:${seals.name(typed.trim().normalize('NFKC').toLowerCase()).toString('hex')}`

  return {
    state,
    current,
    /** The sign-in that holds now; null where nobody is signed in. */
    entered: () => (signedInAs === null ? null : entered),
    /** For activity entries; refuses when nobody is signed in (any more). */
    actor,
    createFirstAdministrator: (asked: FirstAdministrator) =>
      inTurn(() => createFirstAdministrator(asked)),
    signIn: (credentials: Credentials) => inTurn(() => signIn(credentials)),
    signOut: () => inTurn(() => leave().then(state)),
    /** The demo opens signed in; nothing but the demo can. */
    async signInAs(id: UserId): Promise<SessionState> {
      if (!demo) throw new Error('only the demo signs in without a password')
      return inTurn(async () => enter(found(await store.users.get(id))))
    },
  }
}

const maySignIn = (user: User): user is SignedInUser =>
  user.status === 'active' && user.role !== null

const sessionEntry = (
  action: 'session.signed_in' | 'session.signed_out',
  user: User,
  at: number,
  through: string | undefined,
) =>
  activityEntry({
    at,
    actor: { id: user.id, name: user.displayName },
    action,
    subject: { ...userSubject(user), subjectKind: 'session' },
    ...(through !== undefined && { after: { through } }),
  })

function refusedEntry(
  user: User | null,
  passwordWasRight: boolean,
  at: number,
  through: string | undefined,
) {
  const reason =
    user === null ? 'unknown account' : passwordWasRight ? 'user disabled' : 'wrong password'
  return activityEntry({
    at,
    actor: { id: null, name: 'Not signed in' },
    action: 'session.refused',
    subject: {
      subjectKind: 'session',
      subjectId: user && String(user.id),
      subjectName: user?.displayName ?? 'Unknown account',
      concernsUserId: user && user.id,
    },
    after: { reason, ...(through !== undefined && { through }) },
  })
}
