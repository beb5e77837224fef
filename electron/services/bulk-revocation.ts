import type { Enforced } from '../contract/enforced'
import type { TokenId } from '../contract/id'
import type { Seals } from '../crypto/types'
import { activityEntry, isoMoment, tokenSubject } from './activity-entry'
import type { Means } from './means'
import { sealedRights } from './token-rights'

export type RevokeTokens = ReturnType<typeof createRevokeTokens>

/**
 * Several tokens at once, all of them or none; each has its entry. One that was revoked meanwhile
 * stays as it is: what was wanted is so already.
 */
export const createRevokeTokens =
  ({ store, seals, session, gateway, now, announce }: Means & { seals: Pick<Seals, 'rights'> }) =>
  async (ids: TokenId[]): Promise<Enforced<number>> => {
    const actor = await session.actor()
    const at = now()
    const revoked = await store.tokens.revokeMany(ids, at, (token, stored) => {
      const { rights, mac } = sealedRights(stored)
      return {
        rightsMac: seals.rights({ ...rights, revokedAt: at }),
        activity: activityEntry({
          at,
          actor,
          action: 'token.revoked',
          subject: tokenSubject(token),
          before: {
            status: token.status,
            lastUsedAt: isoMoment(token.lastUsedAt),
            ...(!seals.rights(rights).equals(mac) && { tampered: true }),
          },
          after: { status: 'revoked' },
        }),
      }
    })
    announce('tokens', 'activity')
    return { value: revoked, enforced: await gateway.forget() }
  }
