import type { Identified } from '../contract/explain'
import type { TokenId } from '../contract/id'
import type { Seals, TokenFormat } from '../crypto/types'
import type { Means } from './means'
import { presentedEnd, presentedSecret } from './presented-secret'

export type Identify = ReturnType<typeof createIdentify>

/**
 * What a pasted text is. The text goes no further than the comparison of its digest: it is not
 * stored, logged or announced, and leaves no activity.
 */
export function createIdentify({
  store,
  format,
  seals,
  now,
}: Pick<Means, 'store' | 'now'> & {
  format: Pick<TokenFormat, 'inspect'>
  seals: Pick<Seals, 'digest'>
}) {
  return async (text: string): Promise<Identified> => {
    const inspected = format.inspect(text)
    if (inspected.is === 'id') {
      const known = await described(inspected.tokenId)
      // Twelve letters may be anything: only one of ours makes them an ID.
      return known
        ? { outcome: 'found', by: 'id', ...known, earlier: null, validUntil: null }
        : { outcome: 'not_ours' }
    }
    if (inspected.is !== 'token') {
      const { is: outcome, ...details } = inspected
      return { outcome, ...details } as Identified
    }
    const { token, tokenId } = inspected
    const [known, stored] = [await described(tokenId), await store.tokens.stored(tokenId)]
    if (!known || !stored) return { outcome: 'unknown_here', tokenId }
    const secret = presentedSecret(token, stored, seals)
    if (!secret) return { outcome: 'wrong_secret', ...known }
    const earlier = secret.number === stored.secretNumber ? null : secret.number
    const validUntil = presentedEnd({ ...stored, presented: secret })
    return {
      outcome: 'found',
      by: 'token',
      ...known,
      earlier,
      validUntil: earlier === null ? null : validUntil,
    }
  }

  async function described(id: TokenId) {
    const token = await store.tokens.get(id, now())
    const user = token && (await store.users.get(token.userId))
    return token && user ? { token, userName: user.displayName } : null
  }
}
