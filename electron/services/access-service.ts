import type { Enforced } from '../contract/enforced'
import type { UserId } from '../contract/id'
import type { Grant } from '../contract/permission'
import type { Access } from '../contract/user'
import { accepted, found } from './accepted'
import { activityEntry, userSubject } from './activity-entry'
import { grantWords, titlesOf } from './grant-words'
import type { Means } from './means'

export type AccessService = ReturnType<typeof createAccessService>

/** The most that any token of a user may do. */
export function createAccessService({ store, session, gateway, now, announce }: Means) {
  async function get(userId: UserId): Promise<Access> {
    const { version } = found(await store.users.get(userId))
    return { userId, version, grants: await store.users.access(userId) }
  }

  async function set({ userId, version, grants }: Access): Promise<Enforced<Access>> {
    const actor = await session.actor()
    const user = found(await store.users.get(userId))
    const titleOf = titlesOf(await store.entities.all())
    const facts = (of: Grant[]) => ({ access: grantWords(of, titleOf) })
    const at = now()
    accepted(
      await store.users.setAccess(
        { id: userId, ifVersion: version, grants, at },
        activityEntry({
          at,
          actor,
          action: 'access.changed',
          subject: userSubject(user),
          before: facts(await store.users.access(userId)),
          after: facts(grants),
        }),
      ),
    )
    announce('users', 'activity')
    return { value: await get(userId), enforced: await gateway.forget() }
  }

  return { get, set }
}
