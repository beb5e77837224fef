import type { ActivityGroup } from '../contract/activity'
import type { Enforced } from '../contract/enforced'
import type { TokenId } from '../contract/id'
import type { Seals } from '../crypto/types'
import { activityEntry, tokenSubject } from './activity-entry'
import type { Means } from './means'
import { planRevocation } from './plan-revocation'
import { Refusal } from './refusal'
import { createTokenChange, type Changeable } from './token-change'

export type RevokeTokens = ReturnType<typeof createRevokeTokens>

/**
 * Several tokens at once, all of them or none; each has its entry, all in one group. One that was
 * revoked meanwhile stays as it is: what was wanted is so already.
 */
export function createRevokeTokens({
  store,
  seals,
  session,
  gateway,
  now,
  announce,
}: Means & { seals: Pick<Seals, 'rights'> }) {
  const change = createTokenChange({ store, seals, now })

  /** Null where there is nothing to revoke any more. */
  async function opened(id: TokenId): Promise<Changeable | null> {
    try {
      return await change.changeable(id)
    } catch (error) {
      if (error instanceof Refusal && ['token_revoked', 'not_found'].includes(error.code))
        return null
      throw error
    }
  }

  return async (ids: TokenId[], group: ActivityGroup): Promise<Enforced<number>> => {
    const actor = await session.actor()
    const at = now()
    const plan = planRevocation(at)
    const tokens = (await Promise.all(ids.map(opened))).filter((one) => one !== null)
    const revoked = await change.apply(
      tokens.map((one) => {
        const { set, action, before, after } = plan(one)
        const subject = tokenSubject(one.token)
        return change.updateOf(
          one,
          set,
          activityEntry({ at, actor, action, subject, before, after, group }),
        )
      }),
    )
    announce('tokens', 'activity')
    return { value: revoked.length, enforced: await gateway.forget() }
  }
}
