import type { TokenId } from '../contract/id'
import type { Token } from '../contract/token'
import type { Seals } from '../crypto/types'
import type { ActivityDraft, TokenUpdate } from '../store/registry'
import { found } from './accepted'
import type { Means } from './means'
import { Refusal } from './refusal'
import { sealedRights, type SealedToken } from './token-rights'

/** A token that still can be changed; not genuine is one whose row was edited outside Keyward. */
export type Changeable = { token: Token; sealed: SealedToken; isGenuine: boolean }

export type TokenChange = ReturnType<typeof createTokenChange>

/** How every change of a token is made: what it is now, its rights sealed anew, all or nothing. */
export function createTokenChange({
  store,
  seals,
  now,
}: Pick<Means, 'store' | 'now'> & { seals: Pick<Seals, 'rights'> }) {
  async function changeable(id: TokenId): Promise<Changeable> {
    const sealed = sealedRights(found(await store.tokens.rights(id)))
    const token = found(await store.tokens.get(id, now()))
    if (token.revokedAt !== null) throw new Refusal('token_revoked')
    return { token, sealed, isGenuine: seals.rights(sealed.rights).equals(sealed.mac) }
  }

  /** The same, as it was when the form was opened, and with the rights that Keyward wrote. */
  async function asOpened(id: TokenId, version: number): Promise<Changeable> {
    const opened = await changeable(id)
    if (!opened.isGenuine) throw new Refusal('token_tampered')
    if (opened.sealed.version !== version) throw new Refusal('changed_meanwhile')
    return opened
  }

  const updateOf = (
    { token, sealed }: Changeable,
    set: TokenUpdate['set'],
    activity: ActivityDraft,
  ): TokenUpdate => ({
    id: token.id,
    ifVersion: sealed.version,
    set,
    rightsMac: seals.rights({ ...sealed.rights, ...set }),
    activity,
  })

  /** All of them or none. */
  async function apply(updates: TokenUpdate[]): Promise<Token[]> {
    const outcome = await store.tokens.update(updates, now())
    if (Array.isArray(outcome)) return outcome
    const { refused, id } = outcome
    throw new Refusal(refused, refused === 'token_name_taken' ? 'name' : undefined, {
      tokenId: id,
    })
  }

  async function applyOne(update: TokenUpdate): Promise<Token> {
    const [token] = await apply([update])
    return found(token ?? null)
  }

  return { changeable, asOpened, updateOf, apply, applyOne }
}
