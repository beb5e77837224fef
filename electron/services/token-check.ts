import type { TokenId } from '../contract/id'
import type { Seals, TokenFormat } from '../crypto/types'
import type { GatewayData } from '../store/gateway-data'
import { createRecent } from './recent'
import type { RegistryAge } from './registry-age'
import { presentedSecret } from './presented-secret'
import { sameBytes } from './same-bytes'
import { sha256 } from './sha256'
import { isUnusedTooLong, type KnownToken } from './verify'

export type TokenCheck = (presented: string) => Promise<Checked>

export type Checked =
  | { known: true; token: KnownToken }
  | { known: false; reason: 'malformed_token'; tokenId: null }
  | { known: false; reason: 'unknown_token' | 'wrong_secret'; tokenId: TokenId }

const cacheSize = 10_000

/**
 * From the presented text to the token it belongs to: checksum, look-up by ID, HMAC in constant
 * time, MAC of the rights. A token that passed all four is kept by the SHA-256 of the text until
 * the registry changes. Whether it may do anything, `verify` judges on every call.
 */
export function createTokenCheck(given: {
  data: Pick<GatewayData, 'findToken'>
  format: Pick<TokenFormat, 'parse'>
  seals: Pick<Seals, 'digest' | 'rights'>
  age: RegistryAge
  now: () => number
  /** Told of every presented token whether it had been checked before. */
  lookedUp?: (result: 'hit' | 'miss') => void
}): TokenCheck {
  const { data, format, seals, age, now, lookedUp } = given
  const kept = createRecent<string, KnownToken>(cacheSize)
  let keptAge = age.current()

  return async (presented) => {
    const ageBefore = age.current()
    if (ageBefore !== keptAge) {
      kept.clear()
      keptAge = ageBefore
    }
    const key = sha256(presented)
    const again = stillTrue(kept.get(key))
    lookedUp?.(again ? 'hit' : 'miss')
    if (again) return { known: true, token: again }

    const checked = await check(presented)
    // A change while the row was being read may be missing from it: then it serves this call only.
    if (checked.known && checked.token.genuine && age.current() === ageBefore) {
      kept.set(key, checked.token)
    }
    return checked
  }

  /** Its last use goes on while it is kept: before that counts against the token it is read anew. */
  function stillTrue(token: KnownToken | undefined) {
    return token && isUnusedTooLong(token, now()) ? undefined : token
  }

  async function check(presented: string): Promise<Checked> {
    const tokenId = format.parse(presented)?.tokenId
    if (tokenId === undefined) return { known: false, reason: 'malformed_token', tokenId: null }

    const stored = await data.findToken(tokenId)
    const secret = presentedSecret(presented, stored, seals)
    if (!stored) return { known: false, reason: 'unknown_token', tokenId }
    if (!secret) return { known: false, reason: 'wrong_secret', tokenId }
    const genuine = sameBytes(seals.rights(stored), stored.rightsMac)
    return { known: true, token: { ...stored, genuine, presented: secret } }
  }
}
